import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CypherValue } from '../../model/graph.ts'
import { openStore } from '../../store/open.ts'
import { schemaStatements } from '../../store/statements.ts'
import { storeContract } from './contract.ts'

type Grafeo = typeof import('@grafeo-db/js')

const folder = mkdtempSync(join(tmpdir(), 'quanmai-store-'))
const address = `embedded:${join(folder, 'graph')}`

it('says when the store is in use, and opens it again once it is free', async () => {
  const second = `embedded:${join(folder, 'second')}`
  const store = await openStore(second, {})
  await expect(openStore(second, {})).rejects.toMatchObject({ code: 'store-in-use' })
  await store.close()
  await (await openStore(second, {})).close()
})

it('has an index beside each unique constraint, and merges by it', async () => {
  const path = join(folder, 'indexed')
  const store = await openStore(`embedded:${path}`, {})
  await store.prepare()
  await store.close()
  const { GrafeoDB } = createRequire(import.meta.url)('@grafeo-db/js') as Grafeo
  const db = GrafeoDB.create(path)
  const rows = async (query: string) => (await db.executeCypher(query)).rows() as string[][]
  const placeOf = ([, , label, property]: string[]) => `${label}.${property}`
  const unique = (await rows('SHOW CONSTRAINTS')).map(placeOf).sort()
  const indexed = (await rows('SHOW INDEXES')).map(placeOf)
  expect(unique).toHaveLength(schemaStatements('schema').filter((s) => s.includes('IS UNIQUE')).length)
  expect(unique.filter((place) => !indexed.includes(place))).toEqual([])
  for (const place of unique) {
    const [label, property] = place.split('.')
    const [[plan]] = (await rows(`EXPLAIN MERGE (n:${label} {${property}: 'a'})`)) as [[string]]
    expect(plan).toContain(`[index: ${property}]`)
  }
  db.close()
})

it('waits for the database of a process that was killed to let go of its file', async () => {
  const path = join(folder, 'held')
  const holder = spawn(
    process.execPath,
    [
      '-e',
      `const { GrafeoDB } = require('@grafeo-db/js')
       const db = GrafeoDB.create(process.argv[1])
       console.log('held')
       process.stdin.on('data', () => setTimeout(() => { db.close(); process.exit() }, 1000))`,
      path,
    ],
    { cwd: import.meta.dirname, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  holder.stdin.write('let go\n')
  const store = await openStore(`embedded:${path}`, {})
  expect((await store.ask('RETURN 1 AS one')).rows).toEqual([[1]])
  await store.close()
}, 60_000)

it('takes over the lock of a process that is gone, and says what is damaged', async () => {
  const path = join(folder, 'damaged')
  writeFileSync(`${path}.lock`, '2147483646')
  writeFileSync(path, 'not a graph')
  await expect(openStore(`embedded:${path}`, {})).rejects.toMatchObject({
    code: 'store-damaged',
    hint: expect.stringContaining('QUANMAI_STORE'),
  })
  expect(existsSync(`${path}.lock`)).toBe(false)
})

it('says which setting to look at where its folder cannot be made', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  await expect(openStore(`embedded:${join(file, 'in-it', 'graph')}`, {})).rejects.toMatchObject({
    code: 'store-unwritable',
    hint: expect.stringContaining('QUANMAI_STORE'),
  })
})

it('goes on after a request that cannot be sent', async () => {
  const store = await openStore(`embedded:${join(folder, 'unsent')}`, {})
  let deep: CypherValue = []
  for (let i = 0; i < 50_000; i++) deep = [deep]
  await expect(store.ask('RETURN 1', { deep }, { timeout: 1_000 })).rejects.toThrow()
  // a watch that was left behind would end this one when its time is over
  const long = 'UNWIND range(1, 200000) AS n WITH n WHERE n < 0 RETURN count(n) AS n'
  for (const until = Date.now() + 2_000; Date.now() < until; )
    expect((await store.ask(long)).rows).toEqual([[0]])
  await store.close()
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
