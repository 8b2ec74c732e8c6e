/** What is seen of each word, as numbers. */
import type { Paragraph } from '../../../model/article.ts'
import type { Atom, Cut } from './atoms.ts'
import { hashOf, mix } from './hash.ts'

/** Beyond this many words a name is not looked for. */
export const LONGEST = 8

const STOP = hashOf('<s>')
const NONE = { word: STOP, tag: STOP, listed: 0, flags: 0, within: 0, head: 0, headType: 0, shape: 0 } as Atom

export interface Seen {
  /** Features of atom i: `flat[from[i]] … flat[from[i + 1] - 1]`. */
  flat: number[]
  from: number[]
}

const KINDS: Record<Paragraph['kind'], number> = { title: 0, heading: 1, body: 2, aside: 2 }

export function featuresOf({ atoms, proposed }: Cut, kind: Paragraph['kind']): Seen {
  const n = atoms.length
  const flat: number[] = []
  const from: number[] = [0]
  const at = (i: number): Atom => atoms[i] ?? NONE
  const begins: number[][] = atoms.map(() => [])
  const ends: number[][] = atoms.map(() => [])
  const covers: number[][] = atoms.map(() => [])
  for (const { first, last, type, candidate } of proposed) {
    const rule = hashOf(candidate.rule)
    begins[first]!.push(mix(60, type), mix(61, rule, type))
    ends[last]!.push(mix(62, type), mix(63, rule, type))
    for (let k = first; k <= last && k <= first + LONGEST; k++)
      covers[k]!.push(mix(64, type), mix(65, type, k === first ? 1 : 0, k === last ? 1 : 0))
  }
  // the next head to the right and how far it is, the last verb to the left, the next to the right
  const nextHead: number[] = new Array(n + 1).fill(0)
  const nextVerb: number[] = new Array(n + 1).fill(0)
  for (let i = n - 1, head = 0, far = 0, verb = 0; i >= 0; i--) {
    nextHead[i] = head === 0 || far > 8 ? 0 : head * 4 + Math.min(3, far >> 1)
    nextVerb[i] = verb
    far++
    if (atoms[i]!.headType) {
      head = atoms[i]!.headType
      far = 0
    }
    if (isStop(atoms[i]!)) {
      head = 0
      verb = 0
    }
    if (isVerb(atoms[i]!)) verb = atoms[i]!.word
  }
  let lastVerb = 0
  for (let i = 0; i < n; i++) {
    const a = atoms[i]!
    const [p, q, r, s] = [at(i - 1), at(i + 1), at(i - 2), at(i + 2)]
    flat.push(
      mix(0, 0),
      mix(1, a.word),
      mix(2, p.word),
      mix(3, q.word),
      mix(4, p.word, a.word),
      mix(5, a.word, q.word),
      mix(6, r.word),
      mix(7, s.word),
      mix(8, a.tag),
      mix(9, p.tag, a.tag),
      mix(10, a.tag, q.tag),
      mix(11, p.tag, a.tag, q.tag),
      mix(12, r.tag, p.tag, a.tag),
      mix(13, a.tag, q.tag, s.tag),
      mix(14, lastChar(a), a.tag),
      mix(15, firstChar(a), a.tag),
      mix(16, lastChar(a), q.word),
      mix(17, lastChar(p), a.tag),
      mix(18, a.listed, a.shape),
      mix(19, p.listed, a.listed, a.tag),
      mix(20, a.listed, q.listed, q.tag),
      mix(21, a.flags, p.flags, q.flags),
      mix(22, a.flags, a.tag, q.tag),
      mix(23, a.within, p.within, q.within),
      mix(24, a.within, a.tag),
      mix(25, a.head),
      mix(26, a.headType, q.tag),
      mix(27, a.headType, q.word),
      mix(28, nextHead[i]!, a.tag),
      mix(29, nextHead[i]!, p.tag, a.listed),
      mix(30, lastVerb),
      mix(31, nextVerb[i]!, a.headType),
      mix(32, lastVerb, a.headType),
      mix(33, KINDS[kind], a.tag),
      mix(34, p.word, a.headType),
      mix(35, p.word, nextHead[i]!),
      mix(36, a.shape, p.shape, q.shape),
      mix(37, p.headType, p.listed, a.tag),
    )
    if (begins[i]!.length === 0) flat.push(mix(66, 0))
    if (ends[i]!.length === 0) flat.push(mix(67, 0))
    if (covers[i]!.length === 0) flat.push(mix(68, 0))
    for (const list of [begins[i]!, ends[i]!, covers[i]!]) for (const f of new Set(list)) flat.push(f)
    from.push(flat.length)
    if (isStop(a)) lastVerb = 0
    if (isVerb(a)) lastVerb = a.word
  }
  return { flat, from }
}

const isVerb = (a: Atom) => a.rawTag === 'v' || ((a.flags & 1) === 1 && a.shape >= 5)
export const isStop = (a: Atom) => a.shape === 0 && /[，。；：！？,;:!?\s]/.test(a.text)
const lastChar = (a: Atom) => (a.text === undefined ? STOP : a.text.charCodeAt(a.text.length - 1))
const firstChar = (a: Atom) => (a.text === undefined ? STOP : a.text.charCodeAt(0))

/** Features of a whole stretch of words; `ofSpan` are the rules' candidates that are exactly it. */
export function spanFeatures(
  atoms: readonly Atom[],
  first: number,
  last: number,
  surface: number,
  proposals: readonly { type: number; rule: number; sure: number }[],
  into: number[],
): void {
  const a = atoms[first]!
  const z = atoms[last]!
  const length = Math.min(last - first + 1, 8)
  const chars = z.end - a.start
  into.push(mix(100, length), mix(101, chars < 8 ? chars : 8 + Math.min(4, (chars - 8) >> 2), z.headType))
  into.push(mix(102, a.listed, z.headType, length > 3 ? 4 : length))
  into.push(mix(103, a.listed, z.head))
  if (length <= 4) into.push(mix(104, surface))
  const quoted =
    atoms[first - 1]?.text === '“' && atoms[last + 1]?.text === '”'
      ? 1
      : a.text === '“' && z.text === '”'
        ? 2
        : a.text === '“'
          ? 3
          : a.text === '《'
            ? z.text === '》'
              ? 4
              : 5
            : 0
  if (quoted) into.push(mix(105, quoted, z.headType), mix(106, quoted, chars > 8 ? 9 : chars))
  if (proposals.length === 0) into.push(mix(107, 0))
  for (const p of proposals)
    into.push(mix(108, p.type), mix(109, p.rule, p.type), mix(110, p.type, p.sure), mix(111, p.type, z.head))
  if (proposals.length > 1) into.push(mix(112, proposals.length > 2 ? 3 : 2))
}
