/** Trees of questions about a few numbers, whose answers are summed: what weights that are only added cannot say. */
import { shareOf } from './odds.ts'

/** A tree in preorder: a field, the bound below which the left branch is taken, the left branch, the right one; or -1 and what it adds. */
export type Tree = readonly number[]

/** Trees as they lie in a file. */
export interface TreesFile {
  /** What they go by, in order. */
  fields: readonly string[]
  trees: readonly Tree[]
}

/** @throws Error where they were learned for other fields */
export function treesOf({ fields, trees }: TreesFile, expected: readonly string[], what: string): Trees {
  if (fields.join() !== expected.join())
    throw new Error(
      `The trees of ${what} were learned for the fields ${fields.join(', ')}: run npm run train after a change to them.`,
    )
  return new Trees(trees)
}

/** Fields have so many bits. */
const BITS = 10
const FIELD = (1 << BITS) - 1

export class Trees {
  /** Of a question its field and, above, how far off its right branch is; of an answer -1. */
  readonly #steps: Int32Array
  /** Of a question its bound, of an answer what it adds. */
  readonly #numbers: Float64Array
  readonly #roots: Int32Array

  constructor(trees: readonly Tree[]) {
    const nodes = trees.reduce((sum, tree) => sum + tree.length / 2, 0)
    this.#steps = new Int32Array(nodes)
    this.#numbers = new Float64Array(nodes)
    this.#roots = new Int32Array(trees.length)
    let at = 0
    trees.forEach((tree, t) => {
      this.#roots[t] = at
      let k = 0
      const read = (): void => {
        const node = at++
        const field = tree[k++]!
        this.#numbers[node] = tree[k++]!
        this.#steps[node] = -1
        if (field < 0) return
        if (field > FIELD) throw new Error(`A tree asks for field ${field}: there is room for ${FIELD + 1}.`)
        read()
        this.#steps[node] = ((at - node) << BITS) | field
        read()
      }
      read()
    })
  }

  /** How likely it is what these numbers, one for each field, are seen of: the first is what is guessed of it, in log odds. */
  shareOf(values: Float64Array): number {
    return shareOf(values[0]! + this.sum(values))
  }

  /** What the trees say of these numbers. */
  sum(values: Float64Array): number {
    const [steps, numbers] = [this.#steps, this.#numbers]
    let sum = 0
    for (const root of this.#roots) {
      let node = root
      for (let step = steps[node]!; step >= 0; step = steps[node]!)
        node += values[step & FIELD]! < numbers[node]! ? 1 : step >> BITS
      sum += numbers[node]!
    }
    return sum
  }
}
