import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { evenly, hostileText } from '../../bench/figures/beside.ts'
import { figures } from '../../bench/figures.ts'

const ROOT = join(import.meta.dirname, '../..')

it('docs/bench.md shows every figure that is measured', () => {
  const page = readFileSync(join(ROOT, 'docs/bench.md'), 'utf8')
  const shown = [...page.matchAll(/^\| (\w+: [^|]+?) +\|/gm)].map((m) => m[1])
  expect(shown).toEqual(figures.map(({ name }) => name))
})

it('of a folder that is too large every so many articles are measured', () => {
  expect(evenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7])
  expect(evenly(['a', 'b'], 4)).toEqual(['a', 'b'])
})

it('hostile text names another thing each time, as long as is asked for', () => {
  expect(hostileText('#路、', 13)).toBe('甲甲甲路、乙甲甲路、丙甲甲路、')
  expect(hostileText('“(', 4)).toBe('“(“(')
  const names = hostileText('#路、', 32_000).split('、').slice(0, -1)
  expect(new Set(names).size).toBe(names.length)
})

it('npm run bench --json prints a line for each figure', () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), 'bench/main.ts', '--json', '--only', 'read: clean'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, VITEST: '' } },
  )
  expect(status).toBe(0)
  const row = JSON.parse(stdout)
  expect(row).toEqual({
    name: 'read: clean',
    value: expect.any(Number),
    unit: 'chars/s',
    baseline: expect.any(Number),
    ratio: expect.any(Number),
  })
  expect(row.ratio).toBeCloseTo(row.value / row.baseline, 1)
}, 60_000)
