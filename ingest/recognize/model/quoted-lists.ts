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
/** What breaks a sentence is no slogan's. */
const BREAKS = ',,。;;::!!??'
/** Characters between the quotes. */
const WIDEST = 36
const CLOSES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' }

export function quotedListsIn(atoms: readonly Atom[]): QuotedList[] {
  const out: QuotedList[] = []
  const opened: { open: number; close: string; marks: number[]; broken: boolean }[] = []
  atoms.forEach(({ word: { shape, text }, start }, i) => {
    if (shape !== 0) return
    const top = opened.at(-1)
    const close = CLOSES[text]
    if (close) opened.push({ open: i, close, marks: [], broken: false })
    else if (top && text === top.close) {
      opened.pop()
      const { open, marks, broken } = top
      if (marks.length > 0 && !broken && start - atoms[open]!.end <= WIDEST)
        out.push({ open, close: i, marks })
    } else if (top && MARK.test(text)) top.marks.push(i)
    else if (top && BREAKS.includes(text)) top.broken = true
  })
  return out
}

/** Whether a stretch within the quotes holds more than one member of a list, and not all of them. */
export const tearsList =
  (lists: readonly QuotedList[]) =>
  (first: number, last: number): boolean =>
    lists.some(
      ({ open, close, marks }) =>
        first > open &&
        last < close &&
        (first !== open + 1 || last !== close - 1) &&
        marks.some((mark) => first <= mark && mark <= last),
    )
