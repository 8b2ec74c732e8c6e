/** What the weights say of words and stretches: in steps of a table, or in whatever a learner has for each feature. */

import { Row } from '../../learned/hash.ts'
import { KeptRows } from '../../learned/rows.ts'
import { zero } from '../../learned/scratch.ts'
import { addEach, gather, KeptSums } from '../../learned/sums.ts'
import { type AddWeights, addList, packedSize, type Table, unpack } from '../../learned/table.ts'
import { pushFeatures } from '../../learned/templates.ts'
import { ALONE_AT, STRETCH_EACH, STRETCH_KEPT, WORD_ALONE, WORD_EACH, WORD_KEPT } from './features.ts'
import type { Shape, Sums } from './lattice.ts'
import { ROW, TYPE_COUNT } from './roles.ts'
import { ruledStretch, seeStretch, stretchValues } from './stretch-fields.ts'
import { ruledWords, seeWord, UNRULED, wordValues } from './word-fields.ts'
import { NO_WORD } from './words.ts'

const row = new Row()

const WORD = packedSize(ROW)
const STRETCH = packedSize(TYPE_COUNT)
/** How far from a word the words stand that it is seen with. */
const REACH = 2

/** In whole steps of a table. */
export function sumsOf(table: Table): Sums {
  // what is kept of words lies in one array: the rows of words alone behind the sums of groups
  const groups = WORD_KEPT.length
  const room = KeptSums.room(WORD)
  const kept = new Int32Array(groups * room + KeptRows.room(ALONE_AT.length, WORD))
  const keptWords = WORD_KEPT.map((group, g) => new KeptSums(table, group, WORD, kept, g * room))
  const alone = new KeptRows(table, WORD_ALONE.seeds, WORD, kept, groups * room)
  const wordPlaces = new Int32Array(groups + ALONE_AT.length)
  let places = new Int32Array(0)
  /** Where the rows of each word begin, with those of no word before and behind. */
  const place = (atoms: Shape['atoms']) => {
    const n = atoms.length
    if (places.length < n + 2 * REACH) places = new Int32Array(2 * n + 2 * REACH)
    alone.begin(n + 1)
    places.fill(alone.of(NO_WORD.hash), 0, n + 2 * REACH)
    for (let i = 0; i < n; i++) places[i + REACH] = alone.of(atoms[i]!.word.hash)
  }
  const stretchRoom = KeptSums.room(STRETCH)
  const keptOfStretches = new Int32Array(STRETCH_KEPT.length * stretchRoom)
  const keptStretches = STRETCH_KEPT.map(
    (group, g) => new KeptSums(table, group, STRETCH, keptOfStretches, g * stretchRoom),
  )
  const stretchPlaces = new Int32Array(STRETCH_KEPT.length)
  const unruled = new Int32Array(WORD)
  table.add(Int32Array.from(UNRULED), 0, 1, unruled, 0)
  let words = new Int32Array(256 * ROW)
  const packed = new Int32Array(WORD)
  const packedStretch = new Int32Array(STRETCH)
  const wide = new Int32Array(2 * WORD)
  const stretch = new Int32Array(2 * STRETCH)
  return {
    roughWords({ atoms, used, context, kind }) {
      const n = atoms.length
      if (words.length < n * ROW) words = new Int32Array(2 * n * ROW)
      words.fill(0, 0, n * ROW)
      place(atoms)
      for (let i = 0; i < n; i++) {
        if (used[i] === 0) continue
        seeWord(atoms, i, context, kind)
        for (let g = 0; g < groups; g++) wordPlaces[g] = keptWords[g]!.of(wordValues)
        for (let k = 0; k < ALONE_AT.length; k++)
          wordPlaces[groups + k] = places[i + REACH + ALONE_AT[k]!]! + k * WORD
        gather(kept, wordPlaces, wordPlaces.length, packed)
        unpack(packed, words, i * ROW)
      }
      return words
    },
    addWords({ atoms, context, kind, proposed }, held, into) {
      const rules = ruledWords(atoms.length, proposed)
      for (let i = 0; i < atoms.length; i++) {
        if (held[i] === 0) continue
        seeWord(atoms, i, context, kind)
        const here = rules[i]!
        if (here !== UNRULED) zero(packed)
        else for (let k = 0; k < WORD; k++) packed[k] = unruled[k]!
        addEach(table, WORD_EACH, wordValues, packed, 0)
        zero(wide)
        unpack(packed, wide, 0)
        if (here !== UNRULED) {
          row.size = 0
          for (const feature of here) row.push(feature)
          addList(table, row.data, 0, row.size, packed, wide)
        }
        for (let c = 0; c < ROW; c++) into[i * ROW + c]! += wide[c]!
      }
    },
    addStretch(shape, s, into, at) {
      seeStretch(shape, s)
      for (let g = 0; g < keptStretches.length; g++) stretchPlaces[g] = keptStretches[g]!.of(stretchValues)
      gather(keptOfStretches, stretchPlaces, stretchPlaces.length, packedStretch)
      addEach(table, STRETCH_EACH, stretchValues, packedStretch, 0)
      zero(stretch)
      unpack(packedStretch, stretch, 0)
      if (shape.spans.proposals[s]) {
        row.size = 0
        ruledStretch(shape, s, row)
        addList(table, row.data, 0, row.size, packedStretch, stretch)
      }
      for (let t = 0; t < TYPE_COUNT; t++) into[at + t]! += stretch[t]!
    },
  }
}

/** Features of the words that some stretch holds, one after the other; `from` gets where each word's begin, and where the last ends. */
export function wordFeatures(
  { atoms, used, context, kind, proposed }: Shape,
  flat: Row,
  from: Int32Array,
): void {
  const rules = ruledWords(atoms.length, proposed)
  for (let i = 0; i < atoms.length; i++) {
    from[i] = flat.size
    if (used[i] === 0) continue
    seeWord(atoms, i, context, kind)
    for (const group of WORD_KEPT) pushFeatures(group, wordValues, flat)
    pushFeatures(WORD_ALONE, wordValues, flat)
    pushFeatures(WORD_EACH, wordValues, flat)
    for (const feature of rules[i]!) flat.push(feature)
  }
  from[atoms.length] = flat.size
}

/** Features of stretch s. */
export function stretchFeatures(shape: Shape, s: number, flat: Row): void {
  seeStretch(shape, s)
  for (const group of STRETCH_KEPT) pushFeatures(group, stretchValues, flat)
  pushFeatures(STRETCH_EACH, stretchValues, flat)
  ruledStretch(shape, s, flat)
}

/** By features, which some `add` weighs. */
export function sumsBy(add: AddWeights): Sums {
  return {
    roughWords(shape) {
      const n = shape.atoms.length
      const starts = new Int32Array(n + 1)
      const out = new Float64Array(n * ROW)
      row.size = 0
      wordFeatures(shape, row, starts)
      for (let i = 0; i < n; i++) add(row.data, starts[i]!, starts[i + 1]!, out, i * ROW)
      return out
    },
    addWords() {
      // all is summed already
    },
    addStretch(shape, s, into, at) {
      row.size = 0
      stretchFeatures(shape, s, row)
      add(row.data, 0, row.size, into, at)
    },
  }
}
