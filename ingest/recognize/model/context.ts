/** What stands farther off in a sentence: heads, verbs, the marks of a list. */
import { hashOf } from '../../learned/hash.ts'
import type { Atom } from './atoms.ts'

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
