import type { Linked, Modality, Sentence, Span } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'

/** A mention with its entity, as the relation rules see it. */
export interface Item extends Span {
  entity: number
  type: EntityType
}

/** A stretch of a sentence between commas, with its outermost mentions in order. */
export interface Clause extends Span {
  sentence: Sentence
  text: string
  items: Item[]
  /** The subject that is in force where the clause begins: explicit here, else carried. */
  subject: Item | undefined
  /** What the article is about, where no subject is said at all. */
  main: Item | undefined
  /** Whether the subject stands in this clause. */
  explicit: boolean
}

const SUBJECTS: readonly EntityType[] = [
  'Place',
  'Organization',
  'Company',
  'Institute',
  'Park',
  'Strategy',
  'Project',
]
const OPENERS = '“‘《「『(（【〈'
const CLOSERS = '”’》」』)）】〉'
const LIST_GAP =
  /^[”’》」』"]?[^，。；：、“”]{0,6}(?:、|和|与|及|以及|暨|”“|》《)[^，。；：、]{0,6}[“‘《「『"]?$/
const LONG_GAP = /^[”’]?等[^，。]{0,12}，?(?:以及|和|与)[“‘《]?$/
const VERBS = /[进设施动为是在由将了]|合作|位于|聚焦|发展|打造|服务/
const PLANNED = /将|拟|力争|计划|打算|即将|有望|预计|下一步|未来/
const NEGATED = /(?:没有|未能|尚未|并未|并非|不再|不是|无法|拒绝|否认|取消|未|没|不)[^，]{0,2}$/

/** The mentions of every sentence that no longer mention of it holds. */
function outermost(article: Linked): Item[][] {
  const rows: Item[][] = article.sentences.map(() => [])
  article.mentions.forEach((m, i) => {
    const entity = article.entityOf[i] ?? -1
    const row = rows[m.sentence]
    const type = article.entities[entity]?.type
    if (!row || !type) return
    const last = row.at(-1)
    if (last && m.start < last.end) return
    row.push({ start: m.start, end: m.end, entity, type })
  })
  return rows
}

function splits(text: string, from: number, to: number, items: readonly Item[]): Span[] {
  const out: Span[] = []
  let start = from
  let depth = 0
  let at = 0
  for (let i = from; i < to; i++) {
    const c = text[i] ?? ''
    while (at < items.length && (items[at]?.end ?? 0) <= i) at++
    const item = items[at]
    if (item && item.start <= i) continue
    if (OPENERS.includes(c)) depth++
    else if (CLOSERS.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && (/[，；：:,]/.test(c) || text.startsWith('——', i))) {
      out.push({ start, end: i })
      start = i + 1
    }
  }
  out.push({ start, end: to })
  return out
}

/** The entity that the article is about, which official prose leaves unsaid. */
export function mainOf(article: Linked): number {
  const score = (e: (typeof article.entities)[number]) => {
    const n = e.mentions.length
    if (e.type === 'Place') return n * (/[区县旗]$/.test(e.name) ? 3 : /[市镇州]$/.test(e.name) ? 1.5 : 1)
    return e.type === 'Park' ? n * 1.5 : e.type === 'Organization' || e.type === 'Institute' ? n : 0
  }
  let best = -1
  let top = 0
  for (const e of article.entities) {
    if (score(e) > top) {
      top = score(e)
      best = e.index
    }
  }
  return best
}

/** All clauses of the article in order, subjects carried from clause to clause and sentence to sentence. */
export function clausesOf(article: Linked): Clause[] {
  const rows = outermost(article)
  const main = article.entities[mainOf(article)]
  const implicit = (s: Sentence): Item | undefined =>
    main && { start: s.start, end: s.start, entity: main.index, type: main.type }
  const out: Clause[] = []
  for (const sentence of article.sentences) {
    const items = rows[sentence.index] ?? []
    let subject = implicit(sentence)
    for (const span of splits(article.text, sentence.start, sentence.end, items)) {
      const inside = items.filter((m) => m.start >= span.start && m.end <= span.end)
      const first = inside[0]
      const lead = first ? article.text.slice(span.start, first.start) : ''
      const explicit =
        first !== undefined &&
        SUBJECTS.includes(first.type) &&
        lead.length <= 8 &&
        !/[“]|在|与|对|把|以|从|向|为|推|引|打|建|聚|围|服|落|实|融|入|加|按|据|依|擦|完|开|创/.test(lead) &&
        !/^(?:的|等)/.test(article.text.slice(first.end, span.end))
      if (explicit) subject = first
      const text = article.text.slice(span.start, span.end)
      out.push({ ...span, sentence, text, items: inside, subject, main: implicit(sentence), explicit })
    }
  }
  return out
}

/** Neighbouring mentions that a coordination joins, as lists in order of text. */
export function runsOf(text: string, items: readonly Item[], same: boolean): Item[][] {
  const runs: Item[][] = []
  for (const item of items) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const gap = last ? text.slice(last.end, item.start) : ''
    const joined =
      last !== undefined &&
      (!same || last.type === item.type) &&
      ((LIST_GAP.test(gap) && !VERBS.test(gap)) || LONG_GAP.test(gap) || gap === '”“' || gap === '')
    if (run && joined) run.push(item)
    else runs.push([item])
  }
  return runs
}

/** Whether the words before a cue say that it is planned or not so. */
export function modalityAt(clause: Clause, cue: number): Modality {
  const before = clause.text.slice(0, Math.max(0, cue - clause.start))
  return NEGATED.test(before) ? 'negated' : PLANNED.test(before) ? 'planned' : 'asserted'
}
