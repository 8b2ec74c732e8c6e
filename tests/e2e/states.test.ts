import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CypherResponse, GapsResponse } from '../../model/api.ts'
import { type Desk, openDesk } from './desk.ts'

describe('what is so, and what to do', () => {
  let desk: Desk
  let strategy: string
  const at = (testid: string): Locator => desk.page.locator(`[data-testid=${testid}]`)

  beforeAll(async () => {
    desk = await openDesk()
    strategy = (await desk.get<GapsResponse>('/api/trace/gaps')).served[0]!.id
  }, 180_000)
  afterAll(() => desk?.close())

  it('says that nobody answers, and tries again when asked', async () => {
    await desk.open('view=settings')
    await desk.page.route('**/api/trace?*', (route) => route.abort())
    await desk.page.evaluate((id) => {
      location.hash = `#view=trace&trace=${id}`
    }, strategy)
    await at('trouble').waitFor({ timeout: 20_000 })
    expect(await at('trouble').textContent()).toContain('没有应答')
    await desk.shot('state-unreachable')
    await desk.page.unroute('**/api/trace?*')
    await at('trouble').getByRole('button').click()
    await at('stone').first().waitFor()
  })

  it('can be told to stop while it reads', async () => {
    await desk.page.route('**/api/trace?*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      await route.continue().catch(() => {})
    })
    await desk.open(`view=trace&trace=${strategy}`)
    await desk.page.locator('.notice').getByRole('button', { name: '停止' }).click()
    await at('coverage').waitFor()
    await desk.page.unroute('**/api/trace?*')
  })

  it('shows on the canvas what is waited for, stops it, and says what went wrong', async () => {
    const strategyShown = `view=explore&id=${strategy}`
    await desk.open(strategyShown)
    await at('legend-Strategy').waitFor()
    const drawn = async () => Number(/\d+/.exec(await at('legend-Company').innerText())![0])
    const before = await drawn()
    // held until it is stopped
    await desk.page.route('**/api/more', () => {})
    await at('more-Company').click()
    await at('doing').waitFor()
    await desk.shot('state-doing')
    await at('stop').click()
    await at('doing').waitFor({ state: 'detached' })
    expect(await at('undone').count()).toBe(0)
    await desk.page.unroute('**/api/more')
    await desk.page.route('**/api/more', (route) => route.abort())
    await at('more-Company').click()
    await at('undone').getByText('没有应答').waitFor()
    expect(await desk.stumbles()).toEqual([])
    await desk.shot('state-undone')
    expect(await drawn()).toBe(before)
    await desk.page.unroute('**/api/more')
    await at('undone').getByRole('button', { name: '再试一次' }).click()
    await at('undone').waitFor({ state: 'detached' })
    await desk.page.waitForFunction(
      (n) => Number(/\d+/.exec(document.querySelector('[data-testid=legend-Company]')!.textContent!)![0]) > n,
      before,
    )
  })

  it.each([
    ['view=trace&trace=nobody', 'trouble'],
    ['view=read&article=nobody', 'trouble'],
    ['view=read&id=nobody', 'trouble'],
  ])('says at %s that there is no such thing', async (hash, testid) => {
    await desk.open(hash)
    await at(testid).first().waitFor({ timeout: 20_000 })
    expect(await at(testid).first().textContent()).toContain('没有这一项')
  })

  it('says in English what went wrong', async () => {
    await desk.open('view=trace&trace=nobody', { lang: 'en' })
    await at('trouble').waitFor({ timeout: 20_000 })
    expect(await at('trouble').textContent()).toContain('There is no entity')
  })

  it('shows the remarks of the database beside the result', async () => {
    await desk.page.route('**/api/cypher', async (route) => {
      const response = await route.fetch()
      const body = (await response.json()) as CypherResponse
      body.summary.notifications = ['The label `Nichts` is not in the database.']
      await route.fulfill({ response, json: body })
    })
    await desk.open('view=query')
    await at('editor').fill('MATCH (n:Nichts) RETURN n')
    await desk.page.keyboard.press('Escape')
    await at('run').click()
    await at('notifications').getByText('Nichts').waitFor()
    expect(await at('outcome').textContent()).toContain('没有结果')
    await desk.page.unroute('**/api/cypher')
  })

  it('keeps the rest of the page where a view breaks', async () => {
    await desk.page.route('**/api/trace/gaps*', (route) => route.fulfill({ json: { served: [{}] } }))
    await desk.open('view=trace')
    await at('broken').getByText('其余部分照常可用').waitFor()
    await desk.shot('state-broken')
    await desk.page.unroute('**/api/trace/gaps*')
    await at('rail-read').click()
    await at('article').first().waitFor()
    // what React says of a view that broke
    desk.errors.length = 0
  })

  it('says that a newer page is there where a part of this one is gone, and reloads at its address', async () => {
    const parts = /\/assets\/(preferences|export|universal)-[^/]*\.js$/
    await desk.open(`view=trace&trace=${strategy}`)
    await at('stone').first().waitFor()
    await desk.page.route(parts, (route) => route.fulfill({ status: 404, body: '' }))
    await desk.page.route(`${desk.address}/`, async (route) => {
      const response = await route.fetch()
      await route.fulfill({
        response,
        body: (await response.text()).replace(/index-[^"]*\.js/, 'index-newer.js'),
      })
    })
    // what was asked for keeps what is shown
    await at('export').click()
    await at('exportXlsx').click()
    await at('undone').getByText('换了新的一版').waitFor()
    expect(await at('stone').count()).toBeGreaterThan(0)
    await at('undone').getByRole('button', { name: '关闭' }).click()

    const address = desk.page.url()
    await at('rail-settings').click()
    await at('trouble').getByText('换了新的一版').waitFor()
    await desk.shot('state-renewed')
    expect(await desk.stumbles()).toEqual([])
    await desk.page.unroute(`${desk.address}/`)
    let loads = 0
    desk.page.on('load', () => loads++)

    // the same page, and yet a part of it is missing: it is said again and nothing goes round
    await at('reload').click()
    await at('trouble').getByText('这一部分没有载入').waitFor()
    await desk.page.route(`${desk.address}/`, (route) => route.abort())
    await at('reload').click()
    await at('trouble').getByText('没有应答').waitFor()
    expect(loads).toBe(1)

    await desk.page.unroute(`${desk.address}/`)
    await desk.page.unroute(parts)
    await at('reload').click()
    await desk.page.locator('.page').getByText('语言').first().waitFor()
    expect(new URL(desk.page.url()).hash).toContain('view=settings')
    await desk.page.goBack()
    await at('stone').first().waitFor()
    expect(desk.page.url()).toBe(address)
    // what React says of a part that did not load
    desk.errors.length = 0
  })

  it('says in English that a newer page is there', async () => {
    await desk.open('view=explore', { lang: 'en' })
    await at('legend-Strategy').waitFor()
    await desk.page.route(/\/assets\/export-[^/]*\.js$/, (route) => route.abort())
    await desk.page.route(`${desk.address}/`, (route) => route.fulfill({ body: 'another page' }))
    await at('tool-files').click()
    await at('export-gexf').click()
    await at('undone').getByText('what the address holds stays').waitFor()
    await desk.page.unroute(`${desk.address}/`)
    await desk.page.unroute(/\/assets\/export-[^/]*\.js$/)
    await at('undone').getByRole('button', { name: 'Reload' }).click()
    await at('undone').waitFor({ state: 'detached' })
    await at('legend-Strategy').waitFor()
  })

  it('takes whoever comes by keyboard into the evidence and back', async () => {
    await desk.open(`view=trace&trace=${strategy}`)
    await at('stone').first().waitFor()
    await desk.page.keyboard.press('Tab')
    await at('stone').first().focus()
    await desk.page.keyboard.press('Enter')
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await desk.page.waitForFunction(() => document.activeElement?.matches('[data-testid=inspector]'))
    await desk.page.keyboard.press('Tab')
    await desk.page.keyboard.press('Escape')
    await at('inspector').waitFor({ state: 'detached' })
    await desk.page.waitForFunction(() => document.activeElement?.matches('[data-testid=stone]'))
  })

  it('wrote nothing to the console that is an error of its own', () => {
    expect(desk.errors.filter((text) => !/Failed to load resource/.test(text))).toEqual([])
  })
})
