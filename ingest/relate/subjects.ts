/** Whom a number is said of: by relative clause, by the clause's own subject, by an anaphor, by what the passage is about. */
import type { ArticleEntity, Linked } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { adverbialEnds, isAdverbial } from './adverbial.ts'
import { MACRO, UNDERTAKING } from './facts/metric.ts'
import { firstFrom, outermost, type Placed, type Scene } from './scene.ts'

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
/** A clause is read no farther back than this, in characters. */
const LONGEST = 400
const STOPS: ReadonlySet<number> = new Set([...',，;；:：。—\n'].map((c) => c.charCodeAt(0)))
const ZONE = /(?:区|谷|城|走廊|带|港|湾)$/
const MEASURES = /举措|措施|任务|工程|条款|事项|行动/
const INDUSTRY_FIGURE =
  /^(?:产业|行业|集群|产业集群)?(?:实现|完成|累计|全年|年|规上|规模以上)*(?:总?产值|产业规模|规模|营业收入|营收|主营业务收入)(?!占)/u
const UNDERTAKINGS = new Set<EntityType>(['Project', 'Park', 'Company', 'Institute'])
/** Organizations that numbers are said of. */
const FUND = /(?:基金|医院|联盟|协会|学校|中学|小学|合作社)$/

const ANAPHORS: readonly [RegExp, readonly EntityType[]][] = [
  [/^(?:该|这个|这一|整个|此)?(?:园区|产业园|科技园|开发区|基地|新区)/u, ['Park', 'Project']],
  [
    /^(?:该|这个|这一|整个|此)?(?:项目|工程|一期|二期|大厦|大桥|隧道|线路|全线|铁路|工厂|厂区|总部)/u,
    ['Project', 'Park'],
  ],
  [/(?:区内|园内|区里|园里)/u, ['Park', 'Place']],
  [/^(?:该|这家|本)?(?:公司|企业|集团|银行)/u, ['Company']],
  [/^(?:该|这家|本)?(?:研究院|研究所|实验室|中心|学校|学院|大学|平台)/u, ['Institute', 'Project']],
  [/^(?:该|本届|此次|这次|本次)?(?:大会|大赛|展会|活动|论坛|签约|博览会)/u, ['Event']],
]
const DISTRICT =
  /(?<!高于|低于|位居|占|居|列|好于|快于)(?:全区|全市|全县|全省|全镇|全州|我区|我市|我县|我省|该区|该市|该县|辖区|区域内)/u

export class Subjects {
  readonly #scene: Scene
  readonly #article: Linked
  readonly #main: number
  readonly #carriers = new Map<number, readonly Placed[]>()
  /** What the sentence or one before it in its paragraph opens with, or -1. */
  readonly #openings = new Map<number, number>()
  /** By offset, where the clause before it begins. */
  readonly #clauseStarts: Int32Array
  /** The last thing spoken of, by paragraph. */
  #carried = -1
  #paragraph = -1

  constructor(scene: Scene) {
    this.#scene = scene
    this.#article = scene.article
    this.#main = mainOf(scene.article)
    this.#clauseStarts = clauseStartsOf(scene.article.text)
  }

  /** The subject of the number at `start`…`end` (offsets into the text), or -1. `context` is its metric with the words before it. */
  of(sentence: number, start: number, end: number, context: string): number {
    const { paragraph } = this.#article.sentences[sentence]!
    if (paragraph !== this.#paragraph) {
      this.#paragraph = paragraph
      this.#carried = -1
    }
    const found =
      this.#relative(sentence, end) ??
      this.#built(sentence, start, end, context) ??
      this.#gathered(sentence, start, end)
    if (found !== null) return this.#keep(found)
    const stated = this.#stated(sentence, start, context)
    if (stated !== null) return this.#keep(stated)
    if (MACRO.test(context) || !UNDERTAKING.test(context)) return this.#main
    const spoken = this.#carried >= 0 ? this.#carried : this.#opening(sentence)
    return spoken >= 0 ? spoken : this.#main
  }

