/** While the store is away: what is said of it, and what goes on by itself once it is back. */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CypherResponse } from '../../model/api.ts'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

const GONE = { code: 'store-lost', message: 'The embedded store ended unexpectedly. Ask again.' }

describe('while the store is away', () => {
  let board: Board
  const at = (testid: string): Locator => board.page.locator(`[data-testid=${testid}]`)
  const remains = () => board.page.evaluate(() => window.__quanmai.stage.names.remains.size)
  const leave = (path = '**/api/**') =>
    board.page.route(path, (route) => route.fulfill({ status: 503, json: { error: GONE } }))
  const comeBack = (path = '**/api/**') => board.page.unroute(path)

  beforeAll(async () => {
    board = await openBoard()
  })
  afterAll(() => board?.close())

  it.each([
    ['zh', '它一恢复，这里就会接上。'],
    ['en', 'Once it is back, this goes on by itself.'],
  ] as const)('says in %s that what failed goes on by itself, and so it does', async (lang, words) => {
    await leave()
    await board.open('view=read', { lang })
    await at('trouble').getByText(words).waitFor()
    await comeBack()
    await at('article').first().waitFor()
  })

  it('does not say so of what nobody asks for again', async () => {
    await board.open('view=query')
    await at('editor').waitFor()
    await leave('**/api/cypher')
    await at('run').click()
    await at('cypher-error').getByText('图数据库断开了').waitFor()
    expect(await at('cypher-error').innerText()).not.toContain('接上')
    await comeBack('**/api/cypher')
  })

  it('brings in what was chosen and how much remains, once it is back', async () => {
    const { rows } = await board.post<CypherResponse>('/api/cypher', {
      query: 'MATCH (e:Entity)-[r]-(:Entity) RETURN e.id AS id, count(r) AS n ORDER BY n LIMIT 400',
    })
    await board.draw()
    const drawn = new Set(await board.page.evaluate(() => window.__quanmai.stage.scene.nodes()))
    const other = rows.map(([id]) => String(id)).find((id) => !drawn.has(id))!
    await leave('**/api/degrees')
    await board.draw()
    await leave()
    await board.page.evaluate((id) => {
      location.hash = `${location.hash}&id=${id}`
    }, other)
    await at('trouble').getByText('图数据库断开了').first().waitFor()
    expect(await remains()).toBe(0)
    await comeBack()
    await comeBack('**/api/degrees')
    await board.until((id) => window.__quanmai.stage.scene.nodes().includes(id), other)
    await board.until(() => window.__quanmai.stage.names.remains.size > 0)
  })

  it('leaves out what lies outside a period once it is back', async () => {
    await leave('**/api/activity')
    await board.draw('time=published:1990-01:1990-02')
    await at('timeline').getByText('图数据库断开了').waitFor()
    await comeBack('**/api/activity')
    await at('trouble').waitFor({ state: 'detached' })
  })
})
