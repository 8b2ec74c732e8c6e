/** Every format × encoding × kind of noise gives the same article. */
import * as OpenCC from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { articlesOf, type ParseOptions } from '../../../ingest/read/parse.ts'
import { held } from '../../../ingest/read/source.ts'
import type { Article } from '../../../model/article.ts'
import { ENCODERS, type Encoding } from './encode.ts'
import {
  AUTHOR,
  BODY,
  csvOf,
  DATE,
  docxOf,
  linesOf,
  mhtmlOf,
  NOISE,
  pageOf,
  pdfOf,
  type Scrape,
  SOURCE,
  TITLE,
} from './fixture.ts'

async function read(name: string, bytes: Uint8Array, options: ParseOptions = {}): Promise<Article> {
  for await (const item of articlesOf(held(name, name, bytes), options)) {
    if ('article' in item) return cleanArticle(item.article)
    if ('error' in item) throw item.error
  }
  throw new Error('no article')
}

/** The article without its frame and without what differs by layout alone. */
const said = ({ text, asides }: Article): string => {
  const rest = asides.reduceRight((kept, { start, end }) => kept.slice(0, start) + kept.slice(end), text)
  return rest.replace(/\s+/g, '').replace(/科学$/, '')
}
const WANTED = [TITLE, ...BODY].join('').replace(/\s+/g, '')
const expectArticle = (article: Article) => {
  expect(said(article).replace('科学', '')).toBe(WANTED)
  expect(article).toMatchObject({ title: TITLE, date: DATE, source: SOURCE, authors: [AUTHOR] })
}

const record = ({ title, body, after }: Scrape) => ({
  标题: title,
  正文: [...body, ...after].join('\n'),
  日期: DATE,
  来源: SOURCE,
  作者: AUTHOR,
})
const TEXTUAL: Record<string, (scrape: Scrape, charset: string) => string> = {
  'a.txt': (scrape) => linesOf(scrape).join('\n'),
  'a.md': (scrape) => [`# ${scrape.title}`, ...scrape.before, ...scrape.body, ...scrape.after].join('\n\n'),
  'a.html': pageOf,
  'a.json': (scrape) => JSON.stringify({ data: { list: [record(scrape)] } }),
  'a.jsonl': (scrape) => `${JSON.stringify(record(scrape))}\n`,
  'a.csv': (scrape) => csvOf([Object.keys(record(scrape)), Object.values(record(scrape))]),
  'a.tsv': (scrape) =>
    csvOf([Object.keys(record(scrape)), Object.values(record(scrape))]).replaceAll('","', '"\t"'),
}
const PACKED: Record<string, (scrape: Scrape) => Uint8Array> = {
  'a.mhtml': mhtmlOf,
  'a.docx': (scrape) => docxOf(linesOf(scrape)),
  'a.pdf': (scrape) => pdfOf(linesOf(scrape)),
}
const traditional = OpenCC.Converter({ from: 'cn', to: 'tw' })
const EDITED = NOISE['the frame of a page']!

describe('what is set aside', () => {
  it.each(Object.keys(TEXTUAL))(
    'stays with an article that was read as %s, with its editor',
    async (name) => {
      const article = await read(name, Buffer.from(TEXTUAL[name]!(EDITED, '')))
      const { text, asides, frame = [] } = article
      const kept = [...asides.map(({ start, end }) => text.slice(start, end)), ...frame].join('\n')
      for (const line of EDITED.after) expect(kept).toContain(line)
      expect(article.editors).toEqual(['林一舟'])
    },
  )

  it('holds what a page has round its article', async () => {
    const { frame, editors, text } = await read(
      'a.html',
      Buffer.from(
        pageOf(NOISE.none!).replace(
          '<footer>',
          '<footer><p>责任编辑:林一舟</p><p>友情链接:示例网</p><p>主辦單位:雲州日報社</p>',
        ),
      ),
    )
    expect(frame).toEqual(
      expect.arrayContaining(['责任编辑:林一舟', '友情链接:示例网', '主办单位:云州日报社', '关于我们']),
    )
    expect(editors).toEqual(['林一舟'])
    for (const line of BODY) expect(frame!.join('\n')).not.toContain(line)
    expect(text).not.toContain('林一舟')
  })

  it('is no more than a screen or two of a page that lists all that its site has', async () => {
    const links = Array.from({ length: 3_000 }, (_, i) => `<li><a href="/${i}">示例栏目之${i}</a></li>`)
    const page = pageOf(NOISE.none!).replace('<footer>', `<footer><ul>${links.join('')}</ul>`)
    const { frame } = await read('a.html', Buffer.from(page))
    expect(frame!.join('').length).toBeGreaterThan(7_000)
    expect(frame!.join('').length).toBeLessThanOrEqual(8_000)
  })

  it('names the editor that a column names', async () => {
    const row = JSON.stringify({ ...record(NOISE.none!), 责任编辑: '林一舟、周明远' })
    expect((await read('a.jsonl', Buffer.from(row))).editors).toEqual(['林一舟', '周明远'])
  })
})

/** What an encoding has no character for. */
const lacks = (encoding: Encoding, noise: string) =>
  (encoding === 'gb18030' && noise === 'invisible characters') ||
  (encoding === 'big5' &&
    ['invisible characters', 'pinyin glosses', 'half-escaped glosses', 'mojibake'].includes(noise))
const charsetOf = (encoding: Encoding) =>
  encoding === 'gb18030' ? 'gb2312' : encoding === 'big5' ? 'big5' : ''

describe.each(Object.keys(NOISE))('an article with %s', (noise) => {
  const scrape = NOISE[noise]!
  describe.each(Object.keys(TEXTUAL))('as %s', (name) => {
    const encodings = (Object.keys(ENCODERS) as Encoding[]).filter((encoding) => !lacks(encoding, noise))
    it.each(encodings)('in %s', async (encoding) => {
      const text = TEXTUAL[name]!(scrape, charsetOf(encoding))
      const bytes = ENCODERS[encoding](encoding === 'big5' ? traditional(text) : text)
      expectArticle(await read(name, bytes))
    })
  })
  // a PDF draws its lines where they are; what a control character does to a font is not ours
  it.each(
    Object.keys(PACKED).filter(
      (name) => name !== 'a.pdf' || !/wrapped|invisible|control|entities/.test(noise),
    ),
  )('as %s', async (name) => {
    expectArticle(await read(name, PACKED[name]!(scrape)))
  })
})
