/** Precision, recall and F1 of an extraction against worked answers; what is optional counts neither way. */
import type { Extraction } from '../../ingest/extraction.ts'
import { type Gold, matchArticles } from './gold.ts'
import { goldStrings, matchEntities, predictedStrings } from './match.ts'
import { quantityOf } from './normal.ts'
import { type Figure, Tally } from './tally.ts'

export const LAYERS = [
  'mention',
  'entity',
  'entity_typed',
  'relation',
  'serves',
  'fact',
  'status',
  'link_pairs',
] as const
export type Layer = (typeof LAYERS)[number]

/** One answer that is missing or one that is wrong, with the words that stand for it. */
export interface Miss {
  article: string
  layer: Layer
  kind: 'missed' | 'wrong'
  /** Entity type, relation type, level, status; '' where there is none. */
  type: string
  text: string
  /** The sentence; '' where none is known. */
  sentence: string
}

export interface Score {
  /** Articles with a prediction, of all that have gold. */
  articles: [number, number]
  layers: Record<Layer, Figure>
  byType: Record<string, Figure>
  byRelation: Record<string, Figure>
  /** Of the SERVES pairs found: how many have gold's level, 0…1. */
  levelRight: number
  byArticle: Record<string, Partial<Record<Layer, Figure>>>
  misses: Miss[]
}

const isSymmetric = (type: string) => type === 'COOPERATES_WITH'
const keyOf = (head: string, type: string, tail: string) =>
  isSymmetric(type) && tail < head ? `${tail}|${type}|${head}` : `${head}|${type}|${tail}`

/** One article: its gold, its prediction, and where the count of both is kept. */
interface Sheet {
  article: string
  text: string
  gold: Gold
  prediction: Extraction | undefined
  /** Strings by entity that name it. */
  names: { gold: Set<string>[]; predicted: Set<string>[] }
  tally: Tally<Layer>
  note(layer: Layer, kind: Miss['kind'], type: string, words: string, sentence: string): void
}

/** What the prediction's entities are in gold. */
interface Known {
  /** Gold's id of a predicted entity, or one of its own. */
  of(id: string): string
  /** Ids of gold that count neither way. */
  optional: ReadonlySet<string>
  nameOf: ReadonlyMap<string, string>
  /** Index of a predicted entity → index of gold's. */
  goldOfPredicted: ReadonlyMap<number, number>
}

/** A predicted entity and the real one that it is, over articles. */
interface Linked {
  article: string
  real: string
  id: string
}

/** Scores predictions against gold; articles without a prediction count as empty. */
export function scoreOf(golds: ReadonlyMap<string, Gold>, extractions: readonly Extraction[]): Score {
  const predictions = matchArticles(golds, extractions)
  const tally = new Tally<Layer>(LAYERS)
  const misses: Miss[] = []
  const linked: Linked[] = []
  const levels = { right: 0, all: 0 }
  for (const [article, gold] of golds) {
    const prediction = predictions.get(article)
    const sheet: Sheet = {
      article,
      text: prediction?.article.text ?? '',
      gold,
      prediction,
      names: {
        gold: gold.entities.map(goldStrings),
        predicted: (prediction?.entities ?? []).map(predictedStrings),
      },
      tally,
      note: (layer, kind, type, words, sentence) =>
        misses.push({ article, layer, kind, type, text: words, sentence }),
    }
    scoreMentions(sheet)
    for (const typed of [false, true]) scoreEntities(sheet, typed)
    const known = knownOf(sheet)
    linked.push(...linkedOf(sheet, known))
    scoreRelations(sheet, known)
    const { right, all } = scoreServes(sheet, known)
    levels.right += right
    levels.all += all
    scoreFacts(sheet, known)
    scoreStatuses(sheet, known)
  }
  scorePairs(linked, tally)
  return {
    articles: [predictions.size, golds.size],
    layers: tally.layers(),
    byType: tally.types('entity_typed'),
    byRelation: tally.types('relation'),
    levelRight: levels.right / Math.max(1, levels.all),
    byArticle: tally.articles(),
    misses,
  }
}

