import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { StatusResponse } from '../../model/api.ts'
import { addressOf, endAll, startProgram } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'quanmai-dev-'))
afterAll(() => {
  endAll()
  rmSync(folder, { recursive: true, force: true })
})

it('npm run dev serves the page from its sources, with the API behind it, and closes cleanly', async () => {
  const dev = startProgram('server/dev.ts', { QUANMAI_STORE: `embedded:${join(folder, 'graph')}` })
  const address = await addressOf(dev)
  const text = async (path: string) => (await fetch(`${address}${path}`)).text()
  expect(await text('/')).toContain('/@vite/client')
  const script = /src="\.?(\/main\.tsx[^"]*)"/.exec(await text('/'))![1]!
  expect(await text(script)).toContain('createRoot')
  const status = (await (await fetch(`${address}/api/status`)).json()) as StatusResponse
  expect(status.articles).toBe(16)
  dev.child.kill('SIGINT')
  expect(await dev.exit).toBe(0)
}, 120_000)
