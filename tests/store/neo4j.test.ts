import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../store/open.ts'
import { type Server, skipped, testServers, VERSIONS } from '../neo4j/start.ts'
import { storeContract } from './contract.ts'

for (const [i, found] of testServers().entries()) {
  if (found.why) {
    console.warn(skipped(found, VERSIONS[i]!))
    describe.skip(`the store neo4j ${found.name} (${found.why})`, () => it('is not here', () => {}))
    continue
  }
  describe(`on Neo4j ${found.name}`, () => {
    let server: Server
    beforeAll(async () => {
      server = await found.start()
    }, 400_000)
    afterAll(() => server?.stop(), 60_000)

    it('says which setting to look at where the password is wrong', async () => {
      await expect(openStore(server.uri, { password: 'not-the-password' })).rejects.toMatchObject({
        code: 'store-auth',
        hint: expect.stringContaining('NEO4J_PASSWORD'),
      })
    })

    it('says which setting to look at where there is no such database', async () => {
      await expect(
        openStore(server.uri, { password: server.password, database: 'nowhere' }),
      ).rejects.toMatchObject({ hint: expect.stringContaining('NEO4J_DATABASE') })
    })

    storeContract(`neo4j ${found.name}`, () => openStore(server.uri, { password: server.password }))
  })
}

it('says which setting to look at where no server answers', async () => {
  await expect(openStore('bolt://127.0.0.1:1', {})).rejects.toMatchObject({
    code: 'store-unreachable',
    hint: expect.stringContaining('QUANMAI_STORE'),
  })
}, 60_000)
