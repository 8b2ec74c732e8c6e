import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublic } from '../../../ingest/read/addresses.ts'
import { type ReadOptions, readArticles } from '../../../ingest/read/read.ts'
import { ENCODERS } from './encode.ts'
import { docxOf, NOISE, pageOf, pdfOf } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'quanmai-sources-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function read(paths: string[], options: ReadOptions = {}) {
  const [read, failed, passedOver]: [string[], string[], string[]] = [[], [], []]
  for await (const item of readArticles(paths, options))
    if ('article' in item) read.push(`${item.article.file} ${item.article.title ?? item.article.text.trim()}`)
    else if ('failure' in item) failed.push(`${item.failure.file}: ${item.failure.code}`)
    else passedOver.push(item.passedOver)
  return { read, failed, passedOver }
}

describe('what a path stands for', () => {
  beforeAll(() => {
    put('news/b.txt', '乙园开工')
    put('news/a.txt', '甲园开工')
    put('news/inner/c.md', '# 丙园开工\n正文')
    put('news/photo.jpg', 'x')
    put('news/.hidden.txt', '不读')
  })

  it('a folder: files by name, hidden ones out, other kinds told', async () => {
    expect(await read([join(folder, 'news')])).toEqual({
      read: ['a.txt 甲园开工', 'b.txt 乙园开工', 'inner/c.md 丙园开工'],
      failed: [],
      passedOver: ['photo.jpg'],
    })
  })

  it('a glob, names from where its stars begin', async () => {
    expect((await read([join(folder, 'news/**/*.{txt,md}')])).read).toEqual([
      'a.txt 甲园开工',
      'b.txt 乙园开工',
      'inner/c.md 丙园开工',
    ])
    expect((await read([join(folder, 'news/*.pdf')])).failed).toEqual([`${folder}/news/*.pdf: file-missing`])
  })

  it.each([
    ['text', '丁园开工', '丁园开工'],
    ['JSON Lines', '{"标题":"戊园开工","正文":"今天"}\n', '戊园开工'],
    ['a page', pageOf(NOISE.none!), '青石湾科创园首批企业入驻'],
  ])('standard input with %s', async (_, text, title) => {
    async function* stdin() {
      yield Buffer.from(text)
    }
    expect((await read(['-'], { stdin: stdin() })).read).toEqual([expect.stringContaining(title)])
  })

  it('a zip: what it holds, also under names that Windows packed', async () => {
    const inner = zipSync({ 'deep.txt': strToU8('己园开工') })
    const name = ENCODERS.gb18030('要闻.txt').toString('latin1')
    const path = put(
      'pack.zip',
      zipSync({
        'one.txt': strToU8('庚园开工'),
        'empty.txt': strToU8(''),
        [name]: strToU8('辛园开工'),
        'in.zip': inner,
        'x.jpg': strToU8(''),
      }),
    )
    const { read: articles, failed, passedOver } = await read([path])
    expect(articles).toContain('pack.zip/one.txt 庚园开工')
    expect(articles).toContain('pack.zip/in.zip/deep.txt 己园开工')
    expect(articles).toHaveLength(3)
    expect([failed, passedOver]).toEqual([['pack.zip/empty.txt: file-empty'], ['pack.zip/x.jpg']])
  })

  it.each([
    ['an archive', 'nothing.zip', zipSync({ '.hidden': strToU8('x') })],
    ['a list', 'nothing.json', '[]'],
    ['a table', 'nothing.csv', '标题,正文\n'],
  ])('%s that holds nothing is told of', async (_, name, bytes) => {
    expect(await read([put(name, bytes)])).toEqual({
      read: [],
      failed: [`${name}: file-empty`],
      passedOver: [],
    })
  })

  it('a file whose bytes say what its name does not', async () => {
    expect((await read([put('really.txt', docxOf(['壬园开工']))])).read).toEqual(['really.txt 壬园开工'])
    expect((await read([put('saved.doc', pageOf(NOISE.none!))])).read).toEqual([
      'saved.doc 青石湾科创园首批企业入驻',
    ])
  })
})

