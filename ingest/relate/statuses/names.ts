/** Which names of an article begin with which. */

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
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#sorted[middle]! < name) low = middle + 1
      else high = middle
    }
    return low
  }
}
