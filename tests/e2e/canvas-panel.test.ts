import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NeighboursResponse } from '../../model/api.ts'
import type { GraphEdge } from '../../model/graph.ts'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

describe('what comes up beside the canvas', () => {
  let board: Board
  const at = (testid: string) => board.page.locator(`[data-testid=${testid}]`)
  const camera = () => board.page.evaluate(() => ({ ...window.__quanmai.stage.view.camera }))
  const isAt = ({ x, y, scale }: { x: number; y: number; scale: number }) =>
    board.page.waitForFunction(
      ([left, up, near]) => {
        const now = window.__quanmai.stage.view.camera
        return Math.hypot(now.x - left!, now.y - up!) * near! < 3 && Math.abs(now.scale / near! - 1) < 0.01
      },
      [x, y, scale],
    )
  /** The node that stands farthest to the right, and those that it is tied to. */
  const outermost = () =>
    board.page.evaluate(() => {
      const { scene } = window.__quanmai.stage
      const right = (id: string) => window.__quanmai.nodeAt(id)!.x
      const [id] = scene.nodes().sort((a, b) => right(b) - right(a))
      return { id: id!, near: [id!, ...scene.neighbors(id!)] }
    })
  /** Waits until all of these stand left of the panel. */
  const beside = async (ids: readonly string[] | null) => {
    const { x: edge } = (await at('inspector').boundingBox())!
    await board.page.waitForFunction(
      ([all, right]) =>
        (all ?? window.__quanmai.stage.scene.nodes()).every((id) => window.__quanmai.nodeAt(id)!.x < right),
      [ids, edge] as const,
    )
  }
  const click = async (id: string) => {
    const { x, y } = (await board.spot(id))!
    await board.page.mouse.click(x, y)
    await at('inspector').waitFor()
  }

  beforeAll(async () => {
    board = await openBoard()
  })
  afterAll(() => board?.close())

  it('leaves all of the picture in sight where all of it was, and goes back once the panel is closed', async () => {
    await board.showAll()
    const before = await camera()
    await click((await outermost()).id)
    await beside(null)
    await board.shot('canvas-panel')
    await board.page.keyboard.press('Escape')
    await isAt(before)
  })

  it('brings what is chosen beside the panel where the picture would be too small there', async () => {
    await board.page.setViewportSize({ width: 1024, height: 768 })
    await board.draw()
    await board.showAll()
    const before = await camera()
    const { id, near } = await outermost()
    await click(id)
    await beside(near)
    const { scale, y } = await camera()
    expect([scale, y].map((n) => n.toFixed(3))).toEqual([before.scale, before.y].map((n) => n.toFixed(3)))
    await board.page.keyboard.press('Escape')
    await isAt(before)
  })

  it('stays where somebody moved it in between', async () => {
    const { id, near } = await outermost()
    await click(id)
    await beside(near)
    await board.page.mouse.move(400, 120)
    await board.page.mouse.down()
    await board.page.mouse.move(360, 180, { steps: 4 })
    await board.page.mouse.up()
    // it glides on for a moment
    await board.page.waitForTimeout(700)
    const moved = await camera()
    await board.page.keyboard.press('Escape')
    await at('inspector').waitFor({ state: 'detached' })
    await board.page.waitForTimeout(700)
    await isAt(moved)
  })

  it('moves nothing where it covers nothing that is near', async () => {
    await board.page.setViewportSize({ width: 1440, height: 900 })
    await board.draw()
    await board.nearer((await board.strategies())[0]!)
    await board.page.mouse.move(700, 120)
    const id = await board.page.evaluate(() => {
      const { scene } = window.__quanmai.stage
      const clear = (node: string) => {
        const { x, y } = window.__quanmai.nodeAt(node)!
        return x > 450 && x < 900 && y > 100 && y < 800
      }
      return scene.nodes().find((node) => [node, ...scene.neighbors(node)].every(clear))!
    })
    const before = await camera()
    await click(id)
    await board.page.waitForTimeout(700)
    await isAt(before)
    await board.page.keyboard.press('Escape')
    await at('inspector').waitFor({ state: 'detached' })
  })

  it('shows what was asked for, clear of the panels, and no more of the rest than that takes', async () => {
    await board.draw()
    const all = (await camera()).scale
    const drawn = await board.page.evaluate(() => window.__quanmai.stage.scene.nodes())
    const { subgraph } = await board.post<NeighboursResponse>('/api/more', { drawn, limit: 1 })
    const [{ from, to }] = subgraph.edges as [GraphEdge]
    const id = drawn.includes(from) ? from : to
    // near, and in a corner that the legend lies over
    await board.page.evaluate((node) => {
      const { scene, view } = window.__quanmai.stage
      const [x, y] = ['x', 'y'].map((axis) => Number(scene.getNodeAttribute(node, axis)))
      view.look({ x: x! + 250, y: y! + 120, scale: 2 }, false)
    }, id)
    await board.page.evaluate((node) => {
      location.hash = location.hash.replace('view=explore', `view=explore&id=${node}`)
    }, id)
    await at('expand-this').click()
    await board.until((n) => window.__quanmai.stage.scene.order > Number(n), drawn.length)
    const fresh = await board.page.evaluate(
      (before) => window.__quanmai.stage.scene.nodes().filter((node) => !before.includes(node)),
      drawn,
    )
    await board.page.waitForFunction(
      (nodes) => {
        const left = document.querySelector('.main canvas')!.getBoundingClientRect()
        const panels = [...document.querySelectorAll('.main > .float, .main > .inspector')].map((p) =>
          p.getBoundingClientRect(),
        )
        return nodes.every((node) => {
          const { x, y } = window.__quanmai.nodeAt(node)!
          const under = panels.some((p) => x > p.left && x < p.right && y > p.top && y < p.bottom)
          return x > left.left && y > 0 && y < innerHeight && !under
        })
      },
      [id, ...fresh],
    )
    expect((await camera()).scale).toBeGreaterThan(all)
    await board.page.keyboard.press('Escape')
    await at('inspector').waitFor({ state: 'detached' })
  })

  it('draws the other end of a relation that is opened in a list, and takes it back', async () => {
    await board.draw()
    const drawn = await board.page.evaluate(() => window.__quanmai.stage.scene.nodes())
    const { subgraph } = await board.post<NeighboursResponse>('/api/more', { drawn, limit: 1 })
    const far = subgraph.nodes.find(({ id }) => !drawn.includes(id))!
    const { id, type, from, to } = subgraph.edges.find((e) => e.from === far.id || e.to === far.id)!
    const [near, direction] = drawn.includes(from) ? [from, 'out'] : [to, 'in']
    await board.page.evaluate((node) => {
      location.hash = location.hash.replace('view=explore', `view=explore&id=${node}`)
    }, near)
    await at(`relation-${type}-${direction}`).click()
    const line = at('related')
      .filter({ hasText: String(far.properties.name) })
      .first()
    await line.getByText(/\d 篇文章$/).waitFor()
    await line.click()
    await board.until((edge) => window.__quanmai.stage.scene.edges().includes(edge), id)
    expect(await board.order()).toBe(drawn.length + 1)
    await board.undo()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), drawn.length)
    await board.page.keyboard.press('Escape')
    await at('inspector').waitFor({ state: 'detached' })
  })

  it('finds a node of a double click where the first click found it', async () => {
    await board.showAll()
    // the farthest to the right that has more than is drawn
    const id = await board.page.evaluate(() => {
      const { names } = window.__quanmai.stage
      const right = (node: string) => window.__quanmai.nodeAt(node)!.x
      return [...names.remains]
        .filter(([, n]) => n > 0)
        .map(([node]) => node)
        .sort((a, b) => right(b) - right(a))[0]!
    })
    const { x, y } = (await board.spot(id))!
    const stood = await board.order()
    await board.page.mouse.dblclick(x, y)
    await board.page.waitForFunction((n) => window.__quanmai.stage.scene.order > n, stood)
    await board.page.keyboard.press('Escape')
  })

  it('lets fingers select one by one', async () => {
    await board.page.setViewportSize({ width: 1024, height: 768 })
    const screen = await board.page.context().newCDPSession(board.page)
    await screen.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    const tap = async (x: number, y: number) => {
      await screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
      await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    const tapNode = async (id: string) => {
      const { x, y } = (await board.spot(id))!
      await tap(x, y)
    }
    const counts = (testid: string, n: number) => at(testid).getByText(`已选 ${n} 个`).waitFor()
    await board.draw()
    const [one, other] = await board.strategies()
    await board.showAll()
    await board.click('tool-pick')
    await counts('picking', 0)
    await tapNode(one!)
    await counts('picking', 1)
    await tapNode(other!)
    await counts('selection', 2)
    expect(await at('inspector').count()).toBe(0)
    // what is to be tapped next is seen as well as before
    expect(await board.page.evaluate(() => window.__quanmai.stage.attention.hovered)).toBeNull()
    expect(await board.stumbles()).toEqual([])
    await board.shot('canvas-picking')
    // at once again, and beside every node
    await tapNode(other!)
    await counts('picking', 1)
    await tap(500, 90)
    await counts('picking', 1)
    await tapNode(other!)
    await counts('selection', 2)
    await board.click('pick-done')
    await at('pick-done').waitFor({ state: 'detached' })
    await board.click('compare')
    await at('cell-articles-0').waitFor()
    expect(await at('compared-thing').count()).toBe(2)
    await screen.send('Emulation.setTouchEmulationEnabled', { enabled: false })
    await screen.detach()
  })

  it('wrote nothing to the console that is an error', () => {
    expect(board.errors).toEqual([])
  })
})
