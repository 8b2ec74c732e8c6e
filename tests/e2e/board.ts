/** A desk whose page shows the canvas, with what a test asks of it and does to it. */
import { expect } from 'vitest'
import { type Desk, openDesk } from './desk.ts'

export interface Spot {
  x: number
  y: number
}
interface Look {
  color: string
  mark: number
  hidden?: boolean
}
/** What the page shows of itself to a test. */
export interface Hooks {
  __quanmai: {
    ready: boolean
    nodeAt(id: string): Spot | null
    edgeAt(id: string): Spot | null
    stage: {
      scene: {
        order: number
        size: number
        nodes(): string[]
        edges(): string[]
        degree(id: string): number
        neighbors(id: string): string[]
        getNodeAttribute(id: string, key: string): unknown
      }
      sigma: {
        getNodeDisplayData(id: string): Look
        getEdgeDisplayData(id: string): Look
        getCanvases(): Record<string, HTMLCanvasElement>
      }
      names: {
        remains: ReadonlyMap<string, number>
        written: { id: string; left: number; base: number; width: number }[]
        headings: (readonly [left: number, right: number])[]
        said: { edge: string; box: { left: number; top: number; right: number; bottom: number } }[]
      }
      view: {
        camera: Spot & { scale: number }
        look(camera: Spot & { scale: number }, animated: boolean): void
      }
      attention: {
        hovered: string | null
        selected: ReadonlySet<string>
        path: { nodes: readonly string[] } | null
      }
      attend(patch: { hiddenTypes?: ReadonlySet<string>; hovered?: string | null }): void
    }
  }
}
declare const window: Hooks & Window

export interface Board extends Desk {
  /** Opens the canvas at this address and waits until it is drawn. */
  draw(hash?: string, look?: Parameters<Desk['open']>[1]): Promise<void>
  drawn(): Promise<unknown>
  /** The best-connected strategies that a path ties together: which ones they are is the extraction's affair. */
  strategies(): Promise<string[]>
  /** Where a node is, in pixels of the page. */
  spot(id: string): Promise<Spot | null>
  /** Where a node is once all of them are in sight, clear of what floats over the stage. */
  spotOf(id: string): Promise<Spot>
  /** Shows all, and waits until it is drawn so. */
  showAll(): Promise<void>
  /** Turns the wheel over a node until the camera has come nearer: a busy browser may lose a turn of it. */
  nearer(id: string): Promise<void>
  /** How many nodes are drawn. */
  order(): Promise<number>
  until(test: (arg: string) => boolean, arg?: string | number): Promise<unknown>
  undo(): Promise<void>
  click(testid: string): Promise<void>
  /** Selects nodes one after the other, and waits until they are. */
  select(ids: readonly string[]): Promise<void>
  /** Selects the two best-connected strategies and asks for paths between them. */
  findPaths(): Promise<void>
}

export async function openBoard(env: NodeJS.ProcessEnv = {}): Promise<Board> {
  const desk = await openDesk(env)
  const { page } = desk
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const drawn = () => page.waitForFunction(() => window.__quanmai?.ready === true)
  const spot = (id: string) => page.evaluate((node) => window.__quanmai.nodeAt(node), id)
  const showAll = async () => {
    await page.keyboard.press('f')
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  /** Clicks a node until it is among the selected: a panel that closes just then moves the camera away from under the click. */
  const choose = async (id: string) => {
    const selected = () => page.evaluate((node) => window.__quanmai.stage.attention.selected.has(node), id)
    for (let tries = 0; tries < 5 && !(await selected()); tries++) {
      const { x, y } = (await spot(id))!
      await page.mouse.click(x, y)
      await expect
        .poll(selected, { timeout: 5000 })
        .toBe(true)
        .catch(() => {})
    }
    expect(await selected()).toBe(true)
  }
  const board: Board = {
    ...desk,
    async draw(hash = '', look) {
      await desk.open(hash, look)
      await drawn()
    },
    drawn,
    strategies: () =>
      page.evaluate(() => {
        const { scene } = window.__quanmai.stage
        const found = scene
          .nodes()
          .filter((id) => scene.getNodeAttribute(id, 'entityType') === 'Strategy')
          .sort((a, b) => scene.degree(b) - scene.degree(a) || (a < b ? -1 : 1))
        const tied = new Set([found[0]!])
        for (const id of tied) for (const next of scene.neighbors(id)) tied.add(next)
        return found.filter((id) => tied.has(id))
      }),
    spot,
    async spotOf(id) {
      await showAll()
      return (await spot(id))!
    },
    showAll,
    async nearer(id) {
      const scale = () => page.evaluate(() => window.__quanmai.stage.view.camera.scale)
      const before = await scale()
      while ((await scale()) <= before) {
        const { x, y } = (await spot(id))!
        await page.mouse.move(x, y)
        await page.mouse.wheel(0, -200)
        await page.waitForTimeout(400)
      }
    },
    order: () => page.evaluate(() => window.__quanmai.stage.scene.order),
    until: (test, arg = '') => page.waitForFunction(test, String(arg)),
    undo: () => page.keyboard.press('Control+z'),
    click: (testid) => page.click(`[data-testid=${testid}]`),
    async select(ids) {
      await showAll()
      await page.keyboard.down('Shift')
      for (const id of ids) await choose(id)
      await page.keyboard.up('Shift')
      if (ids.length > 1)
        await page.locator('[data-testid=selection] strong', { hasText: String(ids.length) }).waitFor()
    },
    async findPaths() {
      await board.select((await board.strategies()).slice(0, 2))
      await board.click('connect')
      await page.locator('[data-testid=path-step]').first().waitFor()
    },
  }
  await board.draw()
  return board
}
