import { describe, expect, it } from 'vitest'
import type { Subgraph } from '../../model/graph.ts'
import { changed, type History, pictureOf, redone, undone } from '../../web/history.ts'
import { EMPTY, leavesOf, merged, type Picture, without } from '../../web/picture.ts'

const node = (id: string) => ({ id, labels: ['Entity' as const, 'Park' as const], properties: { name: id } })
const edge = (from: string, to: string) => ({
  id: `SERVES:${from}:${to}`,
  type: 'SERVES' as const,
  from,
  to,
  properties: {},
})
const graph: Subgraph = {
  nodes: ['a', 'b', 'c', 'd'].map(node),
  edges: [edge('a', 'b'), edge('a', 'c'), edge('c', 'd')],
}
type Both = Picture & History
const start: Both = { ...EMPTY, graph, past: [], future: [] }
const doing = (state: Both, patch: Partial<Picture>): Both => ({ ...state, ...changed(state, patch) })

describe('the picture', () => {
  it('holds nothing twice when more is added', () => {
    const more = { nodes: [node('d'), node('e')], edges: [edge('d', 'e')] }
    expect(merged(graph, more).nodes.map((n) => n.id)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
  it('loses what hangs on a node that goes', () => {
    expect(without(graph, new Set(['c']))).toEqual({
      nodes: ['a', 'b', 'd'].map(node),
      edges: [edge('a', 'b')],
    })
  })
  it('knows what hangs on one node alone', () => {
    expect(leavesOf(graph, 'a')).toEqual(new Set(['b']))
  })
})

describe('undo', () => {
  it('takes back and does again, step by step', () => {
    const hidden = doing(start, { graph: without(graph, new Set(['c'])) })
    const pinned = doing(hidden, { pinned: new Set(['a']) })
    const once = undone(pinned)!
    expect(pictureOf(once)).toEqual(pictureOf(hidden))
    const twice = undone(once)!
    expect(pictureOf(twice)).toEqual(pictureOf(start))
    expect(undone(twice)).toBeNull()
    expect(pictureOf(redone(redone(twice)!)!)).toEqual(pictureOf(pinned))
  })
  it('forgets what was taken back once something else is done', () => {
    const back = undone(doing(start, { layout: 'circle' }))!
    expect(redone(doing(back as Both, { layout: 'time' }))).toBeNull()
  })
  it('counts nothing where nothing changes', () => {
    expect(changed(start, { layout: 'force' })).toBeNull()
  })
})
