import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

describe('the first view', () => {
  let board: Board
  const at = (testid: string): Locator => board.page.locator(`[data-testid=${testid}]`)

  beforeAll(async () => {
    board = await openBoard()
  })
  afterAll(() => board?.close())

  const strategies = () =>
    board.page.evaluate(() => {
      const { scene } = window.__quanmai.stage
      const type = (id: string) => String(scene.getNodeAttribute(id, 'entityType'))
      const all = scene.nodes().filter((id) => type(id) === 'Strategy')
      return {
        count: all.length,
        bare: all.filter((id) => scene.neighbors(id).every((n) => /Place|Organization/.test(type(n)))).length,
        mostUnderOne: Math.max(
          ...scene
            .nodes()
            .filter((id) => type(id) === 'Place')
            .map((id) => scene.neighbors(id).filter((n) => type(n) === 'Strategy').length),
          0,
        ),
      }
    })
  /** Nodes and names that lie under a panel. */
  const hidden = () =>
    board.page.evaluate(() => {
      const { stage, nodeAt } = window.__quanmai
      const left = document.querySelector('[data-testid=stage]')!.getBoundingClientRect().left
      const boxes = [...document.querySelectorAll('.main > .float, .guide')].map((p) =>
        p.getBoundingClientRect(),
      )
      const under = (x: number, y: number) =>
        x < 0 ||
        y < 0 ||
        x > innerWidth ||
        y > innerHeight ||
        boxes.some((b) => x > b.left && x < b.right && y > b.top && y < b.bottom)
      return {
        panels: boxes.length,
        nodes: stage.scene.nodes().filter((id) => under(nodeAt(id)!.x, nodeAt(id)!.y)).length,
        names: stage.names.written.filter(
          (n) => under(n.left + left, n.base - 4) || under(n.left + left + n.width, n.base - 4),
        ).length,
      }
    })

  it('gathers things round several strategies, under no one place', async () => {
    const { count, bare, mostUnderOne } = await strategies()
    expect(count).toBeGreaterThan(5)
    expect(bare).toBe(0)
    expect(mostUnderOne).toBeLessThan(count / 2)
  })

  it.each([
    ['zh', 'light', 1440, 900],
    ['en', 'dark', 1440, 900],
    ['zh', 'light', 1024, 768],
  ] as const)('hides nothing under a panel in %s, %s, %i × %i', async (lang, theme, width, height) => {
    await board.page.setViewportSize({ width, height })
    await board.draw('', { lang, theme })
    const { panels, ...under } = await hidden()
    expect(panels).toBeGreaterThan(3)
    expect(under).toEqual({ nodes: 0, names: 0 })
    await board.shot(`first-view-${lang}-${theme}-${width}`)
    await board.page.setViewportSize({ width: 1440, height: 900 })
  })

  it.each([1440, 1024])('lays no panel over another beside the inspector at %i px', async (width) => {
    await board.page.setViewportSize({ width, height: 768 })
    await board.draw()
    const strategy = (await board.strategies())[0]!
    await board.draw(`id=${strategy}`)
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await expect.poll(over, { timeout: 30_000 }).toEqual([])
    await board.shot(`first-view-inspector-${width}`)
    await board.page.keyboard.press('Escape')
    await board.findPaths()
    await expect.poll(over, { timeout: 30_000 }).toEqual([])
    await at('path-step').first().click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await expect.poll(over, { timeout: 30_000 }).toEqual([])
    await board.shot(`first-view-paths-${width}`)
    await board.page.setViewportSize({ width: 1440, height: 900 })
  })
  it.each([768, 1024])('lays the open legend over nothing beside the inspector at %i px', async (width) => {
    await board.page.setViewportSize({ width, height: 900 })
    await board.draw('', { lang: 'en' })
    const strategy = (await board.strategies())[0]!
    await board.draw(`id=${strategy}`, { lang: 'en' })
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await expect.poll(over, { timeout: 30_000 }).toEqual([])
    await board.page.locator('.legend .fold').click()
    await board.page.locator('.legend .rows').first().waitFor()
    await expect.poll(over, { timeout: 30_000 }).toEqual([])
    await board.shot(`first-view-legend-${width}`)
    await board.page.setViewportSize({ width: 1440, height: 900 })
  })
  it.each([
    [1440, 700],
    [1024, 640],
  ])('keeps the open legend below the tools and above the timeline, at %i × %i', async (width, height) => {
    await board.page.setViewportSize({ width, height })
    await board.draw()
    // a wide window has it open
    const rows = board.page.locator('.legend .rows').first()
    if (!(await rows.isVisible())) await board.page.locator('.legend .fold').click()
    await rows.waitFor()
    await expect.poll(over, { timeout: 30_000 }).toEqual([])
    await board.page.locator('.time-fold').click()
    await at('timeline').waitFor()
    await expect.poll(over, { timeout: 30_000 }).toEqual([])
    const edges = async (part: string) => (await board.page.locator(part).boundingBox())!
    const [legend, strip] = [await edges('.legend'), await edges('.time-strip')]
    expect(legend.y + legend.height).toBeLessThan(strip.y)
    await board.shot(`first-view-legend-time-${width}`)
    await board.page.setViewportSize({ width: 1440, height: 900 })
  })

  /** Which panels lie over which. */
  const over = () =>
    board.page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.main .float, .main > .inspector')].map((panel) => ({
        name: panel.className,
        ...panel.getBoundingClientRect().toJSON(),
      }))
      return boxes.flatMap((a, i) =>
        boxes
          .filter(
            (b, j) => j < i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
          )
          .map((b) => `${a.name} over ${b.name}`),
      )
    })

  it('leads a first visit by a card that covers none of it', async () => {
    await board.page.context().addInitScript(() => {
      if (location.protocol !== 'about:') localStorage.removeItem('guided')
    })
    await board.page.goto('about:blank')
    await board.page.goto(`${board.address}/`)
    await at('guide').waitFor()
    await board.drawn()
    expect(await hidden()).toMatchObject({ nodes: 0, names: 0 })
    await board.shot('first-view-guide')
    const scale = () => board.page.evaluate(() => window.__quanmai.stage.view.camera.scale)
    const beside = await scale()
    await board.click('guide-close')
    await expect.poll(scale, { timeout: 30_000 }).toBeGreaterThan(beside)
    expect(await hidden()).toMatchObject({ nodes: 0, names: 0 })
  })

  it('wrote nothing to the console that is an error', () => {
    expect(board.errors).toEqual([])
  })
})
