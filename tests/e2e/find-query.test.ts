import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticlesResponse, OwnQuery, SearchResponse } from '../../model/api.ts'
import { ENTITY_TYPES } from '../../model/ontology.ts'
import { foldName } from '../../server/find/fold.ts'
import { type Desk, openDesk } from './desk.ts'

describe('finding and asking', () => {
  let desk: Desk
  const at = (testid: string): Locator => desk.page.locator(`[data-testid=${testid}]`)
  const press = (keys: string) => desk.page.keyboard.press(keys)

  beforeAll(async () => {
    desk = await openDesk()
  }, 180_000)
  afterAll(() => desk?.close())

  describe('the search box', () => {
    it('finds by part, Traditional, pinyin and initials, and says why, by keyboard alone', async () => {
      await desk.open('view=read')
      await at('article').first().waitFor()
      for (const [text, why] of [
        ['活力区', '战略'],
        ['中央活力區', '战略'],
        ['zhongyang', '拼音'],
        ['zyhlq', '首字母'],
      ] as const) {
        await press('ControlOrMeta+k')
        await desk.page.keyboard.type(text)
        await at('hit').filter({ hasText: '中央活力区' }).filter({ hasText: why }).first().waitFor()
        await press('Escape')
        await press('Escape')
      }
      await press('/')
      await desk.page.keyboard.type('zyhlq')
      await at('hit').filter({ hasText: '中央活力区' }).first().waitFor()
      await desk.shot('find')
      await press('Enter')
      await at('inspector').locator('h2').filter({ hasText: '中央活力区' }).waitFor()
      // the keyboard goes on where it opened
      await desk.page.waitForFunction(() => document.activeElement?.matches('[data-testid=inspector]'))
      expect(await at('search-input').getAttribute('aria-expanded')).toBe('false')
    })

    it('opens what was typed, however fast Enter comes', async () => {
      await press('ControlOrMeta+k')
      await desk.page.keyboard.type('国家超级计算')
      await at('hit').first().waitFor()
      await at('search-input').fill('济中智造港')
      await press('Enter')
      await at('inspector').locator('h2').filter({ hasText: '济中智造港' }).waitFor()
    })

    it('says which alias it was', async () => {
      const { subgraph } = await desk.get<{ subgraph: { nodes: { properties: Record<string, unknown> }[] } }>(
        '/api/graph?limit=200',
      )
      const named = subgraph.nodes.map(({ properties: p }) => ({
        name: String(p.name),
        alias: ((p.aliases ?? []) as string[]).find(
          (own) => !foldName(String(p.name)).includes(foldName(own)),
        ),
      }))
      const { alias } = named.find((own) => own.alias)!
      await press('ControlOrMeta+k')
      await desk.page.keyboard.type(alias!)
      await at('hit')
        .filter({ hasText: `别名 ${alias}` })
        .first()
        .waitFor()
      // a long alias is cut where there is no room for it: its type is not
      const why = await at('hit').first().locator('.why').innerText()
      expect(Object.values(ENTITY_TYPES).some(({ zh }) => why.startsWith(zh))).toBe(true)
      await press('Escape')
      await press('Escape')
    })

    it('finds articles by the sound of their titles, and remembers what was opened', async () => {
      const { articles } = await desk.get<ArticlesResponse>('/api/articles')
      const { title } = articles[1]!
      const { articles: found } = await desk.get<SearchResponse>(
        `/api/search?q=${encodeURIComponent(title.slice(0, 5))}`,
      )
      expect(found[0]!.title).toBe(title)
      await press('ControlOrMeta+k')
      await desk.page.keyboard.type(title.slice(0, 5))
      await at('article-hit').filter({ hasText: title }).first().click()
      await at('reader').waitFor()
      await press('ControlOrMeta+k')
      expect(await at('recent').allTextContents()).toEqual([
        title,
        expect.stringContaining('济中智造港'),
        expect.stringContaining('中央活力区'),
      ])
      await press('Enter')
      await at('reader').waitFor()
    })

    it('runs actions and opens saved queries', async () => {
      await press('ControlOrMeta+k')
      await desk.page.keyboard.type('qtdl')
      await desk.page.locator('[data-testid=action-goGaps][aria-selected=true]').waitFor()
      await press('Enter')
      await at('gaps').waitFor()
      await press('ControlOrMeta+k')
      await desk.page.keyboard.type('添加文章')
      await desk.page.locator('[data-testid=action-ownArticles][aria-selected=true]').waitFor()
      await press('Enter')
      await at('own-articles').waitFor()
      await press('ControlOrMeta+k')
      await desk.page.keyboard.type('touzie')
      await at('query-hit').first().click()
      await at('editor').waitFor()
      await desk.page.waitForFunction(() =>
        document.querySelector('[data-testid=editor]')?.textContent?.includes('亿元'),
      )
    })

    it('says what to do where nothing matches', async () => {
      await press('ControlOrMeta+k')
      await desk.page.keyboard.type('查无此人也')
      expect(await at('no-hits').textContent()).toContain('换个说法')
      await press('Escape')
      await press('Escape')
    })

    it('is a full sheet on a phone', async () => {
      await desk.page.setViewportSize({ width: 390, height: 844 })
      await desk.open('view=read')
      await at('search-input').click()
      await desk.page.keyboard.type('中央')
      await at('hit').first().waitFor()
      expect((await desk.page.locator('search').boundingBox())!.height).toBeGreaterThan(700)
      await desk.shot('find-phone')
      await desk.page.setViewportSize({ width: 1440, height: 900 })
    })
  })

  describe('the query console', () => {
    const write = async (text: string) => {
      await at('editor').fill(text)
      await press('Escape')
    }

    it.each([1440, 1200])('makes room for what is chosen of its rows, %i wide', async (width) => {
      await desk.page.setViewportSize({ width, height: 900 })
      await desk.open('view=query')
      await write('MATCH (s:Strategy) RETURN s LIMIT 3')
      await at('run').click()
      await at('table').locator('.value').first().click()
      const { x: edge } = (await at('inspector').boundingBox())!
      for (const part of [at('editor'), at('table'), desk.page.locator('.saved')]) {
        const box = (await part.boundingBox())!
        expect(box.x + box.width).toBeLessThanOrEqual(edge)
        expect(box.width).toBeGreaterThan(200)
      }
      await desk.shot(`query-beside-${width}`)
      await desk.page.setViewportSize({ width: 1440, height: 900 })
    })

    it('completes labels, types and properties', async () => {
      await desk.open('view=query')
      await at('editor').waitFor()
      await at('editor').fill('')
      await at('editor').click()
      await desk.page.keyboard.type('MATCH (n:Par')
      await desk.page.locator('.cm-tooltip-autocomplete').getByText('Park', { exact: true }).waitFor()
      await desk.shot('query-complete')
      await press('Enter')
      expect(await at('editor').textContent()).toContain('(n:Park')
      await press('Escape')
    })

    it('shows a thousand rows as a table that makes those in sight', async () => {
      await write('UNWIND range(1, 1000) AS n RETURN n')
      await press('ControlOrMeta+Enter')
      await at('table').locator('tbody tr').first().waitFor()
      expect(await at('outcome').textContent()).toContain('1000 行')
      expect(await at('table').locator('tbody tr').count()).toBeLessThan(80)
      await at('result').evaluate((holder) => holder.scrollTo(0, holder.scrollHeight))
      await at('table').getByText('1000', { exact: true }).waitFor()
    })

    it('exports the table, and goes on to graph and evidence', async () => {
      await write('MATCH (h:Entity)-[r:SERVES]->(s:Strategy) RETURN h, r, s LIMIT 5')
      await at('run').click()
      await at('show-graph').waitFor()
      const [file] = await Promise.all([desk.page.waitForEvent('download'), at('export-csv').click()])
      expect(readFileSync((await file.path())!, 'utf8')).toMatch(/^\uFEFFh,r,s\r\n.+,SERVES,/)
      const [json] = await Promise.all([desk.page.waitForEvent('download'), at('export-rows').click()])
      const [record] = JSON.parse(readFileSync((await json.path())!, 'utf8')) as Record<string, unknown>[]
      expect(Object.keys(record!)).toEqual(['h', 'r', 's'])
      expect(record).toMatchObject({ h: { kind: 'node' }, r: { kind: 'relationship', type: 'SERVES' } })
      await desk.shot('query-table')
      await at('table').locator('button.value').first().click()
      await at('inspector').locator('[data-testid=evidence]').first().waitFor()
      // a line opens its sentences as its ends do, and is called as everywhere
      await at('table').locator('button.value[title=SERVES]').filter({ hasText: '服务于' }).first().click()
      await at('inspector').locator('h2', { hasText: '服务于' }).waitFor()
      await at('inspector').locator('[data-testid=evidence]').first().waitFor()
      await at('show-graph').click()
      await desk.page.waitForFunction(() => location.hash.includes('view=explore'))
    })

    it('shows an error at its line and column beside the query', async () => {
      await desk.open('view=query')
      await at('editor').waitFor()
      await write('MATCH (n)\nRETRUN n')
      await at('run').click()
      expect(await at('cypher-error').textContent()).toMatch(/第 2 行第 \d+ 列/)
      await desk.page.locator('.cm-lintRange-error').waitFor()
      await desk.shot('query-error')
    })

    it('calls stages by their words, and opens what is at one', async () => {
      await at('saved-stages').click()
      await at('run').click()
      const cell = at('table').locator('tbody td:nth-child(2) [title]')
      await cell.first().waitFor()
      for (const word of await cell.allTextContents()) expect(word).toMatch(/^\p{Script=Han}+$/u)
      await at('table').locator('tbody td:first-child button.value').first().click()
      await at('inspector').locator('[data-testid=stages]').waitFor()
      await press('Escape')
    })

    it('asks for what a saved query leaves open, each by its type', async () => {
      await at('saved-around').click()
      await at('run').click()
      await desk.page.getByText('先填写 $entity').waitFor()
      await at('parameter-entity').fill('中央活力区')
      await desk.page.waitForFunction(() => document.querySelectorAll('datalist option').length > 0)
      await at('parameter-entity').blur()
      await at('run').click()
      await at('table').locator('tbody tr').first().waitFor()
      await at('saved-investments-over').click()
      expect(await at('parameter-least').inputValue()).toBe('10')
      await at('parameter-least').fill('')
      await at('run').click()
      await desk.page.getByText('先填写 $least').waitFor()
      await at('parameter-least').fill('0.5')
      await at('run').click()
      await at('outcome').waitFor()
    })

    it('keeps queries of one’s own on the server, and what the browser had kept', async () => {
      await write('RETURN 41 + 1 AS answer')
      await at('query-name').fill('答案')
      await at('save-query').click()
      await at('my-query').filter({ hasText: '答案' }).waitFor()
      await desk.page.evaluate(() =>
        localStorage.setItem('queries', JSON.stringify([{ name: '从前', text: 'RETURN 2 AS two' }])),
      )
      await desk.page.reload()
      await at('my-query').filter({ hasText: '从前' }).waitFor()
      const kept = await desk.get<OwnQuery[]>('/api/own-queries')
      expect(kept.map(({ name }) => name)).toEqual(['从前', '答案'])
      await desk.page.waitForFunction(() => localStorage.getItem('queries') === null)
      await at('my-query').filter({ hasText: '答案' }).click()
      await at('run').click()
      await at('table').getByText('42', { exact: true }).waitFor()
      await at('search-input').fill('从前')
      await at('own-query-hit').click()
      await at('run').click()
      await at('table').getByText('two', { exact: true }).waitFor()
    })

    it('marks the saved query that the text is, says when it was changed, and saves over it', async () => {
      const marked = () =>
        desk.page.locator('.saved [aria-pressed]:not([aria-pressed=false])').allTextContents()
      const typed = async (keys: string, text: string) => {
        await at('editor').click()
        await press(keys)
        await desk.page.keyboard.type(text)
        await press('Escape')
      }
      await at('my-query').filter({ hasText: '答案' }).click()
      expect(await marked()).toEqual(['答案'])
      await typed('ControlOrMeta+End', ' LIMIT 1')
      expect(await marked()).toEqual(['答案已改动'])
      await desk.shot('query-changed')
      await at('save-over').click()
      await at('save-over').waitFor({ state: 'detached' })
      expect(await marked()).toEqual(['答案'])
      const kept = await desk.get<OwnQuery[]>('/api/own-queries')
      expect(kept.find(({ name }) => name === '答案')?.text).toBe('RETURN 41 + 1 AS answer LIMIT 1')

      // what is another text is no longer that query, and nothing is saved over it
      await typed('ControlOrMeta+a', 'UNWIND [1] AS other RETURN other')
      expect(await marked()).toEqual([])
      expect(await at('save-over').count()).toBe(0)

      const ours = at('saved-around')
      await ours.click()
      expect(await ours.getAttribute('aria-pressed')).toBe('true')
      await typed('ControlOrMeta+End', ' ')
      expect(await ours.getAttribute('aria-pressed')).toBe('mixed')
      // what comes with the program is saved as new
      expect(await at('save-over').count()).toBe(0)
      await at('query-name').fill('从前')
      expect(await at('save-query').textContent()).toBe('替换')
      await at('query-name').fill('周边')
      expect(await at('save-query').textContent()).toBe('保存')
      await at('save-query').click()
      await at('my-query').filter({ hasText: '周边' }).and(desk.page.locator('[aria-pressed=true]')).waitFor()
      expect(await marked()).toEqual(['周边'])
    })

    it('keeps through a reload what is not saved, and does not run it', async () => {
      let asked = 0
      const count = (request: { url(): string }) => request.url().endsWith('/api/cypher') && asked++
      await at('saved-around').click()
      await at('editor').click()
      await press('ControlOrMeta+End')
      await desk.page.keyboard.type('// 未存')
      await press('Escape')
      await at('parameter-entity').fill('济中智造港')
      await desk.page.waitForFunction(() => document.querySelectorAll('datalist option').length > 0)
      await at('parameter-entity').blur()
      const name = await at('parameter-entity').inputValue()
      desk.page.on('request', count)
      // also where another view is open meanwhile
      await at('rail-settings').click()
      await desk.page.reload()
      await at('rail-query').click()
      await at('editor').getByText('// 未存').waitFor()
      await desk.page.waitForFunction(
        (own) => document.querySelector<HTMLInputElement>('[data-testid=parameter-entity]')?.value === own,
        name,
      )
      expect(await at('saved-around').getAttribute('aria-pressed')).toBe('mixed')
      await desk.page.getByText('写 Cypher，或挑一个已存查询').waitFor()
      expect(asked).toBe(0)
      desk.page.off('request', count)
      await at('run').click()
      await at('table').locator('tbody tr').first().waitFor()
    })

    it('stays empty where all of a query was deleted', async () => {
      await at('my-query').filter({ hasText: '答案' }).click()
      await at('editor').click()
      await press('ControlOrMeta+a')
      await press('Delete')
      await at('editor').locator('.cm-placeholder').waitFor()
      expect(await at('save-query').isDisabled()).toBe(true)
    })

    it('stops a query that runs too long', async () => {
      await write(
        'UNWIND range(1, 4000) AS a UNWIND range(1, 4000) AS b UNWIND range(1, 400) AS c RETURN count(*) AS n',
      )
      await at('run').click()
      await at('stop').click()
      expect(await at('run-status').textContent()).toBe('已停止')
      await write('RETURN 1 AS one')
      await at('run').click()
      await at('table').getByText('1', { exact: true }).waitFor()
    })
  })

  it.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const)('has nothing serious to stumble on in %s, %s', async (lang, theme) => {
    await desk.open('view=query', { lang, theme })
    await at('editor').waitFor()
    await at('run').click()
    await at('table').waitFor()
    expect(await desk.stumbles()).toEqual([])
    await press('ControlOrMeta+k')
    await at('search-input').fill('中央')
    await at('hit').first().waitFor()
    expect(await desk.stumbles()).toEqual([])
    await desk.shot(`query-${lang}-${theme}`)
  })

  it('wrote nothing to the console that is an error', () => {
    expect(desk.errors.filter((text) => !/status of 40\d|status of 499/.test(text))).toEqual([])
  })
})
