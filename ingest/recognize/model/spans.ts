/** The stretches of a sentence that may be names. */

import { hashOf } from '../../learned/hash.ts'
import type { Atom, Cut, Proposal } from './atoms.ts'

/** Beyond this many words a name is not looked for, unless a rule proposes it. */
const LONGEST = 8
const WIDEST = 36

export interface Spans {
  /** By first atom ascending, then by last. */
  first: number[]
  last: number[]
  /** Hash of the text. */
  text: number[]
  /** What the rules propose there; undefined: nothing. */
  proposals: (Proposal[] | undefined)[]
}

export function spansOf({ atoms, proposed }: Cut): Spans {
  const n = atoms.length
  const out: Spans = { first: [], last: [], text: [], proposals: [] }
  const byFirst: (Proposal[] | undefined)[] = new Array(n)
  for (const p of proposed) {
    const here = byFirst[p.first]
    if (here) here.push(p)
    else byFirst[p.first] = [p]
  }
  for (let i = 0; i < n; i++) {
    const here = byFirst[i]
    const a = atoms[i]!
    const begins = mayBegin(a)
    if (!begins && !here) continue
    let far = -1
    if (here) for (const p of here) if (p.last > far) far = p.last
    const quoted = QUOTES.test(a.word.text)
    let open = begins
    let text = hashOf('')
    for (let j = i; j < n && (open || j <= far); j++) {
      const z = atoms[j]!
      if (open && (j >= i + LONGEST || z.end - a.start > WIDEST || breaks(z, quoted))) open = false
      text = hashOf(z.word.text, text)
      const same = here && j <= far ? here.filter((p) => p.last === j) : undefined
      const known = same !== undefined && same.length > 0
      if (!known && !(open && mayEnd(z))) continue
      out.first.push(i)
      out.last.push(j)
      out.text.push(text)
      out.proposals.push(known ? same : undefined)
    }
  }
  return out
}

const QUOTES = /^[“《"]/
/** Words of these kinds neither begin nor end a name that no rule knows. */
const SMALL = /^(?:u|p|c|r|y|e$|o$|w)/
const LAST_NOT = /^(?:d|ad|mq|f$)/
const mayBegin = (a: Atom): boolean =>
  a.word.shape !== 0 ? !SMALL.test(a.rawTag) || a.within > 0 : QUOTES.test(a.word.text)
const mayEnd = (a: Atom): boolean =>
  a.word.shape !== 0
    ? (!SMALL.test(a.rawTag) && !LAST_NOT.test(a.rawTag)) || a.headType > 0 || a.within > 0
    : /[”》)）"+]/.test(a.word.text)
/** Marks and words that no name runs over, but for one that begins with a quote. */
const breaks = (z: Atom, quoted: boolean): boolean =>
  (z.word.stop && !(z.within > 0 && quoted)) ||
  (z.word.text === '、' && z.within === 0) ||
  (z.within === 0 && /^(?:u|y)/.test(z.rawTag))
