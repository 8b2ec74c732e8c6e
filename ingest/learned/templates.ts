/** Templates of features, over fields that hold numbers, in groups that go by the same few fields. */
import { mix, type Row } from './hash.ts'

/** Which fields make a feature: some names with blanks between them, or one of the two below. */
export type Spec = string | { fields: string; when?: string; bits?: string }

/** Only where field `when` is not 0. */
export const when = (when: string, fields: string): Spec => ({ when, fields })
/** One feature for each bit of field `bits`, or one that says that it has none. */
export const each = (bits: string, fields: string): Spec => ({ bits, fields })

interface Template {
  id: number
  /** Up to three. */
  fields: readonly number[]
  /** A field, or -1. */
  when: number
  bits: number
}

/** Features of these come again together, so that their sum can be kept. */
export interface Group {
  templates: readonly Template[]
  /** All fields that the group's features depend on, each once. */
  fields: Int32Array
}

/** @throws Error where a template names a field that there is not, or too many */
export function groupOf(names: readonly string[], specs: Readonly<Record<number, Spec>>): Group {
  const fieldOf = (name: string): number => {
    const field = names.indexOf(name)
    if (field < 0) throw new Error(`There is no field ${name}: the fields are ${names.join(', ')}.`)
    return field
  }
  const templates = Object.entries(specs).map(([id, spec]): Template => {
    const { fields, when, bits } = typeof spec === 'string' ? { fields: spec } : spec
    const list = fields.split(' ').filter((name) => name !== '')
    if (list.length > 3) throw new Error(`Template ${id} has more than three fields: ${fields}.`)
    return {
      id: Number(id),
      fields: list.map(fieldOf),
      when: when === undefined ? -1 : fieldOf(when),
      bits: bits === undefined ? -1 : fieldOf(bits),
    }
  })
  const fields = new Set(templates.flatMap((t) => [...t.fields, t.when, t.bits]))
  fields.delete(-1)
  return { templates, fields: Int32Array.from(fields) }
}

/** Features of a group where the fields hold `values`. */
export function pushFeatures({ templates }: Group, values: Int32Array, flat: Row): void {
  for (const { id, fields, when, bits } of templates) {
    if (when >= 0 && values[when] === 0) continue
    const feature = mix(id, held(values, fields[0]), held(values, fields[1]), held(values, fields[2]))
    if (bits < 0) flat.push(feature)
    else if (values[bits] === 0) flat.push(mix(feature, -1))
    else for (let t = 0; t < 32; t++) if (values[bits]! & (1 << t)) flat.push(mix(feature, t))
  }
}

const held = (values: Int32Array, field: number | undefined): number =>
  field === undefined ? 0 : values[field]!
