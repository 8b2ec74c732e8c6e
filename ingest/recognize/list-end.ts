/** Where a list of names or trades ends, whatever 和 in it may be: in a member, or between two. */

/** What a list may hold. */
export interface ListOf {
  /** One character of a member. */
  character: RegExp
  /** Characters of a member. */
  shortest: number
  longest: number
  /** Members. */
  most: number
}

const JOINS = /[、和与及]/

export const isJoinedAt = (text: string, at: number): boolean => JOINS.test(text[at] ?? '')

/**
 * Where the list ends that begins at an offset and is closed by a sticky pattern right behind it, or -1: members as short as
 * they can be, and as many. Of 和和和… the ways to read it are beyond number, so what failed once is not tried again.
 */
export function listEnd(
  text: string,
  start: number,
  { character, shortest, longest, most }: ListOf,
  closes: RegExp,
): number {
  const failed = new Set<number>()
  const endFrom = (at: number, listed: number): number => {
    const key = at * most + listed
    if (failed.has(key)) return -1
    let end = at
    for (let n = 1; n <= longest && end < text.length; n++) {
      const one = String.fromCodePoint(text.codePointAt(end)!)
      if (!character.test(one)) break
      end += one.length
      if (n < shortest) continue
      const farther = listed + 1 < most && isJoinedAt(text, end) ? endFrom(end + 1, listed + 1) : -1
      if (farther >= 0) return farther
      closes.lastIndex = end
      if (closes.test(text)) return end
    }
    failed.add(key)
    return -1
  }
  return endFrom(start, 0)
}
