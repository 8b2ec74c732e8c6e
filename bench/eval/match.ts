/** Which predicted entity is which gold one: any shared string, one to one, the best-fitting pairs first. */
import type { Extraction } from '../../ingest/extraction.ts'
import type { GoldEntity } from './gold.ts'
import { normalOf } from './normal.ts'

type Predicted = Extraction['entities'][number]
type Typed = Pick<Predicted, 'type'>

export const setOf = (strings: readonly string[]): Set<string> => {
  const out = new Set(strings.map(normalOf))
  out.delete('')
  return out
}
export const goldStrings = (e: GoldEntity): Set<string> => setOf([e.name, ...e.surface])
export const predictedStrings = (e: Predicted): Set<string> =>
  setOf([e.name, ...e.aliases, ...e.mentions.map((m) => m.text)])

/** Index of the predicted entity → index of the gold one. */
export function matchEntities(
  gold: readonly GoldEntity[],
  predicted: readonly Typed[],
  names: { gold: readonly Set<string>[]; predicted: readonly Set<string>[] },
  typed: boolean,
): Map<number, number> {
  const pairs: { g: number; p: number; rank: number[] }[] = []
  gold.forEach((goldEntity, g) => {
    predicted.forEach((entity, p) => {
      const sameType = goldEntity.type === entity.type
      if (typed && !sameType) return
      const shared = [...names.gold[g]!].filter((s) => names.predicted[p]!.has(s))
      if (shared.length === 0) return
      const byName = names.predicted[p]!.has(normalOf(goldEntity.name))
      const longest = Math.max(...shared.map((s) => [...s].length))
      pairs.push({ g, p, rank: [Number(byName), Number(sameType), shared.length, longest, -g, -p] })
    })
  })
  pairs.sort((a, b) => {
    const at = a.rank.findIndex((x, i) => x !== b.rank[i])
    return at < 0 ? 0 : b.rank[at]! - a.rank[at]!
  })
  const out = new Map<number, number>()
  const taken = new Set<number>()
  for (const { g, p } of pairs) {
    if (out.has(p) || taken.has(g)) continue
    out.set(p, g)
    taken.add(g)
  }
  return out
}