  /** The undertaking that the clause before `at`, or one before it in the sentence, speaks of; -1 where none is. */
  undertaking(sentence: number, at: number): number {
    const entity = this.#stated(sentence, at, '总投资') ?? -1
    return entity >= 0 && UNDERTAKINGS.has(this.#article.entities[entity]!.type) ? entity : -1
  }

  /** The project in whose name a number with its unit stands: 年产2万吨碳酸锂项目. */
  named(sentence: number, start: number, end: number): number {
    const outer = this.#outer(sentence)
    let i = firstFrom(outer, start + 1) - 1
    while (i > 0 && outer[i - 1]!.end >= end) i--
    const inside = i >= 0 && outer[i]!.end >= end ? outer[i] : undefined
    return inside?.type === 'Project' ? inside.entity : -1
  }

  #keep(entity: number): number {
    if (UNDERTAKINGS.has(this.#article.entities[entity]!.type)) this.#carried = entity
    return entity
  }

  #outer(sentence: number): readonly Placed[] {
    let outer = this.#carriers.get(sentence)
    if (!outer) {
      outer = outermost(this.#scene.bySentence[sentence]!).filter((m) => CARRIERS.has(m.type) || isFund(m))
      this.#carriers.set(sentence, outer)
    }
    return outer
  }

  /** 总投资约166亿元的X, 12平方公里的“X”; the noun behind 的 may stand for a name (总投资110亿元的项目). */
  #relative(sentence: number, end: number): number | null {
    const { text } = this.#article
    const link = /^(?:左右|以上|余|多)?的/.exec(text.slice(end, end + 6))
    if (!link) return null
    const from = end + link[0].length
    const outer = this.#outer(sentence)
    const first = outer[firstFrom(outer, from)]
    const near = first && first.start - from <= 14 && !/[,，。;；、和与]/.test(text.slice(from, first.start))
    const next = near ? first : undefined
    if (next && next.type !== 'Place') return next.entity
    return this.#anaphor(text.slice(from, from + 8), sentence, end)
  }

  /** 投资12亿元建设X. */
  #built(sentence: number, start: number, end: number, metric: string): number | null {
    const { text } = this.#article
    if (!/投资|出资|斥资|投入/.test(metric + text.slice(Math.max(0, start - 8), start))) return null
    const verb = /^[^。;；]{0,14}?(?:建设|新建|兴建|打造|实施|布局|成立|设立|用于)[^,，。;；]{0,10}/u.exec(
      text.slice(end, end + 32),
    )
    if (!verb) return null
    const outer = this.#outer(sentence)
    for (let i = firstFrom(outer, end); i < outer.length; i++) {
      const m = outer[i]!
      if (m.start > end + verb[0].length + 1) break
      if (UNDERTAKINGS.has(m.type) || isFund(m)) return m.entity
    }
    return null
  }

