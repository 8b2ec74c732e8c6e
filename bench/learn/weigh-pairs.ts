/** Learns the weights of pairs and from which share on each relation is taken to hold. */

import { tableFileOf } from '../../ingest/learned/table.ts'
import { COLUMN_INDEX, COLUMNS, SERVES_COLUMN } from '../../ingest/relate/pairs/columns.ts'
import { type PairsFile, REFUSED } from '../../ingest/relate/pairs/pairs.ts'
import type { Tagger } from '../../ingest/tagger.ts'
import type { RunOptions } from './adagrad.ts'
import { answersOf } from './answers.ts'
import { randomOf, shuffle } from './options.ts'
import { type Paired, withAnswers, withNamesRead } from './paired.ts'
import { type Instance, instancesOf, truthOf } from './pairs.ts'
import { several } from './several.ts'

const OPTIONS: RunOptions = { epochs: 6, rate: 0.1, decay: 0.003, least: 12, drop: 0.3, runs: 2 }
/** Share of the rules' right proposals that examples are without: they are right less often elsewhere. */
const FORGET = 0.3
const FOLDS = 3
const STEP = 0.02
const LEAST = { weight: 2, row: 5 }
/** Thresholds are sought between these; a relation with few answers goes by what is best for all. */
const BOUNDS = { least: 0.25, most: 0.5, few: 100 }
/** What is traced must be sure: a wrong tie misleads more than a missing one. */
const SURE = 0.6
const COOPERATION = COLUMN_INDEX.get('COOPERATES_WITH')!

interface Taught {
  paired: Paired
  examples: Instance[]
}

export function weighPairs(tagger: Tagger, digest: string, say: (line: string) => void): PairsFile {
  const read = withNamesRead(tagger).filter(({ gold }) => gold.relations.length > 0)
  const named = [...answersOf('learn', tagger), ...answersOf('retold', tagger)].map(withAnswers)
  const taught = new Map<string, Taught[]>()
  for (const paired of [...read, ...named])
    taught.set(paired.id, [...(taught.get(paired.id) ?? []), { paired, examples: examplesOf(paired) }])
  const order = shuffle([...read], randomOf(3))
  const trial = new Trial()
  for (let fold = 0; fold < FOLDS; fold++) {
    const known = order.flatMap(({ id }, i) => (i % FOLDS === fold ? [] : taught.get(id)!))
    const { add } = several(
      known.flatMap((t) => t.examples),
      COLUMNS.length,
      { ...OPTIONS, runs: 1 },
    )
    order.forEach((paired, i) => {
      if (i % FOLDS === fold) trial.count(paired, add)
    })
  }
  const thresholds = trial.thresholds(say)
  const all = [...taught.values()].flat().flatMap((t) => t.examples)
  const { index, values } = several(all, COLUMNS.length, OPTIONS)
  return {
    about: `Learned by npm run train from bench/gold ${digest}.`,
    columns: [...COLUMNS],
    thresholds,
    ...tableFileOf(index, values, COLUMNS.length, STEP, LEAST),
  }
}

const examplesOf = (paired: Paired): Instance[] => instancesOf(paired, FORGET).filter((x) => x.asked !== 0)

interface Found {
  share: number
  right: boolean
  /** A rule proposes it. */
  ruled: boolean
}

/** Pairs of articles that were not learned from, with the shares that they were given. */
class Trial {
  readonly #found = COLUMNS.map((): Found[] => [])
  readonly #all = COLUMNS.map(() => 0)

  count(
    paired: Paired,
    add: (f: Int32Array, from: number, to: number, into: Float64Array, at: number) => void,
  ): void {
    const { must, may, optional } = truthOf(paired)
    const best = new Map<string, { share: number; ruled: boolean }>()
    const sums = new Float64Array(COLUMNS.length)
    for (const { head, tail, can, features, ruled } of instancesOf(paired, 0)) {
      add(features, 0, features.length, sums.fill(0), 0)
      for (let c = 0; c < COLUMNS.length; c++) {
        if (((can >> c) & 1) === 0) continue
        const share = 1 / (1 + Math.exp(-sums[c]!))
        const [a, b] = c === COOPERATION && head > tail ? [tail, head] : [head, tail]
        const key = `${c} ${a} ${b}`
        const known = best.get(key)
        best.set(key, {
          share: Math.max(share, known?.share ?? 0),
          ruled: ((ruled >> c) & 1) === 1 || known?.ruled === true,
        })
      }
    }
    for (const [key, { share, ruled }] of best) {
      if (share < REFUSED) continue
      const [c, a, b] = key.split(' ').map(Number) as [number, number, number]
      const [h, t] = [paired.goldOf[a]!, paired.goldOf[b]!]
      const known = `${c} ${h} ${t}`
      if (optional.has(h) || optional.has(t) || may.has(known)) continue
      this.#found[c]!.push({ share, right: must.has(known), ruled })
    }
    for (const key of must.keys()) {
      const [c, h, t] = key.split(' ').map(Number) as [number, number, number]
      if (c !== COOPERATION || h < t) this.#all[c]!++
    }
  }

  /** For each column the share from which on what no rule proposes makes F1 best. */
  thresholds(say: (line: string) => void): number[] {
    const common = bestOf(this.#found.flat(), sum(this.#all))
    return COLUMNS.map((column, c) => {
      const { at } = this.#all[c]! < BOUNDS.few ? common : bestOf(this.#found[c]!, this.#all[c]!)
      const threshold =
        Math.round(Math.max(c === SERVES_COLUMN ? SURE : BOUNDS.least, Math.min(BOUNDS.most, at)) * 100) / 100
      const kept = this.#found[c]!.filter((x) => x.ruled || x.share >= threshold)
      const right = kept.filter((x) => x.right).length
      const f1 = (2 * right) / (kept.length + this.#all[c]! || 1)
      say(`${column.padEnd(18)} ≥ ${threshold.toFixed(2)}  F1 ${f1.toFixed(3)} of ${this.#all[c]}`)
      return threshold
    })
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

function bestOf(found: readonly Found[], all: number): { at: number; f1: number } {
  const ruled = found.filter((x) => x.ruled)
  let kept = ruled.length
  let right = ruled.filter((x) => x.right).length
  let best = { at: 1, f1: 0 }
  for (const x of found.filter((x) => !x.ruled).sort((a, b) => b.share - a.share)) {
    kept++
    if (x.right) right++
    const f1 = (2 * right) / (kept + all)
    if (f1 > best.f1) best = { at: x.share, f1 }
  }
  return best
}
