import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SavedView } from '../../model/api.ts'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

describe('views of the canvas', () => {
  let board: Board
  const at = (testid: string) => board.page.locator(`[data-testid=${testid}]`)
  beforeAll(async () => {
    board = await openBoard()
  })
  afterAll(() => board?.close())

  it.each(['layers', 'time', 'circle', 'pack', 'force'])('lays out as %s', async (layout) => {
    await board.click('tool-layoutMenu')
    await board.click(`layout-${layout}`)
    await board.page.waitForFunction(
      (l) => (l === 'force' ? !location.hash.includes('layout=') : location.hash.includes(`layout=${l}`)),
      layout,
    )
    await board.page.locator('[data-testid=arranging]').waitFor({ state: 'detached' })
    await board.shot(`canvas-layout-${layout}`)
  })

  it('parts nodes that overlap, and moves what is pinned not at all', async () => {
    const [put, onto] = await board.strategies()
    const spots = () =>
      board.page.evaluate(() => {
        const { scene } = window.__quanmai.stage
        const number = (id: string, key: string) => Number(scene.getNodeAttribute(id, key))
        return scene
          .nodes()
          .map((id) => ({ id, x: number(id, 'x'), y: number(id, 'y'), size: number(id, 'size') }))
      })
    const overlaps = async () => {
      const all = await spots()
      return all.flatMap((a, i) =>
        all.slice(i + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.size + b.size),
      ).length
    }
    const [from, to] = [await board.spotOf(put!), await board.spotOf(onto!)]
    await board.page.mouse.move(from.x, from.y)
    await board.page.mouse.down()
    await board.page.mouse.move(to.x + 3, to.y + 2, { steps: 4 })
    await board.page.mouse.up()
    expect(await overlaps()).toBeGreaterThan(0)
    const stood = (await spots()).find(({ id }) => id === put)
    await board.click('tool-layoutMenu')
    await board.click('layout-untangle')
    await board.page.waitForFunction(() => location.hash.includes('layout=untangle'))
    await at('arranging').waitFor({ state: 'detached' })
    await board.shot('canvas-layout-untangle')
    expect(await overlaps()).toBe(0)
    expect((await spots()).find(({ id }) => id === put)).toEqual(stood)
    await board.undo()
    await board.undo()
    await board.page.waitForFunction(() => !location.hash.includes('layout='))
  })

  it.each(['time', 'layers'])(
    'writes no heading of %s under the tools where there is little room',
    async (layout) => {
      await board.page.setViewportSize({ width: 1024, height: 768 })
      await board.draw(`layout=${layout}`)
      await board.until(() => window.__quanmai.stage.names.headings.length > 2)
      const { left, right } = await board.page.evaluate(() => {
        const stage = document.querySelector('[data-testid=stage]')!.getBoundingClientRect()
        const tools = document.querySelector('.toolbar')!.getBoundingClientRect()
        return { left: tools.left - stage.left, right: tools.right - stage.left }
      })
      const headings = await board.page.evaluate(() => window.__quanmai.stage.names.headings)
      expect(headings.filter(([l, r]) => l < right && left < r)).toEqual([])
      await board.shot(`canvas-headings-${layout}`)
      await board.page.setViewportSize({ width: 1440, height: 900 })
      await board.draw()
    },
  )

  it('lets no line show through a name, where lanes lie over each other', async () => {
    await board.draw('layout=layers')
    const open = await board.page.evaluate(() => {
      const { sigma, names } = window.__quanmai.stage
      const context = sigma.getCanvases().labels!.getContext('2d')!
      const scale = context.getTransform().a
      // beyond the edge of the stage there is nothing to see
      const edge = context.canvas.width / scale
      const whole = names.written.filter(({ left, width }) => left >= 0 && left + width <= edge)
      const alphas = whole.flatMap(({ left, base, width }) => {
        const box = [left, base - 9, width, 9].map((side) => Math.round(side * scale))
        const { data } = context.getImageData(...(box as [number, number, number, number]))
        return [...data].filter((_, i) => i % 4 === 3)
      })
      return { share: alphas.filter((alpha) => alpha < 200).length / alphas.length, of: alphas.length }
    })
    expect(open.of).toBeGreaterThan(10_000)
    // strokes as far apart as those of 二 leave a little
    expect(open.share).toBeLessThan(0.03)
  })

  it('writes no name under the headings of lanes', async () => {
    const { y, x, scale } = await board.page.evaluate(() => window.__quanmai.stage.view.camera)
    await board.page.evaluate(
      (to) => window.__quanmai.stage.view.look(to, false),
      // the first rows lie at the top of the stage
      { x, y: y - 150 / scale, scale },
    )
    await board.until(() => {
      const { scene, names } = window.__quanmai.stage
      const frame = document.querySelector('[data-testid=stage]')!.getBoundingClientRect()
      const above = scene.nodes().some((id) => window.__quanmai.nodeAt(id)!.y - frame.top < 70)
      return above && names.written.length > 20 && names.written.every(({ base }) => base - 12 >= 76)
    })
    await board.shot('canvas-headings-kept')
    await board.draw()
  })

  it('sizes and colours by measures, and names communities', async () => {
    await board.click('tool-lookMenu')
    await board.click('colour-community')
    await board.page.locator('[data-testid=communities] li').first().waitFor()
    expect(await board.page.locator('[data-testid=communities]').innerText()).toMatch(/\S+\s+\d+/)
    const size = () =>
      board.page.evaluate(() =>
        window.__quanmai.stage.scene
          .nodes()
          .map((id) => window.__quanmai.stage.scene.getNodeAttribute(id, 'size')),
      )
    const before = await size()
    await board.click('tool-lookMenu')
    await board.click('size-betweenness')
    await board.page.waitForFunction((old) => {
      const { scene } = window.__quanmai.stage
      return scene.nodes().some((id, i) => scene.getNodeAttribute(id, 'size') !== old[i])
    }, before)
    await board.shot('canvas-measures')
    await board.undo()
    await board.undo()
  })

  it('goes back and forward with the browser, and opens the address anew', async () => {
    const node = await board.spotOf((await board.strategies())[0]!)
    await board.page.mouse.click(node.x, node.y)
    await board.page.locator('[data-testid=inspector]').waitFor()
    await board.page.keyboard.press('h')
    const hidden = await board.order()
    await board.page.goBack()
    await board.until((n) => window.__quanmai.stage.scene.order > Number(n), hidden)
    await board.page.goForward()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), hidden)
    const address = board.page.url()
    expect(address).toContain('drop=strategy-')
    await board.page.goto('about:blank')
    await board.page.goto(address)
    await board.drawn()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), hidden)
    await board.click('tool-startAgain')
    await board.until((n) => window.__quanmai.stage.scene.order > Number(n), hidden)
  })

  it('saves a view under a name on the server and opens it', async () => {
    await board.click('legend-Place')
    await board.click('tool-views')
    await board.page.fill('[data-testid=view-name]', '不看地点')
    await board.click('save-view')
    await board.page.locator('[data-testid=view]', { hasText: `${await board.order()} 个点` }).waitFor()
    const saved = (await (await fetch(`${board.address}/api/views`)).json()) as SavedView[]
    expect(saved.map((v) => [v.name, v.hiddenTypes])).toEqual([['不看地点', ['Place']]])
    await board.page.keyboard.press('Escape')
    await board.click('legend-Place')
    await board.click('tool-views')
    await board.click('view')
    await board.page.locator('[data-testid=legend-Place][aria-pressed=false]').waitFor()
    await board.undo()
  })

  it('wrote nothing to the console that is an error', () => {
    expect(board.errors).toEqual([])
  })
})
