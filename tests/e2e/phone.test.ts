import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NeighboursResponse, TraceResponse } from '../../model/api.ts'
import { type Desk, openDesk } from './desk.ts'

describe('on a phone', () => {
  let desk: Desk
  const at = (testid: string): Locator => desk.page.locator(`[data-testid=${testid}]`)
  const title = () => at('inspector').locator('h2').innerText()

  beforeAll(async () => {
    desk = await openDesk()
    await desk.page.setViewportSize({ width: 390, height: 844 })
  })
  afterAll(() => desk?.close())

  it('lists strategies by what gathers round them, in place of a canvas', async () => {
    await desk.open('view=explore')
    await at('spring').first().waitFor()
    expect(await at('spring').count()).toBeGreaterThan(5)
    expect(await at('spring').first().innerText()).toMatch(/(项目|园区|企业) \d/)
    expect(await desk.page.locator('canvas').count()).toBe(0)
    expect(await desk.stumbles()).toEqual([])
    await desk.shot('phone-springs')
  })

  it('shows an entity with a picture of its neighbourhood that leads on and back', async () => {
    const name = (await at('spring').locator('.title').first().innerText()).trim()
    await at('spring').first().click()
    await at('neighbourhood').waitFor()
    expect(await title()).toBe(name)
    const box = (await at('inspector').boundingBox())!
    expect([box.x, box.y, box.width]).toEqual([0, 0, 390])
    // nothing of the picture hangs over an edge or over another name
    const boxes = await at('near').evaluateAll((items) =>
      items.map((i) => i.getBoundingClientRect().toJSON()),
    )
    expect(boxes.length).toBeGreaterThan(3)
    for (const [i, a] of boxes.entries()) {
      expect(a.left >= 0 && a.right <= 390).toBe(true)
      const over = boxes.filter(
        (b, j) => j < i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
      )
      expect(over).toEqual([])
    }
    expect(await desk.stumbles()).toEqual([])
    await desk.shot('phone-entity')
    const near = await at('near').first().getAttribute('title')
    await at('near').first().click()
    await at('inspector').locator('h2').filter({ hasText: near! }).waitFor()
    await desk.page.goBack()
    await at('inspector').locator('h2').filter({ hasText: name }).waitFor()
  })

  it('shows a path that it was sent', async () => {
    const ids = await Promise.all(['中央活力区', '西兴'].map((name) => desk.idOf(name)))
    await desk.open(`view=explore&path=${ids}`)
    await at('path-step').first().click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await desk.page.goBack()
    await at('inspector').waitFor({ state: 'detached' })
    await at('path-step').first().waitFor()
    expect(await desk.stumbles()).toEqual([])
    await desk.shot('phone-path')
    await desk.open('view=explore')
    await at('spring').first().click()
    await at('neighbourhood').waitFor()
  })

  it('shows what was asked for, not the sheet before it', async () => {
    await at('trace-this').click()
    await desk.page.locator('.trace-head').waitFor()
    await at('inspector').waitFor({ state: 'detached' })
    await desk.page.goBack()
    await at('neighbourhood').waitFor()
    await at('rail-read').click()
    await at('article').first().waitFor()
    await at('inspector').waitFor({ state: 'detached' })
    await desk.page.goBack()
    await at('neighbourhood').waitFor()
  })

  it('folds what a trace leaves out, and says how much does', async () => {
    const { facets, from } = await desk.get<TraceResponse>(`/api/trace?from=${await desk.idOf('中央活力区')}`)
    await desk.open(`view=trace&trace=${from.id}`)
    await at('lanes').or(at('chain')).first().waitFor()
    const high = async () => (await at('trace-filters').boundingBox())!.height
    expect(await high()).toBeLessThan(80)
    expect(await at('filter-district').isVisible()).toBe(false)
    await at('fold-filters').click()
    await at('filter-district').selectOption(facets.districts[0]!.id)
    await at('fold-filters').getByText('筛选 · 1 项').waitFor()
    expect(await desk.stumbles()).toEqual([])
    await desk.shot('phone-trace-filters')
    await at('clear-filters').click()
    await at('fold-filters').click()
    expect(await at('fold-filters').innerText()).toBe('筛选')
    expect(await high()).toBeLessThan(80)
    await desk.shot('phone-trace')
    await desk.open('view=explore')
    await at('spring').first().click()
    await at('neighbourhood').waitFor()
  })

  it('opens the sentences of a line of the picture', async () => {
    const id = new URLSearchParams(new URL(desk.page.url()).hash.slice(1)).get('id')!
    const { subgraph } = await desk.get<NeighboursResponse>(`/api/entities/${id}/neighbours`)
    expect(subgraph.edges.some(({ type, to }) => type === 'SERVES' && to === id)).toBe(true)
    await at('near-tie').filter({ hasText: '服务于' }).first().click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await desk.shot('phone-edge')
    await at('close-inspector').click()
    await at('springs').waitFor()
  })

  it('offers nothing that only the canvas can do', async () => {
    await at('search-input').click()
    await at('action-goRead').waitFor()
    expect(await at('action-goTime').count()).toBe(0)
    await desk.page.keyboard.press('Escape')
  })

  it('searches by pinyin and reads, in sheets', async () => {
    await at('search-input').fill('zhongyanghuoliqu')
    await at('hit').filter({ hasText: '中央活力区' }).first().click()
    await at('neighbourhood').waitFor()
    await at('inspector').locator('[data-testid=open-article]').first().click()
    await at('reader').locator('.sentence.here').waitFor()
    await desk.shot('phone-read')
  })

  it('speaks English and knows the dark', async () => {
    const id = await desk.idOf('济中智造港')
    await desk.open(`view=explore&id=${id}`, { lang: 'en', theme: 'dark' })
    await at('neighbourhood').waitFor()
    expect(await desk.stumbles()).toEqual([])
    await desk.shot('phone-entity-en-dark')
    await at('close-inspector').click()
    await at('spring').first().waitFor()
    expect(await desk.stumbles()).toEqual([])
    await desk.shot('phone-springs-en-dark')
  })

  it.each([
    ['zh', 'light', 844],
    ['en', 'dark', 667],
  ] as const)(
    'leads the first minute beside the list, not over it (%s, %s, %i high)',
    async (lang, theme, height) => {
      await desk.page.setViewportSize({ width: 390, height })
      await desk.page.context().addInitScript(() => {
        if (location.protocol !== 'about:') localStorage.removeItem('guided')
      })
      await desk.open('view=settings', { lang, theme })
      await at(lang).click()
      await at(theme).click()
      await desk.page.goto('about:blank')
      await desk.page.goto(`${desk.address}/`)
      await at('guide').waitFor()
      await at('spring').last().scrollIntoViewIfNeeded()
      const below = async (testid: string) => {
        const [card, thing] = [(await at('guide').boundingBox())!, (await at(testid).last().boundingBox())!]
        return thing.y + thing.height <= card.y + 1
      }
      expect(await below('spring')).toBe(true)
      expect(await desk.stumbles()).toEqual([])
      await desk.shot(`phone-guide-${lang}-${theme}`)
      // what a step opens is not covered either
      await at('guide-try').click()
      await at('neighbourhood').waitFor()
      expect(await below('inspector')).toBe(true)
      await desk.shot(`phone-guide-tried-${lang}-${theme}`)
      await at('guide-next').click()
      await at('guide-try').click()
      await at('lanes').or(at('chain')).first().waitFor()
      await desk.shot(`phone-guide-trace-${lang}-${theme}`)
      await at('guide-close').click()
      await at('guide').waitFor({ state: 'detached' })
    },
  )

  it.each(['zh', 'en'] as const)('hints at no key where fingers point (%s)', async (lang) => {
    const screen = await desk.page.context().newCDPSession(desk.page)
    const keys = async () => (await desk.page.locator('body').innerText()).match(/⌘|Ctrl|↵/g) ?? []
    await desk.open('view=query', { lang })
    await at('run').locator('kbd').waitFor()
    expect(await keys()).not.toEqual([])
    await screen.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await at('run').locator('kbd').waitFor({ state: 'hidden' })
    // the hint beside it follows a moment later
    await expect.poll(keys).toEqual([])
    await at('search-input').fill('chaxun')
    await at('action-goQuery').waitFor()
    expect(await desk.page.locator('kbd:visible').count()).toBe(0)
    await screen.send('Emulation.setTouchEmulationEnabled', { enabled: false })
    await screen.detach()
  })

  it('wrote nothing to the console that is an error', () => {
    expect(desk.errors).toEqual([])
  })
})
