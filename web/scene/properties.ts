/** Properties of the drawn entities as sizes and colours show them: numbers, dates, and words that tell groups apart. Pure. */
import type { EntityTraits } from '../../model/api.ts'
import type { GraphNode } from '../../model/graph.ts'
import { pushTo } from '../../model/groups.ts'
import { type Status, statuses } from '../../model/ontology.ts'

export type Kind = 'number' | 'date' | 'text'
export interface Property {
  key: string
  kind: Kind
}
/** What the server derives, by entity. */
export const TRAITS = ['district', 'industry', 'stage'] as const
export type Trait = (typeof TRAITS)[number]
export type Traits = ReadonlyMap<string, EntityTraits>

/** Colours that can be told apart. */
export const MOST_GROUPS = 11

// names are written beside their nodes, types are shapes
const SAID = new Set(['name', 'type', 'label', 'title', 'text', 'pinyin', 'initials', 'aliases', 'reasons'])
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

export const isTrait = (key: string): key is Trait => TRAITS.some((trait) => trait === key)

type Values = Map<string, string | number>

/** The values of a property by node; '' and lists that are empty are none. */
export function valuesOf(nodes: readonly GraphNode[], key: string, traits: Traits | null): Values {
  const values: Values = new Map()
  for (const { id, properties } of nodes) {
    const own = isTrait(key) && traits ? traits.get(id)?.[key] : properties[key]
    const value = Array.isArray(own) ? own[0] : own
    if (value === undefined || value === '') continue
    values.set(id, typeof value === 'boolean' ? String(value) : value)
  }
  return values
}

/** What a size or a colour can say of these nodes: properties with values that differ, and not so many that each is alone. */
export function propertiesOf(nodes: readonly GraphNode[]): Property[] {
  const keys = [...new Set(nodes.flatMap(({ properties }) => Object.keys(properties)))].sort()
  return keys.flatMap((key): Property[] => {
    if (SAID.has(key)) return []
    const values = [...valuesOf(nodes, key, null).values()]
    const distinct = new Set(values)
    if (distinct.size < 2) return []
    if (values.every((value) => typeof value === 'number')) return [{ key, kind: 'number' }]
    if (values.every((value) => DATE.test(String(value)))) return [{ key, kind: 'date' }]
    return distinct.size <= Math.max(MOST_GROUPS, values.length / 2) ? [{ key, kind: 'text' }] : []
  })
}

/** From 0 to 1 by node: dates evenly, numbers by the root, so that the few largest do not flatten the rest. Empty where the values are words. */
export function scaleOf(values: Values): Map<string, number> {
  const all = [...values.values()]
  if (all.length === 0) return new Map()
  if (all.every((value) => typeof value === 'number')) {
    const [low, high] = [Math.min(0, ...all), Math.max(...all)]
    return mapped(values, (value) => (high > low ? Math.sqrt((Number(value) - low) / (high - low)) : 1))
  }
  if (!all.every((value) => DATE.test(String(value)))) return new Map()
  const months = all.map(monthOf)
  const [low, high] = [Math.min(...months), Math.max(...months)]
  return mapped(values, (value) => (high > low ? (monthOf(value) - low) / (high - low) : 1))
}

const mapped = (values: Values, scale: (value: string | number) => number): Map<string, number> =>
  new Map([...values].map(([id, value]) => [id, scale(value)]))

const monthOf = (value: string | number): number => {
  const [year, month] = String(value).split('-')
  return Number(year) * 12 + Number(month ?? 6)
}

export interface Group {
  value: string
  ids: string[]
}

/** Nodes by their word, the largest group first; stages in the order of time. */
export function groupsOf(values: Values, key: string): Group[] {
  const groups = new Map<string, string[]>()
  for (const [id, value] of values) pushTo(groups, String(value), id)
  const rank = (value: string) => (key === 'stage' ? statuses.indexOf(value as Status) : 0)
  return [...groups]
    .map(([value, ids]) => ({ value, ids }))
    .sort(
      (a, b) => rank(a.value) - rank(b.value) || b.ids.length - a.ids.length || (a.value < b.value ? -1 : 1),
    )
}