describe('tables', () => {
  const csv =
    'headline,body,when,from,at\n子园开工,"子园""今天""开工",1610323200,示例日报,https://example.cn/1\n空,,,,\n'
  const map = { title: 'headline', text: 'body', date: 'when', source: 'from', url: 'at' }

  it('take their columns by --map, and tell rows without text', async () => {
    const items = []
    for await (const item of readArticles([put('mapped.csv', csv)], { map })) items.push(item)
    expect(items).toEqual([
      {
        article: {
          file: 'mapped.csv#1',
          title: '子园开工',
          text: '子园"今天"开工',
          date: '2021-01-11',
          source: '示例日报',
          url: 'https://example.cn/1',
        },
      },
      {
        failure: { file: 'mapped.csv#2', code: 'row-empty', message: 'has no text.', hint: 'Leave it out.' },
      },
    ])
  })

  it('take inner fields by their path, and markup out of a column', async () => {
    const path = put('inner.jsonl', `${JSON.stringify({ doc: { html: '<p>丑园</p><p>开工</p>' } })}\n`)
    const items = []
    for await (const item of readArticles([path], { map: { text: 'doc.html' } })) items.push(item)
    expect(items).toEqual([{ article: { file: 'inner.jsonl#1', text: '丑园\n开工' } }])
  })

  it('are read past what fits in one file', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) =>
      JSON.stringify({ title: `${i}`, text: '寅园开工。'.repeat(60) }),
    )
    const { read: articles } = await read([put('long.jsonl', rows.join('\n'))], { maxBytes: 1000 })
    expect([articles.length, articles.at(-1)]).toEqual([3_000, 'long.jsonl#3000 2999'])
  })
})

describe('what can not be read is told by name', () => {
  it.each([
    ['gone.txt', null, 'file-missing'],
    ['empty.txt', '', 'file-empty'],
    ['blank.txt', ' \n ', 'file-empty'],
    ['photo.png', 'PNG', 'file-kind'],
    ['binary.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0, 0, 7]), 'file-binary'],
    [
      'noise.txt',
      Uint8Array.from({ length: 600 }, (_, i) => 128 + ((i * i * 31 + i * 7) % 127)),
      'file-encoding',
    ],
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'file-old-word'],
    ['broken.docx', 'PK\x03\x04word/nothing', 'file-docx'],
    ['broken.pdf', '%PDF-1.4\nnothing', 'file-pdf'],
    ['scanned.pdf', pdfOf([]), 'file-no-text'],
    ['broken.zip', 'PK\x03\x04', 'file-zip'],
    ['broken.json', '{"a":', 'file-json'],
    ['broken.jsonl', '{"text"\n{"text":\n', 'file-json'],
    ['null.json', 'null', 'file-json'],
    ['number.json', '42', 'file-json'],
    ['deep.json', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'file-nested'],
    ['deep.html', `<html><body>${'<div>'.repeat(20_000)}深园开工`, 'file-nested'],
    ['columns.csv', 'a,b\n1,2\n', 'file-columns'],
    ['head.csv', 'title,text\n', 'file-empty'],
    [
      'nothing.mhtml',
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n',
      'file-mhtml',
    ],
  ])('%s', async (name, content, code) => {
    const path = content === null ? join(folder, name) : put(name, content)
    const { failed } = await read([path])
    expect(failed).toEqual([`${code === 'file-missing' ? path : name}: ${code}`])
  })

  it('a line by its number, and the lines after it are read', async () => {
    const lines = ['{"text":"卯园开工"}', '{"text"', '{"note":"没有正文"}', '{"text":"辰园开工"}']
    expect(await read([put('some.jsonl', lines.join('\n'))])).toMatchObject({
      read: ['some.jsonl#1 卯园开工', 'some.jsonl#4 辰园开工'],
      failed: ['some.jsonl#2: file-json', 'some.jsonl#3: file-columns'],
    })
  })

  it('a row that ends early, and the rows after it are read', async () => {
    const csv = 'sep=;\n标题;正文;日期\n短\n巳园;巳园开工\n'
    expect(await read([put('short.csv', csv)])).toMatchObject({
      read: ['short.csv#2 巳园'],
      failed: ['short.csv#1: row-empty'],
    })
  })

  it('a line over the limit, in time proportional to its length', async () => {
    const line = `{"text":"${'午园开工。'.repeat(500_000)}"}`
    const { failed } = await read([put('line.jsonl', line)], { maxBytes: 2 ** 20 })
    expect(failed).toEqual(['line.jsonl: file-too-large'])
  })

  it('a Word file that unpacks to more than the limit', async () => {
    const path = put('bomb.docx', docxOf(['酉园开工。'.repeat(2 ** 18)]))
    expect((await read([path], { maxBytes: 2 ** 20 })).failed).toEqual(['bomb.docx: file-too-large'])
  })

  it('an address that is none', async () => {
    expect((await read(['http://'])).failed).toEqual(['http://: url-unreachable'])
  })

  it('a file over the limit', async () => {
    expect((await read([put('big.txt', '大'.repeat(2000))], { maxBytes: 1000 })).failed).toEqual([
      'big.txt: file-too-large',
    ])
  })
})

