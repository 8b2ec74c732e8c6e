import { expect, it } from 'vitest'
import type { EntityBrief } from '../../model/api.ts'
import type { EntityType } from '../../model/ontology.ts'
import { type Ties, toldApart } from '../../server/namesakes.ts'

const NAMED: [name: string, type: EntityType, articleCount: number][] = [
  ['西兴', 'Strategy', 2],
  ['西兴', 'Strategy', 1],
  ['济南', 'Place', 9],
  ['奎文区', 'Place', 1],
  ['潍柴', 'Company', 5],
  ['山东', 'Place', 20],
  ['二期', 'Project', 1],
  ['二期', 'Project', 1],
  ['西兴', 'Place', 1],
]
const EDGES: [number, number][] = [
  [0, 2],
  [3, 1],
  [4, 1],
  [0, 5],
  [5, 1],
  [6, 4],
]
const own = NAMED.map((_, i) => EDGES.flatMap(([a, b], e) => (a === i || b === i ? [e] : [])))
const ties: Ties = {
  names: NAMED.map(([name]) => name),
  types: NAMED.map(([, type]) => type),
  articleCounts: Uint32Array.from(NAMED, ([, , count]) => count),
  indexOf: new Map(NAMED.map((_, i) => [`n${i}`, i])),
  from: Uint32Array.from(EDGES, ([a]) => a),
  to: Uint32Array.from(EDGES, ([, b]) => b),
  offsets: Uint32Array.from([0, ...own.map((_, i) => own.slice(0, i + 1).flat().length)]),
  edges: Uint32Array.from(own.flat()),
}
const brief = (i: number): EntityBrief => {
  const [name, type, articleCount] = NAMED[i]!
  return { id: `n${i}`, name, type, articleCount }
}

it('tells what has one name and type apart by a place of its own, else by what is written about most', async () => {
  const list = [0, 1, 4, 6, 7, 8].map(brief)
  const told = await toldApart(list, async () => ties)
  expect(told.map(({ id, beside }) => [id, beside])).toEqual([
    ['n0', '济南'],
    ['n1', '奎文区'],
    ['n4', undefined],
    ['n6', '潍柴'],
    // nothing is tied to it
    ['n7', undefined],
    ['n8', undefined],
  ])
})
it('looks at no graph where all names differ', async () => {
  const list = [0, 4, 8].map(brief)
  expect(await toldApart(list, () => Promise.reject(new Error('asked')))).toEqual(list)
})
