import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphResponse, SearchResponse, StatusResponse, TraceResponse } from '../../model/api.ts'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

describe('the explorer on the samples', () => {
  let board: Board
  beforeAll(async () => {
    board = await openBoard()
  })
  afterAll(() => board?.close())

  it('draws strategies and what gathers round them', async () => {
    const { subgraph } = await board.get<GraphResponse>('/api/graph')
    expect(subgraph.nodes.length).toBeGreaterThan(20)
    expect(await board.page.locator('[data-testid=legend-Strategy]').innerText()).toMatch(/战略\s*\d+/)
    await board.shot('explore')
  })

  it.each(['中央', '活力区', 'zyhlq', 'zhongyang'])('finds 中央活力区 by %s', async (text) => {
    const { hits } = await board.get<SearchResponse>(`/api/search?q=${encodeURIComponent(text)}`)
    expect(hits.map((hit) => hit.name).join()).toContain('中央活力区')
    await board.page.fill('[data-testid=search-input]', text)
    await board.page.locator('[data-testid=hit]', { hasText: '中央活力区' }).first().waitFor()
  })

  it('opens an entity with its sentences', async () => {
    await board.page.fill('[data-testid=search-input]', '超算科技园')
    await board.page.locator('[data-testid=hit]').first().click()
    await board.page.locator('[data-testid=inspector] [data-testid=evidence]').first().waitFor()
    expect(await board.page.locator('[data-testid=inspector]').innerText()).toContain('篇文章')
    await board.shot('entity')
  })

  it('opens the sentences of an edge that is clicked', async () => {
    await board.draw()
    const { subgraph } = await board.get<GraphResponse>('/api/graph')
    await board.showAll()
    // the middle of a line that nothing floats over and no node covers
    const at = await board.page.evaluate(
      ({ edges, nodes }) => {
        const spots = nodes.flatMap((id) => window.__quanmai.nodeAt(id) ?? [])
        return edges
          .flatMap((id) => window.__quanmai.edgeAt(id) ?? [])
          .find(
            ({ x, y }) =>
              document.elementFromPoint(x, y)?.closest('[data-testid=stage]') &&
              spots.every((spot) => Math.hypot(spot.x - x, spot.y - y) > 30),
          )
      },
      { edges: subgraph.edges.map((edge) => edge.id), nodes: subgraph.nodes.map((node) => node.id) },
    )
    await board.page.mouse.click(at!.x, at!.y)
    const inspector = board.page.locator('[data-testid=inspector]')
    await inspector.getByText(/原文依据 · 共 \d+ 条/).waitFor()
    await inspector.locator('[data-testid=evidence]').first().waitFor()
    await board.shot('edge')
  })

  it('runs a Cypher query as a table and as a graph', async () => {
    await board.draw()
    await board.page.click('[data-testid=rail-query]')
    await board.page.fill(
      '[data-testid=editor]',
      'MATCH (h:Entity)-[r:SERVES]->(s:Strategy) RETURN h, r, s LIMIT 5',
    )
    await board.page.click('[data-testid=run]')
    await board.page.locator('[data-testid=table] tbody tr').first().waitFor()
    await board.shot('query')
    await board.page.fill('[data-testid=editor]', 'MATCH (n\nRETRUN n')
    await board.page.click('[data-testid=run]')
    expect(await board.page.locator('[data-testid=cypher-error]').innerText()).toMatch(/第 \d+ 行第 \d+ 列/)
    await board.page.fill('[data-testid=editor]', 'MATCH (n) DETACH DELETE n')
    await board.page.click('[data-testid=run]')
    await board.page.locator('[data-testid=cypher-error]', { hasText: '查询只能读' }).waitFor()
    board.errors.splice(
      0,
      board.errors.length,
      ...board.errors.filter((text) => !/status of 40[03]/.test(text)),
    )
  })

  it('traces a park to the strategy that it serves', async () => {
    const { hits } = await board.get<SearchResponse>(`/api/search?q=${encodeURIComponent('济中智造港')}`)
    const park = hits.find((hit) => hit.type === 'Park')!
    const { chains } = await board.get<TraceResponse>(`/api/trace?from=${park.id}`)
    expect(chains.some((chain) => chain.steps.at(-1)!.to.name.includes('中央活力区'))).toBe(true)
    await board.draw(`view=explore&id=${park.id}`)
    await board.page.click('[data-testid=trace-this]')
    await board.page.locator('[data-testid=chain]').first().waitFor()
    expect(await board.page.locator('[data-testid=lanes]').textContent()).toContain('中央活力区')
    await board.page.locator('[data-testid=chain-step]').first().click()
    await board.page.locator('[data-testid=inspector] [data-testid=evidence]').first().waitFor()
    await board.shot('trace')
  })

  it('reads an article with its names marked', async () => {
    await board.page.keyboard.press('Escape')
    await board.page.click('[data-testid=rail-read]')
    await board.page.locator('[data-testid=article]').first().click()
    await board.page.locator('[data-testid=reader] .name').first().click()
    await board.page.locator('[data-testid=inspector] [data-testid=evidence]').first().waitFor()
    await board.shot('read')
  })

  it('speaks English and knows the dark', async () => {
    await board.page.keyboard.press('Escape')
    await board.page.click('[data-testid=rail-settings]')
    await board.page.click('[data-testid=en]')
    await board.page.click('[data-testid=dark]')
    expect(await board.page.locator('[data-testid=rail-trace]').innerText()).toBe('Trace')
    const { entities, articles } = await board.get<StatusResponse>('/api/status')
    await board.page
      .locator('[data-testid=about]')
      .getByText(
        `${articles} articles, ${entities} named things; the graph is kept in a folder of this server.`,
      )
      .waitFor()
    await board.page
      .locator('[data-testid=own-articles]')
      .getByText('npm run ingest -- my-articles/')
      .waitFor()
    expect(await board.stumbles()).toEqual([])
    await board.shot('settings')
    await board.page.click('[data-testid=guide-again]')
    await board.page.click('[data-testid=guide-close]')
    await board.page.click('[data-testid=rail-explore]')
    await board.drawn()
    await board.shot('explore-dark-en')
  })

  it('has nothing serious for a screen reader to stumble on', async () => {
    await board.page.reload()
    await board.drawn()
    expect(await board.stumbles()).toEqual([])
  })

  it('wrote nothing to the console that is an error', () => {
    expect(board.errors).toEqual([])
  })

  it('closes cleanly', async () => {
    expect(await board.stop()).toBe(0)
  })
})
