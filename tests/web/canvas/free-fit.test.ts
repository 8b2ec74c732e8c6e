import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeFit, LARGEST, type Rect } from '../../../web/canvas/free-fit.ts'
import type { Camera, Spot } from '../../../web/state/picture.ts'

const STAGE = { width: 1368, height: 900 }
const LEGEND: Rect = { left: 16, top: 560, right: 336, bottom: 884 }
const SEARCH: Rect = { left: 444, top: 16, right: 924, bottom: 56 }

const shown = ({ x, y }: Spot, camera: Camera): Spot => ({
  x: (x - camera.x) * camera.scale + STAGE.width / 2,
  y: STAGE.height / 2 - (y - camera.y) * camera.scale,
})
const inside = ({ x, y }: Spot, { left, top, right, bottom }: Rect): boolean =>
  x > left && x < right && y > top && y < bottom

describe('fitting a picture between the panels', () => {
  it('puts no node under a panel and none beyond the stage', () => {
    const spot = fc.record({
      x: fc.integer({ min: -900, max: 900 }),
      y: fc.integer({ min: -500, max: 500 }),
    })
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 80 }), (spots) => {
        const camera = freeFit(spots, STAGE, [LEGEND, SEARCH])!
        for (const at of spots.map((s) => shown(s, camera))) {
          expect(inside(at, LEGEND) || inside(at, SEARCH)).toBe(false)
          expect(inside(at, { left: 0, top: 0, right: STAGE.width, bottom: STAGE.height })).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('uses the room beside a panel, not only what lies beyond its edge', () => {
    // nothing stands at the lower left, where the legend is
    const spots = [
      { x: -600, y: 300 },
      { x: 600, y: 300 },
      { x: 600, y: -350 },
      { x: -150, y: -350 },
    ]
    expect(freeFit(spots, STAGE, [LEGEND])!.scale).toBe(freeFit(spots, STAGE, [])!.scale)
  })
  it('keeps few nodes at their size, in the middle', () => {
    expect(freeFit([{ x: 40, y: 7 }], STAGE, [LEGEND])).toEqual({ x: 40, y: 7, scale: LARGEST })
  })
  it('says so where panels leave no room', () => {
    const all = { left: 0, top: 0, right: STAGE.width, bottom: STAGE.height }
    expect(freeFit([{ x: 0, y: 0 }], STAGE, [all])).toBe(null)
  })
})
