/** One thing that is measured, against a baseline of the same run: machines differ, ratios far less. */
export interface Figure {
  name: string
  unit: string
  /** What the baseline is, in a word or two. */
  against: string
  measure: () => Promise<{ value: number; baseline: number }>
}

/** The best of some runs in milliseconds: noise only ever adds. */
export async function best(runs: number, job: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const began = performance.now()
    await job()
    least = Math.min(least, performance.now() - began)
  }
  return least
}
