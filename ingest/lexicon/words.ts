/** The words of a list written as one text, blanks and line ends between them. */
export const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** The lists of a text, one a line. */
export const listsOf = (text: string): string[][] => text.trim().split('\n').map(words)

/**
 * Things that go by several names, one a line: all names of each, and those that are read as such wherever they stand.
 * A ~ is before the others: they stand in other words as well (集中行动, 中国网), or are read by how they end.
 */
export function namesOf(text: string): { names: readonly (readonly string[])[]; read: readonly string[] } {
  const lines = listsOf(text)
  return {
    names: lines.map((line) => line.map((name) => name.replace('~', ''))),
    read: lines.flat().filter((name) => !name.startsWith('~')),
  }
}
