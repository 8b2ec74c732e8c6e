/** A graph of any size as development news would have it: communities, a few hubs, Chinese names. Seeded. */
import { type EntityEdgeType, type EntityType, entityEdgeTypes, entityTypes } from '../model/ontology.ts'

export interface Crowd {
  ids: string[]
  names: string[]
  types: EntityType[]
  articleCounts: number[]
  edges: { from: number; to: number; type: EntityEdgeType }[]
}

const GLYPHS = [
  ...'云湖星海东西南北产业园区科技中心研究院项目公司集团发展战略智能制造数据平台新能源材料医药工程',
]

/** Numbers from 0 to 1 that are the same at every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export function crowd(nodes: number, edges: number): Crowd {
  const next = random(1)
  const communities = Math.max(1, Math.round(Math.sqrt(nodes) / 2))
  const pairs = new Set<number>()
  while (pairs.size < edges) {
    const from = Math.floor(nodes * next() ** 2)
    const to =
      next() < 0.85
        ? Math.floor(next() ** 2 * (nodes / communities)) * communities + (from % communities)
        : Math.floor(nodes * next() ** 2)
    if (to < nodes && to !== from) pairs.add(from * nodes + to)
  }
  const types = Array.from({ length: nodes }, () => entityTypes[Math.floor(next() * entityTypes.length)]!)
  const hex = () =>
    Math.floor(next() * 2 ** 20)
      .toString(16)
      .padStart(5, '0')
  return {
    ids: types.map((type, i) => `${type.toLowerCase()}-${String(i).padStart(6, '0')}${hex()}`),
    names: types.map(() =>
      Array.from(
        { length: 4 + Math.floor(next() * 10) },
        () => GLYPHS[Math.floor(next() * GLYPHS.length)],
      ).join(''),
    ),
    types,
    articleCounts: types.map(() => 1 + Math.floor(20 * next() ** 4)),
    edges: [...pairs].map((pair) => ({
      from: Math.floor(pair / nodes),
      to: pair % nodes,
      type: entityEdgeTypes[Math.floor(next() * entityEdgeTypes.length)]!,
    })),
  }
}
