/** A real Neo4j for the tests: NEO4J_TEST_URI if set, else Docker if it answers, else the server's own jars. */
import { mkdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../../store/open.ts'
import { inventoryOf } from '../../store/sync.ts'
import { hasDocker, startDocker } from './docker.ts'
import { hasJavaAndMaven, jarsMissing, startJars } from './jars.ts'
import type { Server, Version } from './server.ts'

export interface TestServer {
  name: string
  /** Why it can't be had here; '' where it can. */
  why: string
  /** Starts it with an empty database. */
  start(): Promise<Server>
}

export const VERSIONS: readonly Version[] = [
  { version: '5.26.18', java: 17 },
  { version: '2026.09.0', java: 21 },
]

/**
 * The servers to test on: the one that NEO4J_TEST_URI names, or each of VERSIONS.
 * @throws where CI is set and a version can't be had in spite of Java and Maven
 */
export function testServers(versions: readonly Version[] = VERSIONS): TestServer[] {
  const uri = process.env.NEO4J_TEST_URI
  if (uri) return [{ name: `at ${uri}`, why: '', start: () => lend(uri) }]
  return versions.map((version) => {
    const name = version.version
    if (hasDocker(version)) return { name, why: '', start: () => startDocker(version) }
    const why = jarsMissing(version)
    if (why && process.env.CI && hasJavaAndMaven())
      throw new Error(`Neo4j ${name} must be tested where CI is set: ${why}`)
    return { name, why, start: () => startJars(version) }
  })
}

/** What to say, loudly, where a server is not tested. */
export const skipped = ({ name, why }: TestServer, { java }: Version): string =>
  `\n>>>>>> Neo4j ${name} IS NOT TESTED: ${why}. Start Docker, or install Java ${java} and Maven, or set NEO4J_TEST_URI. <<<<<<\n`

/** A database that somebody lends us: one test file at a time, empty before and after. */
async function lend(uri: string): Promise<Server> {
  const password = process.env.NEO4J_TEST_PASSWORD ?? ''
  const turn = join(tmpdir(), 'quanmai-neo4j-turn')
  while (!takes(turn)) await sleep(500)
  const empty = async (must: boolean) => {
    const store = await openStore(uri, { password })
    try {
      const [[count] = []] = (await store.ask('MATCH (n) RETURN count(n) AS n')).rows
      if (must && Number(count) > 0)
        throw new Error(
          `NEO4J_TEST_URI: ${uri} holds ${count} nodes, and the tests take everything out. Name an empty database.`,
        )
      await store.removeNodes([...(await inventoryOf(store, 'nodes')).keys()])
    } finally {
      await store.close()
    }
  }
  try {
    await empty(true)
  } catch (error) {
    rmdirSync(turn)
    throw error
  }
  return {
    uri,
    password,
    async stop() {
      await empty(false)
      rmdirSync(turn)
    },
  }
}

function takes(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}
