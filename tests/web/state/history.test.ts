import { describe, expect, it } from 'vitest'
import type { Subgraph } from '../../../model/graph.ts'
import { changed, type History, redone, type Step, stepOf, undone } from '../../../web/state/history.ts'
import { WIDE } from '../../../web/state/lens.ts'
import { EMPTY, leavesOf, merged, without } from '../../../web/state/picture.ts'

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
type Both = Step & History
const start: Both = {
  ...EMPTY,
  graph,
  chosen: null,
  selected: new Set(),
  paths: null,
  compared: [],
  traced: '',
  period: null,
  lens: WIDE,
  view: 'explore',
  past: [],
  future: [],
}
const doing = (state: Both, patch: Partial<Step>, goesOn = false): Both => ({
  ...state,
  ...changed(state, patch, goesOn),
})

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
    expect(stepOf(once)).toEqual(stepOf(hidden))
    const twice = undone(once)!
    expect(stepOf(twice)).toEqual(stepOf(start))
    expect(undone(twice)).toBeNull()
    expect(stepOf(redone(redone(twice)!)!)).toEqual(stepOf(pinned))
  })
  it('forgets what was taken back once something else is done', () => {
    const back = undone(doing(start, { layout: 'circle' }))!
    expect(redone(doing(back as Both, { layout: 'time' }))).toBeNull()
  })
  it('takes a drag back as one step', () => {
    const [by, from] = ['published' as const, '2021-01']
    const down = doing(start, { period: { by, from, to: '2021-01' } })
    const moved = doing(down, { period: { by, from, to: '2021-06' } }, true)
    expect(undone(moved)!.period).toBeNull()
  })
  it('leads back to the view in which it was done, and again when it is done anew', () => {
    const lens = { ...WIDE, industry: 'i1' }
    const filtered = doing({ ...start, view: 'trace' }, { lens })
    const back = undone({ ...filtered, view: 'read' })!
    expect([back.view, back.lens]).toEqual(['trace', WIDE])
    const anew = redone({ ...back, view: 'read' })!
    expect([anew.view, anew.lens]).toEqual(['trace', lens])
  })
  it('takes back what was chosen and selected', () => {
    const a = { kind: 'node' as const, id: 'a' }
    const one = doing(start, { chosen: a })
    const two = doing(one, { chosen: null, selected: new Set(['a', 'b']) })
    const back = undone(two)!
    expect([back.chosen, back.selected.size]).toEqual([a, 0])
    expect(undone(back)!.chosen).toBeNull()
    expect(redone(back)!.selected).toEqual(new Set(['a', 'b']))
    // the same anew is nothing new
    const both = doing(one, { compared: ['a', 'b'] })
    expect(changed(both, { compared: ['a', 'b'] })).toBeNull()
    expect(undone(both)!.compared).toEqual([])
    expect(changed(one, { chosen: { ...a }, selected: new Set() })).toBeNull()
  })
  it('does not take the drawing away with what was chosen before it came', () => {
    const early = doing({ ...start, graph: { nodes: [], edges: [] } }, { traced: 'a' })
    const back = undone({ ...early, graph })!
    expect([back.traced, back.graph]).toEqual(['', graph])
  })
  it('counts nothing where nothing changes', () => {
    expect(changed(start, { layout: 'force' })).toBeNull()
  })
})
