/** The page on a real Neo4j: what is found, followed, traced and asked there comes from that store. */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GapsResponse } from '../../model/api.ts'
import { testServers, VERSIONS } from '../neo4j/start.ts'
import { type Wire, wireTo } from '../neo4j/wire.ts'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

const [neo4j] = testServers([VERSIONS[0]!])

describe.skipIf(neo4j!.why)('the explorer on Neo4j', { timeout: 180_000 }, () => {
  let board: Board
  let line: Wire
  const ends: (() => Promise<unknown>)[] = []
  const at = (testid: string): Locator => board.page.locator(`[data-testid=${testid}]`)

  beforeAll(async () => {
    const server = await neo4j!.start()
    ends.unshift(() => server.stop())
    line = await wireTo(server.uri)
    ends.unshift(() => line.close())
    board = await openBoard({ QUANMAI_STORE: line.uri, NEO4J_PASSWORD: server.password })
    ends.unshift(() => board.close())
  }, 300_000)
  afterAll(async () => {
    for (const end of ends) await end()
  })

  it('finds a strategy by its initials and shows its sentences', async () => {
    await board.page.keyboard.press('ControlOrMeta+k')
    await board.page.keyboard.type('zyhlq')
    await at('hit').filter({ hasText: '中央活力区' }).first().click()
    await at('inspector').locator('h2').filter({ hasText: '中央活力区' }).waitFor()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await board.page.keyboard.press('Escape')
  })

  it('expands what is drawn, and finds paths whose steps have their sentences', async () => {
    await board.draw()
    await board.page.waitForFunction(() => window.__quanmai.stage.names.remains.size > 0)
    const id = await board.page.evaluate(
      () => [...window.__quanmai.stage.names.remains].sort((a, b) => b[1] - a[1])[0]![0],
    )
    const spot = await board.spotOf(id)
    await board.page.mouse.click(spot.x, spot.y, { button: 'right' })
    const before = await board.order()
    await at('node-menu').locator('[data-testid^=expand-]:not([data-disabled])').first().click()
    await board.until((n) => window.__quanmai.stage.scene.order > Number(n), before)
    await board.draw()
    await board.findPaths()
    await at('path-step').first().click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await board.shot('neo4j-path')
  })

  it('traces a strategy step by step', async () => {
    const { served } = await board.get<GapsResponse>('/api/trace/gaps')
    await board.open(`view=trace&trace=${served[0]!.id}`)
    await at('stone').first().click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await board.shot('neo4j-trace')
  })

  it('runs Cypher, and refuses to write', async () => {
    await board.open('view=query')
    await at('editor').fill('MATCH (s:Strategy) RETURN count(s) AS strategies')
    await at('run').click()
    await at('table').locator('tbody tr').first().waitFor()
    await at('editor').fill('CREATE (x:Made) RETURN x')
    await at('run').click()
    await at('cypher-error').waitFor()
    expect(await board.post('/api/cypher', { query: 'MATCH (x:Made) RETURN count(x) AS n' })).toMatchObject({
      rows: [[0]],
    })
  })

  it('says that Neo4j is away, loses nothing, and goes on by itself once it is back', async () => {
    const draft = 'MATCH (s:Strategy) RETURN count(s) AS 战略数'
    await board.open('view=query')
    await at('editor').fill(draft)
    await board.page.keyboard.press('Escape')
    await at('rail-explore').click()
    await board.drawn()
    const [id] = await board.strategies()
    const spot = await board.spotOf(id!)
    const before = await board.order()
    board.errors.length = 0
    await line.cut()

    await board.page.mouse.click(spot.x, spot.y)
    await at('inspector').getByText('连不上').waitFor()
    expect(await at('inspector').innerText()).toMatch(/QUANMAI_STORE[\s\S]*它一恢复，这里就会接上/)
    await at('more-Company').click()
    await at('undone').getByText('连不上').waitFor()
    // each try leaves what is said where it is
    for (let i = 0; i < 20; i++) {
      expect([await at('inspector').getByText('连不上').count(), await at('undone').count()]).toEqual([1, 1])
      await board.page.waitForTimeout(500)
    }
    expect(await board.order()).toBe(before)
    await board.shot('neo4j-away')
    await board.page.keyboard.press('ControlOrMeta+k')
    await board.page.keyboard.type('zyhlq')
    await board.page.locator('search').getByText('连不上').waitFor()

    await line.mend()
    await at('hit').filter({ hasText: '中央活力区' }).first().waitFor()
    await board.page.keyboard.press('Escape')
    await board.page.keyboard.press('Escape')
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await at('undone').waitFor({ state: 'detached' })
    await board.until((n) => window.__quanmai.stage.scene.order > Number(n), before)
    await at('rail-query').click()
    await at('editor').getByText('战略数').waitFor()
    await at('run').click()
    await at('table').locator('tbody tr').first().waitFor()
    expect(board.errors.filter((text) => !/status of 503/.test(text))).toEqual([])
    board.errors.length = 0
  })

  it('shows no error but those that were asked for', () => {
    expect(board.errors.filter((line) => !/the server responded with a status of 4\d\d/.test(line))).toEqual(
      [],
    )
  })
})
