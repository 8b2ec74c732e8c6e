import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'quanmai-full-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** @param most KiB that a file may have: what a full disk looks like to who writes; 0 for any */
function ingest(most: number): { status: number | null; said: string } {
  const limit = most > 0 ? `ulimit -f ${most}; ` : ''
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `${limit}exec "$0" --import tsx ingest/main.ts samples`, process.execPath],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, VITEST: '', QUANMAI_LLM_URL: '', QUANMAI_STORE: `embedded:${folder}/graph` },
    },
  )
  return { status, said: stdout + stderr }
}

// where a file has no more room the system says so as it does where the disk has none
it.skipIf(process.platform === 'win32')(
  'says what to do where the disk is full, and goes on where there is room again',
  () => {
    const full = ingest(500)
    expect([full.status, full.said]).toEqual([
      3,
      expect.stringMatching(/can't be written: .*Make room on the disk, then do it again/),
    ])
    expect(full.said).not.toMatch(/^ +at /m)
    const again = ingest(0)
    expect([again.status, again.said]).toEqual([0, expect.stringMatching(/^graph: 16 articles/m)])
  },
  180_000,
)
