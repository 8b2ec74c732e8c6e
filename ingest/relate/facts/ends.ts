/** Ends of names that stand for them: 枢纽中心 of 珠西物流枢纽中心. */

/** Of each name the last characters: two, three, up to five. */
export function endsOf(names: readonly string[]): string[][] {
  const ends = new Set(names.map((name) => name.slice(-5)))
  return [...ends].flatMap((end) =>
    end.length < 2 ? [] : [Array.from({ length: end.length - 1 }, (_, i) => end.slice(-2 - i))],
  )
}

/** How many last characters of one of these names stand in the words: 0, or 2 and more. */
export function calledIn(words: string, ends: readonly (readonly string[])[]): number {
  let most = 0
  for (const of of ends) {
    // where its end does not stand, neither does what ends with that
    let n = 0
    while (n < of.length && words.includes(of[n]!)) n++
    if (n > 0 && n + 1 > most) most = n + 1
  }
  return most
}