  /** A、B等41家企业集聚X: the list is what is counted, X where they gather. */
  #gathered(sentence: number, start: number, end: number): number | null {
    const { text } = this.#article
    if (!/等(?:\s|\d)?$/.test(text.slice(Math.max(0, start - 2), start))) return null
    const verb =
      /^[^,，。;；]{0,12}?(?:集聚|聚集|汇聚|云集|入驻|落户|进驻|扎根|落地)(?:在|到|于|至)?[“‘]?/u.exec(
        text.slice(end, end + 30),
      )
    if (!verb) return null
    const at = end + verb[0].length
    const outer = this.#outer(sentence)
    const there = outer[firstFrom(outer, at - 1)]
    if (there && there.start <= at + 1) return there.entity
    // 31家企业已入驻: into what the sentence has just set up
    const { start: from } = this.#article.sentences[sentence]!
    if (!/^[,，。;；]/.test(text.slice(at, at + 1))) return null
    for (let i = firstFrom(outer, start) - 1; i >= 0 && outer[i]!.start >= from; i--)
      if (outer[i]!.end < start && (outer[i]!.type === 'Park' || outer[i]!.type === 'Project'))
        return outer[i]!.entity
    return null
  }

  /** The subject of the number's clause, else of the clauses before it in the sentence. */
  #stated(sentence: number, at: number, context: string): number | null {
    const { text, sentences } = this.#article
    const { start } = sentences[sentence]!
    const outer = this.#outer(sentence)
    let limit = at
    for (let hops = 0; hops < 12 && limit > start; hops++) {
      const from = Math.max(start, limit - LONGEST, this.#clauseStarts[limit]!)
      const clause = text.slice(from, limit)
      const subject = this.#subjectIn(outer, from, limit, hops === 0 ? at : limit + 1, context)
      if (subject !== null) return subject
      const district = DISTRICT.exec(clause)
      if (district) return this.#district(district[0])
      if (/^[“‘]?(?:这是|它|其(?![中他余])|这座|这条|这家|这里)/.test(clause) && this.#carried < 0) {
        const spoken = this.#opening(sentence)
        if (spoken >= 0) return spoken
      } else if (/^[“‘]?(?:这是|它|其(?![中他余])|这座|这条|这家|这里)/.test(clause)) return this.#carried
      if (/我们|我司|我公司/.test(clause)) {
        const speaker = this.#speaker(sentence)
        if (speaker !== null) return speaker
      }
      const anaphor = this.#anaphor(clause.replace(/^[“‘\s]+/u, ''), sentence, from)
      if (anaphor !== null) return anaphor
      const object = hops > 0 && UNDERTAKING.test(context) ? this.#objectIn(outer, from, limit) : null
      if (object !== null) return object
      limit = from - 1
    }
    return null
  }

  /** Whose person says 我们: “…”X总经理Y说. */
  #speaker(sentence: number): number | null {
    const { text, sentences } = this.#article
    for (const s of [sentence, sentence + 1]) {
      const at = sentences[s]
      if (!at) return null
      const m = this.#outer(s).findLast(
        (o) => o.type === 'Company' || o.type === 'Institute' || o.type === 'Park',
      )
      if (m && /^[^,，。;；]{2,24}(?:说|表示|介绍|告诉|称|坦言)/u.test(text.slice(m.end, m.end + 30)))
        return m.entity
    }
    return null
  }

  /** The place of the level that the word names (全区 → a district), else what the article is about. */
  #district(word: string): number {
    const level = /[区市县省镇州]/.exec(word)?.[0]
    const { entities } = this.#article
    const main = entities[this.#main]
    const fits = (e: ArticleEntity | undefined) =>
      level !== undefined && e !== undefined && [e.name, ...e.aliases].some((form) => form.endsWith(level))
    if (!level || fits(main)) return this.#main
    const same = entities.filter((e) => (e.type === 'Place' || e.type === 'Park') && fits(e))
    return same.reduce(
      (best, e) => (e.mentions.length > best.n ? { i: e.index, n: e.mentions.length } : best),
      {
        i: this.#main,
        n: 1,
      },
    ).i
  }

  #subjectIn(
    outer: readonly Placed[],
    from: number,
    limit: number,
    end: number,
    context: string,
  ): number | null {
    const { text } = this.#article
    const mine = within(outer, from, limit)
    for (const [i, m] of mine.entries()) {
      const before = text.slice(from, m.start)
      const after = text.slice(m.end, limit).replace(/^[”’]/, '')
      const opens = isAdverbial(before)
      // what a relative clause leads up to is a subject only where something is said of it
      const led = /[^在于从向距把将对为与和]的[“‘]?$/u.test(before) && after.trim() !== ''
      if (!opens && !led) continue
      if (/^、[^,，]*等|^等/.test(after)) {
        if (m.type === 'Place') return this.#main
        if (/等[^,，]{0,12}$/u.test(after) && end === limit) return null
      }
      const next = mine[i + 1]
      const gap = next ? text.slice(m.end, next.start) : ''
      const owning = m.type === 'Place' || m.type === 'Park'
      if (next && owning && (gap === '' || gap === '的') && suits(next, text, context, end === limit))
        return next.entity
      if (!suits(m, text, context, end === limit)) continue
      return m.entity
    }
    return null
  }

  /** The undertaking that an earlier clause sets up: 建设X,占地68亩. */
  #objectIn(outer: readonly Placed[], from: number, limit: number): number | null {
    const mine = within(outer, from, limit).filter((m) => m.type !== 'Place')
    const last = mine.at(-1)
    if (!last || last.type === 'Company' || !UNDERTAKINGS.has(last.type)) return null
    return /等[^,，]{0,8}$/u.test(this.#article.text.slice(last.end, limit)) ? null : last.entity
  }

  /** The nearest named thing before of the kind that the words stand for. */
  #anaphor(words: string, sentence: number, before: number): number | null {
    for (const [pattern, types] of ANAPHORS) {
      if (!pattern.test(words)) continue
      for (const type of types) {
        for (let s = sentence; s >= Math.max(0, sentence - 8); s--) {
          const m = this.#outer(s).findLast((o) => o.type === type && o.end <= before)
          if (m) return m.entity
        }
      }
      return null
    }
    return null
  }

  /** The undertaking that a sentence before in the paragraph opens with; -1 where none does. */
  #opening(sentence: number): number {
    const { sentences } = this.#article
    const { paragraph } = sentences[sentence]!
    let i = sentence - 1
    let found: number | undefined
    for (; i >= 0 && sentences[i]!.paragraph === paragraph && found === undefined; i--)
      found = this.#openings.get(i) ?? this.#openedWith(i)
    for (let k = sentence - 1; k > i; k--) this.#openings.set(k, found ?? -1)
    return found ?? -1
  }

  #openedWith(sentence: number): number | undefined {
    const { sentences, text } = this.#article
    const { start, end } = sentences[sentence]!
    const outer = this.#outer(sentence)
    if (outer.length === 0) return undefined
    const ends = adverbialEnds(text.slice(start, end))
    const first = outer.find((m) => ends.has(m.start - start))
    return first && UNDERTAKINGS.has(first.type) ? first.entity : undefined
  }
}

