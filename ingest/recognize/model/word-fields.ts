/** What is seen of a word in its place. */
import { hashOf, mix } from '../../learned/hash.ts'
import { valuesFor } from '../../learned/templates.ts'
import { type Atom, type Cut, NO_ATOM } from './atoms.ts'
import type { Context } from './context.ts'
import { WORD_FIELDS } from './features.ts'

/** Fields of a word, in the order of WORD_FIELDS. */
export const wordValues = valuesFor(WORD_FIELDS)

/** Fills `wordValues` for word i. */
export function seeWord(atoms: readonly Atom[], i: number, context: Context, kind: number): void {
  const a = atoms[i]!
  const p = i > 0 ? atoms[i - 1]! : NO_ATOM
  const q = i + 1 < atoms.length ? atoms[i + 1]! : NO_ATOM
  const r = i > 1 ? atoms[i - 2]! : NO_ATOM
  const s = i + 2 < atoms.length ? atoms[i + 2]! : NO_ATOM
  const v = wordValues
  let f = 0
  v[f++] = a.word.hash
  v[f++] = a.tag
  v[f++] = a.word.firstChar
  v[f++] = a.word.lastChar
  v[f++] = a.word.shape
  v[f++] = a.word.flags
  v[f++] = a.listed
  v[f++] = a.within
  v[f++] = a.head
  v[f++] = a.headType
  v[f++] = p.word.hash
  v[f++] = p.tag
  v[f++] = p.word.lastChar
  v[f++] = p.word.shape
  v[f++] = p.listed
  v[f++] = p.within
  v[f++] = q.word.hash
  v[f++] = q.tag
  v[f++] = q.word.firstChar
  v[f++] = q.word.shape
  v[f++] = q.listed
  v[f++] = q.within
  v[f++] = r.word.hash
  v[f++] = s.word.hash
  v[f++] = kind
  v[f++] = context.nextHead[i]!
  v[f++] = context.lastVerb[i]!
  v[f++] = context.closing[i]!
}

/** That no rule proposes a name over a word. */
export const UNRULED: readonly number[] = [mix(66, 0)]

/** Features of each word by the rules' proposals that begin, end and run over it. */
export function ruledWords(n: number, proposed: Cut['proposed']): (readonly number[])[] {
  const out: (readonly number[])[] = new Array(n).fill(UNRULED)
  const add = (i: number, f: number) => {
    const here = out[i] as number[]
    if (here === UNRULED) out[i] = [f]
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
export function ruleHash(rule: string): number {
  const known = rules.get(rule)
  if (known !== undefined) return known
  const hash = hashOf(rule)
  rules.set(rule, hash)
  return hash
}
