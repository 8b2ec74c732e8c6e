import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStore } from '../../store/open.ts'
import { storeContract } from './contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'quanmai-store-'))
const address = `embedded:${join(folder, 'graph')}`

it('says when the store is in use, and opens it again once it is free', async () => {
  const second = `embedded:${join(folder, 'second')}`
  const store = await openStore(second, {})
  await expect(openStore(second, {})).rejects.toMatchObject({ code: 'store-in-use' })
  await store.close()
  await (await openStore(second, {})).close()
})

it('stops what needs too much memory', async () => {
  const store = await openStore(`embedded:${join(folder, 'third')}`, { memoryCap: 400 * 2 ** 20 })
  await expect(
    store.ask('UNWIND range(1, 30000000) AS a RETURN collect(toString(a)) AS all', {}, { timeout: 60_000 }),
  ).rejects.toMatchObject({ code: 'query-too-large' })
  await store.close()
}, 90_000)

storeContract(
  'embedded',
  () => openStore(address, {}),
  async () => rmSync(folder, { recursive: true, force: true }),
)
