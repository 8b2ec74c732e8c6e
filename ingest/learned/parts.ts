/** What each template of features adds to a sum: trees that see a sum see its parts beside it. */
import { mix, Row } from './hash.ts'
import type { WeightOf } from './table.ts'

/** Templates have numbers below this. */
const TEMPLATES = 256

/** The numbers of templates from … to …, for each pair. */
export const templatesIn = (...ranges: readonly (readonly [from: number, to: number])[]): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))

/** Features, each with the template that it was made by. */
export class TemplateRow extends Row {
  templates = new Uint8Array(1024)

  put(template: number, a: number, b = 0, c = 0): void {
    if (this.size === this.templates.length) {
      const more = new Uint8Array(this.size * 2)
      more.set(this.templates)
      this.templates = more
    }
    this.templates[this.size] = template
    this.push(mix(template, a, b, c))
  }
}

/** @throws Error where a template comes twice or has too large a number */
export class Parts {
  /** What trees call them. */
  readonly fields: readonly string[]
  /** By template: its place among the fields, 1 more; 0 for those that are not kept apart. */
  readonly #places = new Uint8Array(TEMPLATES)
  readonly #sums: Float64Array

  constructor(templates: readonly number[]) {
    templates.forEach((template, i) => {
      if (!(template < TEMPLATES) || this.#places[template]! > 0)
        throw new Error(`Template ${template} cannot be kept apart: each once, below ${TEMPLATES}.`)
      this.#places[template] = i + 1
    })
    this.fields = templates.map((template) => `part${template}`)
    this.#sums = new Float64Array(templates.length)
  }

  clear(): void {
    this.#sums.fill(0)
  }

  /** Adds what the features `from` … `to - 1` of a row weigh for a column. */
  add(row: TemplateRow, from: number, to: number, weightOf: WeightOf, column: number): void {
    const { data, templates } = row
    for (let i = from; i < to; i++) {
      const place = this.#places[templates[i]!]!
      if (place > 0) this.#sums[place - 1]! += weightOf(data[i]!, column)
    }
  }

  /** The sums, as `fields` names them. */
  sums(): Float64Array {
    return this.#sums.slice()
  }
}

/** Numbers with parts behind them. */
export function withParts(numbers: readonly number[], ...parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((size, part) => size + part.length, numbers.length))
  out.set(numbers)
  let at = numbers.length
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
