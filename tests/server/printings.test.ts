/** What the API says of an article that was read from several files and pages. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestPaths } from '../../ingest/run.ts'
import type { ArticleDetail, ArticlesResponse } from '../../model/api.ts'
import { printedThrice } from '../printings.ts'
import { type Server, serverWith } from './ask.ts'

let server: Server
const folder = mkdtempSync(join(tmpdir(), 'quanmai-printings-'))
beforeAll(async () => {
  server = await serverWith({ nodes: [], edges: [] })
  for (const [name, text] of Object.entries(printedThrice())) writeFileSync(join(folder, name), text)
  await ingestPaths(server.store, [folder], { workers: 0 })
}, 60_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('an article that was printed three times', () => {
  const list = (query = '') => server.get<ArticlesResponse>(`/api/articles${query}`)

  it('is one in the list, under each of its publishers', async () => {
    const { articles, sources, total } = await list()
    expect(total).toBe(1)
    expect([articles[0]!.source, articles[0]!.alsoIn]).toEqual(['云州日报', ['临江发布', '转载网']])
    expect(sources).toEqual(
      expect.arrayContaining(['云州日报', '临江发布', '转载网'].map((source) => ({ source, count: 1 }))),
    )
    for (const name of ['云州日报', '转载网', '不存在网'])
      expect((await list(`?source=${encodeURIComponent(name)}`)).total).toBe(name === '不存在网' ? 0 : 1)
    expect((await list(`?q=${encodeURIComponent('转载网')}`)).total).toBe(1)
  })

  it('tells every printing, its editor and what was set aside', async () => {
    const { articles } = await list()
    const article = await server.get<ArticleDetail>(`/api/articles/${articles[0]!.id}`)
    expect(article.printings).toEqual([
      { source: '云州日报', title: '青石湾科创园首批企业入驻', date: '2024-05-06', url: '', file: 'a.html' },
      { source: '临江发布', title: '青石湾科创园首批企业入驻', date: '2024-05-07', url: '', file: 'b.txt' },
      {
        source: '转载网',
        title: '一园区迎来首批企业',
        date: '2024-05-08',
        url: 'https://news.example.cn/c.html',
        file: 'c.html',
      },
    ])
    expect(article.editors).toEqual(['林一舟'])
    expect(article.frame).toEqual(expect.arrayContaining(['责任编辑:林一舟', '友情链接:示例网 另一网']))
    expect(article.text).not.toContain('友情链接')
  })
})
