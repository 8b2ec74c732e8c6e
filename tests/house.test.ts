import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const HOUSE = resolve(import.meta.dirname, '..')
const ROOMS = ['model', 'ingest', 'store', 'server', 'web', 'bench', 'tests'] as const

// Which rooms a room may import from; the composition roots below may import any.
const MAY: Record<string, readonly string[]> = {
  model: [],
  ingest: ['model'],
  store: ['model'],
  server: ['model'],
  web: ['model'],
}
/** Composition roots: they pick the parts. */
const ROOTS = new Set([
  'ingest/main.ts',
  'ingest/run.ts',
  'store/main.ts',
  'server/main.ts',
  'server/dev.ts',
  'server/start.ts',
])
/** Of the store the server may know the port's types alone. */
const TYPES_OF_PORT = 'store/store.ts'
/** Reads what was learned, once, where the steps begin: they themselves go by the text alone. */
const WEIGHTS = 'ingest/learned/zipped.ts'

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return name === 'node_modules' || name === 'out' ? [] : filesOf(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const files = ROOMS.flatMap((room) => filesOf(join(HOUSE, room))).map((f) => relative(HOUSE, f))
const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s)?[^;'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)|(?:^|\n)import\s+'(\.[^']+)'/g

function importsOf(file: string): Import[] {
  const text = readFileSync(join(HOUSE, file), 'utf8')
  return [...text.matchAll(IMPORT)].map((m) => ({
    from: file,
    to: relative(HOUSE, resolve(HOUSE, dirname(file), (m[3] ?? m[4] ?? m[5])!)),
    typeOnly: m[2] !== undefined,
  }))
}
const imports = files.flatMap(importsOf)
const roomOf = (file: string) => file.split('/')[0]!
/** A room of the page: a folder of it, or one of its panels; a file that stands in none is a room by itself. */
const innerRoomOf = (file: string) =>
  file
    .split('/')
    .slice(0, file.startsWith('web/panels/') ? 3 : 2)
    .join('/')

/** Ways along the ties that end where they begin. */
function cyclesIn(ties: readonly (readonly [from: string, to: string])[]): string[] {
  const next = new Map<string, Set<string>>()
  for (const [from, to] of ties) next.set(from, (next.get(from) ?? new Set()).add(to))
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (at: string, path: string[]) => {
    if (path.includes(at)) cycles.push([...path.slice(path.indexOf(at)), at].join(' → '))
    else if (!done.has(at)) {
      for (const to of next.get(at) ?? []) walk(to, [...path, at])
      done.add(at)
    }
  }
  for (const from of next.keys()) walk(from, [])
  return cycles
}

describe('the house', () => {
  it('has its arrows pointing one way', () => {
    const wrong = imports
      .filter(({ from }) => roomOf(from) in MAY && !ROOTS.has(from))
      .filter(({ from, to, typeOnly }) => {
        const target = roomOf(to)
        if (target === roomOf(from) || MAY[roomOf(from)]!.includes(target)) return false
        return !(roomOf(from) === 'server' && to === TYPES_OF_PORT && typeOnly)
      })
      .map(({ from, to }) => `${from} → ${to}`)
    expect(wrong).toEqual([])
  })

  it('has no cycles', () => {
    expect(cyclesIn(imports.map(({ from, to }) => [from, to]))).toEqual([])
  })

  it('has the rooms of its page tied one way', () => {
    const ties = imports
      .filter(({ from, to }) => roomOf(from) === 'web' && roomOf(to) === 'web')
      .map(({ from, to }) => [innerRoomOf(from), innerRoomOf(to)] as const)
    expect(cyclesIn(ties.filter(([from, to]) => from !== to))).toEqual([])
  })

  it('has at the root of its page only where it begins', () => {
    const root = readdirSync(join(HOUSE, 'web'), { withFileTypes: true }).filter((entry) => entry.isFile())
    expect(root.map(({ name }) => name).sort()).toEqual([
      'app.tsx',
      'index.html',
      'main.tsx',
      'tokens.css',
      'vite-env.d.ts',
    ])
  })

  it('has no barrels', () => {
    const barrels = files.filter((file) => {
      const text = readFileSync(join(HOUSE, file), 'utf8')
      const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/?\*)/.test(line))
      return lines.length > 0 && lines.every((line) => /^export\s.*\sfrom\s/.test(line))
    })
    expect(barrels).toEqual([])
  })

  it('keeps files and network out of the steps of reading', () => {
    const steps = files.filter(
      (f) =>
        /^ingest\/(recognize|link|join|relate|clean|learned)/.test(f) ||
        f === 'ingest/segment.ts' ||
        (f.startsWith('ingest/llm/') && f !== 'ingest/llm/cache.ts'),
    )
    const touching = steps.filter(
      (f) =>
        f !== WEIGHTS &&
        /from 'node:(fs|net|http|https|child_process)/.test(readFileSync(join(HOUSE, f), 'utf8')),
    )
    expect(touching).toEqual([])
  })

  it('finds the imports that it guards', () => {
    expect(imports.length).toBeGreaterThan(50)
  })
})
