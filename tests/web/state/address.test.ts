import { describe, expect, it } from 'vitest'
import { addressOf, stateFrom, wantedOf } from '../../../web/state/address.ts'
import { pathsOf } from '../../../web/state/paths.ts'
import type { State } from '../../../web/state/state.ts'

it('says how a picture differs from the first one', () => {
  expect(wantedOf(['a', 'b', 'c', 'd', 'x'], new Set(['a', 'b', 'c', 'd', 'e']))).toEqual({
    add: ['x'],
    drop: ['e'],
    only: [],
  })
})
it('names all nodes where most are others', () => {
  expect(wantedOf(['x', 'y'], new Set(['a', 'b', 'c']))).toEqual({ add: [], drop: [], only: ['x', 'y'] })
})
it('names none where there are too many to send', () => {
  const ids = Array.from({ length: 400 }, (_, i) => `n${i}`)
  expect(wantedOf(ids, new Set())).toEqual({ add: [], drop: [], only: [] })
})
it('reads an address, and passes over what it does not know', () => {
  const state = stateFrom(
    '#view=explore&id=p1&layout=time&size=bogus&off=Park,SERVES,Bogus&add=a,b&at=1,2,0.5',
  )
  expect(state).toMatchObject({
    view: 'explore',
    chosen: { kind: 'node', id: 'p1' },
    layout: 'time',
    sizeBy: 'articles',
    hiddenTypes: new Set(['Park']),
    hiddenRelations: new Set(['SERVES']),
    wanted: { add: ['a', 'b'], drop: [], only: [] },
    camera: { x: 1, y: 2, scale: 0.5 },
  })
  expect(stateFrom('#edge=SERVES:p1:s1').chosen).toEqual({
    kind: 'edge',
    id: 'SERVES:p1:s1',
    from: 'p1',
    to: 's1',
    type: 'SERVES',
  })
  expect(stateFrom('#edge=SERVES').chosen).toBeNull()
  expect(stateFrom('#at=1,2,zero&view=nowhere')).toMatchObject({
    view: 'explore',
    camera: null,
    wanted: null,
  })
})

describe('what is selected and asked for', () => {
  const state = (patch: Partial<State>): State =>
    ({
      ...stateFrom(''),
      graph: { nodes: [], edges: [] },
      base: new Set(),
      language: 'zh',
      ...patch,
    }) as State
  it('is in the address, and the same from there', () => {
    const paths = {
      ...pathsOf(['a', 'b'], {
        k: 10,
        types: ['Project', 'Park'],
        relations: ['SERVES'],
        since: '2021-03',
        until: '2022',
        confidence: 0.8,
      }),
      at: 2,
    }
    const { hash } = addressOf(state({ selected: new Set(['a', 'b', 'c']), paths }))
    expect(hash).toBe(
      '#view=explore&selected=a,b,c&path=a,b&most=10&through=Project,Park&over=SERVES&from=2021-03&to=2022&sure=0.8&nth=3&lang=zh',
    )
    const back = stateFrom(hash)
    expect(back.selected).toEqual(new Set(['a', 'b', 'c']))
    expect(addressOf(state(back)).hash).toBe(hash)
    expect(back.paths).toMatchObject({ ends: ['a', 'b'], at: 2, found: [], answered: false })
  })
  it('holds what is laid side by side, of two to four things alone', () => {
    const { hash } = addressOf(state({ compared: ['a', 'b', 'c'] }))
    expect(hash).toBe('#view=explore&compare=a,b,c&lang=zh')
    expect(stateFrom(hash).compared).toEqual(['a', 'b', 'c'])
    for (const ids of ['a', 'a,a', 'a,b,c,d,e'])
      expect([ids, stateFrom(`#compare=${ids}`).compared]).toEqual([ids, []])
    expect(addressOf(state({ compared: ['a', 'b'], file: 'x.json' })).hash).toBe('#view=explore&lang=zh')
  })
  it('is one step, however many join what is selected and whichever path stands out', () => {
    const paths = pathsOf(['a', 'b'])
    const one = addressOf(state({ selected: new Set(['a', 'b']), paths }))
    const other = addressOf(state({ selected: new Set(['a', 'b', 'c']), paths: { ...paths, at: 1 } }))
    expect(other.step).toBe(one.step)
    expect(other.hash).not.toBe(one.hash)
    expect(addressOf(state({ selected: new Set(['a']), paths })).step).not.toBe(one.step)
  })
  it('is left out where it is too much to send, or of a file', () => {
    const many = new Set(Array.from({ length: 101 }, (_, i) => `n${i}`))
    expect(addressOf(state({ selected: many })).hash).toBe('#view=explore&lang=zh')
    const file = { selected: new Set(['a', 'b']), paths: pathsOf(['a', 'b']), file: 'x.json' }
    expect(addressOf(state(file)).hash).toBe('#view=explore&lang=zh')
  })
  it.each([
    ['path=a', null],
    ['path=a,a', null],
    [`path=${Array.from({ length: 13 }, (_, i) => `n${i}`).join(',')}`, null],
    ['path=a,b&most=99&through=Bogus&over=SERVES,Bogus&from=soon&sure=7&nth=-1', { relations: ['SERVES'] }],
  ])('passes over what it does not know: %s', (hash, filters) => {
    expect(stateFrom(hash).paths?.filters ?? null).toEqual(filters)
  })
})