describe('addresses', () => {
  const server = createServer((request, response) => {
    const path = request.url!
    if (path === '/page')
      response.setHeader('content-type', 'text/html; charset=gbk').end(ENCODERS.gb18030(pageOf(NOISE.none!)))
    else if (path === '/zipped')
      response
        .writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' })
        .end(gzipSync('卯园开工'))
    else if (path === '/bomb')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('0'.repeat(5_000_000)))
    else if (path === '/away') response.writeHead(302, { location: '/page' }).end()
    else if (path === '/round') response.writeHead(302, { location: '/round' }).end()
    else if (path === '/inside') response.writeHead(302, { location: 'http://127.0.0.2:1/' }).end()
    else if (path === '/file') response.writeHead(302, { location: 'file:///etc/hostname' }).end()
    else if (path === '/slow') setTimeout(() => response.end('慢'), 3_000).unref()
    else response.writeHead(404).end()
  })
  let base = ''
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())
  const fetched = (path: string, options: ReadOptions = {}) =>
    read([`${base}${path}`], { allowPrivate: true, ...options })

  it('give the article of a page, by its charset and after a redirect', async () => {
    expect((await fetched('/page')).read).toEqual([`${base}/page 青石湾科创园首批企业入驻`])
    expect((await fetched('/away')).read).toEqual([`${base}/away 青石湾科创园首批企业入驻`])
    expect((await fetched('/zipped')).read).toEqual([`${base}/zipped 卯园开工`])
  })

  it.each([
    ['/bomb', { maxPageBytes: 1_000_000 }, 'url-too-large'],
    ['/round', {}, 'url-redirects'],
    ['/file', {}, 'url-redirects'],
    ['/slow', { timeout: 300 }, 'url-timeout'],
    ['/nothing', {}, 'url-status'],
  ])('%s is given up', async (path, options, code) => {
    expect((await fetched(path, options)).failed).toEqual([`${base}${path}: ${code}`])
  })

  it('of private networks are refused unless allowed, by number and by name', async () => {
    const localhost = base.replace('127.0.0.1', 'localhost')
    const { failed } = await read([
      `${base}/page`,
      `${localhost}/page`,
      'http://[::1]:1/',
      'http://169.254.169.254/',
    ])
    expect(failed.map((line) => line.split(': ').at(-1))).toEqual(Array(4).fill('url-private'))
  })

  it('that a redirect leads to are looked at again', async () => {
    const mayCall = (address: string) => address === '127.0.0.1'
    expect((await read([`${base}/away`], { mayCall })).failed).toEqual([])
    expect((await read([`${base}/inside`], { mayCall })).failed).toEqual([`${base}/inside: url-private`])
  })

  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['169.254.169.254', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['::1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected)
  })
})
