import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NeighboursResponse } from '../../model/api.ts'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

describe('the address of what is selected and found', () => {
  let board: Board
  const at = (testid: string) => board.page.locator(`[data-testid=${testid}]`)
  const nameOfPath = () => board.page.locator('.found [aria-current=true] .stone').allInnerTexts()
  const hash = () => board.page.evaluate(() => location.hash)
  const selected = (n: number) => at('selection').getByText(`已选 ${n} 个`).waitFor()
  /** The same in another window: the address is all that it has. */
  const sent = async () => {
    const address = (await hash()).slice(1)
    await board.draw(address)
  }
  beforeAll(async () => {
    board = await openBoard()
  })
  afterAll(() => board?.close())

  it('holds several that are selected, drawn at first or not', async () => {
    const [one, two] = await board.strategies()
    const drawn = await board.page.evaluate(() => window.__quanmai.stage.scene.nodes())
    const { subgraph } = await board.post<NeighboursResponse>('/api/more', { drawn, limit: 1 })
    const far = subgraph.nodes.find(({ id }) => !drawn.includes(id))!.id
    await board.draw(`view=explore&selected=${one},${two},${far}`)
    await selected(3)
    expect(await board.page.evaluate(() => window.__quanmai.stage.scene.nodes())).toContain(far)
    await sent()
    await selected(3)
  })

  it('holds a path: its ends, its filters and which one stands out', async () => {
    await board.draw()
    await board.findPaths()
    await board.page.locator('.filters summary').click()
    await at('path-panel').getByLabel('最多几条').selectOption('3')
    await board.page.waitForFunction(() => document.querySelectorAll('[data-testid=path]').length === 3)
    await at('path').nth(1).click()
    const before = await nameOfPath()
    expect(await hash()).toMatch(/path=[^&]+,[^&]+&most=3&nth=2/)
    await sent()
    await board.page.locator('.found > :nth-child(2)[aria-current=true]').waitFor()
    expect(await nameOfPath()).toEqual(before)
    await selected(2)
    expect(await board.page.evaluate(() => window.__quanmai.stage.attention.path?.nodes.length)).toBe(
      before.length,
    )
    await board.shot('address-path')
  })

  it('goes back and forward over what was found and selected', async () => {
    await board.draw()
    await board.findPaths()
    await at('clear-path').click()
    await at('path-panel').waitFor({ state: 'detached' })
    await board.page.goBack()
    await at('path-step').first().waitFor()
    await selected(2)
    // once for the path, once for the selection
    await board.page.goBack()
    await at('path-panel').waitFor({ state: 'detached' })
    await selected(2)
    await board.page.goBack()
    await at('selection').waitFor({ state: 'detached' })
    await board.page.goForward()
    await selected(2)
    await board.page.goForward()
    await at('path-step').first().waitFor()
  })

  it('goes back from what was searched for in one step, with all that came with it', async () => {
    await board.draw()
    const before = await board.order()
    const drawn = await board.page.evaluate(() => window.__quanmai.stage.scene.nodes())
    const { subgraph } = await board.post<NeighboursResponse>('/api/more', { drawn, limit: 1 })
    const far = subgraph.nodes.find(({ id }) => !drawn.includes(id))!
    await board.page.fill('[data-testid=search-input]', String(far.properties.name))
    await at('hit').first().click()
    await board.until((n) => window.__quanmai.stage.scene.order > Number(n), before)
    await board.page.goBack()
    await at('inspector').waitFor({ state: 'detached' })
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), before)
    expect(await hash()).not.toContain('id=')
  })

  it('brings back what was expanded with all its ties, where it stood, and still goes back', async () => {
    await board.draw()
    const before = await board.order()
    const drawn = await board.page.evaluate(() => window.__quanmai.stage.scene.nodes())
    const { subgraph } = await board.post<NeighboursResponse>('/api/more', { drawn, limit: 1 })
    const { from, to } = subgraph.edges[0]!
    const near = drawn.includes(from) ? from : to
    const { x, y } = await board.spotOf(near)
    await board.page.mouse.click(x, y)
    await at('inspector').waitFor()
    // where all of it is shown, any screen shows all of it
    await board.page.waitForTimeout(800)
    expect(await hash()).not.toContain('&at=')
    await at('expand-this').click()
    await board.until((n) => window.__quanmai.stage.scene.order > Number(n), before)
    const picture = () =>
      board.page.evaluate(() => {
        const { scene } = window.__quanmai.stage
        const place = (id: string) =>
          ['x', 'y'].map((axis) => Math.round(Number(scene.getNodeAttribute(id, axis))))
        return {
          nodes: scene
            .nodes()
            .sort()
            .map((id) => [id, ...place(id)]),
          edges: scene.edges().sort(),
        }
      })
    const expanded = await picture()
    await board.page.reload()
    await board.drawn()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), expanded.nodes.length)
    expect(await picture()).toEqual(expanded)
    await board.page.goBack()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), before)
    expect(await hash()).toContain(`id=${near}`)
    await board.page.goBack()
    await at('inspector').waitFor({ state: 'detached' })
    expect(await board.order()).toBe(before)
    expect(await hash()).not.toContain('add=')
  })

  it('is copied from where pictures go out', async () => {
    await board.page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.body.dataset.copied = text
      }
    })
    await board.click('tool-files')
    await board.click('share')
    await at('noted').getByText('链接已复制').waitFor()
    expect(await board.page.evaluate(() => document.body.dataset.copied)).toBe(board.page.url())
  })

  it('says so where what it names is no longer there', async () => {
    const [one, two] = await board.strategies()
    await board.draw(`view=explore&path=${one},strategy-gone`)
    await at('path-panel')
      .getByText('没有这一项（实体 strategy-gone）：数据可能重新读过了，按名称搜搜看。')
      .waitFor()
    await board.draw(`view=explore&selected=${one},${two},park-gone,park-lost`)
    await at('undone').getByText('地址里有 2 个实体已不在图里').waitFor()
    await selected(2)
    await board.shot('address-gone')
    expect(await hash()).not.toContain('park-gone')
    board.errors.splice(0, board.errors.length, ...board.errors.filter((text) => !/status of 404/.test(text)))
  })

  it('wrote nothing to the console that is an error', () => {
    expect(board.errors).toEqual([])
  })
})
