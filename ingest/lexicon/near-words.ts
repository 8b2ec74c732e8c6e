/** A map by words that holds those which came last in front: most words of a text come again soon. */
export class NearWords<T> {
  readonly #most: number
  readonly #known = new Map<string, T>()
  readonly #words: string[] = new Array(SLOTS).fill('')
  readonly #near: (T | undefined)[] = new Array(SLOTS).fill(undefined)

  /** @param most words that are kept; it starts anew beyond it */
  constructor(most: number) {
    this.#most = most
  }

  get(word: string): T | undefined {
    const slot = slotOf(word)
    if (this.#words[slot] === word) return this.#near[slot]
    const known = this.#known.get(word)
    if (known !== undefined) {
      this.#words[slot] = word
      this.#near[slot] = known
    }
    return known
  }

  set(word: string, value: T): void {
    if (this.#known.size >= this.#most) this.#known.clear()
    this.#known.set(word, value)
    const slot = slotOf(word)
    this.#words[slot] = word
    this.#near[slot] = value
  }
}

const SLOTS = 4096

const slotOf = (word: string): number => {
  const last = word.length - 1
  const hash =
    Math.imul(word.charCodeAt(0), 0x9e3779b1) ^
    Math.imul(word.charCodeAt(last), 0x85ebca6b) ^
    Math.imul(word.charCodeAt(last >> 1) + last, 0xc2b2ae35)
  return hash >>> 20
}
