import { describe, expect, it } from 'vitest'
import { openStore } from '../../store/open.ts'
import { missing, type Server, startNeo4j, VERSIONS } from '../neo4j/start.ts'
import { storeContract } from './contract.ts'

for (const version of VERSIONS) {
  const why = missing(version)
  if (why && process.env.CI && !/Maven|Java/.test(why)) throw new Error(why)
  if (why) {
    console.warn(
      `\nNeo4j ${version.version} IS NOT TESTED: ${why}. Install Java ${version.java} and Maven, or set NEO4J_TEST_URI.\n`,
    )
    describe.skip(`the store neo4j ${version.version} (${why})`, () => it('is not here', () => {}))
    continue
  }
  let server: Server | null = null
  storeContract(
    `neo4j ${version.version}`,
    async () => {
      server = await startNeo4j(version)
      return openStore(server.uri, { password: server.password })
    },
    async () => server?.stop(),
  )
}

it('says which setting to look at where no server answers', async () => {
  await expect(openStore('bolt://127.0.0.1:1', {})).rejects.toMatchObject({
    code: 'store-unreachable',
    hint: expect.stringContaining('QUANMAI_STORE'),
  })
}, 60_000)
