/** Stretches that open a quote or bracket and leave it open, or close one that they have not opened: no name does. */
import type { Atom } from './atoms.ts'

const OPENING = '“‘《(（「『【['
const CLOSING = '”’》)）」』】]'

/** Says of a stretch of these atoms, by its first and last one, whether it is torn. */
export function tornIn(atoms: readonly Atom[]): (first: number, last: number) => boolean {
  /** Marks in their order: 1, 2, … opens one of its kind, -1, -2, … closes one. */
  const marks: number[] = []
  /** Of each atom the first mark that does not stand before it; of the end, too. */
  const from = new Int32Array(atoms.length + 1)
  atoms.forEach(({ word }, i) => {
    from[i] = marks.length
    if (word.shape !== 0) return
    for (const char of word.text) {
      const kind = OPENING.includes(char) ? 1 + OPENING.indexOf(char) : -1 - CLOSING.indexOf(char)
      if (kind !== 0) marks.push(kind)
    }
  })
  from[atoms.length] = marks.length
  return (first, last) => {
    const [begin, end] = [from[first]!, from[last + 1]!]
    if (begin === end) return false
    const open: number[] = []
    for (let k = begin; k < end; k++) {
      const kind = marks[k]!
      if (kind > 0) open.push(kind)
      else if (open.pop() !== -kind) return true
    }
    return open.length > 0
  }
}
