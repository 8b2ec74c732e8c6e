import { MultiDirectedGraph } from 'graphology'
import { expect, it } from 'vitest'
import { Neighbourhoods } from '../../../web/canvas/neighbourhoods.ts'
import type { Scene } from '../../../web/scene/scene.ts'

it('finds the most important nodes all over a rectangle that holds more than are wanted', () => {
  const scene = new MultiDirectedGraph() as unknown as Scene
  const ids: string[] = []
  for (let x = 0; x < 60; x++)
    for (let y = 0; y < 60; y++) {
      ids.push(`${x},${y}`)
      scene.addNode(`${x},${y}`, { x: x * 10, y: y * 10 } as never)
    }
  // the most important ones stand at the right
  const order = ids.toReversed()
  const found = new Neighbourhoods(scene, order).within(0, 600, 0, 600, 100)
  expect(found).toHaveLength(100)
  expect(found[0]).toBe('59,59')
  expect(found.every((id) => Number(id.split(',')[0]) > 50)).toBe(true)
})
