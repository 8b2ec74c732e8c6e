/** Names that ran into the names beside them: parted again, and what was cut off given back. */
import type { EntityType } from '../../model/ontology.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Candidate } from './candidate.ts'
import { INSIDE } from './choose.ts'

/** A name as it was chosen, or the names that it is made of. */
export function alone(text: string, c: Candidate, lexicon: Lexicon): Candidate[] {
  const whole = atItsEdges(text, c, lexicon)
  const name = text.slice(whole.start, whole.end)
  const cuts =
    whole.type === 'Park'
      ? placesBefore(name, lexicon)
      : whole.type === 'Strategy'
        ? setBehind(text, whole, name)
        : LISTED.has(whole.type)
          ? lastOfList(text, whole, name)
          : []
  if (cuts.length > 0)
    return cuts.map((cut) => ({
      ...whole,
      ...cut,
      start: whole.start + cut.start,
      end: whole.start + cut.end,
    }))
  const parent = parentOf(name, whole.type, lexicon)
  return parent
    ? [whole, { ...whole, ...parent, start: whole.start, end: whole.start + parent.end, rule: INSIDE }]
    : [whole]
}

const BRANCH = /^(.{4,}?)(?:分公司|分行|支行)$/
const SHORTEST_PARENT = 2
const OF_UNIVERSITY = /^(.{2,}大学)(?:[^大附]{0,8})附属/

/** 青禾汽车|云江分公司, 云江大学|附属医院: whose branch it is, which its name says. */
function parentOf(name: string, type: EntityType, lexicon: Lexicon): Cut | null {
  if (type === 'Company') {
    const front = BRANCH.exec(name)?.[1]
    for (let n = 4; front && n >= 2; n--)
      if (front.length - n >= SHORTEST_PARENT && lexicon.typeOf(front.slice(-n)) === 'Place')
        return { start: 0, end: front.length - n }
    return null
  }
  const university =
    type === 'Organization' || type === 'Institute' ? OF_UNIVERSITY.exec(name)?.[1] : undefined
  return university ? { start: 0, end: university.length, type: 'Institute' } : null
}

/** A stretch of a name, and its type where that is another. */
interface Cut {
  start: number
  end: number
  type?: EntityType
}

const CITY_AND_COUNTY = /^([\p{Script=Han}]{2,4}市)([\p{Script=Han}]{1,5}[区县旗])(?=.{4})/u

/** 青禾市云江区|石桥工业园: a park's name begins behind the city and the district that it lies in. */
function placesBefore(name: string, lexicon: Lexicon): Cut[] {
  const [whole, city, county] = CITY_AND_COUNTY.exec(name) ?? []
  if (!city || lexicon.typeOf(city) !== 'Place' || lexicon.typeOf(county!) !== 'Place') return []
  return [
    { start: 0, end: city.length, type: 'Place' },
    { start: city.length, end: whole!.length, type: 'Place' },
    { start: whole!.length, end: name.length },
  ]
}

const MEMBER_AND_SET = /^(“[^“”]{2,14}”)[二三四五六七八九十]大.{2,8}$/

/** “甲行动”“|乙行动”|六大行动: the last one of a set, and the set. */
function setBehind(text: string, { start }: Candidate, name: string): Cut[] {
  const member = MEMBER_AND_SET.exec(name)?.[1]
  return member && /[”、]/.test(text[start - 1] ?? '')
    ? [
        { start: 0, end: member.length },
        { start: member.length, end: name.length },
      ]
    : []
}

const LISTED: ReadonlySet<EntityType> = new Set(['Project', 'Institute'])
const WORK =
  '(?:城|园|谷|基地|中心|枢纽|小镇|广场|公园|大桥|隧道|公路|铁路|高速|大道|路|医院|学校|项目|工程|平台|研究院|实验室)'
const TWO_WORKS = new RegExp(`^(.{2,}${WORK})[和与](?!林格尔|田|平|县|政)(?:.{2,}${WORK})$`)

/** 甲、乙|和|丙: the last two of a list are two. */
function lastOfList(text: string, { start, end }: Candidate, name: string): Cut[] {
  const first = TWO_WORKS.exec(name)?.[1]
  if (!first || text[start - 1] !== '、' || !/^[，,。；;、]/.test(text.slice(end))) return []
  return [
    { start: 0, end: first.length },
    { start: first.length + 1, end: name.length },
  ]
}

const ROUND: ReadonlySet<EntityType> = new Set(['Project', 'Park', 'Place', 'Strategy'])
/** 贯|通|环, 三|环: another word's. */
const RING = /(?<![循连外内二三四五六光耳花圆绕])环$/
/** 青石产业园建|在新区, 云江基地投|产: what is done, whose first half was read as the name's end. */
const HALF = /(?<=.{2}[城区园谷港院镇村站馆厂库地心目程])[建位坐落投竣开封揭签]$/
const DONE = /^(?:建[在于]|位于|坐落|落[户地]|投[产用运]|竣工|开[工业园]|封顶|揭牌|签约)/
/** 甲路、|乙路三条道路: how many they are. */
const COUNTED = /(?<=.{2})[二三四五六七八九十两]+条(?:高速|骨干|主要|主|城市)?(?:公路|道路|铁路|快速路)$/
const GROUND: ReadonlySet<EntityType> = new Set(['Project', 'Place', 'Park'])
/** 新沙五路|北、…: on which side of it. */
const WAY_AND_SIDE = /^.{2,}(?:路|街|大道)[东西南北]$/
const SIDE = /^[东西南北](?![街路巷里门站湖山村段延])/
/** 环保技术和|省农科院. */
const OTHER_BODY = /^.{2,}[和与及](?=[省市县区].{0,8}(?:院|局|委|厅|办|中心)$)/

function atItsEdges(text: string, c: Candidate, lexicon: Lexicon): Candidate {
  const name = text.slice(c.start, c.end)
  // 2031年|三季度集中开工仪式: the year is part of what is held
  const year =
    c.type === 'Event' ? /(?<!\d)\d{4}年度?$/.exec(text.slice(Math.max(0, c.start - 6), c.start)) : null
  if (year && !/^\d/.test(name)) return { ...c, start: c.start - year[0].length }
  if (c.type === 'Place' && SIDE.test(text.slice(c.end - 1, c.end + 1)) && WAY_AND_SIDE.test(name))
    return { ...c, end: c.end - 1 }
  if (c.type === 'Place' && name.length > 2 && name.endsWith('片') && text[c.end] === '区')
    return { ...c, end: c.end + 1 }
  if (ROUND.has(c.type) && RING.test(text.slice(Math.max(0, c.start - 2), c.start))) {
    const bay = /^.{1,3}[湾湖海河岛]/.exec(name)?.[0]
    if (bay && lexicon.typeOf(bay) === 'Place') return { ...c, start: c.start - 1 }
  }
  if (GROUND.has(c.type)) {
    const back =
      (DONE.test(text.slice(c.end - 1, c.end + 2)) ? HALF.exec(name) : null) ??
      (text[c.start - 1] === '、' ? COUNTED.exec(name) : null)
    if (back) return { ...c, end: c.end - back[0].length }
  }
  // 国务院|办公厅
  if (c.type === 'Organization' && text.startsWith('办公厅', c.end)) return { ...c, end: c.end + 3 }
  if (c.type === 'Institute' || c.type === 'Organization') {
    const other = OTHER_BODY.exec(name)
    if (other) return { ...c, start: c.start + other[0].length }
  }
  return c
}
