import { describe, expect, it } from 'vitest'
import { lanesOf } from '../../../../web/panels/trace/lanes.ts'
import { layoutOf } from '../../../../web/panels/trace/layout.ts'
import { cutInMiddle, linesOf, widthOf } from '../../../../web/panels/trace/text.ts'
import { entities, trace } from './fixture.ts'

const layout = (width = 1200, by: '' | 'industry' | 'district' = '', notes = ['在建']) =>
  layoutOf(trace, lanesOf(trace, by, '其他'), {
    width,
    notesOf: ({ stage }) => (stage ? notes : []),
    gapHeading: '断链',
    gaps: [entities.gap],
  })

describe('lanes', () => {
  it('put companies and institutes before projects, these before strategies, the larger ones last', () => {
    const { lane } = lanesOf(trace, '', '')
    expect(Object.fromEntries(lane)).toEqual({ c: 0, n: 0, p: 1, s: 2, l: 3 })
  })

  it('draw a step once, however many chains go over it', () => {
    expect(lanesOf(trace, '', '').links.map(({ key }) => key)).toEqual([
      'SERVES:p:s',
      'SERVES:n:s',
      'DEVELOPS:c:p',
      'PART_OF:s:l',
    ])
  })

  it('group rows by district, what belongs to none last', () => {
    expect(lanesOf(trace, 'district', '其他').groups.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['云湖区', 1],
      ['其他', 1],
    ])
  })
})

describe('the layout', () => {
  it.each([500, 900, 1600])('lets no two boxes overlap at %i px', (width) => {
    const { boxes } = layout(width, 'district')
    for (const a of boxes)
      for (const b of boxes)
        if (a !== b && a.x === b.x) expect(a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true)
  })

  it('leads a ribbon past the boxes of the lanes between', () => {
    const { boxes, ribbons } = layout()
    const across = ribbons.find(({ link }) => link.key === 'SERVES:n:s')!
    const straight = [...across.d.matchAll(/L[\d.]+,([\d.]+)/g)].map((m) => Number(m[1]))
    expect(straight).toHaveLength(1)
    for (const { y, height } of boxes.filter((box) => box.lane === 1))
      expect(straight[0]! < y || straight[0]! > y + height).toBe(true)
  })

  it('lets no stone lie on another one', () => {
    const { ribbons } = layout()
    for (const a of ribbons)
      for (const b of ribbons)
        if (a !== b) expect(Math.hypot(a.stone.x - b.stone.x, a.stone.y - b.stone.y)).toBeGreaterThan(18)
  })

  it('shows a strategy with many ties at once, each stone beside its own box', () => {
    const parks = Array.from({ length: 60 }, (_, i) => ({
      ...entities.project,
      id: `p${i}`,
      name: `云湖园${i}`,
    }))
    const serves = trace.chains[0]!.steps.find(({ relation }) => relation === 'SERVES')!
    const many = {
      ...trace,
      entities: [...trace.entities, ...parks],
      chains: parks.map((from) => ({ strength: 0.5, steps: [{ ...serves, from }] })),
      behind: [],
    }
    const { boxes, ribbons } = layoutOf(many, lanesOf(many, '', ''), {
      width: 1200,
      notesOf: () => [],
      gapHeading: '断链',
      gaps: [],
    })
    expect(ribbons).toHaveLength(60)
    expect(boxes.find(({ id }) => id === 's')!.y).toBeLessThan(300)
    for (const { link, stone } of ribbons) {
      const { y, height } = boxes.find(({ id }) => id === link.from)!
      expect(stone.y).toBeGreaterThan(y)
      expect(stone.y).toBeLessThan(y + height)
    }
  })

  it('writes stage and district on a line each where one cannot hold both', () => {
    const notesOf = (width: number) =>
      layout(width, '', ['under construction', '智能制造核心片区']).boxes.find(({ id }) => id === 'p')!.notes
    expect(notesOf(1600)).toEqual(['under construction · 智能制造核心片区'])
    expect(notesOf(900)).toEqual(['under construction', '智能制造核心片区'])
  })

  it('draws the stronger step thicker', () => {
    const { ribbons } = layout()
    const widths = Object.fromEntries(ribbons.map(({ link, width }) => [link.key, width]))
    expect(widths['SERVES:p:s']).toBeGreaterThan(2)
    expect(ribbons.every(({ width }) => width >= 2 && width <= 11)).toBe(true)
  })

  it('leaves gaps with an open end below the chains', () => {
    const { gaps, boxes } = layout()
    const lowest = Math.max(...boxes.filter(({ gap }) => !gap).map(({ y, height }) => y + height))
    expect(gaps).toEqual([expect.objectContaining({ id: 'g' })])
    expect(boxes.find(({ id }) => id === 'g')!.y).toBeGreaterThan(lowest)
  })

  it('is the same each time', () => {
    expect(layout()).toEqual(layout())
  })
})

describe('names', () => {
  it('are cut in the middle', () => {
    const cut = cutInMiddle('山东省某某智能制造联合研究院', 100, 13)
    expect(cut).toMatch(/^山东.*…研究院$|^山东.*…究院$/)
    expect(widthOf(cut, 13)).toBeLessThanOrEqual(100)
  })

  it('stand in lines that fit, nothing lost where there is room', () => {
    const lines = linesOf('国家超级计算济南中心科技园二期工程', 120, 13, 3)
    expect(lines.join('')).toBe('国家超级计算济南中心科技园二期工程')
    for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(120)
  })

  it('leave no character on a line by itself', () => {
    expect(linesOf('青石轮胎研发科创基地', 120, 13, 3)).toEqual(['青石轮胎研发科创', '基地'])
    expect(linesOf('青石轮胎基地', 120, 13, 3)).toEqual(['青石轮胎基地'])
  })
})
