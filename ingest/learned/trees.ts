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

export class Trees {
  readonly #fields: Int16Array
  /** Of a question its bound, of an answer what it adds. */
  readonly #numbers: Float64Array
  readonly #right: Int32Array
  readonly #roots: Int32Array

  constructor(trees: readonly Tree[]) {
    const nodes = trees.reduce((sum, tree) => sum + tree.length / 2, 0)
    this.#fields = new Int16Array(nodes)
    this.#numbers = new Float64Array(nodes)
    this.#right = new Int32Array(nodes)
    this.#roots = new Int32Array(trees.length)
    let at = 0
    trees.forEach((tree, t) => {
      this.#roots[t] = at
      let k = 0
      const read = (): void => {
        const node = at++
        this.#fields[node] = tree[k++]!
        this.#numbers[node] = tree[k++]!
        if (this.#fields[node]! < 0) return
        read()
        this.#right[node] = at
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
    let sum = 0
    for (const root of this.#roots) {
      let node = root
      for (let field = this.#fields[node]!; field >= 0; field = this.#fields[node]!)
        node = values[field]! < this.#numbers[node]! ? node + 1 : this.#right[node]!
      sum += this.#numbers[node]!
    }
    return sum
  }
}
