/** Counts of right, wrong and missed answers, and the figures that derive from them. */
export interface Figure {
  p: number
  r: number
  f1: number
  tp: number
  fp: number
  fn: number
}
export type Outcome = 'tp' | 'fp' | 'fn'
type Counts = Record<Outcome, number>

function figureOf({ tp, fp, fn }: Counts): Figure {
  const p = tp + fp > 0 ? tp / (tp + fp) : 0
  const r = tp + fn > 0 ? tp / (tp + fn) : 0
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0, tp, fp, fn }
}

export class Tally<L extends string> {
  #layers: readonly L[]
  #counts = new Map<string, Counts>()

  constructor(layers: readonly L[]) {
    this.#layers = layers
  }

  add(layer: L, article: string, outcome: Outcome, type?: string): void {
    this.#bump(`${layer}`, outcome)
    this.#bump(`${layer} article ${article}`, outcome)
    if (type !== undefined) this.#bump(`${layer} type ${type}`, outcome)
  }

  layers(): Record<L, Figure> {
    return Object.fromEntries(
      this.#layers.map((layer) => [layer, figureOf(this.#counts.get(layer) ?? { tp: 0, fp: 0, fn: 0 })]),
    ) as Record<L, Figure>
  }

  types(layer: L): Record<string, Figure> {
    return this.#under(`${layer} type `)
  }

  articles(): Record<string, Partial<Record<L, Figure>>> {
    const out: Record<string, Partial<Record<L, Figure>>> = {}
    for (const layer of this.#layers)
      for (const [article, figure] of Object.entries(this.#under(`${layer} article `)))
        if (article !== '') out[article] = { ...out[article], [layer]: figure } as Partial<Record<L, Figure>>
    return out
  }

  #under(prefix: string): Record<string, Figure> {
    const rows = [...this.#counts].filter(([key]) => key.startsWith(prefix))
    return Object.fromEntries(
      rows
        .map(([key, counts]) => [key.slice(prefix.length), figureOf(counts)] as const)
        .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    )
  }

  #bump(key: string, outcome: Outcome): void {
    const counts = this.#counts.get(key) ?? { tp: 0, fp: 0, fn: 0 }
    counts[outcome]++
    this.#counts.set(key, counts)
  }
}
