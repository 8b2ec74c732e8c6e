import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TraitsResponse } from '../../model/api.ts'
import { type Board, type Hooks, openBoard } from './board.ts'

/** The arrays of sigma's programs. */
interface Programs {
  refresh(): void
  nodePrograms: { shape: { array: Float32Array } }
  edgePrograms: { thin: { array: Float32Array } }
}
declare const window: Hooks & Window

describe('what the canvas shows of properties, time and menus', () => {
  let board: Board
  const at = (testid: string) => board.page.locator(`[data-testid="${testid}"]`)
  const look = async (item: string) => {
    await board.click('tool-lookMenu')
    await at(item).click()
  }
  beforeAll(async () => {
    board = await openBoard()
  })
  afterAll(() => board?.close())

  it('colours by a property that texts state, and counts its groups', async () => {
    const mark = at('legend-Strategy').locator('.dot path')
    const red = await mark.getAttribute('fill')
    await look('colour-prop:stage')
    await at('groups').waitFor()
    // red is a stage now, no longer a strategy: its row keeps the shape alone
    expect(await mark.getAttribute('fill')).not.toBe(red)
    const ids = await board.page.evaluate(() => window.__quanmai.stage.scene.nodes())
    const { traits } = await board.post<TraitsResponse>('/api/traits', { ids })
    const staged = Object.entries(traits).filter(([, { stage }]) => stage !== '')
    expect(await at('groups').locator('li').last().innerText()).toMatch(
      new RegExp(`未见文本\\s*${ids.length - staged.length}$`),
    )
    const [one] = staged[0]!
    const [colour, grey] = await board.page.evaluate(
      ([id, other]) =>
        [id!, other!].map((key) => window.__quanmai.stage.scene.getNodeAttribute(key, 'color')),
      [one, ids.find((id) => traits[id]?.stage === '')!],
    )
    expect(colour).not.toBe(grey)
    expect(board.page.url()).toContain('colour=prop:stage')
    await at('groups').locator('button').first().click()
    expect(await board.page.locator('[data-testid=groups] small').first().innerText()).toMatch(/^\d+$/)
    await board.shot('looks-stage')
    await board.page.keyboard.press('Escape')
  })

  it('sizes by a number of theirs', async () => {
    await look('size-prop:mentionCount')
    await board.until(() => location.hash.includes('size=prop:mentionCount'))
    await board.page.waitForFunction(() => {
      const { scene } = window.__quanmai.stage
      const sizes = scene.nodes().map((id) => Number(scene.getNodeAttribute(id, 'size')))
      return Math.max(...sizes) === 22
    })
    await board.undo()
    await board.undo()
  })

  it('counts in the legend what lies in the period', async () => {
    const count = async (type: string) =>
      Number((await at(`legend-${type}`).locator('small').innerText()).trim())
    const before = await count('Park')
    await board.draw('time=published:2021-01:2021-04')
    await board.page.waitForFunction(() =>
      /图上 \d+/.test(document.querySelector('[data-testid=period]')?.textContent ?? ''),
    )
    const drawn = await board.page.evaluate(() => {
      const { scene, sigma } = window.__quanmai.stage
      const parks = scene.nodes().filter((id) => scene.getNodeAttribute(id, 'entityType') === 'Park')
      return {
        parks: parks.filter((id) => !sigma.getNodeDisplayData(id).hidden).length,
        serves: scene.edges().filter((id) => id.startsWith('SERVES:')),
      }
    })
    expect(await count('Park')).toBe(drawn.parks)
    expect(drawn.parks).toBeLessThan(before)
    expect(await count('SERVES')).toBeLessThan(drawn.serves.length)
    await board.draw()
  })

  it('finds paths over some relations alone', async () => {
    await board.findPaths()
    await board.page.locator('.filters summary').click()
    await board.click('over-WORKS_FOR')
    await board.page.locator('[data-testid=path-panel]', { hasText: '没有找到路径' }).waitFor()
    await board.click('over-WORKS_FOR')
    await at('path-step').first().waitFor()
    await board.shot('looks-paths')
    await board.page.keyboard.press('Escape')
    await board.page.keyboard.press('Escape')
  })

  it.each([
    ['published', '2021-01', '2021-04'],
    ['spoken', '2020-01', '2020-12'],
  ])('leaves out of the whole graph what lies outside a period (%s)', async (by, from, to) => {
    await board.draw(`whole=1&time=${by}:${from}:${to}`)
    const bits = new Uint8Array(
      await (await fetch(`${board.address}/api/whole/period?from=${from}&to=${to}&by=${by}`)).arrayBuffer(),
    )
    const total = await board.order()
    const inside = Array.from({ length: total }, (_, i) => (bits[i >> 3]! >> (i & 7)) & 1)
    const wanted = inside.filter(Boolean).length
    await at('period')
      .filter({ hasText: `图上 ${wanted} / ${total} 个` })
      .waitFor()
    await board.page.waitForFunction((n) => {
      const { scene, sigma } = window.__quanmai.stage
      return scene.nodes().filter((id) => !sigma.getNodeDisplayData(id).hidden).length === n
    }, wanted)
    expect(wanted).toBeLessThan(total)
    expect(wanted).toBeGreaterThan(0)
    expect(await at(`time-${by}`).getAttribute('aria-pressed')).toBe('true')
    await board.shot(`looks-whole-${by}`)
    await at('time-close').click()
    await board.page.waitForFunction(() => {
      const { scene, sigma } = window.__quanmai.stage
      return scene.nodes().every((id) => !sigma.getNodeDisplayData(id).hidden)
    })
  })

  it('marks what is near in the whole graph as drawing all of it anew would', async () => {
    await board.draw('whole=1')
    const [id] = await board.strategies()
    const spot = await board.spotOf(id!)
    /** What the programs hold as near, as it is and after all of it was drawn anew: a line's arrow is of no use where it is thin. */
    const held = () =>
      board.page.evaluate(() => {
        const { sigma } = window.__quanmai.stage as unknown as { sigma: Programs }
        const arrays = () => [
          [...sigma.nodePrograms.shape.array].filter((_, i) => i % 6 === 3).map((mark) => mark & 16),
          [...sigma.edgePrograms.thin.array].filter((_, i) => i % 4 === 2).map((mark) => mark & 8),
        ]
        const now = arrays()
        sigma.refresh()
        return [now, arrays()] as const
      })
    const [calm] = await held()
    await board.page.mouse.move(spot.x, spot.y)
    await board.page.locator('[data-testid=stage]').and(board.page.locator('[style*=pointer]')).waitFor()
    const [near, anew] = await held()
    expect(near).toEqual(anew)
    expect(near).not.toEqual(calm)
    await board.shot('looks-whole-hover')
    await board.page.mouse.move(spot.x, 6)
    await board.page
      .locator('[data-testid=stage]')
      .and(board.page.locator('[style*=pointer]'))
      .waitFor({ state: 'detached' })
    expect((await held())[0]).toEqual(calm)
  })

  it('writes names of the whole graph anew once their glyphs have come', async ({ skip }) => {
    await board.draw()
    let come = () => {}
    const held = new Promise<void>((resolve) => {
      come = resolve
    })
    let asked = 0
    const fonts = /\.woff2$/
    await board.page.route(fonts, async (route) => {
      asked++
      await held
      await route.continue()
    })
    await board.click('tool-whole')
    await at('whole-count').waitFor()
    await board.until(() => window.__quanmai?.stage.names.written.length > 10)
    // a name whose glyphs have not come, wherever it is, is what the camera looks at
    await board.page.evaluate(() => {
      const { scene, view } = window.__quanmai.stage
      const spot = (id: string) => ({
        x: Number(scene.getNodeAttribute(id, 'x')),
        y: Number(scene.getNodeAttribute(id, 'y')),
      })
      const late = scene
        .nodes()
        .find(
          (id) =>
            !document.fonts.check(
              '500 12px "Noto Sans SC Variable"',
              String(scene.getNodeAttribute(id, 'label')),
            ),
        )
      if (late) view.look({ ...spot(late), scale: 4 * view.camera.scale }, false)
    })
    const ink = () =>
      board.page.evaluate(() => {
        const labels = window.__quanmai.stage.sigma.getCanvases().labels!
        const { data } = labels.getContext('2d')!.getImageData(0, 0, labels.width, labels.height)
        return data.reduce((sum, value, i) => (sum * 31 + value * ((i % 97) + 1)) % 1_000_003, 7)
      })
    await board.page.waitForTimeout(2_000)
    if (asked === 0) {
      await board.page.unroute(fonts)
      skip('this machine has the glyphs in a font of its own')
    }
    const before = await ink()
    await board.page.waitForTimeout(1_000)
    // nothing else draws them anew
    expect(await ink()).toBe(before)
    come()
    await expect.poll(ink, { timeout: 20_000 }).not.toBe(before)
    await board.page.unroute(fonts)
  })

  it('offers beside the whole graph nothing that only a part of it has', async () => {
    const id = (await board.strategies())[0]!
    await board.draw(`id=${id}`)
    await at('expand-this').waitFor()
    expect(await at('trace-this').innerText()).toBe('追踪谁通向它')
    await board.draw(`whole=1&id=${id}`)
    await at('trace-this').waitFor()
    expect(await at('expand-this').count()).toBe(0)
    expect(await at('around').count()).toBe(1)
  })

  it('has menus that nothing serious is wrong with', async () => {
    await board.draw('', { lang: 'en', theme: 'dark' })
    for (const tool of ['layoutMenu', 'lookMenu', 'views', 'files', 'keys']) {
      await board.click(`tool-${tool}`)
      await board.page.locator('[role=menu], [role=dialog]').first().waitFor()
      expect(await board.stumbles(), tool).toEqual([])
      if (tool === 'lookMenu') await board.shot('looks-menu-en-dark-1440')
      await board.page.keyboard.press('Escape')
      await board.page.locator('[role=menu], [role=dialog]').waitFor({ state: 'detached' })
    }
    const node = await board.spotOf((await board.strategies())[0]!)
    await board.page.mouse.click(node.x, node.y, { button: 'right' })
    await board.page.locator('[data-testid=node-menu] [data-testid^=expand-]').first().waitFor()
    expect(await board.stumbles()).toEqual([])
    await board.shot('looks-node-menu-en-dark-1440')
    await board.page.keyboard.press('Escape')
  })

  it('wrote nothing to the console that is an error', () => {
    expect(board.errors).toEqual([])
  })
})
