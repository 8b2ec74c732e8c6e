/** Typed entities of an article against its answer, as `npm run eval` counts them. */
import { link } from '../../ingest/link/link.ts'
import type { Recognized } from '../../model/article.ts'
import { goldStrings, matchEntities, predictedStrings } from '../eval/match.ts'
import type { Answer } from './answers.ts'

/** Found, wrong and missed, by entity type and for `all`. */
export type Counts = Map<string, [number, number, number]>

export function count({ gold }: Answer, recognized: Recognized, into: Counts): void {
  const linked = link(recognized)
  const found = linked.entities.map((e) => ({
    id: String(e.index),
    name: e.name,
    type: e.type,
    aliases: e.aliases,
    mentions: e.mentions.map((m) => linked.mentions[m]!),
  }))
  const names = { gold: gold.entities.map(goldStrings), predicted: found.map(predictedStrings) }
  const pairs = matchEntities(gold.entities, found, names, true)
  const hit = new Set(pairs.values())
  const add = (type: string, k: 0 | 1 | 2) => {
    for (const key of ['all', type]) {
      const row = into.get(key) ?? [0, 0, 0]
      row[k]++
      into.set(key, row)
    }
  }
  gold.entities.forEach((e, i) => {
    if (!e.optional) add(e.type, hit.has(i) ? 0 : 2)
  })
  found.forEach((e, i) => {
    if (!pairs.has(i)) add(e.type, 1)
  })
}

/** Precision, recall and F1. */
export function figuresOf([tp, fp, fn]: readonly [number, number, number] = [0, 0, 0]) {
  const precision = tp / (tp + fp || 1)
  const recall = tp / (tp + fn || 1)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}
