import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type {
  DegreesResponse,
  EntityDetail,
  GraphResponse,
  PathsRequest,
  PathsResponse,
} from '../../model/api.ts'
import { type Board, type Hooks, openBoard, type Spot } from './board.ts'

declare const window: Hooks & Window

describe('following on the canvas', () => {
  let board: Board
  const at = (testid: string) => board.page.locator(`[data-testid=${testid}]`)
  const menuOn = async (id: string) => {
    const spot = await board.spotOf(id)
    await board.page.mouse.click(spot.x, spot.y, { button: 'right' })
    await at('node-menu').waitFor()
  }
  const item = (word: string) => at('node-menu').getByRole('menuitem', { name: word })
  /** Where nodes stand in the layout, whatever the camera does. */
  const places = (): Promise<Record<string, Spot>> =>
    board.page.evaluate(() => {
      const { scene } = window.__quanmai.stage
      const coordinate = (id: string, key: string) => Number(scene.getNodeAttribute(id, key))
      return Object.fromEntries(
        scene.nodes().map((id) => [id, { x: coordinate(id, 'x'), y: coordinate(id, 'y') }]),
      )
    })
  const pathsOf = async (request: PathsRequest) =>
    (await board.post<PathsResponse>('/api/paths', request)).paths
  const nameOf = async (id: string) => (await board.get<EntityDetail>(`/api/entities/${id}`)).name
  const calm = async () => {
    for (let i = 0; i < 4; i++) await board.page.keyboard.press('Escape')
  }
  beforeAll(async () => {
    board = await openBoard()
  })
  // what one test leaves held or open is not the next one's affair
  afterEach(async () => {
    await board.page.keyboard.up('Shift')
    await calm()
  })
  afterAll(() => board?.close())

  it('lets what stands stand when more comes in', async () => {
    const before = await places()
    await board.click('more-Company')
    await board.until((n) => window.__quanmai.stage.scene.order > Number(n), Object.keys(before).length)
    const after = await places()
    expect(Object.keys(before).map((id) => [id, after[id]])).toEqual(Object.entries(before))
    await board.undo()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), Object.keys(before).length)
  })

  it('takes away on collapsing what hangs on one node alone, and nothing else', async () => {
    const [centre, leaves] = await board.page.evaluate(() => {
      const { scene } = window.__quanmai.stage
      const alone = (id: string) => scene.neighbors(id).filter((n) => scene.neighbors(n).length === 1)
      const best = scene.nodes().sort((a, b) => alone(b).length - alone(a).length || (a < b ? -1 : 1))[0]!
      return [best, alone(best)] as const
    })
    expect(leaves.length).toBeGreaterThan(0)
    const before = Object.keys(await places())
    await menuOn(centre)
    await item('收起').click()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), before.length - leaves.length)
    expect(before.filter((id) => !leaves.includes(id))).toEqual(Object.keys(await places()))
    await board.undo()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), before.length)
  })

  it('leaves what is pinned where it is, whatever the layout', async () => {
    const [id, other] = await board.strategies()
    const stood = await places()
    await menuOn(id!)
    // nor does the button that opens the menu drag it there
    await item('固定').click()
    const before = await places()
    expect(before).toEqual(stood)
    await board.click('tool-layoutMenu')
    await board.click('layout-circle')
    await board.page.waitForFunction(() => location.hash.includes('layout=circle'))
    await at('arranging').waitFor({ state: 'detached' })
    const after = await places()
    expect(after[id!]).toEqual(before[id!])
    expect(after[other!]).not.toEqual(before[other!])
    await board.undo()
    await board.undo()
    await menuOn(id!)
    await item('固定').waitFor()
    await board.page.keyboard.press('Escape')
  })

  it('bends lines that run between the same two', async () => {
    const bends = await board.page.evaluate(() => {
      const { scene } = window.__quanmai.stage as unknown as {
        scene: {
          edges(): string[]
          extremities(id: string): [string, string]
          getEdgeAttribute(id: string, key: string): number
        }
      }
      const between = new Map<string, number[]>()
      for (const id of scene.edges()) {
        const [from, to] = scene.extremities(id)
        const key = [from, to].sort().join()
        // a curve bends to the side of its own direction
        const bend = scene.getEdgeAttribute(id, 'curve') * (from < to ? 1 : -1)
        between.set(key, [...(between.get(key) ?? []), bend])
      }
      return [...between.values()].filter((own) => own.length > 1)
    })
    expect(bends.length).toBeGreaterThan(0)
    for (const own of bends) expect(new Set(own).size).toBe(own.length)
  })

  it('shows arrows on every line when the camera is near', async () => {
    const arrows = () =>
      board.page.evaluate(() => {
        const { scene, sigma } = window.__quanmai.stage
        return scene.edges().filter((id) => Math.floor(sigma.getEdgeDisplayData(id).mark / 4) % 2 === 1)
          .length
      })
    await board.showAll()
    const far = await arrows()
    const all = await board.page.evaluate(() => window.__quanmai.stage.scene.size)
    expect(far).toBeLessThan(all)
    for (let i = 0; i < 5; i++) await board.page.keyboard.press('+')
    await board.page.waitForFunction((n) => {
      const { scene, sigma } = window.__quanmai.stage
      return (
        scene.edges().filter((id) => Math.floor(sigma.getEdgeDisplayData(id).mark / 4) % 2 === 1).length === n
      )
    }, all)
    await board.shot('follow-near')
    await board.showAll()
  })

  it('writes no word of a line over what the line joins', async () => {
    const [id] = await board.strategies()
    const { x, y } = await board.spotOf(id!)
    await board.page.mouse.click(x, y)
    await at('inspector').waitFor()
    const said = () =>
      board.page.evaluate(() => {
        const { nodeAt, stage } = window.__quanmai
        const { left, top } = document.querySelector('[data-testid=stage]')!.getBoundingClientRect()
        return stage.names.said.map(({ edge, box: { left: l, top: t, right: r, bottom: b } }) =>
          edge
            .split(':')
            .slice(1)
            .some((end) => {
              const spot = nodeAt(end)!
              return spot.x - left > l && spot.x - left < r && spot.y - top > t && spot.y - top < b
            }),
        )
      })
    expect(await said()).not.toContain(true)
    // nearer, there is room
    for (let i = 0; i < 4; i++) await board.nearer(id!)
    await board.until(() => window.__quanmai.stage.names.said.length > 1)
    expect(await said()).not.toContain(true)
    await board.showAll()
  })

  it('keeps only what is selected', async () => {
    const chosen = (await board.strategies()).slice(0, 3)
    await board.select(chosen)
    const before = await board.order()
    await board.click('keep-only')
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), chosen.length)
    expect(Object.keys(await places()).sort()).toEqual([...chosen].sort())
    await board.undo()
    await board.until((n) => window.__quanmai.stage.scene.order === Number(n), before)
  })

  it('shows what connects three, down to the sentences', async () => {
    const ids = (await board.strategies()).slice(0, 3)
    await board.select(ids)
    await board.click('connect')
    await at('path-step').first().waitFor()
    expect(await at('path').count()).toBe((await pathsOf({ ids })).length)
    await at('path-step').first().click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await board.shot('follow-connect')
  })

  it('takes a click where the pointer rests once the menu is closed', async () => {
    const [one, other] = await board.strategies()
    const { x, y } = await board.spotOf(other!)
    const press = async () => {
      await board.page.mouse.down()
      await board.page.mouse.up()
    }
    const shut = async () => {
      await menuOn(one!)
      await board.page.keyboard.press('Escape')
      await at('node-menu').waitFor({ state: 'detached' })
    }
    await shut()
    await press()
    await at('inspector').waitFor()
    await calm()
    await shut()
    await board.page.keyboard.down('Shift')
    await press()
    expect(await at('select-layer').count()).toBe(0)
    await board.page.mouse.click(x, y)
    await board.page.keyboard.up('Shift')
    await at('selection').getByText('已选 2 个').waitFor()
  })

  it('takes back and does again what was selected, found and chosen', async () => {
    await board.findPaths()
    await at('path-step').first().click()
    await at('inspector').waitFor()
    await board.undo()
    await at('inspector').waitFor({ state: 'detached' })
    await at('path-panel').waitFor()
    await board.undo()
    await at('path-panel').waitFor({ state: 'detached' })
    await at('selection').getByText('已选 2 个').waitFor()
    await board.undo()
    await at('selection').waitFor({ state: 'detached' })
    for (let i = 0; i < 3; i++) await board.page.keyboard.press('Control+Shift+z')
    await at('selection').getByText('已选 2 个').waitFor()
    await at('path-panel').waitFor()
    await at('inspector').waitFor()
  })

  it('filters paths by how many, how surely and of which time', async () => {
    const ids = (await board.strategies()).slice(0, 2)
    await board.findPaths()
    await board.page.locator('.filters summary').click()
    const found = async (more: object) => (await pathsOf({ ids, ...more })).length
    const shows = (n: number) =>
      board.page.waitForFunction(
        (count) => document.querySelectorAll('[data-testid=path]').length === count,
        n,
      )
    await shows(await found({}))
    const panel = at('path-panel')
    await panel.getByLabel('最多几条').selectOption('1')
    await shows(1)
    await panel.getByLabel('最多几条').selectOption('10')
    await shows(await found({ k: 10 }))
    await panel.getByLabel('可信度至少').selectOption('0.9')
    await shows(await found({ k: 10, confidence: 0.9 }))
    await panel.getByLabel('可信度至少').selectOption('0')
    await panel.getByLabel('自').fill('2030')
    await panel.getByLabel('自').press('Enter')
    expect(await found({ k: 10, since: '2030' })).toBe(0)
    await panel.getByText('没有找到路径').waitFor()
    const names = await Promise.all(ids.map(nameOf))
    expect(await at('no-path').getByRole('button').allInnerTexts()).toEqual([...names, '清除筛选'])
    await board.shot('follow-filters')
    // how many are wanted is no filter
    await at('clear-filters').click()
    await shows(await found({ k: 10 }))
    await at('no-path').waitFor({ state: 'detached' })
  })

  it('names what no path ties, and what to do', async () => {
    const [a, near] = await board.strategies()
    const { subgraph } = await board.get<GraphResponse>('/api/graph?limit=160')
    let b = ''
    for (const { id } of subgraph.nodes)
      if (b === '' && id !== a && (await pathsOf({ ids: [a!, id] })).length === 0) b = id
    expect(b).not.toBe('')
    await board.draw(`path=${a},${b}`)
    expect(await at('no-path').getByRole('button').allInnerTexts()).toEqual([
      await nameOf(a!),
      await nameOf(b),
    ])
    await at('no-path').getByText('换别的实体').waitFor()
    await at('no-path').getByRole('button').first().click()
    await at('inspector')
      .locator('h2')
      .filter({ hasText: await nameOf(a!) })
      .waitFor()
    // of three, the one that is left over
    await board.draw(`path=${a},${near},${b}`, { lang: 'en' })
    await at('no-path').getByText('Not tied to the others').waitFor()
    expect(await at('no-path').getByRole('button').allInnerTexts()).toEqual([await nameOf(b)])
    await at('path').first().waitFor()
    await board.draw()
  })

  it('says so where there is nothing to expand', async () => {
    const [id] = await board.strategies()
    const { x, y } = await board.spotOf(id!)
    await board.page.mouse.click(x, y)
    await at('inspector').waitFor()
    // as often as it takes until all of it is there
    for (let before = -1; before !== (await board.order()); ) {
      before = await board.order()
      await at('inspector').getByRole('button', { name: '展开邻居' }).click()
      await board.page.waitForTimeout(1_500)
    }
    await at('noted').getByText('没有更多了').waitFor()
    const { degrees } = await board.post<DegreesResponse>('/api/degrees', { ids: [id] })
    expect(await board.page.evaluate((own) => window.__quanmai.stage.scene.neighbors(own).length, id!)).toBe(
      degrees[id!],
    )
    await board.shot('follow-nothing-more')
    await at('noted').getByText('没有更多了').waitFor({ state: 'detached', timeout: 10_000 })
    await board.draw()
  })

  it('wrote nothing to the console that is an error', () => {
    expect(board.errors).toEqual([])
  })
})
