/** Whom a number is said of: by relative clause, by the name beside it, by the clause's topic, by what the passage is about. */
import type { ArticleEntity } from '../../../model/article.ts'
import type { EntityType } from '../../../model/ontology.ts'
import { mainOf } from '../about.ts'
import { type Clause, clauseAt } from '../clauses.ts'
import type { Phrase, Unit } from '../phrases.ts'
import { CARRY, type Reading } from '../reading.ts'
import { between, firstFrom, isCity, isInert, outerOf, type Placed, type Scene, typeOf } from '../scene.ts'
import { MACRO, UNDERTAKING } from './metric.ts'

/** As far into a clause as it is looked for words that say whom it is about, in characters. */
const LONGEST = 200
const CARRIERS = new Set<EntityType>([
  'Project',
  'Park',
  'Company',
  'Institute',
  'Strategy',
  'Place',
  'Event',
  'Industry',
])
const UNDERTAKINGS = new Set<EntityType>(['Project', 'Park', 'Company', 'Institute'])
/** What a clause may set up for the next one to go on about. */
const SET_UP = new Set<EntityType>(['Project', 'Park', 'Institute', 'Strategy', 'Event'])
/** Predicates that bring something about. */
const SETS_UP = new Set(['build', 'found', 'bring', 'host', 'venture'])
const ZONE = /(?:区|谷|城|走廊|带|港|湾)$/
const MEASURES = /举措|措施|任务|工程|条款|事项|行动|政策|条|项目/
/** A text with parts and sums of its own. */
const PLAN = /(?:方案|规划|计划|措施|办法|纲要|\d+条|[一二三四五六七八九十]条|意见|政策|条例|行动)[”》]?$/
const ISSUED = /印发|出台|编制|发布|制定|推出|公布/
const INDUSTRY_FIGURE =
  /^(?:产业|行业|集群|产业集群)?(?:实现|完成|累计|全年|年|今年|前[一二三四]季度|前\d+个?月|规上|规模以上)*(?:总?产值|产业规模|规模|营业收入|营收|主营业务收入)(?!占)/u
/** Organizations that numbers are said of: not those that govern. */
const BODY = /(?:基金|医院|联盟|协会|学校|中学|小学|合作社|商会|[^员大]会|[局院校馆站队社])$/
const GOVERNING = /(?:委会|委员会|党代会|人大|政府)$/

export const DISTRICT =
  /(?<!高于|低于|位居|占|居|列|好于|快于)(?:全区|全市|全县|全省|全镇|全州|全村|我区|我市|我县|我省|该区|该市|该县|辖区|区域内|(?<!园|景|城|社|校|片)区内|县内|镇里|村里|县里|旗里|区里|市里)(?!第|前[列茅\d三五十]|首|排名|领先|平均|最)/u
export const PRONOUN = /^[“‘]?(?:这是|这也是|它|其(?![中他余一二三])|这[座条家里个项片]|该)/
export const EVENT = /^[“‘]?(?:此次|本次|这次|本届|这届|现场签约)/
/** 甲里, 甲上空: where, not who. */
const WHERE = /^[”》]?(?:上空|上游|下游|附近|周边|南岸|北岸|沿线|沿岸|脚下|对面|以[东南西北])/
const LISTED = /^[”》]?(?:、[^,，]{0,24})?等/
/** A list that is counted right behind it is not what the number is said of. */
const COUNTED = /^[”》]?(?:、[^,，]{0,24})?等[^,，]{0,12}$/u

/** How a subject was found. */
export const WAYS = [
  'name',
  'same',
  'relative',
  'beside',
  'built',
  'gathered',
  'led',
  'object',
  'district',
  'topic',
  'topic before',
  'event',
  'pronoun',
  'speaker',
  'spoken',
  'main',
] as const
export type Way = (typeof WAYS)[number]
export interface Picked {
  /** Index of the entity, or -1. */
  entity: number
  way: Way
}

export class Subjects {
  readonly #scene: Scene
  readonly #readings: readonly Reading[]
  readonly #main: number

