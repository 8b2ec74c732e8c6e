import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'quanmai-cli-'))
const STORE = join(folder, 'graph')

function program(file: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), file, ...words],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, VITEST: '', QUANMAI_LLM_URL: '', QUANMAI_STORE: `embedded:${STORE}` },
    },
  )
  return { status, lines: stdout.trim().split('\n'), errors: stderr.trim().split('\n').filter(Boolean) }
}
const ingest = (...words: string[]) => program('ingest/main.ts', ...words)

// root may read everything
const mayAll = process.getuid?.() === 0

beforeAll(() => {
  const articles = join(folder, 'articles')
  mkdirSync(articles)
  const put = (name: string, text: string | Uint8Array) => writeFileSync(join(articles, name), text)
  put('a-good.txt', '青石产业园开工\n今天,青石产业园在云湖区开工建设。')
  put('b-binary.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0, 0, 7]))
  put('c-empty.txt', '')
  put('d-large.txt', '大')
  truncateSync(join(articles, 'd-large.txt'), 51 * 2 ** 20)
  put('e-locked.txt', '远山科技园开工。')
  if (mayAll) rmSync(join(articles, 'e-locked.txt'))
  else chmodSync(join(articles, 'e-locked.txt'), 0)
  put('f-good.txt', '远山科技园投用\n今天,远山科技园投入使用。')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run ingest', () => {
  it('says in a line for each file what can not be read, reads the rest and ends with 1', () => {
    const { status, lines, errors } = ingest(join(folder, 'articles'), join(folder, 'nowhere.txt'))
    expect(status).toBe(1)
    const about = (name: string) =>
      errors.filter(
        (line) =>
          line.includes(name) &&
          !/^(?:reading|finding reprints|understanding|linking names|writing \w+) \d/.test(line),
      )
    expect(about('b-binary.txt')).toEqual([expect.stringMatching(/is not a text file\. Give/)])
    expect(about('c-empty.txt')).toEqual([expect.stringMatching(/is empty\. Leave it out/)])
    expect(about('d-large.txt')).toEqual([expect.stringMatching(/is larger than 50 MB\. Split it/)])
    if (!mayAll) expect(about('e-locked.txt')).toEqual([expect.stringMatching(/Check its permissions/)])
    expect(about('nowhere.txt')).toEqual([expect.stringMatching(/does not exist\. Check the path/)])
    expect(lines.join('\n')).toContain('2 articles')
  }, 60_000)

  it('changes nothing the second time, and the graph has one digest', () => {
    const digest = program('store/main.ts', 'digest')
    expect(digest.lines).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(ingest(join(folder, 'articles', 'a-good.txt')).status).toBe(0)
    expect(program('store/main.ts', 'digest').lines).toEqual(digest.lines)
  }, 60_000)

  it('prints what articles say, one a line, and touches no store', () => {
    rmSync(STORE, { recursive: true, force: true })
    rmSync(`${STORE}.reading`, { recursive: true, force: true })
    const { status, lines, errors } = ingest(
      'extract',
      join(folder, 'articles', 'a-good.txt'),
      join(folder, 'articles', 'c-empty.txt'),
      '--format',
      'jsonl',
    )
    expect(status).toBe(1)
    expect(errors).toEqual([expect.stringContaining('c-empty.txt')])
    const [line] = lines.map((text) => JSON.parse(text))
    expect(line.entities.map((e: { name: string }) => e.name)).toContain('青石产业园')
    expect(Object.keys(line)).toEqual(
      expect.arrayContaining(['article', 'entities', 'relations', 'facts', 'statuses']),
    )
    expect(existsSync(STORE)).toBe(false)
  }, 60_000)

  it('says where a folder holds nothing that it reads', () => {
    const nothing = join(folder, 'nothing')
    mkdirSync(nothing)
    expect(ingest('extract', nothing).errors).toEqual([expect.stringContaining('No file found')])
    expect(ingest(nothing).lines).toContainEqual(expect.stringContaining('No file found'))
    writeFileSync(join(nothing, 'none.json'), '[]')
    expect(ingest('extract', nothing).errors).toEqual(['none.json: holds no rows. Leave it out.'])
    rmSync(join(nothing, 'none.json'))
    writeFileSync(join(nothing, 'c.bin'), 'x')
    expect(ingest('extract', nothing).errors).toEqual(['1 files of other kinds passed over (.bin)'])
  }, 60_000)

  it('reports as JSON, folds a reprint, and takes out what a file said', () => {
    const articles = join(folder, 'reported')
    mkdirSync(articles)
    const text = `青石产业园开工\n今天,青石产业园在云湖区开工建设,总投资约12亿元,计划引进企业40家。园区由云湖城发集团建设,聚焦新材料和智能制造,预计明年底投产。`
    writeFileSync(join(articles, 'a.txt'), text)
    writeFileSync(join(articles, 'b.txt'), `${text}\n本文由转载网整理。`)
    writeFileSync(join(articles, 'c.bin'), 'x')
    const { status, lines } = ingest(articles, '--json')
    const report = JSON.parse(lines[0]!)
    expect([status, lines.length]).toEqual([0, 1])
    expect(report).toMatchObject({
      read: 2,
      unchanged: 0,
      folded: 1,
      failures: [],
      passedOver: ['c.bin'],
      gone: [],
    })
    const again = ingest(articles)
    expect(again.lines.slice(0, 3)).toEqual([
      expect.stringMatching(/^2 read \(2 unchanged, 0 files changed, 0 failed\) in /),
      '1 reprint folded into the articles that it repeats',
      '1 files of other kinds passed over (.bin)',
    ])
    expect(again.lines.at(-1)).toMatch(/nodes \+0 −0, relationships \+0 −0$/)
    const removal = ingest('remove', join(articles, 'b.txt')).lines.join('\n')
    expect(removal).toContain('1 file taken out: b.txt')
    expect(removal).not.toContain('No file found')
    expect(ingest('remove', 'never.txt')).toMatchObject({
      status: 1,
      errors: [expect.stringMatching(/never\.txt: has not been read\./)],
    })
  }, 200_000)

  it('ends with 3 where nothing could be done', () => {
    writeFileSync(`${STORE}.lock`, String(process.pid))
    expect(ingest(join(folder, 'articles', 'a-good.txt'))).toMatchObject({
      status: 3,
      errors: [expect.stringMatching(/in use by process/)],
    })
    rmSync(`${STORE}.lock`)
  }, 60_000)

  it.each([
    ['a field that is none', ['x', '--map', 'headline=标题'], /there is no field “headline”/],
    ['a map without a column', ['x', '--map', 'title'], /not of the form field=column/],
    ['a number that is none', ['x', '--workers', 'many'], /give a number of threads/],
    ['an unknown option', ['--fast', 'x'], /--fast/],
    ['no path', [], /npm run ingest -- PATH/],
    ['an unknown format', ['extract', 'x', '--format', 'xml'], /only jsonl is known/],
  ])('ends with 2 for %s', (_, words, message) => {
    const { status, lines, errors } = ingest(...words)
    expect(status).toBe(2)
    expect([...lines, ...errors].join('\n')).toMatch(message)
  })
})
