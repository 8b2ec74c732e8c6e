/** The stretches of a sentence that may be names. */

import { hashOf } from '../../learned/hash.ts'
import type { Atom, Cut, Proposal } from './atoms.ts'
import { type QuotedList, quotedListsIn, tearsList } from './quoted-lists.ts'
import { tornIn } from './torn.ts'

/** Beyond this many words a name is not looked for, or one that ends as names of its kind do, unless a rule proposes it. */
const LONGEST = 8
const LONGEST_WITH_HEAD = 13
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
  const torn = tornIn(atoms)
  const lists = quotedListsIn(atoms)
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
    const quoted = a.word.opens
    let open = begins
    // the whole of a list in quotes, with them or without, however long
    const whole = wholeFrom(lists[i], lists[i + 1], i)
    if (whole > far) far = whole
    let text = hashOf('')
    for (let j = i; j < n && (open || j <= far); j++) {
      const z = atoms[j]!
      if (open && (j >= i + LONGEST_WITH_HEAD || z.end - a.start > WIDEST || breaks(z, quoted))) open = false
      text = hashOf(z.word.text, text)
      const same = here ? here.filter((p) => p.last === j) : undefined
      const known = same !== undefined && same.length > 0
      if (!known && j !== whole && !(open && mayEnd(z) && (j < i + LONGEST || z.headType > 0))) continue
      if (torn(i, j) || tearsList(lists[i], i, j)) continue
      out.first.push(i)
      out.last.push(j)
      out.text.push(text)
      out.proposals.push(known ? same : undefined)
    }
  }
  return out
}

/** Where the list ends that begins at atom `i`, or whose quotes do; -1 where none does. */
function wholeFrom(here: QuotedList | undefined, next: QuotedList | undefined, i: number): number {
  if (here?.open === i - 1) return here.close - 1
  return next?.open === i ? next.close : -1
}

const mayBegin = ({ word, kind, within }: Atom): boolean =>
  word.shape !== 0 ? !kind.small || within > 0 : word.opens
const mayEnd = ({ word, kind, headType, within }: Atom): boolean =>
  word.shape !== 0
    ? !(kind.small || kind.neverLast) || headType > 0 || within > 0 || LAST.has(word.text)
    : word.closes
/** Function words and adverbs to the segmenter, with which names end as well: 株洲所, 海丰里, 街区更新. */
const LAST: ReadonlySet<string> = new Set([
  '所',
  '里',
  '都',
  '更新',
  '零部件',
  '高新',
  '南段',
  '北段',
  '东段',
  '西段',
  '中段',
])
/** Marks and words that no name runs over, but for one that begins with a quote. */
const breaks = ({ word, kind, within }: Atom, quoted: boolean): boolean =>
  (word.stop && !(within > 0 && quoted)) || (within === 0 && (word.text === '、' || kind.breaks))
