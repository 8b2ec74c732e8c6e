import { describe, expect, it } from 'vitest'
import { layouts } from '../../../web/layouts/all.ts'
import { componentsOf, LAYOUTS, type LayoutInput } from '../../../web/layouts/layout.ts'

const TYPES = ['Company', 'Park', 'Project', 'Strategy', 'Place']

/** Stars round strategies, a bridge between two of them, and two nodes that nothing ties. */
function stars(): LayoutInput {
  const ids: string[] = []
  const types: string[] = []
  const [source, target]: [number[], number[]] = [[], []]
  for (let star = 0; star < 3; star++) {
    const centre = ids.length
    ids.push(`s${star}`)
    types.push('Strategy')
    for (let leaf = 0; leaf < 12; leaf++) {
      source.push(ids.length)
      target.push(centre)
      types.push(TYPES[leaf % 3]!)
      ids.push(`s${star}n${leaf}`)
    }
  }
  source.push(1)
  target.push(13)
  ids.push('alone1', 'alone2')
  types.push('Place', 'Place')
  return {
    ids,
    types,
    dates: ids.map((_, i) =>
      i % 7 === 0 ? '' : `20${String(15 + (i % 8)).padStart(2, '0')}-0${1 + (i % 9)}`,
    ),
    sizes: Float64Array.from(types, (type) => (type === 'Strategy' ? 12 : 6)),
    x: new Float64Array(ids.length),
    y: new Float64Array(ids.length),
    fixed: new Uint8Array(ids.length),
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    weight: Float64Array.from(source, () => 1),
    aspect: 1.6,
    words: { strategies: '战略', undated: '无日期' },
  }
}

function overlaps({ sizes, ids }: LayoutInput, { x, y }: { x: Float64Array; y: Float64Array }): number {
  let count = 0
  for (let i = 0; i < ids.length; i++)
    for (let j = i + 1; j < ids.length; j++)
      if (Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) < sizes[i]! + sizes[j]! - 0.5) count++
  return count
}

describe.each(LAYOUTS)('the layout %s', (name) => {
  const input = stars()
  const result = layouts[name](input)
  it('puts every node somewhere, and none over another', () => {
    expect([...result.x, ...result.y].every(Number.isFinite)).toBe(true)
    expect(overlaps(input, result)).toBe(0)
  })
  it('gives the same places every time', () => {
    expect(layouts[name](stars())).toEqual(result)
  })
})

describe('force', () => {
  it('brings new nodes beside what stands, which does not move', () => {
    const before = layouts.force(stars())
    const input = { ...stars(), x: before.x, y: before.y }
    const fresh = [3, 20]
    input.fixed = Uint8Array.from(input.ids, (_, i) => (fresh.includes(i) ? 0 : 1))
    const after = layouts.force(input)
    input.ids.forEach((_, i) => {
      if (!fresh.includes(i)) expect([after.x[i], after.y[i]]).toEqual([before.x[i], before.y[i]])
    })
    // 3 hangs on the first star
    expect(Math.hypot(after.x[3]! - after.x[0]!, after.y[3]! - after.y[0]!)).toBeLessThan(300)
  })
  it('gives what nothing ties to what stands a place of its own beside it, as a star', () => {
    const before = layouts.force(stars())
    const input = { ...stars(), x: before.x, y: before.y }
    const [, second] = componentsOf(input)
    input.fixed = Uint8Array.from(input.ids, (_, i) => (second!.includes(i) ? 0 : 1))
    const { x, y } = layouts.force(input)
    const middle = second!.find((i) => [...input.source, ...input.target].filter((j) => j === i).length > 5)!
    const away = second!
      .filter((i) => i !== middle)
      .map((i) => Math.hypot(x[i]! - x[middle]!, y[i]! - y[middle]!))
    expect(Math.max(...away)).toBeLessThan(250)
    // not in a row
    const spread = (column: Float64Array) => {
      const own = second!.map((i) => column[i]!)
      return Math.max(...own) - Math.min(...own)
    }
    expect(Math.min(spread(x), spread(y))).toBeGreaterThan(100)
    expect(overlaps(input, { x, y })).toBe(0)
  })
  it('keeps what is tied nearer than what is not', () => {
    const input = stars()
    const { x, y } = layouts.force(input)
    const apart = (i: number, j: number) => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!)
    const tied = [...input.source].map((a, k) => apart(a, input.target[k]!))
    const all = input.ids.flatMap((_, i) => input.ids.slice(i + 1).map((_, k) => apart(i, i + 1 + k)))
    const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length
    expect(mean(tied)).toBeLessThan(mean(all) / 2)
  })
})

it('finds what hangs together, the largest first', () => {
  expect(componentsOf(stars()).map((part) => part.length)).toEqual([26, 13, 1, 1])
})

it('runs lanes from those who build to what is served', () => {
  const input = stars()
  const { x, guides } = layouts.layers(input)
  const right = (type: string) => Math.max(...[...x].filter((_, i) => input.types[i] === type))
  const left = (type: string) => Math.min(...[...x].filter((_, i) => input.types[i] === type))
  expect(right('Company')).toBeLessThan(left('Project'))
  expect(right('Project')).toBeLessThan(left('Strategy'))
  expect(guides.map((g) => g.label)).toContain('战略')
})

it('runs time from left to right', () => {
  const input = stars()
  const { x } = layouts.time(input)
  const dated = input.ids.map((_, i) => i).filter((i) => input.dates[i] !== '')
  const early = dated.filter((i) => input.dates[i]! < '2017')
  const late = dated.filter((i) => input.dates[i]! > '2021')
  expect(Math.max(...early.map((i) => x[i]!))).toBeLessThan(Math.min(...late.map((i) => x[i]!)))
})

it('heads what has no date first, and names no year where nothing has one', () => {
  const labels = layouts.time(stars()).guides.map(({ label }) => label)
  expect(labels[0]).toBe('无日期')
  expect(labels.slice(1).every((label) => /^\d{4}(?:-\d{2})?$/.test(label))).toBe(true)
  const undated = { ...stars(), dates: stars().dates.map(() => '') }
  expect(layouts.time(undated).guides.map(({ label }) => label)).toEqual(['无日期'])
})
