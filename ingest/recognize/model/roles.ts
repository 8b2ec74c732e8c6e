/** What a word can be to a name: its first, its last, one of it, or none; each name with its type. */
import { ENTITY_TYPES, type EntityType } from '../../../model/ontology.ts'

export const TYPES = Object.keys(ENTITY_TYPES) as EntityType[]
export const TYPE_COUNT = TYPES.length
export const indexOfType: ReadonlyMap<EntityType, number> = new Map(TYPES.map((type, i) => [type, i]))

/** Offsets of the weights in a row: first word of a name, last word, any word, no word of a name. */
export const FIRST = 0
export const LAST = TYPE_COUNT
export const WITHIN = 2 * TYPE_COUNT
export const OUTSIDE = 3 * TYPE_COUNT
export const ROW = 3 * TYPE_COUNT + 1

/** What stands before a name: nothing near, a name of type t right before it (1 + t), or one before a comma-like mark (1 + TYPE_COUNT + t). */
export const STATES = 1 + 2 * TYPE_COUNT
