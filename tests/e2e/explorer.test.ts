import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphResponse, SearchResponse, TraceResponse } from '../../model/api.ts'
import { type Browser, launchBrowser } from './browser.ts'
import { type Running, startServer } from './server.ts'

const OUT = join(import.meta.dirname, 'out')
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface Spot {
  x: number
  y: number
}
interface Hooks {
  __quanmai?: { ready: boolean; nodeAt(id: string): Spot | null; edgeAt(id: string): Spot | null }
}

describe('the explorer on the samples', () => {
  let server: Running
  let browser: Browser
  let page: Page
  const errors: string[] = []
  const get = async <T>(path: string) => (await (await fetch(server.address + path)).json()) as T

  beforeAll(async () => {
    mkdirSync(OUT, { recursive: true })
    server = await startServer()
    browser = await launchBrowser()
    page = await browser.context.newPage()
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
    await page.waitForFunction(() => (window as Hooks).__quanmai?.ready === true, undefined, {
      timeout: 60_000,
    })
  }
  const shot = (name: string) => page.screenshot({ path: join(OUT, `${name}.png`) })

  it('draws strategies and what gathers round them', async () => {
    const { subgraph } = await get<GraphResponse>('/api/graph')
    expect(subgraph.nodes.length).toBeGreaterThan(20)
    expect(await page.locator('[data-testid=legend-Strategy]').innerText()).toMatch(/战略\s*\d+/)
    await shot('explore')
  })

  it.each(['中央', '活力区', 'zyhlq', 'zhongyang'])('finds 中央活力区 by %s', async (text) => {
    const { hits } = await get<SearchResponse>(`/api/search?q=${encodeURIComponent(text)}`)
    expect(hits.map((hit) => hit.name).join()).toContain('中央活力区')
    await page.fill('[data-testid=search-input]', text)
    await page.locator('[data-testid=hit]', { hasText: '中央活力区' }).first().waitFor()
  })

  it('opens an entity with its sentences', async () => {
    await page.fill('[data-testid=search-input]', '超算科技园')
    await page.locator('[data-testid=hit]').first().click()
    await page.locator('[data-testid=inspector] [data-testid=evidence]').first().waitFor()
    expect(await page.locator('[data-testid=inspector]').innerText()).toContain('篇文章')
    await shot('entity')
  })

  it('opens the sentences of an edge that is clicked', async () => {
    await open('')
    const { subgraph } = await get<GraphResponse>('/api/graph')
    const drawn = subgraph.edges.map((edge) => edge.id)
    const inspector = page.locator('[data-testid=inspector]')
    await page.waitForTimeout(800)
    let opened = ''
    for (const id of drawn.slice(0, 60)) {
      const at = await page.evaluate((edge) => (window as Hooks).__quanmai!.edgeAt(edge), id)
      if (!at || at.x < 120 || at.x > 1000 || at.y < 80 || at.y > 600) continue
      await page.mouse.click(at.x, at.y)
      await page.waitForTimeout(120)
      if ((await inspector.count()) > 0 && /共 \d+ 条/.test(await inspector.innerText())) {
        opened = await inspector.innerText()
        break
      }
      await page.keyboard.press('Escape')
    }
    expect(opened).toMatch(/原文依据 · 共 \d+ 条/)
    await inspector.locator('[data-testid=evidence]').first().waitFor()
    await shot('edge')
  })

  it('runs a Cypher query as a table and as a graph', async () => {
    await open('')
    await page.click('[data-testid=rail-query]')
    await page.fill(
      '[data-testid=editor]',
      'MATCH (h:Entity)-[r:SERVES]->(s:Strategy) RETURN h, r, s LIMIT 5',
    )
    await page.click('[data-testid=run]')
    await page.locator('[data-testid=table] tbody tr').first().waitFor()
    await shot('query')
    await page.fill('[data-testid=editor]', 'MATCH (n\nRETRUN n')
    await page.click('[data-testid=run]')
    expect(await page.locator('[data-testid=cypher-error]').innerText()).toMatch(/第 \d+ 行第 \d+ 列/)
    await page.fill('[data-testid=editor]', 'MATCH (n) DETACH DELETE n')
    await page.click('[data-testid=run]')
    await page.locator('[data-testid=cypher-error]', { hasText: 'only reads' }).waitFor()
    errors.splice(0, errors.length, ...errors.filter((text) => !/status of 40[03]/.test(text)))
  })

  it('traces a park to the strategy that it serves', async () => {
    const { hits } = await get<SearchResponse>(`/api/search?q=${encodeURIComponent('济中智造港')}`)
    const park = hits.find((hit) => hit.type === 'Park')!
    const { chains } = await get<TraceResponse>(`/api/trace?from=${park.id}`)
    expect(chains.some((chain) => chain.steps.at(-1)!.to.name.includes('中央活力区'))).toBe(true)
    await open(`&view=explore&id=${park.id}`)
    await page.click('[data-testid=trace-this]')
    await page.locator('[data-testid=chain]').first().waitFor()
    expect(await page.locator('[data-testid=lanes]').textContent()).toContain('中央活力区')
    await page.locator('[data-testid=chain-step]').first().click()
    await page.locator('[data-testid=inspector] [data-testid=evidence]').first().waitFor()
    await shot('trace')
  })

  it('reads an article with its names marked', async () => {
    await page.keyboard.press('Escape')
    await page.click('[data-testid=rail-read]')
    await page.locator('[data-testid=article]').first().click()
    await page.locator('[data-testid=reader] .name').first().click()
    await page.locator('[data-testid=inspector] [data-testid=evidence]').first().waitFor()
    await shot('read')
  })

  it('speaks English and knows the dark', async () => {
    await page.keyboard.press('Escape')
    await page.click('[data-testid=rail-settings]')
    await page.click('[data-testid=en]')
    await page.click('[data-testid=dark]')
    expect(await page.locator('[data-testid=rail-trace]').innerText()).toBe('Trace')
    await page.click('[data-testid=rail-explore]')
    await page.waitForFunction(() => (window as Hooks).__quanmai?.ready === true)
    await page.waitForTimeout(500)
    await shot('explore-dark-en')
  })

  it('has nothing serious for a screen reader to stumble on', async () => {
    await page.context().addInitScript({ path: axe })
    await page.reload()
    await page.waitForFunction(() => (window as Hooks).__quanmai?.ready === true)
    const serious = await page.evaluate(async () => {
      const { violations } = await (
        window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> } }
      ).axe.run()
      return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id)
    })
    expect(serious).toEqual([])
  })

  it('wrote nothing to the console that is an error', () => {
    expect(errors).toEqual([])
  })

  it('closes cleanly', async () => {
    expect(await server.stop()).toBe(0)
  })
})
