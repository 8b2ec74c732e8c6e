import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphResponse } from '../../model/api.ts'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

describe('files and sizes of the canvas', () => {
  let board: Board
  beforeAll(async () => {
    board = await openBoard()
  })
  afterAll(() => board?.close())

  it('moves by the minimap and fits again', async () => {
    const allInSight = (wanted: boolean): boolean => {
      const { scene } = window.__quanmai.stage
      const all = scene.nodes().every((id) => {
        const { x, y } = window.__quanmai.nodeAt(id)!
        return x > 0 && y > 0 && x < innerWidth && y < innerHeight
      })
      return all === wanted
    }
    await board.showAll()
    await board.page.waitForFunction(allInSight, true)
    const box = (await board.page.locator('[data-testid=minimap] canvas').boundingBox())!
    await board.page.mouse.click(box.x + 20, box.y + 20)
    await board.page.waitForFunction(allInSight, false)
    await board.page.keyboard.press('f')
    await board.page.waitForFunction(allInSight, true)
  })

  it('hands out a link and six formats, and opens three', async () => {
    await board.click('tool-files')
    await board.page.getByRole('menuitem', { name: '表格 CSV' }).waitFor()
    expect(await board.page.getByRole('menuitem').allInnerTexts()).toHaveLength(8)
    expect(await board.page.locator('[role=menuitem][data-testid^=export-]').count()).toBe(6)
    expect(await board.page.locator('[role=menuitem][data-testid=share]').count()).toBe(1)
    await board.page.keyboard.press('Escape')
    const files: Record<string, string> = {}
    for (const format of ['png', 'svg', 'gexf', 'graphml', 'csv', 'json']) {
      await board.click('tool-files')
      const [download] = await Promise.all([
        board.page.waitForEvent('download'),
        board.click(`export-${format}`),
      ])
      files[format] = (await download.path())!
    }
    expect(readFileSync(files.png!).subarray(1, 4).toString()).toBe('PNG')
    expect(readFileSync(files.svg!, 'utf8')).toMatch(/^<svg [\s\S]*<text [\s\S]*<\/svg>$/)
    expect(readFileSync(files.csv!).subarray(0, 2).toString()).toBe('PK')
    const before = await board.order()
    for (const format of ['gexf', 'graphml', 'json']) {
      await board.page.setInputFiles('[data-testid=import-input]', {
        name: `picture.${format}`,
        mimeType: 'text/plain',
        buffer: readFileSync(files[format]!),
      })
      await board.page
        .locator('[data-testid=file-note]', { hasText: `picture.${format}：${before} 个点` })
        .waitFor()
    }
    // nothing remains outside a file, and what it is stands clear of the search box
    expect(await board.page.evaluate(() => window.__quanmai.stage.names.remains.size)).toBe(0)
    const [bar, search] = await Promise.all(
      ['[data-testid=file-note]', '.search'].map((css) => board.page.locator(css).boundingBox()),
    )
    expect(bar!.y).toBeGreaterThanOrEqual(search!.y + search!.height)
    await board.page.setInputFiles('[data-testid=import-input]', {
      name: 'bad.json',
      mimeType: 'text/plain',
      buffer: Buffer.from('{"nodes": 3}'),
    })
    await board.page.locator('[data-testid=undone]', { hasText: '读不了 bad.json' }).waitFor()
    // dropped on the page, an article does not take its place, and is told where articles come in
    const left = await board.page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['济南高新区智能制造产业园开工。'], '开工.txt'))
      const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
      return document.querySelector('.main')!.dispatchEvent(drop)
    })
    expect(left).toBe(false)
    const note = board.page.locator('[data-testid=undone]', { hasText: '读不了 开工.txt' })
    await note.getByText('加入自己的文章').waitFor()
    const { width, height } = (await note.boundingBox())!
    expect(width).toBeGreaterThan(2 * height)
    await board.shot('files-article')
    await note.getByLabel('关闭').click()
    await board.click('leave-file')
    await board.page.locator('[data-testid=leave-file]').waitFor({ state: 'detached' })
    await board.until(() => window.__quanmai.stage.names.remains.size > 0)
    await board.draw()
  })

  it('draws the whole graph from columns, and leaves it for one entity', async () => {
    const { totals } = (await (await fetch(`${board.address}/api/graph`)).json()) as GraphResponse
    await board.click('tool-whole')
    await board.page.waitForFunction((n) => window.__quanmai?.stage.scene.order === n, totals.nodes)
    expect(board.page.url()).toContain('whole=1')
    expect(await board.page.locator('[data-testid=whole-count]').innerText()).toContain(
      `${totals.nodes} 个实体`,
    )
    const hidden = () =>
      board.page.evaluate(() => {
        const { nodeAt, stage } = window.__quanmai
        const panels = [...document.querySelectorAll('.main > .float')].map((p) => p.getBoundingClientRect())
        return stage.scene.nodes().filter((id) => {
          const { x, y } = nodeAt(id)!
          return panels.some((p) => x > p.left && x < p.right && y > p.top && y < p.bottom)
        })
      })
    await board.page.locator('.minimap').waitFor()
    await expect.poll(hidden).toEqual([])
    await board.shot('canvas-whole')
    const [strategy] = await board.strategies()
    const at = await board.spotOf(strategy!)
    await board.page.mouse.click(at.x, at.y)
    await board.click('around')
    await board.page.waitForFunction(
      ([id, n]) => {
        const scene = window.__quanmai?.stage.scene
        return scene !== undefined && scene.order < Number(n) && scene.nodes().includes(String(id))
      },
      [strategy!, totals.nodes] as const,
    )
    await board.page.keyboard.press('Escape')
  })

  it.each([1440, 1024, 800])('keeps its count clear of the search box in English at %i', async (width) => {
    await board.page.setViewportSize({ width, height: 900 })
    await board.draw('whole=1', { lang: 'en' })
    const [bar, search] = await Promise.all(
      ['.whole-bar', '.search'].map(async (css) => (await board.page.locator(css).first().boundingBox())!),
    )
    const apart = bar!.x + bar!.width <= search!.x || bar!.y >= search!.y + search!.height
    expect(apart).toBe(true)
    await board.page.setViewportSize({ width: 1440, height: 900 })
    await board.draw()
  })

  it('shows its keys', async () => {
    await board.page.keyboard.press('?')
    await board.page.locator('[data-testid=keys]', { hasText: '展开邻居' }).waitFor()
    await board.page.locator('[data-testid=keys]', { hasText: '双击展开邻居' }).waitFor()
    await board.page.keyboard.press('Escape')
  })

  it.each([
    ['zh', 'light', 1440, 900],
    ['en', 'dark', 1024, 768],
  ] as const)('reads well in %s, %s, %i × %i', async (lang, theme, width, height) => {
    await board.page.setViewportSize({ width, height })
    await board.draw('', { lang, theme })
    await board.shot(`canvas-${lang}-${theme}-${width}`)
    expect(await board.stumbles()).toEqual([])
    if (width < 1100) return
    // what is left out can still be read, as WCAG counts it
    await board.click('legend-Place')
    await board.page.locator('[data-testid=legend-Place][aria-pressed=false]').waitFor()
    const contrast = await board.page.locator('[data-testid=legend-Place]').evaluate((button) => {
      const parts = (css: string) => css.match(/[\d.]+/g)!.map(Number)
      const { color, opacity } = getComputedStyle(button)
      const under = parts(getComputedStyle(button.closest('.legend')!).backgroundColor)
      const over = parts(color).map((part, i) => part * Number(opacity) + under[i]! * (1 - Number(opacity)))
      const light = (rgb: number[]) =>
        [0.2126, 0.7152, 0.0722].reduce((sum, share, i) => {
          const part = rgb[i]! / 255
          return sum + share * (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        }, 0)
      const [a, b] = [light(over), light(under)]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    })
    expect(contrast).toBeGreaterThan(4.5)
  })

  it('wrote nothing to the console that is an error', () => {
    expect(board.errors).toEqual([])
  })
})