/** The distinct strings that name something. */
function scoreMentions({ article, gold, names, tally }: Sheet): void {
  const surfaces = new Map(
    gold.entities.flatMap((e, i) => [...names.gold[i]!].map((s) => [s, e.optional === true])),
  )
  const mentioned = new Set(names.predicted.flatMap((set) => [...set]))
  for (const [surface, optional] of surfaces)
    if (!optional) tally.add('mention', article, mentioned.has(surface) ? 'tp' : 'fn')
  for (const surface of mentioned) if (!surfaces.has(surface)) tally.add('mention', article, 'fp')
}

function scoreEntities({ article, text, gold, prediction, names, tally, note }: Sheet, typed: boolean): void {
  const layer = typed ? 'entity_typed' : 'entity'
  const predicted = prediction?.entities ?? []
  const goldOfPredicted = matchEntities(gold.entities, predicted, names, typed)
  const hit = new Set(goldOfPredicted.values())
  gold.entities.forEach((e, i) => {
    if (e.optional) return
    tally.add(layer, article, hit.has(i) ? 'tp' : 'fn', typed ? e.type : undefined)
    if (typed && !hit.has(i)) note(layer, 'missed', e.type, e.name, sentenceOf(text, e.surface[0] ?? e.name))
  })
  predicted.forEach((e, i) => {
    if (goldOfPredicted.has(i)) return
    tally.add(layer, article, 'fp', typed ? e.type : undefined)
    if (typed) note(layer, 'wrong', e.type, e.name, sentenceAt(text, e.mentions[0]?.start ?? -1))
  })
}

function knownOf({ gold, prediction, names }: Sheet): Known {
  const [G, P] = [gold.entities, prediction?.entities ?? []]
  const goldOfPredicted = matchEntities(G, P, names, false)
  const goldIds = new Map([...goldOfPredicted].map(([p, g]) => [P[p]!.id, G[g]!.id]))
  const of = (id: string) => goldIds.get(id) ?? `p:${id}`
  return {
    of,
    optional: new Set(G.filter((e) => e.optional).map((e) => e.id)),
    nameOf: new Map([
      ...G.map((e) => [e.id, e.name] as const),
      ...P.map((e) => [of(e.id), e.name] as const).filter(([id]) => id.startsWith('p:')),
    ]),
    goldOfPredicted,
  }
}

const linkedOf = ({ article, gold, prediction }: Sheet, { goldOfPredicted }: Known): Linked[] =>
  [...goldOfPredicted].flatMap(([p, g]) => {
    const real = gold.entities[g]!.global
    return real ? [{ article, real, id: prediction!.entities[p]!.id }] : []
  })

/** Statements of one layer by key, each with its sentence. */
interface Stated {
  must: ReadonlyMap<string, string>
  /** Those that count neither way. */
  may?: ReadonlySet<string>
  got: ReadonlyMap<string, string>
  typeOf(key: string): string
  isOptional(key: string): boolean
}

function scoreStated(
  { article, tally, note }: Sheet,
  { nameOf }: Known,
  layer: Layer,
  { must, may, got, typeOf, isOptional }: Stated,
): void {
  const words = (key: string) =>
    key
      .split('|')
      .map((part) => nameOf.get(part) ?? part)
      .join(' → ')
  for (const [key, sentence] of got) {
    if (may?.has(key) || isOptional(key)) continue
    tally.add(layer, article, must.has(key) ? 'tp' : 'fp', typeOf(key))
    if (!must.has(key)) note(layer, 'wrong', typeOf(key), words(key), sentence)
  }
  for (const [key, sentence] of must) {
    if (got.has(key)) continue
    tally.add(layer, article, 'fn', typeOf(key))
    note(layer, 'missed', typeOf(key), words(key), sentence)
  }
}

const headOf = (key: string): string => key.split('|')[0]!
const tailOf = (key: string): string => key.split('|')[2]!
/** The middle of a relation's key, the end of a status's. */
const kindOf = (key: string): string => key.split('|')[1]!
const touches =
  ({ optional }: Known) =>
  (key: string): boolean =>
    optional.has(headOf(key)) || optional.has(tailOf(key))

function scoreRelations(sheet: Sheet, known: Known): void {
  const { text, gold, prediction } = sheet
  const { of, optional } = known
  const must = new Map<string, string>()
  const may = new Set<string>()
  for (const r of gold.relations) {
    const key = keyOf(r.head, r.type, r.tail)
    if (r.optional || optional.has(r.head) || optional.has(r.tail)) may.add(key)
    else must.set(key, sentenceOf(text, r.evidence ?? ''))
  }
  const got = new Map(
    (prediction?.relations ?? []).map((r) => [
      keyOf(of(r.head), r.type, of(r.tail)),
      r.evidence[0]?.text ?? '',
    ]),
  )
  scoreStated(sheet, known, 'relation', { must, may, got, typeOf: kindOf, isOptional: touches(known) })
}

