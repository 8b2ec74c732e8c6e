import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphResponse, SavedView } from '../../model/api.ts'
import { type Browser, launchBrowser } from './browser.ts'
import { type Running, startServer } from './server.ts'

const OUT = join(import.meta.dirname, 'out')
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface Spot {
  x: number
  y: number
}
interface Look {
  color: string
  mark: number
  hidden?: boolean
}
interface Hooks {
  __quanmai: {
    ready: boolean
    nodeAt(id: string): Spot | null
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
      sigma: { getNodeDisplayData(id: string): Look; getEdgeDisplayData(id: string): Look }
      names: {
        remains: ReadonlyMap<string, number>
        written: { id: string; left: number; base: number; width: number }[]
      }
      view: { camera: Spot & { scale: number } }
    }
  }
}
declare const window: Hooks & Window

describe('the canvas', () => {
  let server: Running
  let browser: Browser
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    mkdirSync(OUT, { recursive: true })
    ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
    await browser.context.addInitScript({ path: axe })
    page = await browser.context.newPage()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    await open('')
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  async function open(hash: string): Promise<void> {
    await page.goto('about:blank')
    await page.goto(`${server.address}/#lang=zh&theme=light${hash}`)
    await ready()
  }
  const ready = () =>
    page.waitForFunction(() => window.__quanmai?.ready === true, undefined, { timeout: 60_000 })
  /** The best-connected strategies that a path ties together: which ones they are is the extraction's affair. */
  const strategies = () =>
    page.evaluate(() => {
      const { scene } = window.__quanmai.stage
      const found = scene
        .nodes()
        .filter((id) => scene.getNodeAttribute(id, 'entityType') === 'Strategy')
        .sort((a, b) => scene.degree(b) - scene.degree(a) || (a < b ? -1 : 1))
      const tied = new Set([found[0]!])
      for (const id of tied) for (const next of scene.neighbors(id)) tied.add(next)
      return found.filter((id) => tied.has(id))
    })
  /** Where a node is once all of them are in sight, clear of what floats over the stage. */
  const spotOf = async (id: string): Promise<Spot> => {
    await showAll()
    return (await spot(id))!
  }
  /** Shows all, and waits until it is drawn so. */
  const showAll = async (): Promise<void> => {
    await page.keyboard.press('f')
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
  }
  const spot = (id: string) => page.evaluate((node) => window.__quanmai.nodeAt(node), id)
  const order = () => page.evaluate(() => window.__quanmai.stage.scene.order)
  const until = (test: (arg: string) => boolean, arg = '') => page.waitForFunction(test, arg)
  const shot = (name: string) => page.screenshot({ path: join(OUT, `canvas-${name}.png`) })
  const undo = () => page.keyboard.press('Control+z')
  const click = (id: string) => page.click(`[data-testid=${id}]`)

  it('shows strategies and what gathers round them, nothing loose, in the shapes of their types', async () => {
    const { loose, shapes, overlaps } = await page.evaluate(() => {
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
    expect(await order()).toBeGreaterThan(30)
    await shot('first')
  })

  it('dims what is not near the node under the pointer', async () => {
    const [near] = await strategies()
    const at = await spotOf(near!)
    await page.mouse.move(at.x, at.y)
    await until((id) => window.__quanmai.stage.sigma.getNodeDisplayData(id).mark >= 16, near!)
    const far = await page.evaluate((id) => {
      const { scene } = window.__quanmai.stage
      return scene.nodes().find((other) => other !== id && !scene.neighbors(id).includes(other))!
    }, near!)
    expect(
      await page.evaluate((id) => window.__quanmai.stage.sigma.getNodeDisplayData(id).mark, far),
    ).toBeLessThan(16)
    await page.mouse.move(700, 120)
  })

  it('filters by the legend, counts, and brings more of a type', async () => {
    const park = await page.evaluate(() => {
      const { scene } = window.__quanmai.stage
      return scene.nodes().find((id) => scene.getNodeAttribute(id, 'entityType') === 'Park')!
    })
    expect(await page.locator('[data-testid=legend-Park]').innerText()).toMatch(/园区\s*\d+/)
    await click('legend-Park')
    await until((id) => window.__quanmai.stage.sigma.getNodeDisplayData(id).hidden === true, park)
    expect(page.url()).toContain('off=Park')
    await undo()
    await until((id) => !window.__quanmai.stage.sigma.getNodeDisplayData(id).hidden, park)
    await click('legend-SERVES')
    await until(() =>
      window.__quanmai.stage.scene
        .edges()
        .filter((id) => id.startsWith('SERVES:'))
        .every((id) => window.__quanmai.stage.sigma.getEdgeDisplayData(id).hidden === true),
    )
    await undo()
    const before = await order()
    await click('more-Company')
    await until((n) => window.__quanmai.stage.scene.order > Number(n), String(before))
    await undo()
    await until((n) => window.__quanmai.stage.scene.order === Number(n), String(before))
  })

  it('expands by one relation and says what remains, hides, pins and takes it back', async () => {
    await page.waitForFunction(() => window.__quanmai.stage.names.remains.size > 0)
    const id = await page.evaluate(
      () => [...window.__quanmai.stage.names.remains].sort((a, b) => b[1] - a[1])[0]![0],
    )
    const at = await spotOf(id)
    await page.mouse.click(at.x, at.y, { button: 'right' })
    const menu = page.locator('[data-testid=node-menu]')
    await menu.locator('[data-testid^=expand-]').first().waitFor()
    const row = menu.locator('[data-testid^=expand-]:not([data-disabled])').first()
    expect(await row.innerText()).toMatch(/余 \d+/)
    const before = await order()
    await row.click()
    await until((n) => window.__quanmai.stage.scene.order > Number(n), String(before))
    await undo()
    await until((n) => window.__quanmai.stage.scene.order === Number(n), String(before))
    await showAll()
    const again = (await spot(id))!
    await page.mouse.click(again.x, again.y)
    await page.keyboard.press('h')
    await until((n) => window.__quanmai.stage.scene.order === Number(n) - 1, String(before))
    await undo()
    await until((n) => window.__quanmai.stage.scene.order === Number(n), String(before))
    expect(await page.locator('[data-testid=inspector]').count()).toBe(0)
  })

  it('moves a node that is dragged and puts it back', async () => {
    const [moved] = await strategies()
    const from = await spotOf(moved!)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 4 })
    await page.mouse.up()
    const to = (await spot(moved!))!
    expect(Math.abs(to.x - from.x - 60)).toBeLessThan(4)
    await page.mouse.move(700, 120)
    await undo()
    await page.waitForFunction(
      ([id, x]) => Math.abs(window.__quanmai.nodeAt(id as string)!.x - (x as number)) < 2,
      [moved!, from.x] as const,
    )
  })

  it('selects with a rectangle and a lasso', async () => {
    await click('tool-rectangle')
    await page.mouse.move(600, 200)
    await page.mouse.down()
    await page.mouse.move(1000, 620, { steps: 3 })
    await page.mouse.up()
    expect(await page.locator('[data-testid=selection] strong').innerText()).toMatch(/已选 \d+ 个/)
    await page.keyboard.press('Escape')
    await click('tool-lasso')
    await page.mouse.move(500, 150)
    await page.mouse.down()
    for (const [x, y] of [
      [1100, 160],
      [1000, 700],
      [500, 600],
    ] as const)
      await page.mouse.move(x, y, { steps: 2 })
    await page.mouse.up()
    await page.locator('[data-testid=selection]').waitFor()
    await page.keyboard.press('Escape')
  })

  it('finds paths between two entities, each step with its sentences', async () => {
    const [one, other] = await strategies()
    const [a, b] = [await spotOf(one!), await spotOf(other!)]
    await page.keyboard.down('Shift')
    await page.mouse.click(a.x, a.y)
    await page.mouse.click(b.x, b.y)
    await page.keyboard.up('Shift')
    await click('connect')
    await page.locator('[data-testid=path-step]').first().waitFor()
    const steps = await page.locator('[data-testid=path-step]').count()
    expect(await page.locator('[data-testid=path]').first().innerText()).toBe(`路径 1 · ${steps} 步`)
    await page.locator('[data-testid=path-step]').first().click()
    await page.locator('[data-testid=inspector] [data-testid=evidence]').first().waitFor()
    await shot('path')
    await page.locator('.filters summary').click()
    await click('through-Person')
    await page.locator('[data-testid=path-panel]', { hasText: '没有找到路径' }).waitFor()
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
    await page.locator('[data-testid=path-panel]').waitFor({ state: 'detached' })
  })

  it.each(['layers', 'time', 'circle', 'pack', 'force'])('lays out as %s', async (layout) => {
    await click('tool-layoutMenu')
    await click(`layout-${layout}`)
    await page.waitForFunction(
      (l) => (l === 'force' ? !location.hash.includes('layout=') : location.hash.includes(`layout=${l}`)),
      layout,
    )
    await page.locator('[data-testid=arranging]').waitFor({ state: 'detached' })
    await shot(`layout-${layout}`)
  })

  it('sizes and colours by measures, and names communities', async () => {
    await click('tool-lookMenu')
    await click('colour-community')
    await page.locator('[data-testid=communities] li').first().waitFor()
    expect(await page.locator('[data-testid=communities]').innerText()).toMatch(/\S+\s+\d+/)
    const size = () =>
      page.evaluate(() =>
        window.__quanmai.stage.scene
          .nodes()
          .map((id) => window.__quanmai.stage.scene.getNodeAttribute(id, 'size')),
      )
    const before = await size()
    await click('tool-lookMenu')
    await click('size-betweenness')
    await page.waitForFunction((old) => {
      const { scene } = window.__quanmai.stage
      return scene.nodes().some((id, i) => scene.getNodeAttribute(id, 'size') !== old[i])
    }, before)
    await shot('measures')
    await undo()
    await undo()
  })

  it('goes back and forward with the browser, and opens the address anew', async () => {
    const node = await spotOf((await strategies())[0]!)
    await page.mouse.click(node.x, node.y)
    await page.locator('[data-testid=inspector]').waitFor()
    await page.keyboard.press('h')
    const hidden = await order()
    await page.goBack()
    await until((n) => window.__quanmai.stage.scene.order > Number(n), String(hidden))
    await page.goForward()
    await until((n) => window.__quanmai.stage.scene.order === Number(n), String(hidden))
    const address = page.url()
    expect(address).toContain('drop=strategy-')
    await page.goto('about:blank')
    await page.goto(address)
    await ready()
    await until((n) => window.__quanmai.stage.scene.order === Number(n), String(hidden))
    await click('tool-startAgain')
    await until((n) => window.__quanmai.stage.scene.order > Number(n), String(hidden))
  })

  it('saves a view under a name on the server and opens it', async () => {
    await click('legend-Place')
    await click('tool-views')
    await page.fill('[data-testid=view-name]', '不看地点')
    await click('save-view')
    await page.locator('[data-testid=view]').waitFor()
    const saved = (await (await fetch(`${server.address}/api/views`)).json()) as SavedView[]
    expect(saved.map((v) => [v.name, v.hiddenTypes])).toEqual([['不看地点', ['Place']]])
    await page.keyboard.press('Escape')
    await click('legend-Place')
    await click('tool-views')
    await click('view')
    await page.locator('[data-testid=legend-Place][aria-pressed=false]').waitFor()
    await undo()
  })

  it('hands out six formats and opens three', async () => {
    const files: Record<string, string> = {}
    for (const format of ['png', 'svg', 'gexf', 'graphml', 'csv', 'json']) {
      await click('tool-files')
      const [download] = await Promise.all([page.waitForEvent('download'), click(`export-${format}`)])
      files[format] = (await download.path())!
    }
    expect(readFileSync(files.png!).subarray(1, 4).toString()).toBe('PNG')
    expect(readFileSync(files.svg!, 'utf8')).toMatch(/^<svg [\s\S]*<text [\s\S]*<\/svg>$/)
    expect(readFileSync(files.csv!).subarray(0, 2).toString()).toBe('PK')
    const before = await order()
    for (const format of ['gexf', 'graphml', 'json']) {
      await page.setInputFiles('[data-testid=import-input]', {
        name: `picture.${format}`,
        mimeType: 'text/plain',
        buffer: readFileSync(files[format]!),
      })
      await page.locator('[data-testid=file-note]', { hasText: `picture.${format}:${before} 个点` }).waitFor()
    }
    await page.setInputFiles('[data-testid=import-input]', {
      name: 'bad.json',
      mimeType: 'text/plain',
      buffer: Buffer.from('{"nodes": 3}'),
    })
    await page.locator('[data-testid=file-note]', { hasText: '读不了 bad.json' }).waitFor()
    await open('')
  })

  it('moves by the minimap and fits again', async () => {
    const camera = () => page.evaluate(() => window.__quanmai.stage.view.camera)
    const before = await camera()
    const box = (await page.locator('[data-testid=minimap] canvas').boundingBox())!
    await page.mouse.click(box.x + 20, box.y + 20)
    expect((await camera()).x).toBeLessThan(before.x)
    await page.keyboard.press('f')
    await page.waitForFunction((x) => Math.abs(window.__quanmai.stage.view.camera.x - x) < 2, before.x)
  })

  it('draws the whole graph from columns, and leaves it for one entity', async () => {
    const { totals } = (await (await fetch(`${server.address}/api/graph`)).json()) as GraphResponse
    await click('tool-whole')
    await page.waitForFunction((n) => window.__quanmai?.stage.scene.order === n, totals.nodes)
    expect(page.url()).toContain('whole=1')
    expect(await page.locator('[data-testid=whole-count]').innerText()).toContain(`${totals.nodes} 个实体`)
    await shot('whole')
    const [strategy] = await strategies()
    const at = await spotOf(strategy!)
    await page.mouse.click(at.x, at.y)
    await click('around')
    await page.waitForFunction(
      ([id, n]) => {
        const scene = window.__quanmai?.stage.scene
        return scene !== undefined && scene.order < Number(n) && scene.nodes().includes(String(id))
      },
      [strategy!, totals.nodes] as const,
    )
    await page.keyboard.press('Escape')
  })

  it('shows its keys', async () => {
    await page.keyboard.press('?')
    await page.locator('[data-testid=keys]', { hasText: '展开邻居' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it.each([
    ['zh', 'light', 1440, 900],
    ['en', 'dark', 1024, 768],
    ['zh', 'dark', 390, 844],
  ] as const)('reads well in %s, %s, %i × %i', async (lang, theme, width, height) => {
    await page.setViewportSize({ width, height })
    await page.goto('about:blank')
    await page.goto(`${server.address}/#lang=${lang}&theme=${theme}`)
    await ready()
    await shot(`${lang}-${theme}-${width}`)
    const serious = await page.evaluate(async () => {
      const { axe: checker } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> }
      }
      const { violations } = await checker.run()
      return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id)
    })
    expect(serious).toEqual([])
  })

  it('wrote nothing to the console that is an error', () => {
    expect(errors).toEqual([])
  })
})