function clauseStartsOf(text: string): Int32Array {
  const starts = new Int32Array(text.length + 1)
  for (let i = 0; i < text.length; i++) starts[i + 1] = STOPS.has(text.charCodeAt(i)) ? i + 1 : starts[i]!
  return starts
}

/** Of mentions in order of text, those between two offsets. */
function within(mentions: readonly Placed[], from: number, to: number): Placed[] {
  const out: Placed[] = []
  for (let i = firstFrom(mentions, from); i < mentions.length && mentions[i]!.start <= to; i++)
    if (mentions[i]!.end <= to) out.push(mentions[i]!)
  return out
}

const isFund = (m: Placed): boolean => m.type === 'Organization' && FUND.test(m.text)

/** Whether a number with this context may be said of a name of this type; `own`: in whose clause it stands. */
function suits(m: Placed, text: string, context: string, own: boolean): boolean {
  if (m.type === 'Strategy') return ZONE.test(m.text) || MEASURES.test(context)
  if (m.type === 'Industry')
    return (own || /增长|下降|增速|增幅/.test(context)) && INDUSTRY_FIGURE.test(text.slice(m.end, m.end + 16))
  return true
}

/** The district, zone, firm or project that the article speaks of most; -1 where there is none. */
export function mainOf(article: Linked): number {
  const title = article.sentences[0]?.end ?? 0
  const lead = article.sentences[Math.min(3, article.sentences.length - 1)]?.end ?? 0
  const { entities } = article
  const places = entities.filter((e) => e.type === 'Place')
  const weight = (e: ArticleEntity): number => {
    const zone = e.type === 'Place' || (e.type === 'Park' && /(?:区|新城)$/.test(e.name))
    if (!zone && !UNDERTAKINGS.has(e.type)) return 0
    const early = e.mentions.filter((m) => article.mentions[m]!.end <= lead).length
    const titled = e.mentions.some((m) => article.mentions[m]!.end <= title) ? 3 : 0
    // 济南 inside 济南市市中区 is where the district lies, not what is spoken of
    const within = e.type === 'Place' && places.some((p) => p !== e && isInside(p, e)) ? 0.6 : 1
    return (e.mentions.length + early + titled) * (zone ? 2 : 1) * within
  }
  let [best, most] = [-1, 1]
  for (const e of entities) {
    const w = weight(e)
    if (w > most) [best, most] = [e.index, w]
  }
  return best
}

const isInside = (inner: ArticleEntity, outer: ArticleEntity): boolean =>
  inner.mentions.length > 1 &&
  inner.aliases.some((form) => outer.aliases.some((o) => form.startsWith(o) && form.length > o.length + 1))
