import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { digestOfSources, pageIsStale, SOURCES_FILE } from '../../server/page.ts'

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
