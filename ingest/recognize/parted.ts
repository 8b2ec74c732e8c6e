/** One name that is really several, side by side or in one sentence about each other. */
import type { EntityType } from '../../model/ontology.ts'
import type { Candidate } from './candidate.ts'
import { typeOfHead } from './heads.ts'

/** “归燕工程”“雏燕工程”: nothing but what stands in quotes, each a name. */
const QUOTED_ALONE = /^(?:“[^“”]{2,}”){2,}$/
const QUOTED = /“[^“”]+”/g
/** 先进材料“六大链条”提升工程: the last of a list, and what the list is called. */
const LAST_OF_SET = /^([^“”、]{3,})(?=“[一二三四五六七八九十两]+大[^“”]+”)/
const TRADES = /^“[^“”]大(?:[^“”]{0,4})(?:产业|行业)/
/** “一廊”指云江科创走廊: what a catchword stands for. */
const STANDS_FOR = /^(“[^“”]{2,}”)(?:指的是|就是指|指(?![定导引挥数标]))(?=.{3})/
/** “三茶”统筹作为发展战略: what is made of it. */
const TAKEN_AS = /^(.{4,}(?<![善敢有新大]))作为(?=..)/
/** 城市焕新计划推进老街更新行动: the one carries out the other. */
const CARRIES_OUT =
  /^(.{2,}(?:计划|战略|行动|工程))(?:推进|带动|引领|助推|推动|牵引)(?=.{2,}(?:计划|战略|行动|工程)$)/

/** “八纵八横”高速铁路网|云江高铁: a plan for the nation's or a province's ways, and one of them. */
const NETWORK =
  /^“?(?:[一二三四五六七八九十]+[纵横]){2,}(?:[一二三四五六七八九十]+[射环联])*”?(?:(?:高速|快速)(?:铁路|公路)网|高铁网|高铁主?通道|(?:铁路|公路|高速)网|运输(?:大)?通道)/

const HEAD =
  '(?:产业园|科技园|科创园|物流园|智造园|化工园|工业园|园区|新区|高新区|经开区|开发区|大桥|隧道|水库|研究院|研究所|实验室|大学|学院|公司|集团|医院)'
/** 云江产业园和|青石物流园: each ends as such names do; 甲大学与乙研究所联合实验室 is of both. */
const SIDE_BY_SIDE = new RegExp(`^(.{2,24}?${HEAD})[和与及](?!.*(?:联合|共建|合作))(?=.{2,24}${HEAD}$)`)
const SPLIT: ReadonlySet<EntityType> = new Set(['Park', 'Project', 'Company', 'Institute', 'Organization'])

/** The names that one is made of; it alone where it is one. */
export function partsOf(text: string, c: Candidate, typeBefore: EntityType | undefined): Candidate[] {
  const network = c.type === 'Project' ? NETWORK.exec(text.slice(c.start, c.end))?.[0].length : undefined
  if (network) {
    const plan = { ...c, end: c.start + network, type: 'Strategy' as const }
    return c.end - plan.end >= 3 ? [plan, { ...c, start: plan.end }] : [{ ...plan, end: c.end }]
  }
  const beside = SPLIT.has(c.type) ? SIDE_BY_SIDE.exec(text.slice(c.start, c.end)) : null
  if (beside) {
    const [first, second] = [c.start + beside[1]!.length, c.start + beside[0].length]
    const typed = (start: number, end: number) => typeOfHead(text.slice(start, end)) ?? c.type
    return [
      { ...c, end: first, type: typed(c.start, first) },
      { ...c, start: second, type: typed(second, c.end) },
    ]
  }
  if (c.type !== 'Strategy') return [c]
  const name = quotedWhole(text, c)
  const from = name.startsWith('“') ? c.start - Number(text[c.start] !== '“') : c.start
  const part = (start: number, end: number, type: EntityType = c.type): Candidate => ({
    ...c,
    start: from + start,
    end: from + end,
    type,
  })
  if (QUOTED_ALONE.test(name))
    return [...name.matchAll(QUOTED)].map((m) => part(m.index, m.index + m[0].length))
  const last = LAST_OF_SET.exec(name)?.[0].length
  if (last) {
    const type = TRADES.test(name.slice(last)) ? 'Industry' : typeBefore
    if (type) return [part(0, last, type), part(last, name.length)]
  }
  const standing = STANDS_FOR.exec(name)
  if (standing) {
    const to = standing[0].length
    const type = typeOfHead(name.slice(to)) ?? c.type
    return [part(0, standing[1]!.length), part(to, name.length, type)]
  }
  const taken = TAKEN_AS.exec(name)?.[1]?.length
  if (taken) return [part(0, taken)]
  const carried = CARRIES_OUT.exec(name)
  return carried ? [part(0, carried[1]!.length), part(carried[0].length, name.length)] : [c]
}

/** With the quotes that it leaves open: 归燕工程”“雏燕工程 stands in two pairs. */
function quotedWhole(text: string, { start, end }: Candidate): string {
  const before = text[start] !== '“' && text[start - 1] === '“' ? 1 : 0
  const name = text.slice(start, end)
  const opens = /^[^“”]*”/.test(name) && before ? '“' : ''
  return opens + name + (/“[^“”]*$/.test(name) && text[end] === '”' ? '”' : '')
}