/** @returns of the pairs found: how many have gold's level */
function scoreServes(sheet: Sheet, known: Known): { right: number; all: number } {
  const { text, gold, prediction } = sheet
  const levels = { right: 0, all: 0 }
  if (!gold.serves) return levels
  const { of, optional } = known
  const key = (head: string, tail: string) => `${head}|SERVES|${tail}`
  const level = new Map<string, string>(gold.serves.map((s) => [key(s.head, s.tail), s.level]))
  const may = new Set(
    gold.serves
      .filter((s) => s.optional || optional.has(s.head) || optional.has(s.tail))
      .map((s) => key(s.head, s.tail)),
  )
  const must = new Map(
    gold.serves
      .map((s) => [key(s.head, s.tail), sentenceOf(text, s.evidence ?? '')] as const)
      .filter(([pair]) => !may.has(pair)),
  )
  const served = new Map((prediction?.serves ?? []).map((s) => [key(of(s.head), of(s.tail)), s]))
  scoreStated(sheet, known, 'serves', {
    must,
    may,
    got: new Map([...served].map(([pair, s]) => [pair, s.evidence[0]?.text ?? ''])),
    typeOf: (pair) => level.get(pair) ?? '',
    isOptional: touches(known),
  })
  for (const [pair, s] of served)
    if (must.has(pair)) {
      levels.all++
      if (level.get(pair) === s.level) levels.right++
    }
  return levels
}

function scoreFacts(sheet: Sheet, known: Known): void {
  const { text, gold, prediction } = sheet
  if (!gold.facts) return
  const key = (subject: string, value: string | number, unit: string | null | undefined) =>
    `${subject}|${quantityOf(value, unit)}`
  const isOptional = (fact: string) => known.optional.has(headOf(fact))
  scoreStated(sheet, known, 'fact', {
    must: new Map(
      gold.facts
        .map((f) => [key(f.subject, f.value, f.unit), sentenceOf(text, String(f.value))] as const)
        .filter(([fact]) => !isOptional(fact)),
    ),
    got: new Map(
      (prediction?.facts ?? []).map((f) => [
        key(known.of(f.subject), f.value, f.unit),
        sentenceAt(text, f.start),
      ]),
    ),
    typeOf: () => '',
    isOptional,
  })
}

function scoreStatuses(sheet: Sheet, known: Known): void {
  const { text, gold, prediction } = sheet
  if (!gold.statuses) return
  const { of, optional, nameOf } = known
  const isOptional = (key: string) => optional.has(headOf(key))
  scoreStated(sheet, known, 'status', {
    must: new Map(
      gold.statuses
        .map((s) => [`${s.subject}|${s.status}`, sentenceOf(text, nameOf.get(s.subject) ?? '')] as const)
        .filter(([key]) => !isOptional(key)),
    ),
    got: new Map(
      (prediction?.statuses ?? []).map((s) => [`${of(s.subject)}|${s.status}`, sentenceAt(text, s.start)]),
    ),
    typeOf: kindOf,
    isOptional,
  })
}

/** Entities of different articles: which are one in gold, and which by their ids. */
function scorePairs(linked: readonly Linked[], tally: Tally<Layer>): void {
  linked.forEach((a, i) => {
    for (const b of linked.slice(i + 1)) {
      if (a.article === b.article) continue
      const [real, found] = [a.real === b.real, a.id === b.id]
      if (real || found) tally.add('link_pairs', '', real && found ? 'tp' : real ? 'fn' : 'fp')
    }
  })
}

/** The sentence that holds these words first, or ''. */
function sentenceOf(text: string, words: string): string {
  return words === '' ? '' : sentenceAt(text, text.indexOf(words))
}

/** The sentence round an offset, or ''. */
function sentenceAt(text: string, at: number): string {
  if (at < 0) return ''
  let start = at
  while (start > 0 && !/[。!?！？\n]/.test(text[start - 1]!)) start--
  let end = at
  while (end < text.length && !/[。!?！？\n]/.test(text[end]!)) end++
  return text.slice(start, end + 1).trim()
}
