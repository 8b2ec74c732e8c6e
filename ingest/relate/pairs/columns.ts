/** What is asked of a pair: one column a relation, and which types of ends each is asked of. */
import {
  type EntityEdgeType,
  type EntityType,
  entityTypes,
  relationAllows,
  relationTypes,
} from '../../../model/ontology.ts'

export const COLUMNS: readonly EntityEdgeType[] = [...relationTypes, 'SERVES']
export const COLUMN_INDEX = new Map(COLUMNS.map((type, i) => [type, i]))
export const SERVES_COLUMN = COLUMNS.length - 1

/** Where the ontology takes any type: those that are spoken of so, tails by head. */
const SPOKEN: Partial<Record<EntityEdgeType, Partial<Record<EntityType, readonly EntityType[]>>>> = {
  LOCATED_IN: {
    Project: ['Place', 'Park'],
    Park: ['Place', 'Park'],
    Place: ['Place', 'Park', 'Strategy'],
    Company: ['Place', 'Park'],
    Institute: ['Place', 'Park'],
    Organization: ['Place', 'Park'],
    Event: ['Place', 'Park'],
    Strategy: ['Place', 'Park'],
  },
  AFFILIATED_WITH: {
    Project: ['Company', 'Project', 'Park', 'Institute', 'Place', 'Organization'],
    Organization: ['Place', 'Park', 'Organization', 'Institute', 'Company'],
    Institute: ['Institute', 'Company', 'Park', 'Place'],
    Park: ['Company', 'Park', 'Institute', 'Place'],
    Company: ['Company', 'Institute', 'Place', 'Park'],
    Place: ['Park'],
  },
  PART_OF: {
    Place: ['Place', 'Park', 'Strategy'],
    Project: ['Project', 'Park', 'Place', 'Institute', 'Strategy'],
    Strategy: ['Strategy'],
    Park: ['Park', 'Strategy'],
    Institute: ['Institute', 'Strategy'],
    Industry: ['Industry'],
    Organization: ['Organization'],
  },
}

/** Bits of columns by head × tail. */
const ASKED = Int32Array.from({ length: entityTypes.length ** 2 }, (_, k) => {
  const head = entityTypes[Math.floor(k / entityTypes.length)]!
  const tail = entityTypes[k % entityTypes.length]!
  let bits = 0
  COLUMNS.forEach((type, c) => {
    const spoken = SPOKEN[type]
    if (relationAllows(type, head, tail) && (!spoken || spoken[head]?.includes(tail))) bits |= 1 << c
  })
  return bits
})

/** Which columns are asked of a pair of types, as bits. */
export const askedOf = (head: number, tail: number): number => ASKED[head * entityTypes.length + tail]!
