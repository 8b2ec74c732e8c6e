/** What articles state between entities: one edge for all sentences that say the same. */
import type { Annotated, Span } from '../../model/article.ts'
import type { GraphEdge, PropertyValue } from '../../model/graph.ts'
import { edgeIdOf, sentenceIdOf } from '../../model/ids.ts'
import {
  type EdgeType,
  RELATION_TYPES,
  type RelationType,
  relationAllows,
  type ServesLevel,
  servesLevels,
} from '../../model/ontology.ts'

export interface Stated {
  sentence: string
  article: string
  confidence: number
  rule: string
  modality: string
  time: string
  role: string
  level: ServesLevel | ''
  /** The words that say so, in the article's offsets. */
  cue: Span | null
}
export interface Statement {
  type: EdgeType
  from: string
  to: string
  rows: Stated[]
}

/** By edge id. @param ids the corpus id of each of the article's entities */
export function statementsOf(article: Annotated, ids: readonly string[]): Map<string, Statement> {
  const all = new Map<string, Statement>()
  const state = (
    type: RelationType | 'SERVES',
    { head, tail, sentence }: { head: number; tail: number; sentence: number },
    row: Omit<Stated, 'article' | 'sentence'>,
  ) => {
    let [from, to] = [ids[head]!, ids[tail]!]
    if (from === to || !relationAllows(type, article.entities[head]!.type, article.entities[tail]!.type))
      return
    if (type !== 'SERVES' && RELATION_TYPES[type].symmetric && from > to) [from, to] = [to, from]
    const key = edgeIdOf(type, from, to)
    const statement = all.get(key) ?? { type, from, to, rows: [] }
    statement.rows.push({ ...row, article: article.id, sentence: sentenceIdOf(article.id, sentence) })
    all.set(key, statement)
  }
  for (const r of article.relations) {
    const { confidence, rule, modality, time, role = '', cue = null } = r
    state(r.type, r, { confidence, rule, modality, time, role, level: '', cue })
  }
  for (const s of article.serves) {
    const { confidence, rule, level, cue = null } = s
    state('SERVES', s, { confidence, rule, modality: 'asserted', time: '', role: '', level, cue })
  }
  return all
}

/** The edge that these statements of all articles make, in whatever order they come. */
export function edgeOfStatement({ type, from, to, rows }: Statement): GraphEdge {
  return { id: edgeIdOf(type, from, to), type, from, to, properties: propertiesOf(type, rows) }
}

function propertiesOf(type: EdgeType, rows: readonly Stated[]): Record<string, PropertyValue> {
  const sorted = [...rows].sort((a, b) =>
    a.sentence < b.sentence ? -1 : a.sentence > b.sentence ? 1 : rank(a.level) - rank(b.level),
  )
  const unique = sorted.filter((row, i) => i === 0 || row.sentence !== sorted[i - 1]!.sentence)
  const cues = new Map<string, Span>()
  for (const { sentence, cue } of sorted) if (cue && !cues.has(sentence)) cues.set(sentence, cue)
  const articles = [...new Set(unique.map((row) => row.article))]
  const set = (pick: (row: Stated) => string) => [...new Set(rows.map(pick).filter((x) => x !== ''))].sort()
  const base: Record<string, PropertyValue> = {
    evidence: unique.map((row) => row.sentence),
    cueStarts: unique.map((row) => cues.get(row.sentence)?.start ?? -1),
    cueEnds: unique.map((row) => cues.get(row.sentence)?.end ?? -1),
    articles,
    articleCount: articles.length,
    sentenceCount: unique.length,
    confidence: rows.reduce((most, row) => Math.max(most, row.confidence), 0),
    rules: set((row) => row.rule),
  }
  if (type === 'SERVES')
    return {
      ...base,
      level: servesLevels.find((level) => rows.some((row) => row.level === level))!,
      levels: unique.map((row) => row.level),
    }
  const modality = (['asserted', 'planned', 'negated'] as const).find((m) =>
    rows.some((row) => row.modality === m),
  )!
  return { ...base, modality, times: set((row) => row.time), roles: set((row) => row.role) }
}

const rank = (level: string): number => servesLevels.indexOf(level as ServesLevel)
