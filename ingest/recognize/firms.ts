/** Companies by short names that no dictionary holds: a brand and its trade, or what is done with them. */

import { gated } from '../lexicon/gated.ts'
import { COMMON } from '../lexicon/heads.ts'
import { GOES_ON, TRADES, WEAK_TRADES } from '../lexicon/trades.ts'
import { FRAMES, NOMINAL } from '../lexicon/verbs.ts'
import type { Candidate } from './candidate.ts'
import { typeOfHead } from './heads.ts'
import type { Unit, View } from './view.ts'

const HARD =
  /^(?:重工|重机|制药|药业|股份|集团|航空|证券|电气|铝业|锂业|水泥|高科|乳业|啤酒|能源|科技|钢铁|石化|化学|稀土|港务|燃气|水务)$/
const HARDEST =
  /^(?:重工|重机|制药|药业|股份|集团|证券|电气|铝业|锂业|水泥|乳业|啤酒|钢铁|租赁|纸业|航空|通信|通讯|光电|光纤|微电子|机床|锂能|置地|轮胎)$/
/** What companies do and are called, right behind the name. */
const CUE =
  /^(?:(?:董事长|总经理|总裁|副总|负责人|创始人|首席|CEO|创办|投资|签约|落户|入驻|落地|公司|[(（]|等\d*[余多]?家?[\p{Script=Han}]{0,6}(?:企业|公司)|、|股份))/u

/** What a company does, right behind its name: taken where the brand before a weak trade is one of no dictionary. */
const DOES =
  /^(?:也|则|正|已|将|拟|携手|联合|打破|研发|推出|建成|自主|追加|旗下|的(?!发展|产业|时代|未来|创新|力量))/

/** 中铁十四局集团, 中建八局: builders of the state by their numbers. */
const BUILDERS = gated(
  /(?:中铁|中交|中建|中冶|中电建|中水|中国水电|水电|中核|中煤|中能建|中铁建|中石化)(?:第)?[一二三四五六七八九十]{1,3}(?:航局|公局|局|公司|院|冶|建)(?:集团)?(?:第?[一二三四五六七八九]公司)?/gu,
)

export function firmCandidates(view: View): Candidate[] {
  const { units, text, line, sentence } = view
  const out: Candidate[] = BUILDERS.in(line).map((m) => ({
    start: sentence.start + m.index,
    end: sentence.start + m.index + m[0].length,
    type: 'Company',
    confidence: 0.9,
    rule: 'firm:builder',
  }))
  for (let i = 1; i < units.length; i++) {
    const trade = tradeAt(units, i)
    if (trade.listed && trade.listed !== 'Industry') continue
    if (!TRADES.has(trade.text)) continue
    const known = units[i - 1]!
    if (known.listed === 'Company' && known.end === trade.start) {
      // 海信家电, 吉利科技集团
      if (!GOES_ON.test(text.slice(trade.end, trade.end + 3))) {
        const group = /^集团/.test(text.slice(trade.end)) ? 2 : 0
        out.push({
          start: known.start,
          end: trade.end + group,
          type: 'Company',
          confidence: 0.84,
          rule: 'firm:trade',
        })
      }
      continue
    }
    if (
      trade.text !== '集团' &&
      trade.text !== '股份' &&
      GOES_ON.test(text.slice(trade.end, trade.end + 3)) &&
      !/^(?:企业家|项目|建设的|投资)/.test(text.slice(trade.end, trade.end + 3))
    )
      continue
    const brand = brandBefore(units, i)
    if (!brand) continue
    const after = text.slice(trade.end, trade.end + 12)
    const cued = CUE.test(after)
    if (
      WEAK_TRADES.has(trade.text)
        ? !(cued && (after[0] !== '、' || mate(units, i, brand.first))) &&
          !(
            (DOES.test(after) || (edged(units, brand.first) && !LOOSE.test(trade.text))) &&
            brand.coined &&
            !/[期年月这那该级书]/.test(text.slice(units[brand.first]!.start, trade.start))
          )
        : !brand.rare && !cued
    )
      continue
    let start = units[brand.first]!.start
    if (/^[帮到由给让把将与和在对从向被至叫用跟同则是]/.test(text.slice(start)) && trade.start - start >= 3)
      start++
    const before = units[brand.first - 1]
    if (
      before?.listed === 'Place' &&
      !/[省市区县]$/.test(before.text) &&
      !/^(?:在|位于|落户|到)$/.test(units[brand.first - 2]?.text ?? '')
    )
      start = before.start
    out.push({
      start,
      end: trade.end,
      type: 'Company',
      confidence: CUE.test(after) ? 0.82 : 0.72,
      rule: 'firm:trade',
    })
  }
  return out
}

/** Brands end otherwise than places do. */
const PLACE_LIKE = /[省市区县镇乡村路街湖河江山岛湾港口桥站门沟坪洲岭城庄]$/

/** 格瑞芬年产10万吨…, 同兴达车载模组 in a list of projects: the brand that begins what has no last word of a project's. */
export function ownerCandidates(view: View, projects: readonly Candidate[]): Candidate[] {
  return projects.flatMap((c): Candidate[] => {
    if (c.type !== 'Project') return []
    const first = view.units[view.unitAt(c.start)]
    if (!first || first.start !== c.start || first.listed || !/^(?:x|nz|nr|nrt|nrfg)$/.test(first.tag))
      return []
    const name = first.text
    const rest = view.text.slice(first.end, c.end)
    const made =
      (c.rule === 'list:project' && typeOfHead(view.text.slice(c.start, c.end)) === null) ||
      /^(?:年产|年处理|\d+(?:\.\d+)?[万亿]?[吨千兆平])/.test(rest)
    if (!made || COMMON.has(name) || PLACE_LIKE.test(name) || FRAMES.has(name) || rest.length < 4) return []
    if (!/^[\p{Script=Han}]{2,4}$/u.test(name)) return []
    return [{ start: c.start, end: first.end, type: 'Company', confidence: 0.66, rule: 'firm:owner' }]
  })
}

/** Trades that go on to name a place or a sector too often. */
const LOOSE = /^(?:国际|芯片|卫星|医学|医疗|材料|氢能|诊断|文化|健康|信息|环境|旅游|商业|资本)$/

/** Whether a name may begin at unit `i`: behind a mark, a verb, a place or a frame. */
function edged(units: readonly Unit[], i: number): boolean {
  const before = units[i - 1]
  return (
    !before ||
    before.end !== units[i]!.start ||
    before.listed === 'Place' ||
    FRAMES.has(before.text) ||
    /^[、,，。；;：:“”()（）\s]+$/.test(before.text)
  )
}

/** A trade that a tagger cut in two as one: 钴|业. */
function tradeAt(units: readonly Unit[], i: number): Unit {
  const [unit, next] = [units[i]!, units[i + 1]]
  if (!next || unit.text.length !== 1 || next.text.length !== 1 || unit.end !== next.start) return unit
  const text = unit.text + next.text
  return TRADES.has(text) ? { start: unit.start, end: next.end, text, tag: 'n' } : unit
}

/** Whether the thing before or behind in a list is a company by its trade or its name. */
const mate = (units: readonly Unit[], i: number, first: number): boolean =>
  [units[first - 2], units[i + 2], units[i + 3], units[i + 4]].some(
    (u) => u !== undefined && (u.listed === 'Company' || (TRADES.has(u.text) && !WEAK_TRADES.has(u.text))),
  )

/** The two to four characters before a trade that make a brand: words no dictionary has, or single characters. */
function brandBefore(
  units: readonly Unit[],
  i: number,
): { first: number; rare: boolean; coined?: boolean } | null {
  let length = 0
  let first = i
  let rare = false
  for (let k = i - 1; k >= 0 && i - k <= 3; k--) {
    const unit = units[k]!
    if (unit.listed && unit.listed !== 'Company') break
    if (!/^[\p{Script=Han}A-Za-z]+$/u.test(unit.text)) break
    const coined =
      !COMMON.has(unit.text) &&
      (/^(?:x|nz|nr|nrt|nrfg|eng)$/.test(unit.tag) ||
        (unit.tag === 'ns' && unit.text.length === 2) ||
        (HARDEST.test(units[i]!.text) &&
          unit.text.length === 2 &&
          /^[nvazlibm]/.test(unit.tag) &&
          !/\d/.test(unit.text) &&
          !FRAMES.has(unit.text)))
    const single =
      unit.text.length === 1 &&
      /[\p{Script=Han}]/u.test(unit.text) &&
      !FRAMES.has(unit.text) &&
      !/^(?:q|r|u|w)/.test(unit.tag)
    if (!(coined || single) || NOMINAL.has(unit.text) || /^[一两三四五六七八九十几]/.test(unit.text)) break
    if (length + unit.text.length > 4) break
    if (units[k + 1]!.start !== unit.end) break
    length += unit.text.length
    first = k
    rare ||= coined || /^(?:ng|g|zg|nr|n)$/.test(unit.tag)
    if (coined && unit.text.length >= 2) break
  }
  if (length >= 2)
    return { first, rare, coined: units.slice(first, i).some((u) => u.tag === 'x' && u.text.length >= 2) }
  // 北方重工, 三峡能源: a place's or a quarter's name before a trade that only companies bear
  const before = units[i - 1]
  return before &&
    HARD.test(units[i]!.text) &&
    (before.listed === 'Place' || /^[东西南北华][方北南东中]$/.test(before.text)) &&
    before.text.length === 2
    ? { first: i - 1, rare: HARDEST.test(units[i]!.text) }
    : null
}
