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

/** Scores predictions against gold; articles without a prediction count as empty. */
export function scoreOf(golds: ReadonlyMap<string, Gold>, extractions: readonly Extraction[]): Score {
  const predictions = matchArticles(golds, extractions)
  const tally = new Tally<Layer>(LAYERS)
  const misses: Miss[] = []
  const linked: { article: string; real: string; id: string }[] = []
  let levels = { right: 0, all: 0 }
  for (const [article, gold] of golds) {
    const prediction = predictions.get(article)
    const text = prediction?.article.text ?? ''
    const sentenceWith = (words: string) => sentenceOf(text, words)
    const note = (layer: Layer, kind: Miss['kind'], type: string, words: string, sentence: string) =>
      misses.push({ article, layer, kind, type, text: words, sentence })
    const P = prediction?.entities ?? []
    const G = gold.entities
    const names = { gold: G.map(goldStrings), predicted: P.map(predictedStrings) }

    // mentions: the distinct strings that name something
    const surfaces = new Map(G.flatMap((e, i) => [...names.gold[i]!].map((s) => [s, e.optional === true])))
    const mentioned = new Set(names.predicted.flatMap((set) => [...set]))
    for (const [surface, optional] of surfaces)
      if (!optional) tally.add('mention', article, mentioned.has(surface) ? 'tp' : 'fn')
    for (const surface of mentioned) if (!surfaces.has(surface)) tally.add('mention', article, 'fp')

    for (const typed of [false, true]) {
      const layer = typed ? 'entity_typed' : 'entity'
      const goldOfPredicted = matchEntities(G, P, names, typed)
      const hit = new Set(goldOfPredicted.values())
      G.forEach((e, i) => {
        if (e.optional) return
        tally.add(layer, article, hit.has(i) ? 'tp' : 'fn', typed ? e.type : undefined)
        if (typed && !hit.has(i)) note(layer, 'missed', e.type, e.name, sentenceWith(e.surface[0] ?? e.name))
      })
      P.forEach((e, i) => {
        if (goldOfPredicted.has(i)) return
        tally.add(layer, article, 'fp', typed ? e.type : undefined)
        if (typed) note(layer, 'wrong', e.type, e.name, sentenceAt(text, e.mentions[0]?.start ?? -1))
      })
    }

    const goldOfPredicted = matchEntities(G, P, names, false)
    const goldIds = new Map([...goldOfPredicted].map(([p, g]) => [P[p]!.id, G[g]!.id]))
    for (const [p, g] of goldOfPredicted)
      if (G[g]!.global) linked.push({ article, real: G[g]!.global!, id: P[p]!.id })
    const optional = new Set(G.filter((e) => e.optional).map((e) => e.id))
    const of = (id: string) => goldIds.get(id) ?? `p:${id}`
    const nameOf = new Map([
      ...G.map((e) => [e.id, e.name] as const),
      ...P.map((e) => [of(e.id), e.name] as const).filter(([id]) => id.startsWith('p:')),
    ])
    const words = (key: string) =>
      key
        .split('|')
        .map((part) => nameOf.get(part) ?? part)
        .join(' → ')

    const edges = (
      layer: Layer,
      must: Map<string, string>,
      may: ReadonlySet<string>,
      got: Map<string, string>,
      typeOf: (key: string) => string,
      isOptional: (key: string) => boolean,
    ) => {
      for (const [key, sentence] of got) {
        if (may.has(key) || isOptional(key)) continue
        tally.add(layer, article, must.has(key) ? 'tp' : 'fp', typeOf(key))
        if (!must.has(key)) note(layer, 'wrong', typeOf(key), words(key), sentence)
      }
      for (const [key, sentence] of must) {
        if (got.has(key)) continue
        tally.add(layer, article, 'fn', typeOf(key))
        note(layer, 'missed', typeOf(key), words(key), sentence)
      }
    }

    const must = new Map<string, string>()
    const may = new Set<string>()
    for (const r of gold.relations) {
      const key = keyOf(r.head, r.type, r.tail)
      if (r.optional || optional.has(r.head) || optional.has(r.tail)) may.add(key)
      else must.set(key, sentenceWith(r.evidence ?? ''))
    }
    const got = new Map(
      (prediction?.relations ?? []).map((r) => [
        keyOf(of(r.head), r.type, of(r.tail)),
        r.evidence[0]?.text ?? '',
      ]),
    )
    const endsOf = (key: string) => [key.split('|')[0]!, key.split('|')[2]!]
    const touches = (key: string) => endsOf(key).some((end) => optional.has(end))
    edges('relation', must, may, got, (key) => key.split('|')[1]!, touches)

    if (gold.serves) {
      const level = new Map<string, string>(gold.serves.map((s) => [`${s.head}|SERVES|${s.tail}`, s.level]))
      const soft = new Set(
        gold.serves
          .filter((s) => s.optional || optional.has(s.head) || optional.has(s.tail))
          .map((s) => `${s.head}|SERVES|${s.tail}`),
      )
      const hard = new Map<string, string>(
        gold.serves
          .map((s) => [`${s.head}|SERVES|${s.tail}`, sentenceWith(s.evidence ?? '')] as const)
          .filter(([key]) => !soft.has(key)),
      )
      const served = prediction?.serves ?? []
      const key = (s: { head: string; tail: string }) => `${of(s.head)}|SERVES|${of(s.tail)}`
      edges(
        'serves',
        hard,
        soft,
        new Map(served.map((s) => [key(s), s.evidence[0]?.text ?? ''])),
        (k) => level.get(k) ?? '',
        touches,
      )
      for (const s of new Map(served.map((s) => [key(s), s])).values())
        if (hard.has(key(s)))
          levels = { right: levels.right + (level.get(key(s)) === s.level ? 1 : 0), all: levels.all + 1 }
    }

    const softSubject = (key: string) => optional.has(key.split('|')[0]!)
    if (gold.facts) {
      const factKey = (subject: string, value: string | number, unit: string | null | undefined) =>
        `${subject}|${quantityOf(value, unit)}`
      const hard = new Map(
        gold.facts
          .map((f) => [factKey(f.subject, f.value, f.unit), sentenceWith(String(f.value))] as const)
          .filter(([key]) => !softSubject(key)),
      )
      edges(
        'fact',
        hard,
        new Set(),
        new Map(
          (prediction?.facts ?? []).map((f) => [
            factKey(of(f.subject), f.value, f.unit),
            sentenceAt(text, f.start),
          ]),
        ),
        () => '',
        softSubject,
      )
    }
    if (gold.statuses) {
      const hard = new Map(
        gold.statuses
          .map((s) => [`${s.subject}|${s.status}`, sentenceWith(nameOf.get(s.subject) ?? '')] as const)
          .filter(([key]) => !softSubject(key)),
      )
      edges(
        'status',
        hard,
        new Set(),
        new Map(
          (prediction?.statuses ?? []).map((s) => [
            `${of(s.subject)}|${s.status}`,
            sentenceAt(text, s.start),
          ]),
        ),
        (key) => key.split('|')[1]!,
        softSubject,
      )
    }
  }
  linked.forEach((a, i) => {
    for (const b of linked.slice(i + 1)) {
      if (a.article === b.article) continue
      const [real, found] = [a.real === b.real, a.id === b.id]
      if (real || found) tally.add('link_pairs', '', real && found ? 'tp' : real ? 'fn' : 'fp')
    }
  })
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
