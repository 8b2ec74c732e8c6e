/** The features of a lesson as rows of the weights that are learned, looked up once. */
import { Row } from '../../ingest/learned/hash.ts'
import type { Shape, Sums } from '../../ingest/recognize/model/lattice.ts'
import { ROW, TYPE_COUNT } from '../../ingest/recognize/model/roles.ts'
import { stretchFeatures, wordFeatures } from '../../ingest/recognize/model/sums.ts'

/** Rows of words and of stretches; those of word i are `words[wordsFrom[i]]` … `words[wordsFrom[i + 1] - 1]`. */
export interface LessonRows {
  words: Int32Array
  wordsFrom: Int32Array
  stretches: Int32Array
  stretchesFrom: Int32Array
}

const row = new Row()
const known = new Row()

export function lessonRows(shape: Shape, index: ReadonlyMap<number, number>): LessonRows {
  const [n, count] = [shape.atoms.length, shape.first.length]
  const wordsFrom = new Int32Array(n + 1)
  row.size = 0
  wordFeatures(shape, row, wordsFrom)
  known.size = 0
  for (let i = 0; i < n; i++) {
    const [from, to] = [wordsFrom[i]!, wordsFrom[i + 1]!]
    wordsFrom[i] = known.size
    keep(from, to, index)
  }
  wordsFrom[n] = known.size
  const words = known.data.slice(0, known.size)
  const stretchesFrom = new Int32Array(count + 1)
  known.size = 0
  for (let s = 0; s < count; s++) {
    row.size = 0
    stretchFeatures(shape, s, row)
    keep(0, row.size, index)
    stretchesFrom[s + 1] = known.size
  }
  return { words, wordsFrom, stretches: known.data.slice(0, known.size), stretchesFrom }
}

function keep(from: number, to: number, index: ReadonlyMap<number, number>): void {
  for (let k = from; k < to; k++) {
    const r = index.get(row.data[k]!)
    if (r !== undefined) known.push(r)
  }
}

/** Without a share of the rows, which ones by `salt`. */
export function dimmed(rows: LessonRows, share: number, salt: number): LessonRows {
  const [words, wordsFrom] = withoutHidden(rows.words, rows.wordsFrom, share, salt)
  const [stretches, stretchesFrom] = withoutHidden(rows.stretches, rows.stretchesFrom, share, salt)
  return { words, wordsFrom, stretches, stretchesFrom }
}

function withoutHidden(
  rows: Int32Array,
  from: Int32Array,
  share: number,
  salt: number,
): [rows: Int32Array, from: Int32Array] {
  const out = new Int32Array(rows.length)
  const outFrom = new Int32Array(from.length)
  let size = 0
  for (let i = 0; i + 1 < from.length; i++) {
    for (let k = from[i]!; k < from[i + 1]!; k++) if (!isHidden(rows[k]!, share, salt)) out[size++] = rows[k]!
    outFrom[i + 1] = size
  }
  return [out.subarray(0, size), outFrom]
}

function isHidden(r: number, share: number, salt: number): boolean {
  const mixed = Math.imul(r ^ salt, 0x2c1b3c6d)
  return (Math.imul(mixed ^ (mixed >>> 15), 0x297a2d39) >>> 8) / 2 ** 24 < share
}

/** What weights say of a lesson by its rows: `values` holds ROW numbers for each. */
export const sumsByRows = (
  { words, wordsFrom, stretches, stretchesFrom }: LessonRows,
  values: Float64Array,
): Sums => ({
  roughWords() {
    const out = new Float64Array((wordsFrom.length - 1) * ROW)
    for (let i = 0; i + 1 < wordsFrom.length; i++)
      for (let k = wordsFrom[i]!; k < wordsFrom[i + 1]!; k++) add(values, words[k]! * ROW, ROW, out, i * ROW)
    return out
  },
  addWords() {
    // all is summed already
  },
  addStretch(_, s, into, at) {
    for (let k = stretchesFrom[s]!; k < stretchesFrom[s + 1]!; k++)
      add(values, stretches[k]! * ROW, TYPE_COUNT, into, at)
  },
})

function add(values: Float64Array, from: number, columns: number, into: Float64Array, at: number): void {
  for (let c = 0; c < columns; c++) into[at + c]! += values[from + c]!
}
