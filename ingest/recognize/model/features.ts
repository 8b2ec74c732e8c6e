/** What is seen of each word and of each stretch, as numbers. */
import type { Paragraph } from '../../../model/article.ts'
import { hashOf, mix, type Row } from '../../learned/hash.ts'
import type { Around } from './article.ts'
import { type Atom, type Cut, NO_ATOM } from './atoms.ts'
import { TYPE_COUNT } from './roles.ts'
import type { Spans } from './spans.ts'

export const KINDS: Record<Paragraph['kind'], number> = { title: 0, heading: 1, body: 2, aside: 2 }

/** What a sentence holds to the left and to the right of each word. */
export interface Context {
  /** The next head to the right and how far it is. */
  nextHead: Int32Array
  /** The last verb to the left, the next to the right. */
  lastVerb: Int32Array
  nextVerb: Int32Array
  /** The noun behind 等 that says what the members of this list are. */
  closing: Int32Array
  /** Index of the next mark of a list, or stop, from here on. */
  nextMark: Int32Array
}

const isVerb = (a: Atom) => a.rawTag === 'v' || ((a.word.flags & 1) === 1 && a.word.shape >= 5)
const isMark = (a: Atom) => a.word.stop || a.word.link || a.word.text === '等'

export function contextOf(atoms: readonly Atom[]): Context {
  const n = atoms.length
  const out: Context = {
    nextHead: new Int32Array(n + 1),
    lastVerb: new Int32Array(n + 1),
    nextVerb: new Int32Array(n + 1),
    closing: new Int32Array(n + 1),
    nextMark: new Int32Array(n + 1).fill(n),
  }
  let [head, far, verb, closing] = [0, 0, 0, 0]
  for (let i = n - 1; i >= 0; i--) {
    const a = atoms[i]!
    out.nextHead[i] = head === 0 || far > 8 ? 0 : head * 4 + Math.min(3, far >> 1)
    out.nextVerb[i] = verb
    out.nextMark[i] = isMark(a) ? i : out.nextMark[i + 1]!
    far++
    if (a.headType) {
      head = a.headType
      far = 0
    }
    if (a.word.stop) {
      head = 0
      verb = 0
      closing = 0
    }
    if (a.word.text === '等' || a.word.text === '等等') closing = classAfter(atoms, i)
    out.closing[i] = closing
    if (isVerb(a)) verb = a.word.hash
  }
  verb = 0
  for (let i = 0; i < n; i++) {
    const a = atoms[i]!
    out.lastVerb[i] = verb
    if (a.word.stop) verb = 0
    if (isVerb(a)) verb = a.word.hash
  }
  return out
}

/** 等10家重点企业: 企业. */
function classAfter(atoms: readonly Atom[], at: number): number {
  let found = 1
  for (let k = at + 1; k < atoms.length && k <= at + 6; k++) {
    const { word, rawTag } = atoms[k]!
    if (word.shape === 0 || /^[upc]/.test(rawTag)) break
    if (/^(?:n|vn|x)/.test(rawTag)) found = hashOf(word.text, undefined, Math.max(0, word.text.length - 2))
    else if (rawTag === 'v' && found !== 1) break
  }
  return found
}

