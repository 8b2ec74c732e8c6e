/** Ends of names that stand for them: 枢纽中心 of 珠西物流枢纽中心. */

/** So many last characters of a name may stand for it. */
const LONGEST = 5

/** Of each name the last characters: two or more, up to LONGEST. */
export const endsOf = (names: readonly string[]): string[] => {
  const ends: string[] = []
  for (const name of names) {
    const end = name.slice(-LONGEST)
    if (end.length > 1 && !ends.includes(end)) ends.push(end)
  }
  return ends
}

/** How many last characters of one of these names stand in the words: 0, or 2 and more. */
export function calledIn(words: string, ends: readonly string[]): number {
  let most = 1
  for (const end of ends) {
    const last = end.length - 1
    const mark = end.charCodeAt(last)
    for (let i = 1; i < words.length; i++) {
      if (words.charCodeAt(i) !== mark) continue
      let n = 1
      while (n <= last && n <= i && words.charCodeAt(i - n) === end.charCodeAt(last - n)) n++
      if (n > most) most = n
    }
  }
  return most > 1 ? most : 0
}
