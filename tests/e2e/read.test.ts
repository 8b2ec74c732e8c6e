import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  ArticleDetail,
  ArticlesResponse,
  CypherResponse,
  EntityDetail,
  EvidenceResponse,
  TraceResponse,
} from '../../model/api.ts'
import { printedThrice } from '../printings.ts'
import { type Desk, openDesk, openDeskOn } from './desk.ts'

describe('reading', () => {
  let desk: Desk
  let list: ArticlesResponse
  const at = (testid: string): Locator => desk.page.locator(`[data-testid=${testid}]`)
  const names = () => at('reader').locator('.name')

  beforeAll(async () => {
    desk = await openDesk()
    list = await desk.get<ArticlesResponse>('/api/articles')
  }, 180_000)
  afterAll(() => desk?.close())

  it('finds articles by title, publisher and year', async () => {
    await desk.open('view=read')
    await at('article').first().waitFor()
    expect(await at('article').count()).toBe(list.total)
    const { title } = list.articles[2]!
    await at('article-search').fill(title.slice(0, 6))
    await at('article-total').filter({ hasText: /^1 篇/ }).waitFor()
    expect(await at('article').first().textContent()).toContain(title)
    await at('article-search').fill('无此文章')
    await desk.page
      .getByText('没有相符的文章。这里找的是标题和来源：换个词，或用上面的搜索框找名称。')
      .waitFor()
    await at('article-search').fill('')
    const [year] = list.years
    await at('pick-year').selectOption(year!.year)
    await at('article-total')
      .filter({ hasText: `${year!.count} 篇` })
      .waitFor()
    const [source] = list.sources
    await at('pick-year').selectOption('')
    await at('pick-publisher').selectOption(source!.source)
    await at('article-total')
      .filter({ hasText: `${source!.count} 篇` })
      .waitFor()
    await desk.shot('read-list')
  })

  it('is found again as it was left', async () => {
    await desk.open('view=read')
    await at('article').first().waitFor()
    const top = () => desk.page.locator('.articles').evaluate((e) => e.scrollTop)
    await desk.page.locator('.articles').evaluate((e) => {
      e.scrollTop = 90
    })
    expect(await top()).toBe(90)
    await desk.page.waitForTimeout(200)
    await at('article').nth(5).click()
    await at('reader').waitFor()
    await at('all-articles').click()
    await at('article').first().waitFor()
    expect(await top()).toBe(90)
    const { title } = list.articles[2]!
    await at('article-search').fill(title.slice(0, 6))
    await at('article-total').filter({ hasText: /^1 篇/ }).waitFor()
    await at('article').first().click()
    await at('reader').waitFor()
    await at('rail-trace').click()
    await at('rail-read').click()
    await at('all-articles').click()
    await at('article-total').filter({ hasText: /^1 篇/ }).waitFor()
    expect(await at('article-search').inputValue()).toBe(title.slice(0, 6))
  })

  it('shows who a name is when the pointer or the keyboard comes to it', async () => {
    const { id } = list.articles[1]!
    await desk.open(`view=read&article=${id}`)
    const article = await desk.get<ArticleDetail>(`/api/articles/${id}`)
    await names().first().hover()
    await at('hover-card').waitFor()
    const word = await names().first().textContent()
    const mention = article.mentions.find(({ start, end }) => article.text.slice(start, end) === word)!
    expect(await at('hover-card').textContent()).toContain(mention.name)
    await desk.page.mouse.move(5, 5)
    await at('hover-card').waitFor({ state: 'detached' })
    await names().nth(1).focus()
    await at('hover-card').waitFor()
    await desk.shot('read-article')
  })

  it('goes from a name to its evidence and to the graph', async () => {
    await names().first().click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await at('show-in-graph').click()
    await desk.page.waitForFunction(() => (window as { __quanmai?: { ready: boolean } }).__quanmai?.ready)
    expect(desk.page.url()).toContain('view=explore')
  })

  it('leaves a type unmarked, and leads to where an entity stands', async () => {
    await desk.open(`view=read&article=${list.articles[1]!.id}`)
    await names().first().waitFor()
    const before = await names().count()
    await at('entity-index').locator('.type-toggle').first().click()
    expect(await names().count()).toBeLessThan(before)
    await at('entity-index').locator('.type-toggle').first().click()
    expect(await names().count()).toBe(before)
    await at('entity-index').locator('li button').last().click()
    await at('inspector').waitFor()
    expect(await at('reader').locator('.name.chosen').count()).toBeGreaterThan(0)
    await at('close-inspector').click()
    await at('margin-map').click({ position: { x: 6, y: 300 } })
  })

  it('opens a sentence at its address', async () => {
    const { id } = list.articles[1]!
    const { sentences, text } = await desk.get<ArticleDetail>(`/api/articles/${id}`)
    const last = sentences.at(-1)!
    await desk.open(`view=read&article=${id}&sentence=${encodeURIComponent(last.id)}`)
    const here = at('reader').locator('.sentence.here')
    await here.waitFor()
    expect(await here.textContent()).toBe(text.slice(last.start, last.end))
    expect(await here.isVisible()).toBe(true)
    await at('sentence-tools').waitFor()
    await desk.shot('read-sentence')
    // served to others without TLS, a page has no clipboard of its own
    await desk.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await at('copy-address').first().click()
    await at('copy-address').filter({ hasText: '已复制' }).first().waitFor()
  })

  it('shows an entity with its stages, numbers, names and relations, each down to the sentence', async () => {
    const id = await desk.idOf('济中智造港')
    const detail = await desk.get<EntityDetail>(`/api/entities/${id}`)
    await desk.open(`view=read&id=${id}`)
    const inspector = at('inspector')
    await inspector.locator('h2').filter({ hasText: detail.name }).waitFor()
    if (detail.statuses.length > 0) {
      await at('stages').locator('summary').first().click()
      await at('stages').locator('[data-testid=evidence]').first().waitFor()
    }
    expect(await inspector.textContent()).toContain(detail.aliases[0]!)
    const [relation] = detail.relationCounts
    await at(`relation-${relation!.type}-${relation!.direction}`).click()
    await at('related').first().click()
    await inspector.locator('[data-testid=evidence]').first().waitFor()
    // and back, to the list as it was left
    await inspector.locator('.stone').filter({ hasText: detail.name }).click()
    await at('related').first().waitFor()
    expect(desk.errors).toEqual([])
  })

  it('sets in bold the words by which the rule went', async () => {
    const { rows } = await desk.post<CypherResponse>('/api/cypher', {
      query:
        'MATCH (a:Entity)-[r:LOCATED_IN]->(b:Entity) RETURN a.id AS a, b.id AS b, r.cueStarts AS starts, r.cueEnds AS ends ORDER BY a, b',
    })
    const [from, to, starts, ends] = rows.find(([, , own]) => {
      const [first, another] = own as number[]
      return first! >= 0 && another === undefined
    }) as [string, string, number[], number[]]
    const { evidence } = await desk.get<EvidenceResponse>(
      `/api/entities/${from}/evidence?with=${to}&type=LOCATED_IN`,
    )
    const { text, start } = evidence[0]!
    await desk.open(`view=explore&edge=LOCATED_IN:${from}:${to}`)
    const bold = at('inspector').locator('[data-testid=evidence] .cue')
    await bold.first().waitFor()
    expect((await bold.allInnerTexts()).join('')).toBe(text.slice(starts[0]! - start, ends[0]! - start))
    await desk.shot('evidence-cue')
  })

  it('underlines both ends of a relation and sets its cue in bold', async () => {
    const park = await desk.idOf('济中智造港')
    const { chains } = await desk.get<TraceResponse>(`/api/trace?from=${park}`)
    const { to, relation } = chains[0]!.steps[0]!
    const { evidence } = await desk.get<EvidenceResponse>(
      `/api/entities/${park}/evidence?with=${to.id}&type=${relation}`,
    )
    await desk.open(`view=trace&trace=${park}`)
    await at('chain-step').first().click()
    const first = at('inspector').locator('[data-testid=evidence]').first()
    await first.waitFor()
    expect(await first.locator('mark').count()).toBeGreaterThan(0)
    const { text, start, cue } = evidence[0]!
    expect((await first.locator('.cue').allInnerTexts()).join('')).toBe(
      cue ? text.slice(cue.start - start, cue.end - start) : '',
    )
    await desk.shot('evidence-edge')
    await first.locator('[data-testid=open-article]').click()
    await at('reader').locator('.sentence.here').waitFor()
  })

  it('pages through many sentences', async () => {
    const { subgraph } = await desk.get<{
      subgraph: { nodes: { id: string; properties: { mentionCount: number } }[] }
    }>('/api/graph?limit=200')
    const most = subgraph.nodes.sort((a, b) => b.properties.mentionCount - a.properties.mentionCount)[0]!
    const { total } = await desk.get<EvidenceResponse>(`/api/entities/${most.id}/evidence`)
    await desk.open(`view=read&id=${most.id}`)
    const evidence = at('inspector').locator('section').last().locator('[data-testid=evidence]')
    await evidence.first().waitFor()
    expect(total).toBeGreaterThan(10)
    expect(await evidence.count()).toBe(10)
    await at('more-evidence').click()
    await desk.page.waitForFunction(
      (n) =>
        document.querySelectorAll('[data-testid=inspector] > section:last-of-type [data-testid=evidence]')
          .length > n,
      10,
    )
  })

  it('widens the panel by keyboard and keeps it', async () => {
    await at('grip').focus()
    await desk.page.keyboard.press('ArrowLeft')
    expect(await at('grip').getAttribute('aria-valuenow')).toBe('400')
    await desk.page.reload()
    expect(await at('grip').getAttribute('aria-valuenow')).toBe('400')
  })

  it('is a full sheet on a phone', async () => {
    await desk.page.setViewportSize({ width: 390, height: 844 })
    await desk.open(`view=read&article=${list.articles[1]!.id}`)
    await names().first().click()
    const box = (await at('inspector').boundingBox())!
    expect([box.x, box.y, box.width]).toEqual([0, 0, 390])
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    await desk.shot('read-phone')
    await at('close-inspector').click()
    await desk.page.setViewportSize({ width: 1440, height: 900 })
  })

  it.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const)('has nothing serious to stumble on in %s, %s', async (lang, theme) => {
    await desk.open('view=read', { lang, theme })
    await at('article').first().click()
    await names().first().click()
    await at('inspector').locator('[data-testid=evidence]').first().waitFor()
    expect(await desk.stumbles()).toEqual([])
    await desk.shot(`read-${lang}-${theme}`)
  })

  it('wrote nothing to the console that is an error', () => {
    expect(desk.errors).toEqual([])
  })
})