/** Features of the words that `used` names; of others none. `from` gets where each word's begin, and where the last ends. */
export function atomFeatures(
  { atoms, proposed }: Cut,
  context: Context,
  kind: number,
  used: Uint8Array,
  flat: Row,
  from: Int32Array,
): void {
  const n = atoms.length
  const rules = rulesAt(n, proposed)
  for (let i = 0; i < n; i++) {
    from[i] = flat.size
    if (used[i] === 0) continue
    const a = atoms[i]!
    const p = i > 0 ? atoms[i - 1]! : NO_ATOM
    const q = i + 1 < n ? atoms[i + 1]! : NO_ATOM
    const r = i > 1 ? atoms[i - 2]! : NO_ATOM
    const s = i + 2 < n ? atoms[i + 2]! : NO_ATOM
    const head = context.nextHead[i]!
    const verb = context.lastVerb[i]!
    flat.push(mix(0, 0))
    flat.push(mix(1, a.word.hash))
    flat.push(mix(2, p.word.hash))
    flat.push(mix(3, q.word.hash))
    flat.push(mix(4, p.word.hash, a.word.hash))
    flat.push(mix(5, a.word.hash, q.word.hash))
    flat.push(mix(6, r.word.hash))
    flat.push(mix(7, s.word.hash))
    flat.push(mix(8, a.tag))
    flat.push(mix(9, p.tag, a.tag))
    flat.push(mix(10, a.tag, q.tag))
    flat.push(mix(11, p.tag, a.tag, q.tag))
    flat.push(mix(14, a.word.lastChar, a.tag))
    flat.push(mix(15, a.word.firstChar, a.tag))
    flat.push(mix(16, a.word.lastChar, q.word.hash))
    flat.push(mix(17, p.word.lastChar, a.tag))
    flat.push(mix(18, a.listed, a.word.shape))
    flat.push(mix(19, p.listed, a.listed, a.tag))
    flat.push(mix(20, a.listed, q.listed, q.tag))
    flat.push(mix(22, a.word.flags, a.tag, q.tag))
    flat.push(mix(23, a.within, p.within, q.within))
    flat.push(mix(24, a.within, a.tag))
    flat.push(mix(25, a.head))
    flat.push(mix(26, a.headType, q.tag))
    flat.push(mix(27, a.headType, q.word.hash))
    flat.push(mix(28, head, a.tag))
    flat.push(mix(30, verb))
    flat.push(mix(32, verb, a.headType))
    flat.push(mix(33, kind, a.tag))
    flat.push(mix(34, p.word.hash, a.headType))
    flat.push(mix(36, a.word.shape, p.word.shape, q.word.shape))
    flat.push(mix(38, p.word.lastChar, a.word.firstChar))
    flat.push(mix(39, a.word.lastChar, q.word.firstChar))
    flat.push(mix(40, context.closing[i]!))
    const here = rules[i]
    if (here) for (const f of here) flat.push(f)
    else flat.push(mix(66, 0))
  }
  from[n] = flat.size
}

/** Which rules' proposals begin, end and run over each word. */
function rulesAt(n: number, proposed: Cut['proposed']): (number[] | undefined)[] {
  const out: (number[] | undefined)[] = new Array(n)
  const add = (i: number, f: number) => {
    const here = out[i]
    if (!here) out[i] = [f]
    else if (!here.includes(f)) here.push(f)
  }
  for (const { first, last, type, candidate } of proposed) {
    const rule = ruleHash(candidate.rule)
    add(first, mix(60, type))
    add(first, mix(61, rule, type))
    add(last, mix(62, type))
    add(last, mix(63, rule, type))
    for (let k = first; k <= last && k <= first + 8; k++) {
      add(k, mix(64, type))
      add(k, mix(65, type, k === first ? 1 : 0, k === last ? 1 : 0))
    }
  }
  return out
}

const rules = new Map<string, number>()
function ruleHash(rule: string): number {
  const known = rules.get(rule)
  if (known !== undefined) return known
  const hash = hashOf(rule)
  rules.set(rule, hash)
  return hash
}

/** Bits of what lies between the first and the last word. */
function innerOf(atoms: readonly Atom[], i: number, j: number): number {
  let bits = 0
  if (j > i && atoms[i]!.rawTag === 'v') bits |= 1
  for (let k = i + 1; k < j; k++) {
    const { rawTag, listed, headType, word } = atoms[k]!
    if (rawTag === 'v') bits |= 2
    else if (rawTag === 'vn') bits |= 4
    else if (rawTag[0] === 'm') bits |= 8
    else if (/^[pcud]/.test(rawTag)) bits |= 16
    if (listed) bits |= 32
    if (headType) bits |= 64
    if ((word.flags & 1) === 1) bits |= 128
    if (word.shape === 0) bits |= 256
    if (word.shape === 2) bits |= 512
  }
  return bits
}

/** What the features of a stretch are taken from. */
export interface Seen {
  atoms: readonly Atom[]
  spans: Spans
  context: Context
  around: Around
  /** Of each stretch: 1 + type that the rules by themselves would keep, 0 none. */
  chosen: Uint8Array
  /** Of each stretch how it lies to what they would keep. */
  crossed: Uint8Array
  kind: number
}

