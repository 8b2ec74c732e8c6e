import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GapsResponse, TraceResponse } from '../../model/api.ts'
import { type Desk, openDesk } from './desk.ts'

describe('tracing', () => {
  let desk: Desk
  let strategy: string
  const at = (testid: string): Locator => desk.page.locator(`[data-testid=${testid}]`)
  const inspector = () => at('inspector')

  beforeAll(async () => {
    desk = await openDesk()
    const { served } = await desk.get<GapsResponse>('/api/trace/gaps')
    strategy = served[0]!.id
  }, 180_000)
  afterAll(() => desk?.close())

  it('begins with how much is tied, and what is worth tracing', async () => {
    await desk.open('view=trace')
    await at('coverage').waitFor()
    const { served, coverage } = await desk.get<GapsResponse>('/api/trace/gaps')
    const project = coverage.find(({ type }) => type === 'Project')!
    expect(await at('coverage').textContent()).toContain(`${project.tied} / ${project.total}`)
    await desk.shot('trace-start')
    // each list is in the order of the number that it shows
    for (const list of await desk.page.locator('.offers ul').all()) {
      const counts = (await list.locator('.muted').allInnerTexts()).map((text) => Number.parseInt(text, 10))
      expect(counts).toEqual([...counts].sort((a, b) => b - a))
    }
    await at('trace-offer').first().click()
    expect(await desk.page.locator('.trace-head h2').textContent()).toBe(served[0]!.name)
  })

  it('fans a strategy out to the left, a stone on every step', async () => {
    await desk.open(`view=trace&trace=${strategy}`)
    const { chains } = await desk.get<TraceResponse>(`/api/trace?from=${strategy}`)
    await at('stone').first().waitFor()
    const steps = new Set(
      chains.flatMap((c) => c.steps.map((s) => `${s.relation}${[s.from.id, s.to.id].sort()}`)),
    )
    expect(await at('stone').count()).toBe(steps.size)
    const lane = async (id: string) =>
      (await desk.page.locator(`[data-entity="${id}"] rect`).first().boundingBox())!.x
    for (const { steps: own } of chains.filter((c) => c.steps[0]!.from.type !== 'Strategy'))
      expect(await lane(own[0]!.from.id)).toBeLessThan(await lane(strategy))
    await desk.shot('trace-strategy')
  })

  it('opens the sentences of a stone, by pointer and by keyboard', async () => {
    await at('stone').first().click()
    await inspector().locator('[data-testid=evidence]').first().waitFor()
    await desk.page.keyboard.press('Escape')
    await inspector().waitFor({ state: 'detached' })
    await at('stone').nth(1).focus()
    await desk.page.keyboard.press('Enter')
    await inspector().locator('[data-testid=evidence]').first().waitFor()
    await desk.page.keyboard.press('Escape')
  })

  it('draws each level by its own line', async () => {
    const { chains } = await desk.get<TraceResponse>(`/api/trace?from=${strategy}`)
    const levels = new Set(chains.flatMap((c) => c.steps.flatMap((s) => s.level ?? [])))
    const dashes = await desk.page
      .locator('.board path')
      .evaluateAll((paths) =>
        paths.map((path) => [path.getAttribute('stroke'), path.getAttribute('stroke-dasharray')]),
      )
    const red = new Set(dashes.filter(([stroke]) => stroke === '#C23B22').map(([, dash]) => dash !== ''))
    expect(red.has(true)).toBe(levels.has('purpose') || levels.has('section'))
    expect(red.has(false)).toBe(levels.has('stated'))
  })

  it('filters by what the answer counts, keeps it in the address, and can be cleared', async () => {
    const { facets } = await desk.get<TraceResponse>(`/api/trace?from=${strategy}`)
    const [district] = facets.districts
    const expected = await desk.get<TraceResponse>(`/api/trace?from=${strategy}&district=${district!.id}`)
    await at('filter-district').selectOption(district!.id)
    await at('trace-summary')
      .filter({ hasText: `${expected.chains.length} 条链` })
      .waitFor()
    expect(desk.page.url()).toContain(`district=${district!.id}`)
    await at('filter-until').selectOption({ index: (await at('filter-until').locator('option').count()) - 1 })
    await at('clear-filters').click()
    expect(await at('filter-district').inputValue()).toBe('')
    expect(desk.page.url()).not.toContain('district=')
    // and taken back, from another view too
    await at('rail-read').click()
    await at('article').first().waitFor()
    for (let i = 0; i < 2; i++) await desk.page.keyboard.press('Control+z')
    await at('trace-summary')
      .filter({ hasText: `${expected.chains.length} 条链` })
      .waitFor()
    await at('filter-district').focus()
    await desk.page.keyboard.press('Control+z')
    await at('filter-district').and(desk.page.locator(':has(option:checked[value=""])')).waitFor()
  })

  it.each([1440, 390])('clears filters that leave nothing from one place, at %i px', async (width) => {
    await desk.page.setViewportSize({ width, height: 844 })
    await desk.open(`view=trace&trace=${strategy}&until=1990`)
    await at('no-chain').getByText('筛选后没有剩下的链').waitFor()
    const folded = at('fold-filters')
    if (await folded.isVisible()) await folded.click()
    await at('filter-until').waitFor()
    expect(await desk.page.getByText('清除筛选').count()).toBe(1)
    expect(await desk.stumbles()).toEqual([])
    await desk.shot(`trace-emptied-${width}`)
    await at('no-chain').getByText('清除筛选').click()
    await at('chain').first().waitFor()
    expect(desk.page.url()).not.toContain('until=')
    expect(await at('clear-filters').count()).toBe(0)
    await desk.page.setViewportSize({ width: 1440, height: 900 })
  })

  it('groups what it shows by district and by industry', async () => {
    await at('group-district').click()
    expect(desk.page.url()).toContain('group=district')
    const headings = await desk.page.locator('.board > g').first().textContent()
    const { facets } = await desk.get<TraceResponse>(`/api/trace?from=${strategy}`)
    expect(facets.districts.some(({ name }) => headings!.includes(`${name} · `))).toBe(true)
    await at('group-strength').click()
  })

  it('exports a picture, tables and a report that cites', async () => {
    const saved = async (format: string) => {
      await at('export').click()
      const [download] = await Promise.all([desk.page.waitForEvent('download'), at(format).click()])
      return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) }
    }
    const svg = await saved('exportSvg')
    expect(svg.name).toMatch(/\.svg$/)
    expect(svg.bytes.toString()).toContain('<svg xmlns')
    const png = await saved('exportPng')
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
    const csv = (await saved('exportCsv')).bytes.toString()
    expect(csv).toMatch(/^\uFEFF链,强度,步,/)
    const xlsx = await saved('exportXlsx')
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK')
    const report = (await saved('exportReport')).bytes.toString()
    expect(report).toContain('战略溯源报告')
    const { articles } = await desk.get<TraceResponse>(`/api/trace?from=${strategy}`)
    for (const { title } of articles) expect(report).toContain(title)
  })

  it('shows what stands behind a project and where it leads', async () => {
    const park = await desk.idOf('济中智造港')
    await desk.open(`view=trace&trace=${park}`)
    await at('chain').first().waitFor()
    expect(await at('lanes').textContent()).toContain('中央活力区')
    // as wide as its holder: the last lane is whole
    expect(await desk.page.locator('.board-holder').evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0)
  })

  it('says so where no text ties a project to a strategy', async () => {
    const { entities } = await desk.get<GapsResponse>('/api/trace/gaps?types=Project')
    await desk.open(`view=trace&trace=${entities[0]!.id}`)
    expect(await at('no-chain').textContent()).toContain('未见与战略相连的文本')
    expect(await at('lanes').textContent()).toContain('未见文本依据')
    await desk.shot('trace-gap')
  })

  it('lists every gap, by type', async () => {
    await desk.open('view=trace&trace=gaps')
    const { total, strategyTotal } = await desk.get<GapsResponse>('/api/trace/gaps')
    await at('gap-row').first().waitFor()
    expect(await at('gaps').textContent()).toContain(`· ${total}`)
    expect(await at('gaps').textContent()).toContain(`· ${strategyTotal}`)
    const projects = await desk.get<GapsResponse>('/api/trace/gaps?types=Project')
    await at('gap-type-Project').click()
    await desk.page.getByText(`未与战略相连 · ${projects.total}`).waitFor()
    await at('gap-row').first().click()
    await inspector().locator('[data-testid=evidence]').first().waitFor()
    await desk.shot('trace-gaps')
  })

  it.each([
    ['zh', 'light', 1440],
    ['en', 'dark', 1024],
    ['zh', 'dark', 390],
  ] as const)('has nothing serious to stumble on in %s, %s, at %i px', async (lang, theme, width) => {
    await desk.page.setViewportSize({ width, height: 844 })
    await desk.open(`view=trace&trace=${strategy}`, { lang, theme })
    await at('chain').first().waitFor()
    expect(await desk.stumbles()).toEqual([])
    await desk.shot(`trace-${lang}-${theme}-${width}`)
    await desk.page.setViewportSize({ width: 1440, height: 900 })
  })

  it('wrote nothing to the console that is an error', () => {
    expect(desk.errors).toEqual([])
  })
})
