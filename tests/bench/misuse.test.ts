/** A score that is asked for wrongly says what to do. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const GOLD = join(import.meta.dirname, '../../bench/gold/retold')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'score-'))
  writeFileSync(join(folder, 'other.json'), '{"a":1}')
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...more: string[]): [number | null, string] {
  const args = ['--import', 'tsx', 'bench/eval.ts', '--gold', join(GOLD, 'gold')]
  const { status, stderr } = spawnSync(
    process.execPath,
    [...args, '--articles', join(GOLD, 'articles'), ...more],
    { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' },
  )
  return [status, stderr]
}

describe('npm run eval', () => {
  it('names a score to compare with that is not there, before it reads', () => {
    const [status, said] = run('--compare', join(folder, 'none.json'))
    expect(status).toBe(1)
    expect(said).toContain('none.json')
    expect(said).not.toContain('    at ')
  })

  it('names a file that is no score', () => {
    expect(run('--compare', join(folder, 'other.json'))[1]).toContain('other.json is no score')
  })

  it('says that no answer begins as --only asks', () => {
    expect(run('--only', 'zzz')).toEqual([1, expect.stringContaining('--only zzz: no answer in')])
  })
})
