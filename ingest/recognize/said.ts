/** Division words that a place's short form may be followed by. */
const LEVELS = ['区', '县', '市', '镇', '街道', '社区', '村', '旗'] as const
export type Level = (typeof LEVELS)[number]

/** What an article says of a word elsewhere; looked for once a word. */
export class Said {
  readonly #text: string
  readonly #times = new Map<string, number>()
  readonly #levels = new Map<string, readonly Level[]>()

  constructor(text: string) {
    this.#text = text
  }

  /** How often it stands in the article. */
  times(word: string): number {
    let times = this.#times.get(word)
    if (times === undefined) {
      times = 0
      for (let at = this.#text.indexOf(word); at >= 0; at = this.#text.indexOf(word, at + word.length))
        times++
      this.#times.set(word, times)
    }
    return times
  }

  /** Which division words stand right behind it somewhere: 长清 → 区. */
  levels(word: string): readonly Level[] {
    let levels = this.#levels.get(word)
    if (levels === undefined) {
      levels = LEVELS.filter((level) => this.#text.includes(word + level))
      this.#levels.set(word, levels)
    }
    return levels
  }
}
