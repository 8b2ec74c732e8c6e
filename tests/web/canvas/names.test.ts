import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutMiddle, type Name, placeNames } from '../../../web/canvas/names.ts'

const FRAME = { width: 800, height: 600 }
const measure = (text: string) => [...text].length * 12
const name = (id: string, x: number, y: number, more: Partial<Name> = {}): Name => ({
  id,
  text: `名称${id}`,
  x,
  y,
  radius: 6,
  must: false,
  bold: false,
  ...more,
})

describe('names on the stage', () => {
  it('never lie over each other', () => {
    const spot = fc.record({
      x: fc.integer({ min: 0, max: 800 }),
      y: fc.integer({ min: 0, max: 600 }),
      must: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 120 }), (spots) => {
        const written = placeNames(
          spots.map(({ x, y, must }, i) => name(String(i), x, y, { must })),
          measure,
          FRAME,
        )
        for (const a of written)
          for (const b of written)
            if (a !== b) {
              const across = a.left < b.left + b.width && b.left < a.left + a.width
              const down = Math.abs(a.base - b.base) < 12
              expect(across && down).toBe(false)
            }
      }),
      { numRuns: 60, seed: 7 },
    )
  })
  it('goes to the other side where the right one is taken', () => {
    const written = placeNames(
      [name('a', 100, 100, { must: true }), name('b', 60, 100, { must: true })],
      measure,
      FRAME,
    )
    expect(written).toHaveLength(2)
    expect(written[1]!.left).toBeLessThan(60)
  })
  it('gives the place to the more important one', () => {
    const close = [name('first', 100, 100), name('second', 104, 102)]
    expect(placeNames(close, measure, FRAME).map((w) => w.id)).toEqual(['first'])
  })
  it('writes all of the few that stand out where there is room, in one cell too', () => {
    const close = [name('first', 100, 100, { near: true }), name('second', 60, 104, { near: true })]
    expect(placeNames(close, measure, FRAME).map((w) => w.id)).toEqual(['first', 'second'])
    const calm = close.map(({ near: _, ...own }) => own)
    expect(placeNames(calm, measure, FRAME).map((w) => w.id)).toEqual(['first'])
  })
  it('leaves the numbers of a path free', () => {
    const taken = [{ left: 106, top: 90, right: 200, bottom: 110 }]
    const [written] = placeNames([name('a', 100, 100, { must: true })], measure, FRAME, taken)
    expect(written!.left < 106 || written!.base > 112 || written!.base < 90).toBe(true)
  })
})

it.each([
  ['云湖大学科技园', 15, '云湖大学科技园'],
  ['湖东省云湖市星海机器人与智能装备产业技术研究院', 15, '湖东省云湖市星海…技术研究院'],
  ['Xinghai Robot Research and Development Base', 15, 'Xinghai Robot …pment Base'],
])('cuts %s in the middle', (text, most, cut) => {
  expect(cutMiddle(text, most)).toBe(cut)
})
