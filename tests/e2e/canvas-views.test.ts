import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SavedView } from '../../model/api.ts'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

describe('views of the canvas', () => {
  let board: Board
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
    await board.page.locator('[data-testid=view]').waitFor()
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
