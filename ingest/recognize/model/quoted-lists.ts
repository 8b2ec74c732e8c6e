/**
 * Lists and chains within quotes: “山水立城、产业强城、人才兴城” is one name, or as many as it has members; no two of three
 * are one. None of 1,040 forms in the answers is.
 */
import type { Atom } from './atoms.ts'

export interface QuotedList {
  /** The atoms of its quotes. */
  open: number
  close: number
  /** The marks between its members, ascending. */
  marks: readonly number[]
}

const MARK = /^[、—+→/~-]+$/
/** Characters between the quotes. */
const WIDEST = 36
const CLOSES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' }

/** Of each atom the list in whose quotes it stands, if any: the innermost quotes count. */
export function quotedListsIn(atoms: readonly Atom[]): (QuotedList | undefined)[] {
  const out: (QuotedList | undefined)[] = new Array(atoms.length)
  const opened: { open: number; close: string; marks: number[]; broken: boolean }[] = []
  atoms.forEach(({ word: { shape, text, stop }, start }, i) => {
    if (shape !== 0) return
    const top = opened.at(-1)
    const close = CLOSES[text]
    if (close) opened.push({ open: i, close, marks: [], broken: false })
    else if (top && text === top.close) {
      opened.pop()
      const { open, marks, broken } = top
      if (marks.length === 0 || broken || start - atoms[open]!.end > WIDEST) return
      const list = { open, close: i, marks }
      for (let k = open + 1; k < i; k++) out[k] ??= list
    } else if (top && MARK.test(text)) top.marks.push(i)
    // what ends a clause is no slogan's
    else if (top && stop) top.broken = true
  })
  return out
}

/** Whether a stretch that begins within the quotes of a list holds more than one member of it, and not all of them. */
export const tearsList = (list: QuotedList | undefined, first: number, last: number): boolean =>
  list !== undefined &&
  last < list.close &&
  (first !== list.open + 1 || last !== list.close - 1) &&
  list.marks.some((mark) => first <= mark && mark <= last)
