/** Which names of an article begin with which. */
import { firstWhere } from '../scene.ts'

/** So much of a name is looked at, in characters. */
const LONGEST = 60

export class Names {
  readonly #sorted: readonly string[]
  readonly #times = new Map<string, number>()

  constructor(names: readonly string[]) {
    this.#sorted = [...names].sort()
    for (const name of names) this.#times.set(name, (this.#times.get(name) ?? 0) + 1)
  }

  /** How many others this one begins with. */
  inside(name: string): number {
    let count = this.#times.get(name)! - 1
    for (let end = 1; end < Math.min(name.length, LONGEST); end++)
      count += this.#times.get(name.slice(0, end)) ?? 0
    return count
  }

  /** How many others begin with this one. */
  around(name: string): number {
    return this.#from(`${name}\uffff`) - this.#from(name) - 1
  }

  /** How many come before a name. */
  #from(name: string): number {
    return firstWhere(this.#sorted, (own) => own >= name)
  }
}
