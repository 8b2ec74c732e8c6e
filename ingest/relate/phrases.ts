/** A sentence's names as phrases: lists taken together, owners told from what they own, prepositions noted. */
import type { Span } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { type Placed, type Scene, typeOf } from './scene.ts'

/** A name, or a definite phrase that stands for one. */
export interface Unit extends Span {
  type: EntityType
  /** What it stands for: its entity first, then the members of a set or the parts of a list inside the name. */
  entities: number[]
  /** Strategies that its name begins with: 国家科学中心 in 国家科学中心承载区. */
  inside: number[]
  /** It only says where or whose the next one is: 历城区 in 历城区彩石街道. */
  modifier: boolean
  anaphor: boolean
}

/** Names in one place of a sentence: a list, or one. */
export interface Phrase extends Span {
  units: Unit[]
  /** The preposition in front (在, 与, 由, 以 …), or ''. */
  governor: string
  /** The governor is the one of the phrase in front, which only qualifies this one (甲与乙交界的丙). */
  inherits: boolean
  /** Where 与, 和 … splits the list in two sides: the index of the first unit on the right, or -1. */
  split: number
}

/** A sentence is read as far as this many names. */
const MOST = 400
/** What stands round a name without saying anything. */
const MARKS = /[“”‘’"《》「」『』\s]/g
const LIST =
  /^(?:建设|发展|战略|改革|工程|行动|项目|公司|产业|领域|企业|机构|单位|高校|院所|园区|平台)?(?:等[^,，。;；:：、]{0,10})?(?:[、/]|和|与|及|同|暨|或|以及|[,，](?:以及|还有|及|和))(?:[^,，。;；:：、]{0,12}、|原|新|首个)?$/
/** One name's end mark right before the next one's: “甲”“乙”, 《甲》《乙》. */
const ABUTTING = /[”’》」』][“‘《「『]/
const OWNING = /^(?:的|里的|内的|境内的?|旗下的?|所属的?|下属的?|辖区的?)?$/
const HEAD_OF_GOVERNED = /^[^,，。;；:：]{0,6}的$/
const GOVERNOR =
  /(?:(?<![正现存所旨实])在|(?<![对基至位由属坐])于|(?<!达)到|至|从|自|(?<!走|方|面)向|与|(?<!总)和|同|跟|(?<!理|自|缘)由|被|经|以|把|将|(?<!相|针|面)对|为|据|随|赴|按照|依照|根据|联合|联动|携手|会同|牵手|依托|通过)$/
const SET = /^[一二三四五六七八九十两\d]+[大个]/

/** The phrases of a sentence in order of text. */
export function phrasesOf(scene: Scene, sentence: number): Phrase[] {
  const units = unitsOf(scene, sentence)
  const { text, sentences } = scene.article
  const phrases: Phrase[] = []
  let end = sentences[sentence]!.start
  for (const unit of units) {
    const between = text.slice(end, unit.start)
    const gap = ABUTTING.test(between) ? '、' : between.replace(MARKS, '')
    const last = phrases.at(-1)
    const joined = last && join(last, unit, gap)
    if (!joined) {
      const governor = /[(（]$/.test(gap)
        ? '('
        : governorOf(gap.replace(/(?:这[片座个条家处]|该)$/, ''), unit.type)
      const inherits = last && /^[在于到至从]$/.test(last.governor) && !governor && HEAD_OF_GOVERNED.test(gap)
      if (inherits) for (const u of last.units) u.modifier = true
      phrases.push({
        start: unit.start,
        end: unit.end,
        units: [unit],
        governor: inherits ? last.governor : governor,
        inherits: inherits === true,
        split: -1,
      })
    }
    end = Math.max(end, unit.end)
  }
  return phrases
}

/** A person's title may stand between: 由副研究员甲创办. */
const governorOf = (gap: string, type: EntityType): string =>
  GOVERNOR.exec(gap)?.[0] ??
  (type === 'Person' ? (/(由|与|跟|向)[^,，。;；:：]{1,10}$/.exec(gap)?.[1] ?? '') : '')

/** Where a phrase's governor stands; undefined where it does not stand right in front of it. */
export function governorAt({ article: { text } }: Scene, { governor, start }: Phrase): Span | undefined {
  const end = start - (/[“‘《「『]/.test(text.charAt(start - 1)) ? 1 : 0)
  const from = end - governor.length
  return governor !== '' && text.slice(from, end) === governor ? { start: from, end } : undefined
}

/** Puts a unit into the phrase before it where the gap says that it belongs there. */
function join(phrase: Phrase, unit: Unit & { text: string }, gap: string): boolean {
  const last = phrase.units.at(-1)!
  if ((unit.type === 'Person') !== (last.type === 'Person')) return false
  // 甲、乙等十大工程, 甲、乙等世界500强企业
  if (/^等[^,，。;；:：、]{0,6}$/.test(gap) && (unit.type === 'Honor' || SET.test(unit.text))) {
    phrase.units.push(unit)
    phrase.end = Math.max(phrase.end, unit.end)
    return true
  }
  const owning = OWNING.test(gap)
  if (!owning && !LIST.test(gap)) return false
  if (owning && !isSetOf(unit, last)) {
    last.modifier = true
    // 甲与乙的丙: 甲 owns nothing
    if (gap !== '')
      for (const u of phrase.units.slice(Math.max(0, phrase.split)))
        if (u.type === last.type) u.modifier = true
  } else if (
    phrase.split < 0 &&
    (/^[与同]$/.test(gap) || (gap === '和' && phrase.units.every((u) => u === last || u.modifier)))
  ) {
    phrase.split = phrase.units.length
  }
  phrase.units.push(unit)
  phrase.end = Math.max(phrase.end, unit.end)
  return true
}

const isSetOf = (unit: Unit & { text?: string }, last: Unit) =>
  unit.type === last.type && unit.text !== undefined && SET.test(unit.text)

/** The outermost names and the definite phrases, in order. */
function unitsOf(scene: Scene, sentence: number): (Unit & { text: string })[] {
  const { entities, text } = scene.article
  const units: (Unit & { text: string })[] = []
  let outer: (Unit & { text: string }) | undefined
  for (const m of scene.bySentence[sentence]!) {
    if (outer && m.end <= outer.end) {
      if (m.type === outer.type && isListed(text, outer, m)) outer.entities.push(m.entity)
      else if (m.type === 'Strategy' && outer.type !== 'Strategy' && m.start - outer.start <= 1)
        outer.inside.push(m.entity)
      continue
    }
    if (outer && m.start < outer.end) continue
    if (units.length >= MOST) break
    outer = unitOf(m, [m.entity, ...entities[m.entity]!.members])
    units.push(outer)
  }
  for (const a of scene.anaphorsOf[sentence]!) {
    if (units.some((u) => u.start < a.end && a.start < u.end) || units.length >= MOST) continue
    units.push({
      start: a.start,
      end: a.end,
      text: text.slice(a.start, a.end),
      type: typeOf(scene, a.entities[0]!),
      entities: [...a.entities],
      inside: [],
      modifier: false,
      anaphor: true,
    })
  }
  return units.sort((a, b) => a.start - b.start)
}

const unitOf = (m: Placed, entities: number[]) => ({
  start: m.start,
  end: m.end,
  text: m.text,
  type: m.type,
  entities,
  inside: [],
  modifier: false,
  anaphor: false,
})

/** Whether a name inside a longer one is an item of a list in it: 东强 in “东强、西兴、南美”新格局. */
const isListed = (text: string, outer: Span, inner: Span) =>
  (inner.start > outer.start && text[inner.start - 1] === '、') || text[inner.end] === '、'
