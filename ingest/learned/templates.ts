/** Templates of features, over fields that hold numbers. */
import { mixed, type Row, seedOf } from './hash.ts'

/** Which fields make a feature: up to three names with blanks between them, or one of the two below. */
export type Spec = string | { fields: string; when?: string; bits?: string }

/** Only where field `when` is not 0. */
export const when = (when: string, fields: string): Spec => ({ when, fields })
/** One feature for each bit of field `bits`, or one that says that it has none. */
export const each = (bits: string, fields: string): Spec => ({ bits, fields })

/** Templates that are gone through together. */
export interface Group {
  size: number
  /** Of each template what its number brings to a feature. */
  seeds: Int32Array
  /** Of each template three fields; where it has fewer, one beyond all that always holds 0. */
  fields: Int32Array
  /** A field, or -1. */
  when: Int32Array
  bits: Int32Array
  /** All fields that the features depend on, each once. */
  all: Int32Array
}

/** Values of some fields, and the 0 beyond them. */
export const valuesFor = (names: readonly string[]): Int32Array => new Int32Array(names.length + 1)

/** @throws Error where a template names a field that there is not, or too many */
export function groupOf(names: readonly string[], specs: Readonly<Record<number, Spec>>): Group {
  const fieldOf = (name: string): number => {
    const field = names.indexOf(name)
    if (field < 0) throw new Error(`There is no field ${name}: the fields are ${names.join(', ')}.`)
    return field
  }
  const templates = Object.entries(specs).map(([id, spec]) => {
    const { fields, when, bits } = typeof spec === 'string' ? { fields: spec } : spec
    const list = fields.split(' ').filter((name) => name !== '')
    if (list.length > 3) throw new Error(`Template ${id} has more than three fields: ${fields}.`)
    return {
      id: Number(id),
      fields: [0, 1, 2].map((k) => (list[k] === undefined ? names.length : fieldOf(list[k]))),
      when: when === undefined ? -1 : fieldOf(when),
      bits: bits === undefined ? -1 : fieldOf(bits),
    }
  })
  const all = new Set(templates.flatMap((t) => [...t.fields, t.when, t.bits]))
  all.delete(-1)
  all.delete(names.length)
  return {
    size: templates.length,
    seeds: Int32Array.from(templates, (t) => seedOf(t.id)),
    fields: Int32Array.from(templates.flatMap((t) => t.fields)),
    when: Int32Array.from(templates, (t) => t.when),
    bits: Int32Array.from(templates, (t) => t.bits),
    all: Int32Array.from(all),
  }
}

/** Features of a group where the fields hold `values`. */
export function pushFeatures(group: Group, values: Int32Array, flat: Row): void {
  const { fields } = group
  for (let t = 0; t < group.size; t++) {
    const [when, bits] = [group.when[t]!, group.bits[t]!]
    if (when >= 0 && values[when] === 0) continue
    const k = 3 * t
    const feature = mixed(
      group.seeds[t]!,
      values[fields[k]!]!,
      values[fields[k + 1]!]!,
      values[fields[k + 2]!]!,
    )
    if (bits < 0) flat.push(feature)
    else if (values[bits] === 0) flat.push(mixed(seedOf(feature), -1, 0, 0))
    else for (let b = 0; b < 32; b++) if (values[bits]! & (1 << b)) flat.push(mixed(seedOf(feature), b, 0, 0))
  }
}
