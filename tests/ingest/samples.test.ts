import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanArticle } from '../../ingest/clean/clean.ts'
import { readAll } from '../../ingest/run.ts'
import type { EntityType } from '../../model/ontology.ts'
import { cleanTextOf, goldOf, hasGold } from './gold.ts'

const SAMPLES = join(import.meta.dirname, '../../samples')
const { raws, failures } = await readAll([SAMPLES])
const articles = raws.map(cleanArticle)
const SEEDS = hasGold ? ['seed-0', 'seed-1'] : []
const plain = (text: string) => text.normalize('NFKC').replace(/[\s“”‘’"'《》()·]/gu, '')

describe('the samples', () => {
  it('are twelve to sixteen articles, each with title and date', () => {
    expect(failures).toEqual([])
    expect(articles.length).toBeGreaterThanOrEqual(12)
    expect(articles.length).toBeLessThanOrEqual(16)
    expect(articles.filter((a) => !a.title || !a.date).map((a) => a.file)).toEqual([])
    expect(articles.filter((a) => a.text.length < 200).map((a) => a.file)).toEqual([])
  })

  it('come as text, page, Markdown and JSON Lines, in GB18030 and in glossed Traditional characters', () => {
    const files = readdirSync(SAMPLES)
    expect([...new Set(files.map((file) => file.split('.').at(-1)))].sort()).toEqual([
      'html',
      'jsonl',
      'md',
      'txt',
    ])
    const bytes = (part: string) => readFileSync(join(SAMPLES, files.find((f) => f.includes(part))!))
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes('gb18030'))).toThrow()
    expect(bytes('信號燈').toString()).toContain('區(qū)')
    const glossed = articles.find((a) => a.file.includes('信號燈'))!
    expect(glossed.title).toBe('网格里的信号灯：市中区的基层治理')
  })

  it('leave navigation and footer of the saved page out', () => {
    const page = articles.find((a) => a.file.endsWith('.html'))!
    expect(page.text).toContain('山东新金融产业园')
    expect(page.text).not.toMatch(/首页|相关阅读|排行榜|版权/)
  })
})

describe.skipIf(!hasGold)('the samples beside the seeds (skipped where ../shared is missing)', () => {
  const told = plain(articles.map((a) => a.text).join('\n'))
  const wanted = new Set<EntityType>(['Strategy', 'Park', 'Institute', 'Company', 'Project'])

  it.each(SEEDS)('name every strategy, park, institute, company and project of %s', (id) => {
    const missing = goldOf(id)
      .entities.filter((e) => !e.optional && wanted.has(e.type))
      .filter((e) => ![e.name, ...e.surface].some((form) => told.includes(plain(form))))
    expect(missing.map((e) => e.name)).toEqual([])
  })

  it.each(SEEDS)('repeat no sentence of %s', (id) => {
    const han = (text: string) => text.match(/[\p{Script=Han}\d]+/gu)!.join('')
    const seed = han(cleanTextOf(id))
    const repeated = articles.flatMap((a) => {
      const text = han(a.text)
      const starts = [...Array(Math.max(0, text.length - 25)).keys()]
      return starts.map((at) => text.slice(at, at + 26)).filter((run) => seed.includes(run))
    })
    expect(repeated).toEqual([])
  })
})