/** Features of stretch `s`. */
export function spanFeatures(seen: Seen, s: number, flat: Row): void {
  const { atoms, context, around, chosen, crossed, kind } = seen
  const { first, last, text, proposals } = seen.spans
  const [i, j] = [first[s]!, last[s]!]
  const a = atoms[i]!
  const z = atoms[j]!
  const p = i > 0 ? atoms[i - 1]! : NO_ATOM
  const q = j + 1 < atoms.length ? atoms[j + 1]! : NO_ATOM
  const length = Math.min(j - i + 1, 8)
  const chars = z.end - a.start
  const size = chars < 8 ? chars : 8 + Math.min(4, (chars - 8) >> 2)
  const y = z.word.shape === 0 && j > i ? atoms[j - 1]! : z
  const two =
    y.word.text.length > 1
      ? y.word.text.charCodeAt(y.word.text.length - 2)
      : j > i
        ? atoms[j - 1]!.word.lastChar
        : 0
  const end = y.word.lastChar
  const type = y.headType
  flat.push(mix(100, length))
  flat.push(mix(101, size, type))
  flat.push(mix(102, a.listed, type, length > 3 ? 4 : length))
  flat.push(mix(103, a.listed, y.head))
  if (length <= 5) flat.push(mix(104, text[s]!))
  flat.push(mix(120, end))
  flat.push(mix(121, end, two))
  flat.push(mix(122, end, two, size < 4 ? size : size < 7 ? 4 : 7))
  flat.push(mix(123, a.word.firstChar, Math.min(size, 5)))
  flat.push(mix(126, p.word.hash, end))
  flat.push(mix(127, q.word.hash, end))
  flat.push(mix(128, p.word.hash, type))
  flat.push(mix(129, q.word.hash, type))
  flat.push(mix(130, p.tag, q.tag, type))
  flat.push(mix(131, p.word.hash, q.word.hash))
  if (length <= 5) {
    let tags = length
    for (let k = i; k <= j; k++) tags = Math.imul(tags ^ atoms[k]!.tag, 0x01000193) ^ atoms[k]!.listed
    flat.push(mix(133, tags))
  }
  flat.push(mix(135, context.lastVerb[i]!, type))
  flat.push(mix(151, context.nextVerb[j]!, type))
  const inner = innerOf(atoms, i, j)
  flat.push(mix(153, inner))
  const closing = context.closing[j]!
  if (closing && (p.word.link || q.word.link || q.word.text === '等')) {
    flat.push(mix(137, closing))
    flat.push(mix(138, closing, type))
  }
  // the members of a list before and behind
  const before = p.word.text === '、' && i > 1 ? atoms[i - 2]! : NO_ATOM
  const mark = q.word.text === '、' ? context.nextMark[j + 2]! : 0
  const behind = mark > j + 2 ? atoms[mark - 1]! : NO_ATOM
  if (before !== NO_ATOM) flat.push(mix(139, before.word.lastChar === end ? 1 : 0, before.headType, type))
  if (behind !== NO_ATOM) flat.push(mix(140, behind.word.lastChar === end ? 1 : 0, behind.headType, type))
  const quoted =
    p.word.text === '“' && q.word.text === '”'
      ? 1
      : a.word.text === '“'
        ? z.word.text === '”'
          ? 2
          : 3
        : a.word.text === '《'
          ? z.word.text === '》'
            ? 4
            : 5
          : 0
  if (quoted) {
    flat.push(mix(105, quoted, type))
    const x = quoted === 1 && j + 2 < atoms.length ? atoms[j + 2]! : q
    flat.push(mix(141, quoted, x.word.hash))
    flat.push(mix(142, quoted, x.word.lastChar))
  }
  // the whole article
  const times = Math.min(4, around.counts.get(text[s]!)!)
  const here = proposals[s]
  flat.push(mix(143, times, here ? 1 : 0, Math.min(size, 4)))
  flat.push(mix(144, times, type))
  if (around.titles.has(text[s]!)) flat.push(mix(145, kind === 0 ? 1 : 0, type))
  bits(mix(146, here ? 1 : 0), around.chosen.get(text[s]!), flat)
  bits(mix(147, here ? 1 : 0), around.begins.get(text[s]!), flat)
  bits(mix(148, here ? 1 : 0), around.ends.get(text[s]!), flat)
  // the rules
  flat.push(mix(149, chosen[s]!, here ? 1 : 0))
  if (!chosen[s]) flat.push(mix(150, crossed[s]!, here ? 1 : 0))
  if (!here) flat.push(mix(107, 0))
  else {
    for (const { type: t, candidate } of here) {
      const rule = ruleHash(candidate.rule)
      flat.push(mix(108, t))
      flat.push(mix(109, rule, t))
      flat.push(mix(110, t, Math.round(candidate.confidence * 10)))
      flat.push(mix(111, t, y.head))
      flat.push(mix(113, rule, end))
    }
    if (here.length > 1) flat.push(mix(112, here.length > 2 ? 3 : 2))
  }
}

function bits(template: number, mask: number | undefined, flat: Row): void {
  if (!mask) {
    flat.push(mix(template, -1))
    return
  }
  for (let t = 0; t < TYPE_COUNT; t++) if (mask & (1 << t)) flat.push(mix(template, t))
}
