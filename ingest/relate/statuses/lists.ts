/** What those that are named in one list are said to be at: what is said of some is mostly said of all. */
import type { Phrase } from '../phrases.ts'
import type { Weighed } from './weighed.ts'
import { STAGE_NAMES } from './wordings.ts'

interface List {
  /** Entities of the list that a clause may speak of. */
  members: ReadonlySet<number>
  /** For each stage what their shares come to. */
  sums: readonly number[]
  /** For each stage their two largest shares. */
  most: readonly (readonly [number, number])[]
}

export class Lists {
  readonly #weighed: ReadonlyMap<number, Weighed>
  readonly #known = new Map<Phrase, List>()

  constructor(weighed: readonly Weighed[]) {
    this.#weighed = new Map(weighed.map((of) => [of.entity, of]))
  }

  of(phrase: Phrase): List {
    let list = this.#known.get(phrase)
    if (!list) {
      list = this.#listOf(phrase)
      this.#known.set(phrase, list)
    }
    return list
  }

  #listOf({ units }: Phrase): List {
    const own = units.filter(({ modifier }) => !modifier).map(({ entities }) => entities[0]!)
    const members = new Set(own.filter((entity) => this.#weighed.has(entity)))
    const sums = STAGE_NAMES.map(() => 0)
    const most = STAGE_NAMES.map((): [number, number] => [0, 0])
    for (const entity of members)
      for (const [k, share] of this.#weighed.get(entity)!.shares.entries()) {
        sums[k]! += share
        const [first, second] = most[k]!
        if (share > first) most[k] = [share, first]
        else if (share > second) most[k] = [first, share]
      }
    return { members, sums, most }
  }
}
