import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { figures } from '../../bench/figures.ts'

const ROOT = join(import.meta.dirname, '../..')

it('docs/bench.md shows every figure that is measured', () => {
  const page = readFileSync(join(ROOT, 'docs/bench.md'), 'utf8')
  const shown = [...page.matchAll(/^\| (\w+: [^|]+?) +\|/gm)].map((m) => m[1])
  expect(shown).toEqual(figures.map(({ name }) => name))
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