  constructor(scene: Scene, readings: readonly Reading[]) {
    this.#scene = scene
    this.#readings = readings
    this.#main = mainOf(scene.article)
  }

  /** The subject of the number at `start`…`end` (offsets into the text). `context` is its metric with the words before it. */
  of(sentence: number, start: number, end: number, context: string): Picked {
    const reading = this.#readings[sentence]!
    const at = clauseAt(reading.clauses, start)
    const by = (way: Way, entity: number | null): Picked | null => (entity === null ? null : { entity, way })
    return (
      by('relative', this.#relative(reading, at, end)) ??
      by('beside', this.#beside(reading, at, start, end)) ??
      by('built', this.#built(reading, at, start, end, context)) ??
      by('gathered', this.#gathered(reading, at, start, end)) ??
      this.#stated(reading, at, start, context) ??
      by('speaker', this.#speaker(reading, start)) ??
      (UNDERTAKING.test(context) && !MACRO.test(context) && !this.#acts(reading.clauses[at]!)
        ? by('spoken', this.#spoken(reading, context))
        : null) ?? { entity: this.#main, way: 'main' }
    )
  }

  /** The project in whose name a number with its unit stands: 年产2万吨碳酸锂项目. */
  named(sentence: number, start: number, end: number): number {
    const outer = outerOf(this.#scene.bySentence[sentence]!)
    let i = firstFrom(outer, start + 1) - 1
    while (i > 0 && outer[i - 1]!.end >= end) i--
    const inside = i >= 0 && outer[i]!.end >= end ? outer[i] : undefined
    return inside?.type === 'Project' ? inside.entity : -1
  }

  /** 总投资约166亿元的X, 12平方公里的“X”, also where a definite noun stands for X. */
  #relative({ clauses }: Reading, at: number, end: number): number | null {
    const { text } = this.#scene.article
    const link = /^(?:左右|以上|余|多)?(?:、[^,，。;；]{2,16}?)?的/.exec(text.slice(end, end + 24))
    if (!link) return null
    const from = end + link[0].length
    const next = clauses[at]!.phrases.find(
      (p) => p.start >= from && p.start - from <= 16 && !/[,，。;；、和与]/.test(text.slice(from, p.start)),
    )
    if (!next || /(?:给予|用于|建设|落户)$/.test(text.slice(from, next.start))) return null
    const unit = next.units.find((u) => !u.modifier)
    return unit && (SET_UP.has(unit.type) || unit.type === 'Company' || this.#isFund(unit))
      ? unit.entities[0]!
      : null
  }

  /** 甲的2800个摊位, 甲园13栋厂房, 甲片区15.95平方公里: the name right in front. */
  #beside({ clauses }: Reading, at: number, start: number, end: number): number | null {
    const phrase = clauses[at]!.phrases.findLast((p) => p.end <= start)
    if (!phrase || start - phrase.end > 4 || /^(?:到|至|从|距|给|为|比)$/.test(phrase.governor)) return null
    const gap = between(this.#scene, phrase.end, start).replace(/[”》]/g, '')
    if (!/^(?:的|内|里|现有|已有|共|首批|面积)?约?$/.test(gap)) return null
    // 研发中心6家: it is what is counted
    if (
      gap === '' &&
      /[家个所处条项座]$/.test(between(this.#scene, start, end)) &&
      !/^[\p{Script=Han}]/u.test(between(this.#scene, end, end + 1))
    )
      return null
    const unit = phrase.units.at(-1)!
    if (unit.type === 'Industry' || unit.type === 'Honor' || unit.type === 'Person') return null
    if (phrase.units.filter((u) => !u.modifier).length > 1) return null
    if (gap === '' && this.#isInert(unit)) return null
    if (unit.type === 'Strategy' && gap !== '的' && !ZONE.test(this.#nameOf(unit))) return null
    return unit.entities[0]!
  }

  /** 投资12亿元建设X. */
  #built({ clauses }: Reading, at: number, start: number, end: number, metric: string): number | null {
    const { text } = this.#scene.article
    if (
      !/投资|出资|斥资|投入|拿出/.test(metric + text.slice(Math.max(0, start - 8), start)) &&
      !/^(?:投向|用于)/.test(text.slice(end, end + 2))
    )
      return null
    const verb =
      /^(?:[,，](?=在))?[^。;；,，]{0,14}?(?:建设|新建|兴建|打造|实施|布局|成立|设立|用于|改造|扩建|建起|投向|投建)[^,，。;；]{0,16}/u.exec(
        text.slice(end, end + 36),
      )
    if (!verb) return null
    const phrase = [...clauses[at]!.phrases, ...(clauses[at + 1]?.phrases ?? [])].find(
      (p) => p.start >= end && p.start <= end + verb[0].length + 1 && p.governor !== '在',
    )
    const unit = phrase?.units.find((u) => !u.modifier && (SET_UP.has(u.type) || this.#isFund(u)))
    return unit ? unit.entities[0]! : null
  }

  /** A、B等41家企业集聚X: the list is what is counted, X where they gather. */
  #gathered({ clauses, sentence }: Reading, at: number, start: number, end: number): number | null {
    const { text } = this.#scene.article
    if (!/等(?:\s|\d)?$/.test(text.slice(Math.max(0, start - 2), start))) return null
    const verb =
      /^[^,，。;；]{0,12}?(?:集聚|聚集|汇聚|云集|入驻|落户|进驻|扎根|落地|入园)(?:在|到|于|至)?[“‘]?/u.exec(
        text.slice(end, end + 30),
      )
    if (!verb) return null
    const stop = end + verb[0].length
    const there = clauses[at]!.phrases.find((p) => Math.abs(p.start - stop) <= 1)
    if (there) return there.units.find((u) => !u.modifier)?.entities[0] ?? null
    // 31家企业已入驻: into what the sentence has just set up
    if (!/^[,，。;；]/.test(text.slice(stop, stop + 1))) return null
    const before = outerOf(this.#scene.bySentence[sentence.index]!).filter((m) => m.end < start)
    return before.findLast((m) => m.type === 'Park' || m.type === 'Project')?.entity ?? null
  }

  /** What the number's clause speaks of, else the clauses before it in the sentence. */
  #stated(reading: Reading, at: number, start: number, context: string): Picked | null {
    const { clauses } = reading
    for (let i = at; i >= 0 && i >= at - CARRY; i--) {
      const clause = clauses[i]!
      const limit = i === at ? start : clause.end
      const words = between(this.#scene, clause.start, Math.min(limit, clause.start + LONGEST))
      const district = DISTRICT.exec(words)
      const led = i < at ? this.#ledTo(clause) : null
      if (led !== null) return { entity: led, way: 'led' }
      const object = i < at ? this.#setUp(clause, context) : null
      if (object !== null && (UNDERTAKING.test(context) || this.#isPlan(object)))
        return { entity: object, way: 'object' }
      const topic = this.#topicOf(clause, limit, context, i === at)
      if (district && (!topic || clause.start + district.index < topic.phrase.start || topic.industry))
        return { entity: this.#district(district[0]), way: 'district' }
      if (topic) return { entity: topic.entity, way: i === at ? 'topic' : 'topic before' }
      if (EVENT.test(words)) {
        const event = this.#eventBefore(reading.sentence.index)
        if (event !== null) return { entity: event, way: 'event' }
      }
      if (PRONOUN.test(words)) {
        const spoken = this.#spoken(reading, context)
        if (spoken !== null) return { entity: spoken, way: 'pronoun' }
      }
      if (object !== null && !MACRO.test(context) && !this.#acts(clauses[at]!))
        return { entity: object, way: 'object' }
      if (clause.speech && i < at) break
    }
    return null
  }

  /** Who or what a clause is about, of those that a number with this context may be said of. */
  #topicOf(clause: Clause, limit: number, context: string, own: boolean) {
    const first = clause.cues[0]?.start ?? clause.end
    const ungoverned = clause.phrases.filter((p) => p.governor === '' && p.start < first)
    const behind = (p: Phrase) => between(this.#scene, p.end, Math.min(limit, p.end + 40))
    const choices = [clause.topic, clause.subject, ...ungoverned]
    for (const phrase of choices) {
      if (!phrase || phrase.end > limit) continue
      if (LISTED.test(behind(phrase))) {
        // 甲、乙等片区: each is a part of what the article is about
        if (phrase.units.every((u) => u.type === 'Place'))
          return { entity: this.#main, phrase, industry: false }
        if (own ? COUNTED.test(behind(phrase)) : /等[^,，]{0,4}\d/.test(behind(phrase))) continue
      }
      if (WHERE.test(behind(phrase))) continue
      // 其中北京项目98个: a place that only sorts what is counted
      const sorting = /^其中|^[东中西南北]部/.test(
        between(this.#scene, clause.start, Math.min(phrase.start, clause.start + 4)),
      )
      const units = [...phrase.units.filter((u) => !u.modifier), ...phrase.units.filter((u) => u.modifier)]
      for (const unit of units) {
        if (sorting && unit.type === 'Place' && !/^[”》]?[,，有为]/.test(behind(phrase))) continue
        if (!this.#suits(unit, context, own)) continue
        return { entity: unit.entities[0]!, phrase, industry: unit.type === 'Industry' }
      }
    }
    return null
  }

  #suits(unit: Unit, context: string, own: boolean): boolean {
    const name = this.#nameOf(unit)
    if (unit.type === 'Strategy')
      return (
        ZONE.test(name) ||
        (own ? PLAN.test(name) || MEASURES.test(context) : /举措|措施|条款|事项/.test(context))
      )
    if (unit.type === 'Industry')
      return (
        (!own && /产业规模|产值|产业增加值/.test(context)) ||
        ((own || /增长|下降|增速|增幅/.test(context)) &&
          INDUSTRY_FIGURE.test(between(this.#scene, unit.end, unit.end + 20)))
      )
    if (unit.type === 'Place') return unit.anaphor || own || name.length > 4 || !this.#isInert(unit)
    if (unit.type === 'Organization') return BODY.test(name) && !GOVERNING.test(name)
    return CARRIERS.has(unit.type)
  }

  /** 甲与乙共建的丙,…: what a clause leads up to with 的. */
  #ledTo(clause: Clause): number | null {
    const last = clause.phrases.at(-1)
    const before = clause.phrases.at(-2)
    if (!last || clause.end - last.end > 1 || last === clause.subject || clause.cues.length === 0) return null
    if (!/的[“‘《]?$/.test(between(this.#scene, before?.end ?? clause.start, last.start))) return null
    const unit = last.units.find((u) => !u.modifier)
    return unit && UNDERTAKINGS.has(unit.type) ? unit.entities[0]! : null
  }

  /** The undertaking that an earlier clause sets up: 建设X,占地68亩; 印发《X》,给出21条措施. */
  #setUp(clause: Clause, context: string): number | null {
    const last = clause.phrases.at(-1)
    if (!last || clause.end - last.end > 3 || !/^(?:|把|将)$/.test(last.governor)) return null
    if (last === clause.subject || clause.cues.length === 0) return null
    const by = clause.cues.findLast((cue) => cue.end <= last.start)
    if (!by?.predicates.some((p) => SETS_UP.has(p.name)) && !ISSUED.test(by?.word ?? '')) return null
    const units = last.units.filter((u) => !u.modifier)
    const unit = units[0]
    if (!unit || units.length > 1 || !(SET_UP.has(unit.type) || this.#isFund(unit))) return null
    if (unit.type === 'Strategy' && !MEASURES.test(context)) return null
    if (unit.type === 'Strategy' && /举措|措施/.test(context)) return unit.entities[0]!
    if (
      unit.type === 'Strategy' &&
      !(
        ISSUED.test(between(this.#scene, clause.start, clause.end)) ||
        (ZONE.test(this.#nameOf(unit)) && clause.end === last.end + 1)
      )
    )
      return null
    return unit.entities[0]!
  }

  /** Whose person says it: “…”X总经理Y说; X总经理Y说,“…”. */
  #speaker({ sentence }: Reading, start: number): number | null {
    const { text, sentences } = this.#scene.article
    const from = Math.max(0, start - 200)
    const open = from + text.slice(from, start).lastIndexOf('“')
    const close = open + text.slice(open, open + 300).indexOf('”')
    if (open < from || close < start) return null
    for (const s of [sentence.index, sentence.index + 1]) {
      const next = sentences[s]
      if (!next || next.start > close + 40) return null
      const named = outerOf(this.#scene.bySentence[s]!)
      const after = named.filter((m) => m.start >= close && m.start <= close + 30)
      const owner = after.findLast((m) => isBody(m))
      if (
        owner &&
        /^[^,，。;；]{2,24}(?:说|表示|介绍|告诉|称|坦言|道)/u.test(text.slice(owner.end, owner.end + 30))
      )
        return owner.entity
      const before = named.filter((m) => m.end <= open && m.start >= open - 60)
      const front = before.findLast((m) => isBody(m))
      if (
        front &&
        /^[^。;；]{2,24}(?:说|表示|介绍|告诉|称|坦言|道)[^。;；]{0,4}[:：,，]$/u.test(
          text.slice(front.end, open),
        )
      )
        return front.entity
    }
    return null
  }

  /** Whether a clause begins with what somebody does: 储备企业49家. */
  #acts({ start }: Clause): boolean {
    const { tokens } = this.#scene.article
    const first = firstFrom(tokens, start)
    let i = first
    while (tokens[i] && /^(?:t|d|m|p)$/.test(tokens[i]!.tag) && i < first + 4) i++
    return (
      tokens[i] !== undefined &&
      (/^v/.test(tokens[i]!.tag) || /^(?:帮助|支持|推动|带动)/.test(tokens[i]!.text))
    )
  }

  /** The event that was named last. */
  #eventBefore(sentence: number): number | null {
    for (let s = sentence; s >= Math.max(0, sentence - 12); s--) {
      const event = this.#scene.bySentence[s]!.findLast((m) => m.type === 'Event')
      if (event) return event.entity
    }
    return null
  }

  /** What the sentences before in the paragraph go on about. */
  #spoken({ before }: Reading, context: string): number | null {
    for (const phrase of before.slice(0, 3)) {
      const unit = phrase.units.find((u) => !u.modifier && this.#suits(u, context, false))
      if (unit && !this.#isInert(unit)) return unit.entities[0]!
    }
    return null
  }

  /** The place of the level that the word names (全区 → a district), else what the article is about. */
  #district(word: string): number {
    const level = /[区市县省镇州村旗]/.exec(word)?.[0]
    const { entities } = this.#scene.article
    const main = entities[this.#main]
    const fits = (e: ArticleEntity | undefined) =>
      level !== undefined &&
      e !== undefined &&
      ([e.name, ...e.aliases].some((form) => form.endsWith(level)) ||
        (level === '市' && e.type === 'Place' && isCity(e)))
    if (!level || fits(main)) return this.#main
    const same = entities.filter((e) => (e.type === 'Place' || e.type === 'Park') && fits(e))
    return same.reduce(
      (best, e) => (e.mentions.length > best.n ? { i: e.index, n: e.mentions.length } : best),
      { i: this.#main, n: 1 },
    ).i
  }

  #nameOf = (unit: Unit): string => this.#scene.article.text.slice(unit.start, unit.end)
  #isPlan = (entity: number): boolean => typeOf(this.#scene, entity) === 'Strategy'
  #isInert = (unit: Unit): boolean => isInert(this.#scene.article.entities[unit.entities[0]!]!)
  #isFund = (unit: Unit): boolean => unit.type === 'Organization' && /基金[”》]?$/.test(this.#nameOf(unit))
}

const isBody = (m: Placed): boolean => ['Company', 'Institute', 'Park', 'Project'].includes(m.type)
