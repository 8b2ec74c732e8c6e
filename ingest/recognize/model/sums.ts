/** What the weights say of words and stretches: in steps of a table, or in whatever a learner has for each feature. */

import { Row } from '../../learned/hash.ts'
import { addFeatures, KeptSums } from '../../learned/sums.ts'
import type { AddWeights, Table } from '../../learned/table.ts'
import { pushFeatures } from '../../learned/templates.ts'
import { STRETCH_BITS, STRETCH_GROUPS, STRETCH_PAIRS, WORD_GROUPS, WORD_PAIRS } from './features.ts'
import type { Shape, Sums } from './lattice.ts'
import { ROW, TYPE_COUNT } from './roles.ts'
import { ruledStretch, seeStretch, stretchValues } from './stretch-fields.ts'
import { ruledWords, seeWord, UNRULED, wordValues } from './word-fields.ts'

const row = new Row()

/** In whole steps, sums that come again being kept. */
export function sumsOf(table: Table): Sums {
  const wordSums = WORD_GROUPS.map((group) => new KeptSums(table, group, ROW))
  const stretchSums = STRETCH_GROUPS.map((group) => new KeptSums(table, group, TYPE_COUNT))
  const unruled = new Int32Array(ROW)
  table.add(UNRULED[0]!, unruled, 0)
  let words = new Int32Array(256 * ROW)
  const stretch = new Int32Array(TYPE_COUNT)
  return {
    words({ atoms, used, context, kind, proposed }) {
      const n = atoms.length
      if (words.length < n * ROW) words = new Int32Array(2 * n * ROW)
      words.fill(0, 0, n * ROW)
      const rules = ruledWords(n, proposed)
      for (let i = 0; i < n; i++) {
        if (used[i] === 0) continue
        const at = i * ROW
        seeWord(atoms, i, context, kind)
        for (let g = 0; g < wordSums.length; g++) wordSums[g]!.add(wordValues, words, at)
        addFeatures(table, WORD_PAIRS, wordValues, words, at)
        const here = rules[i]!
        if (here === UNRULED) for (let c = 0; c < ROW; c++) words[at + c]! += unruled[c]!
        else for (let k = 0; k < here.length; k++) table.add(here[k]!, words, at)
      }
      return words
    },
    addStretch(shape, s, into, at) {
      seeStretch(shape, s)
      stretch.fill(0)
      for (let g = 0; g < stretchSums.length; g++) stretchSums[g]!.add(stretchValues, stretch, 0)
      addFeatures(table, STRETCH_PAIRS, stretchValues, stretch, 0)
      addFeatures(table, STRETCH_BITS, stretchValues, stretch, 0)
      row.size = 0
      ruledStretch(shape, s, row)
      for (let k = 0; k < row.size; k++) table.add(row.data[k]!, stretch, 0)
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
    for (const group of WORD_GROUPS) pushFeatures(group, wordValues, flat)
    pushFeatures(WORD_PAIRS, wordValues, flat)
    for (const feature of rules[i]!) flat.push(feature)
  }
  from[atoms.length] = flat.size
}

/** Features of stretch s. */
export function stretchFeatures(shape: Shape, s: number, flat: Row): void {
  seeStretch(shape, s)
  for (const group of STRETCH_GROUPS) pushFeatures(group, stretchValues, flat)
  pushFeatures(STRETCH_PAIRS, stretchValues, flat)
  pushFeatures(STRETCH_BITS, stretchValues, flat)
  ruledStretch(shape, s, flat)
}

/** By features, which some `add` weighs. */
export function sumsBy(add: AddWeights): Sums {
  return {
    words(shape) {
      const n = shape.atoms.length
      const starts = new Int32Array(n + 1)
      const out = new Float64Array(n * ROW)
      row.size = 0
      wordFeatures(shape, row, starts)
      for (let i = 0; i < n; i++) add(row.data, starts[i]!, starts[i + 1]!, out, i * ROW)
      return out
    },
    addStretch(shape, s, into, at) {
      row.size = 0
      stretchFeatures(shape, s, row)
      add(row.data, 0, row.size, into, at)
    },
  }
}