describe('an article that was printed three times', () => {
  let desk: Desk
  const at = (testid: string): Locator => desk.page.locator(`[data-testid=${testid}]`)

  beforeAll(async () => {
    desk = await openDeskOn(printedThrice())
  }, 180_000)
  afterAll(() => desk?.close())

  it('says in the list who else printed it, and is found under each', async () => {
    await desk.open('view=read')
    await at('article').first().waitFor()
    expect(await at('article').count()).toBe(1)
    expect(await at('article').textContent()).toContain('亦见于 临江发布、转载网')
    await at('pick-publisher').selectOption('转载网')
    await at('article-total').filter({ hasText: '1 篇' }).waitFor()
    await desk.shot('read-reprints-list')
  })

  it('shows every printing and what was set aside when they are asked for', async () => {
    await at('article').click()
    const printings = at('printings')
    await printings.waitFor()
    expect(await printings.locator('summary').textContent()).toBe('亦见于 临江发布、转载网 · 共 3 份')
    expect(await at('printing').first().isVisible()).toBe(false)
    await desk.shot('read-reprints-closed')
    await printings.locator('summary').click()
    expect(await at('printing').allTextContents()).toEqual([
      '云州日报 · 2024-05-06 · a.html',
      '临江发布 · 2024-05-07 · b.txt',
      '转载网 · 2024-05-08 · 一园区迎来首批企业 · 网页原文',
    ])
    expect(await printings.locator('a').getAttribute('href')).toBe('https://news.example.cn/c.html')
    expect(await at('reader').textContent()).toContain('编辑 林一舟')
    await at('frame').locator('summary').click()
    expect(await at('frame').locator('p').textContent()).toContain('友情链接:示例网 另一网')
    await desk.shot('read-reprints')
  })

  it.each([
    ['zh', 'dark'],
    ['en', 'light'],
  ] as const)('reads well on a phone in %s, %s', async (lang, theme) => {
    await desk.page.setViewportSize({ width: 390, height: 844 })
    await desk.open('view=read', { lang, theme })
    await at('article').first().click()
    await at('printings').locator('summary').click()
    await at('frame').locator('summary').click()
    expect(await desk.stumbles()).toEqual([])
    await desk.shot(`read-reprints-${lang}-${theme}`)
    expect(desk.errors).toEqual([])
  })
})
