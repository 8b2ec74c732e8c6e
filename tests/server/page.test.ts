import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildPage, digestOfSources, pageIsStale, SOURCES_FILE } from '../../server/page.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quanmai-page-'))
  mkdirSync(join(root, 'web/panels'), { recursive: true })
  mkdirSync(join(root, 'dist'))
  writeFileSync(join(root, 'web/panels/one.tsx'), 'export const one = 1')
  writeFileSync(join(root, 'package-lock.json'), '{}')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))
const build = () => writeFileSync(join(root, 'dist', SOURCES_FILE), digestOfSources(root))

it('the page is built where it was not', () => {
  expect(pageIsStale(root)).toBe(true)
  build()
  expect(pageIsStale(root)).toBe(false)
})

it('the page is not built again where its sources were only copied or touched', () => {
  build()
  utimesSync(join(root, 'web/panels/one.tsx'), new Date(), new Date(Date.now() + 60_000))
  expect(pageIsStale(root)).toBe(false)
})

it.each([
  ['a source changes', () => writeFileSync(join(root, 'web/panels/one.tsx'), 'export const one = 2')],
  ['a source comes', () => writeFileSync(join(root, 'web/two.tsx'), '')],
  ['a source goes', () => rmSync(join(root, 'web/panels/one.tsx'))],
  ['another version of a library is installed', () => writeFileSync(join(root, 'package-lock.json'), '{ }')],
])('the page is built again where %s', (_, change) => {
  build()
  change()
  expect(pageIsStale(root)).toBe(true)
})

it('two programs that build the page at once leave one whole page, the one that was there first', async () => {
  writeFileSync(join(root, 'dist', 'old.js'), '')
  const made = (name: string) => async (of: string, outDir: string) => {
    await new Promise((turn) => setImmediate(turn))
    writeFileSync(join(outDir, name), '')
    writeFileSync(join(outDir, SOURCES_FILE), digestOfSources(of))
  }
  await Promise.all([buildPage(root, made('one.js')), buildPage(root, made('two.js'))])
  expect(pageIsStale(root)).toBe(false)
  expect(readdirSync(join(root, 'dist')).filter((file) => file.endsWith('.js'))).toHaveLength(1)
  expect(readdirSync(root).filter((file) => file.startsWith('.page-'))).toEqual([])
})

it('six programs that start at once with an old page all end with a whole new one', async () => {
  for (let i = 0; i < 300; i++) writeFileSync(join(root, 'dist', `old-${i}.js`), '')
  const program = `
    import { writeFileSync } from 'node:fs'
    const { buildPage, digestOfSources, SOURCES_FILE } = await import(process.argv[1])
    const wake = Number(process.argv[3])
    await buildPage(process.argv[2], async (root, out) => {
      for (let i = 0; i < 300; i++) writeFileSync(out + '/new-' + i + '.js', '')
      writeFileSync(out + '/' + SOURCES_FILE, digestOfSources(root))
      while (Date.now() < wake);
    })`
  const page = new URL('../../server/page.ts', import.meta.url).href
  const args = [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    program,
    page,
    root,
    String(Date.now() + 2_000),
  ]
  const ended = Array.from(
    { length: 6 },
    () =>
      new Promise<string>((done) => {
        const child = spawn(process.execPath, args)
        let said = ''
        child.stderr.on('data', (data) => {
          said += data
        })
        child.once('exit', (code) => done(code === 0 ? 'whole' : said))
      }),
  )
  expect(await Promise.all(ended)).toEqual(Array(6).fill('whole'))
  expect(pageIsStale(root)).toBe(false)
  expect(readdirSync(join(root, 'dist'))).toHaveLength(301)
  expect(readdirSync(root).filter((file) => file.startsWith('.page-'))).toEqual([])
})

it('a build that fails leaves the page that was there', async () => {
  writeFileSync(join(root, 'dist', 'old.js'), '')
  await expect(buildPage(root, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(readdirSync(root).sort()).toEqual(['dist', 'package-lock.json', 'web'])
  expect(readdirSync(join(root, 'dist'))).toEqual(['old.js'])
})
