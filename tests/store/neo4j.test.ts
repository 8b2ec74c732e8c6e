import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOfStore } from '../../store/digest.ts'
import { refuseOld } from '../../store/neo4j-errors.ts'
import { openStore } from '../../store/open.ts'
import { inventoryOf, syncGraph } from '../../store/sync.ts'
import type { Server } from '../neo4j/server.ts'
import { skipped, testServers, VERSIONS } from '../neo4j/start.ts'
import { DISTRICT_DIGEST, storeContract } from './contract.ts'
import { district } from './fixture.ts'

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

    it('says which setting to look at where the database is not one for articles', async () => {
      await expect(
        openStore(server.uri, { password: server.password, database: 'system' }),
      ).rejects.toMatchObject({ code: 'store-database' })
    })

    it('asks for a certificate only where the address does', async () => {
      await expect(
        openStore(server.uri.replace('bolt:', 'bolt+s:'), { password: server.password }),
      ).rejects.toMatchObject({ code: 'store-unreachable', hint: expect.stringContaining('+s wants') })
    })

    describe('in a database of other people', () => {
      const theirs = async (...queries: string[]) => {
        const driver = neo4j.driver(server.uri, neo4j.auth.basic('neo4j', server.password))
        try {
          const rows = []
          for (const query of queries) rows.push(...(await driver.executeQuery(query)).records)
          return rows.map((row) => row.get(0))
        } finally {
          await driver.close()
        }
      }
      const within = async (job: (store: Awaited<ReturnType<typeof openStore>>) => Promise<void>) => {
        const store = await openStore(server.uri, { password: server.password })
        try {
          await job(store)
        } finally {
          await store.close()
        }
      }

      it('leaves relationships of the same types alone', async () => {
        await theirs(
          "CREATE (a:Worker {name: 'Ann'})-[:WORKS_FOR {since: 2010}]->(:Firm {id: 'f'}), (a)-[:PART_OF {id: 'PART_OF:a:b'}]->(:Team)",
        )
        await within(async (store) => {
          await store.prepare()
          await syncGraph(store, district)
          expect(await digestOfStore(store)).toBe(DISTRICT_DIGEST)
          expect((await inventoryOf(store, 'edges')).size).toBe(district.edges.length)
          await syncGraph(store, { nodes: [], edges: [] })
        })
        expect(await theirs('MATCH (:Worker)-[r]->() RETURN type(r) AS type ORDER BY type')).toEqual([
          'PART_OF',
          'WORKS_FOR',
        ])
        await theirs('MATCH (n) DETACH DELETE n')
      })

      it('refuses nodes with the same labels, and changes nothing', async () => {
        await theirs("CREATE (:Entity {id: 'theirs'}), (:Article {title: 'theirs'})")
        await within(async (store) => {
          await expect(store.prepare()).rejects.toMatchObject({
            code: 'store-foreign',
            hint: expect.stringContaining('NEO4J_DATABASE'),
          })
        })
        expect(await theirs('MATCH (n) RETURN count(n)', 'MATCH (n) DETACH DELETE n')).toEqual([neo4j.int(2)])
      })

      it.each([
        ['CREATE CONSTRAINT entity_id FOR (n:Thing) REQUIRE n.id IS UNIQUE', 'DROP CONSTRAINT entity_id'],
        ['CREATE INDEX theirs FOR (n:Entity) ON (n.id)', 'DROP INDEX theirs'],
      ])('does not go on without a constraint of its own: %s', async (make, drop) => {
        await theirs('DROP CONSTRAINT entity_id IF EXISTS', make)
        await within(async (store) => {
          await expect(store.prepare()).rejects.toMatchObject({ code: 'store-foreign' })
          await theirs(drop)
          await store.prepare()
        })
      })
    })

    storeContract(`neo4j ${found.name}`, () => openStore(server.uri, { password: server.password }))
  })
}

it.each([
  ['Neo4j/4.4.12', true],
  ['Neo4j/5.25.1', true],
  ['Neo4j/5.26.0', false],
  ['Neo4j/5.27-aura', false],
  ['Neo4j/2026.09.0', false],
  ['Another/1.0', false],
])('knows whether %s is too old', (agent, old) => {
  const refuse = () => refuseOld(agent, 'bolt://localhost')
  if (old) expect(refuse).toThrow(/5\.26 or newer/)
  else expect(refuse).not.toThrow()
})

it('says which setting to look at where no server answers', async () => {
  await expect(openStore('bolt://127.0.0.1:1', {})).rejects.toMatchObject({
    code: 'store-unreachable',
    hint: expect.stringContaining('QUANMAI_STORE'),
  })
}, 60_000)
