/** How likely ties hold: trees for all relations, and behind them trees of each relation's own. */
import { shareOf } from '../../learned/odds.ts'
import { type Tree, Trees, type TreesFile, treesOf } from '../../learned/trees.ts'
import { FIELDS } from './tie-fields.ts'

/** As they lie in a file. */
export interface TieTreesFile extends TreesFile {
  /** By column; none where few ties hold. */
  own: readonly (readonly Tree[])[]
}

/** Says of each tie how likely it holds. */
export class TieTrees {
  readonly #common: Trees
  readonly #own: readonly Trees[]

  /** @throws Error where they were learned for other fields */
  constructor(file: TieTreesFile) {
    this.#common = treesOf(file, FIELDS, 'pairs')
    this.#own = file.own.map((trees) => new Trees(trees))
  }

  /** @param values what `FIELDS` names, of a tie of the column: the first is what the weights say, in log odds */
  shareOf(column: number, values: Float64Array): number {
    return shareOf(values[0]! + this.#common.sum(values) + this.#own[column]!.sum(values))
  }
}
