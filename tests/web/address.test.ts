import { expect, it } from 'vitest'
import { stateFrom, wantedOf } from '../../web/address.ts'

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
