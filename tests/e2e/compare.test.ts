import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CypherResponse } from '../../model/api.ts'
import type { Comparison } from '../../model/comparison.ts'
import { periodWord } from '../../web/words/period-word.ts'
import { type Board, type Hooks, openBoard } from './board.ts'

declare const window: Hooks & Window

describe('side by side', () => {
  let board: Board
  let ids: string[]
  const at = (testid: string) => board.page.locator(`[data-testid=${testid}]`)
  const asked = () => board.post<Comparison>('/api/compare', { ids })
  /** The first cell of the first row of entities that counts anything. */
  const someCell = async () => {
    const { rows } = await asked()
    const row = rows.find(({ stage, cells }) => stage === undefined && cells.some(({ total }) => total > 0))!
    const column = row.cells.findIndex(({ total }) => total > 0)
    return { testid: `cell-${row.kind}-${column}`, cell: row.cells[column]! }
  }
  beforeAll(async () => {
    board = await openBoard()
    ids = (await board.strategies()).slice(0, 2)
  })
  afterAll(() => board?.close())

  it('lays what is selected beside one another, in the address, too', async () => {
    await board.select(ids)
    await board.click('compare')
    const { entities, articles } = await asked()
    // the panel stands before its answer is there
    await at('cell-articles-0').waitFor()
    expect(await at('compared-thing').allTextContents()).toEqual(entities.map(({ name }) => name))
    expect(await at('cell-articles-0').locator('strong').textContent()).toBe(String(articles[0]!.total))
    await board.page.waitForFunction((own) => location.hash.includes(`compare=${own}`), ids.join())
    expect(await board.stumbles()).toEqual([])
  })

  it('opens what a cell counts, down to the sentence, and is found again as it was left', async () => {
    const { testid, cell } = await someCell()
    await board.click(testid)
    await at('opened').waitFor()
    expect(await at('opened').locator('[data-testid=compared-entity]').count()).toBe(Math.min(20, cell.total))
    await board.shot('compare-opened')
    await at('compared-step').first().click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await board.click('back-to-comparison')
    await at('opened').waitFor()
    await at('compared-entity').first().click()
    await at('inspector').locator('h2').getByText(cell.items[0]!.name).waitFor()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await board.page.keyboard.press('Escape')
    await at('opened').waitFor()
  })

  it('outlives a reload', async () => {
    await board.page.reload()
    await at('cell-articles-1').waitFor()
    expect(await at('compared-thing').count()).toBe(2)
  })

  it('is saved as a table that holds what it shows', async () => {
    const waiting = board.page.waitForEvent('download')
    await board.click('comparison-csv')
    const file = await waiting
    const { entities, articles } = await asked()
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
    const [head, first] = readFileSync(await file.path(), 'utf8').split('\r\n')
    expect(head).toBe(`\uFEFF类别,名称,${entities.map(({ name }) => name).join(',')}`)
    expect(first).toBe(`文章,,${articles.map(({ total }) => total).join(',')}`)
  })

  it('is closed by Esc, and comes back by undo', async () => {
    await board.page.keyboard.press('Escape')
    await at('comparison').waitFor({ state: 'detached' })
    await board.undo()
    await at('comparison').waitFor()
  })

  it('shows numbers of one metric with their sentences', async () => {
    const { rows } = await board.post<CypherResponse>('/api/cypher', {
      query:
        "MATCH (e:Entity)-[:HAS_FACT]->(f:Fact) WHERE f.unit = '亿元' AND f.comparison = '' AND f.metric <> '' RETURN DISTINCT f.metric AS metric, e.id AS id ORDER BY metric, id",
    })
    const [one, other] = rows.flatMap((row, i) =>
      i > 0 && rows[i - 1]![0] === row[0] ? [[rows[i - 1]!, row]] : [],
    )[0]!
    await board.draw(`compare=${one![1]},${other![1]}`, { lang: 'en', theme: 'dark' })
    await at('comparison').getByText(String(one![0]), { exact: true }).waitFor()
    await at('cell-fact0-1').click()
    await at('opened').locator('[data-testid=evidence]').first().waitFor()
    expect(await board.stumbles()).toEqual([])
    await board.shot('compare-facts')
  })

  it.each([
    [1024, 768, 'force'],
    [1024, 600, 'force'],
    [1024, 768, 'layers'],
    [1024, 768, 'time'],
    [1280, 800, 'time'],
  ])('leaves what Fit shows beside it, at %i × %i as %s', async (width, height, layout) => {
    await board.page.setViewportSize({ width, height })
    await board.draw(`layout=${layout}&compare=${ids.join()}`)
    await at('cell-articles-0').waitFor()
    await board.showAll()
    const { x: edge } = (await at('comparison').boundingBox())!
    const spots = await Promise.all(
      (await board.page.evaluate(() => window.__quanmai.stage.scene.nodes())).map((id) => board.spot(id)),
    )
    expect(spots.length).toBeGreaterThan(20)
    expect(spots.filter((spot) => spot!.x > edge)).toEqual([])
    await board.shot(`compare-fit-${width}-${height}-${layout}`)
    await board.page.setViewportSize({ width: 1440, height: 900 })
  })

  it('leaves the graph more of a small window, and keeps the width that somebody chose', async () => {
    const wide = async (width: number) => {
      await board.page.setViewportSize({ width, height: 768 })
      await board.draw(`compare=${ids.join()}`)
      await at('cell-articles-0').waitFor()
      return (await at('comparison').boundingBox())!.width
    }
    expect([await wide(1024), await wide(1440)]).toEqual([464, 560])
    await at('grip').focus()
    await board.page.keyboard.press('ArrowRight')
    expect(await wide(1024)).toBe(540)
    await board.page.evaluate(() => localStorage.removeItem('comparison'))
    await board.page.setViewportSize({ width: 1440, height: 900 })
  })

  it('brings what follows in a long list when it is asked for, and saves all of it', async () => {
    const places = [await board.idOf('济南'), await board.idOf('济南市市中区')]
    const all = await board.post<Comparison>('/api/compare', { ids: places, most: 500 })
    const strategies = all.rows.find(({ kind }) => kind === 'Strategy')!.cells[0]!
    expect(strategies.total).toBeGreaterThan(20)
    await board.open(`compare=${places.join()}`, { lang: 'en' })
    expect(await board.page.locator('[data-testid=row-Strategy] th').textContent()).toBe('Strategies')
    await at('cell-Strategy-0').click()
    const entities = at('opened').locator('[data-testid=compared-entity]')
    await entities.first().waitFor()
    expect(await entities.count()).toBe(20)
    await at('opened')
      .getByText(`Show ${strategies.total - 20} more`)
      .click()
    await entities.nth(strategies.total - 1).waitFor()
    expect(await entities.locator('span:not([class])').allTextContents()).toEqual(
      strategies.items.map(({ name, beside }) => `${name} ${beside ?? ''}`),
    )
    expect(await at('opened').locator('[data-testid=more-items]').count()).toBe(0)
    const waiting = board.page.waitForEvent('download')
    await board.click('comparison-csv')
    const text = readFileSync(await (await waiting).path(), 'utf8')
    expect(strategies.items.filter(({ name }) => !text.includes(name))).toEqual([])
  })

  it('brings what follows of what is measured, and of the facts of one measure, when it is asked for', async () => {
    // two of whom one is measured twice by what the other is measured by, and two who have another measure in common
    const SHARED = `MATCH (e:Entity)-[:HAS_FACT]->(f:Fact), (o:Entity)-[:HAS_FACT]->(g:Fact)
      WHERE e.id <> o.id AND f.metric = g.metric AND f.unit = g.unit AND f.metric <> ''`
    const firstOf = async (query: string, parameters = {}) =>
      (await board.post<CypherResponse>('/api/cypher', { query, parameters })).rows[0]!.map(String)
    const [twice, other, measure] = await firstOf(
      `${SHARED} WITH e.id AS twice, o.id AS other, f.metric AS measure, count(DISTINCT f.id) AS n
       WHERE n > 1 RETURN twice, other, measure ORDER BY twice, other, measure LIMIT 1`,
    )
    const more = await firstOf(
      `${SHARED} AND f.metric <> $measure RETURN e.id AS one, o.id AS other ORDER BY one, other LIMIT 1`,
      { measure },
    )
    const several = [...new Set([twice!, other!, ...more])]
    const { metrics } = await board.post<Comparison>('/api/compare', { ids: several })
    expect(metrics.total).toBeGreaterThan(1)
    const n = metrics.items.findIndex(({ cells }) => cells.some(({ total }) => total > 1))
    const column = metrics.items[n]!.cells.findIndex(({ total }) => total > 1)
    const { total, items } = metrics.items[n]!.cells[column]!
    // the page is handed one of each list, so that something follows in a small graph, too
    await board.page.route('**/api/compare', (route) =>
      route.continue({ postData: JSON.stringify({ ids: several, most: 1 }) }),
    )
    await board.open(`compare=${several.join()}`)
    const heads = at('compared-metrics').locator('th[scope=row]')
    await heads.first().waitFor()
    expect(await at('compared-metrics').locator('th[scope=rowgroup]').textContent()).toBe(
      `数据 · ${metrics.total}`,
    )
    expect(await heads.count()).toBe(1)
    await at('compared-metrics')
      .getByText(`再看 ${metrics.total - 1} 个`)
      .click()
    await heads.nth(metrics.total - 1).waitFor()
    expect((await heads.allTextContents()).map((head) => head.split(' · ')[0])).toEqual(
      metrics.items.map(({ metric }) => metric),
    )
    await at(`cell-fact${n}-${column}`).click()
    const sentences = at('opened').locator('[data-testid=evidence]')
    await sentences.first().waitFor()
    if ((await sentences.count()) < total) await at('opened').locator('[data-testid=more-items]').click()
    await sentences.nth(total - 1).waitFor()
    const amounts = at('opened').locator('.amount')
    expect(await amounts.locator('small:not(.muted)').allTextContents()).toEqual(
      items.map(({ period }) => periodWord(period, 'zh')),
    )
    expect(await amounts.locator('small.muted').allTextContents()).toEqual(
      items.map((fact) => fact.metric).filter((own) => own !== metrics.items[n]!.metric),
    )
    expect(await at('opened').locator('[data-testid=more-items]').count()).toBe(0)
    expect(await board.stumbles()).toEqual([])
    await board.shot('compare-facts-paged')
    await board.page.unroute('**/api/compare')
  })

  it('takes four at most', async () => {
    await board.draw()
    const five = (await board.strategies()).slice(0, 5)
    await board.select(five)
    expect(await at('compare').isDisabled()).toBe(true)
    expect(await at('compare').getAttribute('title')).toBe('最多对比 4 个')
  })

  it('lies whole over the screen of a phone', async () => {
    await board.page.setViewportSize({ width: 390, height: 844 })
    await board.open(`compare=${ids.join()}`)
    await at('cell-articles-0').waitFor()
    const box = (await at('comparison').boundingBox())!
    expect([box.x, box.width]).toEqual([0, 390])
    expect(
      await at('comparison').evaluate((panel) => panel.scrollWidth - panel.clientWidth),
    ).toBeLessThanOrEqual(0)
    // no word of a heading is broken, nor of what several are, nor of how two are tied
    const four = [...ids, await board.idOf('济中智造港'), await board.idOf('榆济管道公司')]
    await board.open(`compare=${four.join()}`, { lang: 'en' })
    await at('cell-articles-0').waitFor()
    const words = board.page.locator(
      '.compared th[scope=row], .compared thead .kind, .compared [data-testid=compared-step]',
    )
    const broken = await words.evaluateAll((heads) =>
      heads.flatMap((head) => {
        const text = [...head.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)
        if (!text) return []
        return [...text.textContent!.matchAll(/[a-z]+/gi)].flatMap(({ index, 0: word }) => {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          return range.getClientRects().length > 1 ? [word] : []
        })
      }),
    )
    expect(broken).toEqual([])
    // no number runs into the next column's
    const measured = ['山东新金融产业园', '济中智造港', '国家超级计算济南中心科技园', '市中区']
    const own = await Promise.all(measured.map((name) => board.idOf(name)))
    await board.open(`compare=${own.join()}`)
    await at('cell-articles-0').waitFor()
    const lines = await board.page.locator('.compared .amount').evaluateAll((amounts) =>
      amounts.flatMap((amount) => {
        const { right } = amount.closest('td')!.getBoundingClientRect()
        const range = document.createRange()
        range.selectNodeContents(amount)
        return [...range.getClientRects()].map((line) => line.right - right)
      }),
    )
    expect(lines.length).toBeGreaterThan(measured.length)
    expect(Math.max(...lines)).toBeLessThanOrEqual(0.5)
    await board.shot('compare-phone')
    await board.click('close-comparison')
    await at('comparison').waitFor({ state: 'detached' })
  })

  it('wrote nothing to the console that is an error', () => {
    expect(board.errors).toEqual([])
  })
})
