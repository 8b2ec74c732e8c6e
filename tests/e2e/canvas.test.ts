import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

describe('the canvas', () => {
  let board: Board
  beforeAll(async () => {
    board = await openBoard()
  })
  afterAll(() => board?.close())

  it('shows strategies and what gathers round them, nothing loose, in the shapes of their types', async () => {
    const { loose, shapes, overlaps } = await board.page.evaluate(() => {
      const { scene, names } = window.__quanmai.stage
      const marks: Record<string, number> = {}
      for (const id of scene.nodes())
        marks[String(scene.getNodeAttribute(id, 'entityType'))] =
          Number(scene.getNodeAttribute(id, 'mark')) % 16
      const w = names.written
      return {
        loose: scene.nodes().filter((id) => scene.degree(id) === 0).length,
        shapes: marks,
        overlaps: w.filter((a, i) =>
          w.some(
            (b, j) =>
              j < i &&
              a.left < b.left + b.width &&
              b.left < a.left + a.width &&
              Math.abs(a.base - b.base) < 12,
          ),
        ).length,
      }
    })
    expect(loose).toBe(0)
    expect(overlaps).toBe(0)
    expect(new Set(Object.values(shapes)).size).toBe(Object.keys(shapes).length)
    expect(await board.order()).toBeGreaterThan(30)
    await board.shot('canvas-first')
  })

  it('dims what is not near the node under the pointer', async () => {
    const [near] = await board.strategies()
    const at = await board.spotOf(near!)
    await board.page.mouse.move(at.x, at.y)
    await board.until((id) => window.__quanmai.stage.sigma.getNodeDisplayData(id).mark >= 16, near!)
    const far = await board.page.evaluate((id) => {
      const { scene } = window.__quanmai.stage
      return scene.nodes().find((other) => other !== id && !scene.neighbors(id).includes(other))!
    }, near!)
    expect(
      await board.page.evaluate((id) => window.__quanmai.stage.sigma.getNodeDisplayData(id).mark, far),
    ).toBeLessThan(16)
    await board.page.mouse.move(700, 120)
  })

  it('takes a second change before the first is drawn', async () => {
    const [id] = await board.strategies()
    await board.page.evaluate((node) => {
      const { stage } = window.__quanmai
      stage.attend({ hiddenTypes: new Set(['Person']) })
      stage.attend({ hovered: node })
      stage.attend({ hovered: null, hiddenTypes: new Set() })
      stage.attend({ hovered: node })
      stage.attend({ hovered: null })
    }, id!)
    await board.showAll()
  })

  it('filters by the legend, counts, and brings more of a type', async () => {
    const park = await board.page.evaluate(() => {
      const { scene } = window.__quanmai.stage
      return scene.nodes().find((id) => scene.getNodeAttribute(id, 'entityType') === 'Park')!
    })
    expect(await board.page.locator('[data-testid=legend-Park]').innerText()).toMatch(/园区\s*\d+/)
    await board.click('legend-Park')
    await board.until((id) => window.__quanmai.stage.sigma.getNodeDisplayData(id).hidden === true, park)
    expect(board.page.url()).toContain('off=Park')
    await board.undo()
    await board.until((id) => !window.__quanmai.stage.sigma.getNodeDisplayData(id).hidden, park)
    await board.click('legend-SERVES')
    await board.until(() =>
      window.__quanmai.stage.scene
        .edges()
        .filter((id) => id.startsWith('SERVES:'))
        .every((id) => window.__quanmai.stage.sigma.getEdgeDisplayData(id).hidden === true),
    )
    await board.undo()
    const before = await board.order()
    await board.click('more-Company')
    await board.until((n) => window.__quanmai.stage.scene.order > Number(n), before)
    await board.undo()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), before)
  })

  it('expands by one relation and says what remains, hides, pins and takes it back', async () => {
    await board.page.waitForFunction(() => window.__quanmai.stage.names.remains.size > 0)
    const id = await board.page.evaluate(
      () => [...window.__quanmai.stage.names.remains].sort((a, b) => b[1] - a[1])[0]![0],
    )
    const at = await board.spotOf(id)
    await board.page.mouse.click(at.x, at.y, { button: 'right' })
    const menu = board.page.locator('[data-testid=node-menu]')
    await menu.locator('[data-testid^=expand-]').first().waitFor()
    const row = menu.locator('[data-testid^=expand-]:not([data-disabled])').first()
    expect(await row.innerText()).toMatch(/余 \d+/)
    const before = await board.order()
    await row.click()
    await board.until((n) => window.__quanmai.stage.scene.order > Number(n), before)
    await board.undo()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), before)
    await board.showAll()
    const again = (await board.spot(id))!
    await board.page.mouse.click(again.x, again.y)
    await board.page.keyboard.press('h')
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n) - 1, before)
    await board.undo()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), before)
    // and what was chosen is chosen again, until that is taken back too
    const inspector = board.page.locator('[data-testid=inspector]')
    await inspector.waitFor()
    await board.undo()
    await inspector.waitFor({ state: 'detached' })
  })

  it('says to a screen reader which way a relation of the menu runs', async () => {
    const [id] = await board.strategies()
    const { x, y } = await board.spotOf(id!)
    await board.page.mouse.click(x, y, { button: 'right' })
    await board.page.getByRole('menuitem', { name: /^指向它 服务于/ }).waitFor()
    await board.page.keyboard.press('Escape')
  })

  it('moves a node that is dragged and puts it back', async () => {
    const [moved] = await board.strategies()
    const from = await board.spotOf(moved!)
    await board.page.mouse.move(from.x, from.y)
    await board.page.mouse.down()
    await board.page.mouse.move(from.x + 60, from.y + 40, { steps: 4 })
    await board.page.mouse.up()
    const to = (await board.spot(moved!))!
    expect(Math.abs(to.x - from.x - 60)).toBeLessThan(4)
    await board.page.mouse.move(700, 120)
    await board.undo()
    await board.page.waitForFunction(
      ([id, x]) => Math.abs(window.__quanmai.nodeAt(id as string)!.x - (x as number)) < 2,
      [moved!, from.x] as const,
    )
  })

  it('selects with a rectangle and a lasso', async () => {
    await board.click('tool-rectangle')
    await board.page.mouse.move(600, 200)
    await board.page.mouse.down()
    await board.page.mouse.move(1000, 620, { steps: 3 })
    await board.page.mouse.up()
    expect(await board.page.locator('[data-testid=selection] strong').innerText()).toMatch(/已选 \d+ 个/)
    await board.page.keyboard.press('Escape')
    await board.click('tool-lasso')
    await board.page.mouse.move(500, 150)
    await board.page.mouse.down()
    for (const [x, y] of [
      [1100, 160],
      [1000, 700],
      [500, 600],
    ] as const)
      await board.page.mouse.move(x, y, { steps: 2 })
    await board.page.mouse.up()
    await board.page.locator('[data-testid=selection]').waitFor()
    await board.page.keyboard.press('Escape')
  })

  it('lets go of a rectangle that ends over a panel, and zooms with it or without', async () => {
    const { mouse, keyboard } = board.page
    const [id] = await board.strategies()
    const legend = (await board.page.locator('.legend').boundingBox())!
    const layer = board.page.locator('[data-testid=select-layer]')
    await board.showAll()
    await keyboard.down('Shift')
    await mouse.move(760, 780)
    await mouse.down()
    await layer.waitFor()
    await mouse.move(legend.x + 40, legend.y + 40, { steps: 3 })
    await mouse.up()
    await keyboard.up('Shift')
    await layer.waitFor({ state: 'detached' })
    await board.nearer(id!)
    await board.showAll()
    await board.click('tool-rectangle')
    await board.nearer(id!)
    await keyboard.press('Escape')
    await layer.waitFor({ state: 'detached' })
    await keyboard.press('Escape')
    await board.showAll()
  })

  it('finds paths between two entities, each step with its sentences', async () => {
    await board.findPaths()
    const steps = await board.page.locator('[data-testid=path-step]').count()
    expect(await board.page.locator('[data-testid=path]').first().innerText()).toBe(`路径 1 · ${steps} 步`)
    // a folded path says what it goes through
    const through = await board.page.locator('.steps .stone').allInnerTexts()
    const second = board.page.locator('[data-testid=path]').nth(1)
    await second.locator('small').waitFor()
    await second.click()
    const first = board.page.locator('[data-testid=path]').first()
    expect(await first.locator('small').allInnerTexts()).toEqual(
      through.length > 2
        ? [
            `途经 ${through
              .slice(1, -1)
              .map((name) => name.trim())
              .join('、')}`,
          ]
        : [],
    )
    await first.click()
    await board.page.locator('[data-testid=path-step]').first().click()
    await board.page.locator('[data-testid=inspector] [data-testid=evidence]').first().waitFor()
    await board.shot('canvas-path')
    await board.page.keyboard.press('Escape')

    // found again where one end lies under the panel that tells of it, all of it is brought into the free area
    await board.click('clear-path')
    const [end] = await board.strategies()
    await board.page.evaluate((id) => {
      const { nodeAt, stage } = window.__quanmai
      const [{ x, y }, { x: cx, y: cy, scale }] = [nodeAt(id)!, stage.view.camera]
      stage.view.look({ x: cx + (x - 300) / scale, y: cy + (260 - y) / scale, scale }, false)
    }, end!)
    await board.click('connect')
    await board.page.locator('[data-testid=path-step]').first().waitFor()
    await board.until(() => {
      const { nodeAt, stage } = window.__quanmai
      const { left, right, top, bottom } = document
        .querySelector('[data-testid=path-panel]')!
        .getBoundingClientRect()
      return stage.attention.path!.nodes.every((id) => {
        const { x, y } = nodeAt(id)!
        return x < left || x > right || y < top || y > bottom
      })
    })
    await board.page.locator('.filters summary').click()
    await board.click('through-Person')
    await board.page.locator('[data-testid=path-panel]', { hasText: '没有找到路径' }).waitFor()
    for (let i = 0; i < 3; i++) await board.page.keyboard.press('Escape')
    await board.page.locator('[data-testid=path-panel]').waitFor({ state: 'detached' })
  })

  it('wrote nothing to the console that is an error', () => {
    expect(board.errors).toEqual([])
  })
})
