import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const out = mkdtempSync(join(tmpdir(), 'quanmai-bundle-'))

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
  dynamicImports?: string[]
}
let manifest: Record<string, Chunk>

beforeAll(async () => {
  await build({
    root: join(ROOT, 'web'),
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'silent',
    build: { outDir: out, emptyOutDir: true, manifest: true },
  })
  manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
}, 120_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

const packed = (file: string): number => gzipSync(readFileSync(join(out, file))).length

/** What the browser loads before anything is drawn: the entry, what it imports, and their styles. */
function firstPaint(): string[] {
  const files = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]!
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    for (const inner of chunk.imports ?? []) visit(inner)
  }
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key)
  return [...files]
}

it('paints first with less than 350 kB', () => {
  const files = firstPaint()
  expect(files.length).toBeGreaterThan(1)
  const bytes = files.reduce((sum, file) => sum + packed(file), 0)
  expect(bytes).toBeLessThan(350_000)
})

it('loads views, exports and the worker only when they are asked for', () => {
  const first = firstPaint()
  const later = readdirSync(join(out, 'assets')).filter(
    (name) => name.endsWith('.js') && !first.includes(`assets/${name}`),
  )
  for (const name of ['trace', 'whole', 'export', 'read', 'worker'])
    expect(
      later.some((file) => file.startsWith(`${name}-`)),
      name,
    ).toBe(true)
  expect(existsSync(join(out, 'index.html'))).toBe(true)
})
