import Graph from 'graphology'
import circlepack from 'graphology-layout/circlepack'
import type { Layout } from './layout.ts'

/** Circles of one type within the circle of all. */
export const pack: Layout = (input) => {
  const graph = new Graph()
  input.ids.forEach((_, i) => {
    graph.addNode(i, { size: input.sizes[i]! + 16, kind: input.types[i]! || '-' })
  })
  const places = circlepack(graph, { hierarchyAttributes: ['kind'], rng: () => 0.5 })
  const at = (axis: 'x' | 'y') => Float64Array.from(input.ids, (_, i) => places[String(i)]![axis]!)
  return { x: at('x'), y: at('y'), guides: [] }
}
