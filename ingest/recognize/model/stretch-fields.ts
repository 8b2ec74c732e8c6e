/** What is seen of a stretch of words. */
import { mix, type Row } from '../../learned/hash.ts'
import { valuesFor } from '../../learned/templates.ts'
import type { Around } from './article.ts'
import { type Atom, NO_ATOM } from './atoms.ts'
import type { Context } from './context.ts'
import { STRETCH_FIELDS } from './features.ts'
import type { Spans } from './spans.ts'
import { ruleHash } from './word-fields.ts'

/** What the fields of a stretch are taken from. */
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

/** Fields of a stretch, in the order of STRETCH_FIELDS. */
export const stretchValues = valuesFor(STRETCH_FIELDS)

/** Fills `stretchValues` for stretch s. */
export function seeStretch({ atoms, context, around, chosen, crossed, kind, spans }: Seen, s: number): void {
  const [i, j] = [spans.first[s]!, spans.last[s]!]
  const text = spans.text[s]!
  const here = spans.proposals[s] ? 1 : 0
  const a = atoms[i]!
  const z = atoms[j]!
  const p = i > 0 ? atoms[i - 1]! : NO_ATOM
  const q = j + 1 < atoms.length ? atoms[j + 1]! : NO_ATOM
  const length = Math.min(j - i + 1, 8)
  const chars = z.end - a.start
  const size = chars < 8 ? chars : 8 + Math.min(4, (chars - 8) >> 2)
  const y = lastOf(atoms, i, j)
  const two =
    y.word.text.length > 1
      ? y.word.text.charCodeAt(y.word.text.length - 2)
      : j > i
        ? atoms[j - 1]!.word.lastChar
        : 0
  const end = y.word.lastChar
  const closing = context.closing[j]!
  const listing = closing && (p.word.link || q.word.link || q.word.text === '等') ? closing : 0
  // the members of a list before and behind
  const before = p.word.text === '、' && i > 1 ? atoms[i - 2]! : NO_ATOM
  const mark = q.word.text === '、' ? context.nextMark[j + 2]! : 0
  const behind = mark > j + 2 ? atoms[mark - 1]! : NO_ATOM
  const quoted = quotedOf(p, a, z, q)
  const x = quoted === 1 && j + 2 < atoms.length ? atoms[j + 2]! : q
  const v = stretchValues
  let f = 0
  v[f++] = length
  v[f++] = length > 3 ? 4 : length
  v[f++] = length <= 5 ? 1 : 0
  v[f++] = size
  v[f++] = Math.min(size, 4)
  v[f++] = Math.min(size, 5)
  v[f++] = size < 4 ? size : size < 7 ? 4 : 7
  v[f++] = y.headType
  v[f++] = y.head
  v[f++] = end
  v[f++] = two
  v[f++] = a.word.firstChar
  v[f++] = a.listed
  v[f++] = text
  v[f++] = length <= 5 ? tagsOf(atoms, i, j, length) : 0
  v[f++] = p.word.hash
  v[f++] = p.tag
  v[f++] = q.word.hash
  v[f++] = q.tag
  v[f++] = context.lastVerb[i]!
  v[f++] = context.nextVerb[j]!
  v[f++] = innerOf(atoms, i, j)
  v[f++] = listing
  v[f++] = before === NO_ATOM ? 0 : 1
  v[f++] = before.word.lastChar === end ? 1 : 0
  v[f++] = before.headType
  v[f++] = behind === NO_ATOM ? 0 : 1
  v[f++] = behind.word.lastChar === end ? 1 : 0
  v[f++] = behind.headType
  v[f++] = quoted
  v[f++] = x.word.hash
  v[f++] = x.word.lastChar
  v[f++] = Math.min(4, around.counts.of(text))
  v[f++] = around.titles.has(text) ? 1 : 0
  v[f++] = kind === 0 ? 1 : 0
  v[f++] = around.chosen.get(text) ?? 0
  v[f++] = around.begins.get(text) ?? 0
  v[f++] = around.ends.get(text) ?? 0
  v[f++] = here
  v[f++] = 1 - here
  v[f++] = chosen[s]!
  v[f++] = chosen[s] === 0 ? 1 : 0
  v[f++] = crossed[s]!
}

/** The last word of a stretch, but for a quote or bracket. */
const lastOf = (atoms: readonly Atom[], i: number, j: number): Atom =>
  j > i && atoms[j]!.word.shape === 0 ? atoms[j - 1]! : atoms[j]!

const quotedOf = (p: Atom, a: Atom, z: Atom, q: Atom): number => {
  if (p.word.text === '“' && q.word.text === '”') return 1
  if (a.word.text === '“') return z.word.text === '”' ? 2 : 3
  if (a.word.text === '《') return z.word.text === '》' ? 4 : 5
  return 0
}

function tagsOf(atoms: readonly Atom[], i: number, j: number, length: number): number {
  let tags = length
  for (let k = i; k <= j; k++) tags = Math.imul(tags ^ atoms[k]!.tag, 0x01000193) ^ atoms[k]!.listed
  return tags
}

/** Bits of what lies between the first and the last word. */
function innerOf(atoms: readonly Atom[], i: number, j: number): number {
  let bits = 0
  if (j > i && atoms[i]!.rawTag === 'v') bits |= 1
  for (let k = i + 1; k < j; k++) {
    const { kind, listed, headType, word } = atoms[k]!
    bits |= kind.inner
    if (listed) bits |= 32
    if (headType) bits |= 64
    if ((word.flags & 1) === 1) bits |= 128
    if (word.shape === 0) bits |= 256
    if (word.shape === 2) bits |= 512
  }
  return bits
}

/** Features of stretch s by the rules that propose it. */
export function ruledStretch({ atoms, spans }: Seen, s: number, flat: Row): void {
  const here = spans.proposals[s]
  if (!here) return
  const y = lastOf(atoms, spans.first[s]!, spans.last[s]!)
  for (const { type, candidate } of here) {
    const rule = ruleHash(candidate.rule)
    flat.push(mix(108, type))
    flat.push(mix(109, rule, type))
    flat.push(mix(110, type, Math.round(candidate.confidence * 10)))
    flat.push(mix(111, type, y.head))
    flat.push(mix(113, rule, y.word.lastChar))
  }
  if (here.length > 1) flat.push(mix(112, here.length > 2 ? 3 : 2))
}
