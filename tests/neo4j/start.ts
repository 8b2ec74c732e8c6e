/** A real Neo4j for the tests: NEO4J_TEST_URI, else the server's own jars from Maven Central where Java and Maven are. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CACHE = join(import.meta.dirname, '../../.cache')

export interface Server {
  uri: string
  password: string
  stop(): Promise<void>
}
export interface Version {
  version: string
  /** The oldest Java that runs it. */
  java: number
}
export const VERSIONS: readonly Version[] = [
  { version: '5.26.18', java: 17 },
  { version: '2026.09.0', java: 21 },
]

const majorOf = (java: string): number => {
  const { stderr, status } = spawnSync(java, ['-version'], { encoding: 'utf8' })
  return status === 0 ? Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) : 0
}

function javaOf(least: number): string | null {
  const homes = existsSync('/usr/lib/jvm')
    ? readdirSync('/usr/lib/jvm').map((name) => join('/usr/lib/jvm', name))
    : []
  const candidates = [
    'java',
    ...[process.env.JAVA_HOME ?? '', ...homes].filter(Boolean).map((home) => join(home, 'bin/java')),
  ]
  const found = candidates
    .map((java) => ({ java, major: majorOf(java) }))
    .filter(({ major }) => major >= least)
  // the 5.26 jars want a Java of their time
  return found.sort((a, b) => a.major - b.major)[0]?.java ?? null
}

const hasMaven = (): boolean => spawnSync('mvn', ['-v']).status === 0

/** Why a server of this version can't be had here; '' where it can. */
export function missing({ java }: Version): string {
  if (process.env.NEO4J_TEST_URI) return ''
  if (!hasMaven()) return 'Maven is not installed'
  return javaOf(java) ? '' : `no Java ${java} or newer`
}

function jarsOf(version: string): string {
  const folder = join(CACHE, `neo4j-${version}`)
  const lib = join(folder, 'lib')
  if (existsSync(join(folder, 'done'))) return lib
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'pom.xml'),
    `<project><modelVersion>4.0.0</modelVersion><groupId>quanmai</groupId><artifactId>neo4j-test</artifactId><version>1</version>
<dependencies><dependency><groupId>org.neo4j.test</groupId><artifactId>neo4j-harness</artifactId><version>${version}</version></dependency></dependencies></project>`,
  )
  execFileSync(
    'mvn',
    ['-q', '-B', '-f', join(folder, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`],
    { stdio: ['ignore', 'inherit', 'inherit'], timeout: 300_000 },
  )
  writeFileSync(join(folder, 'done'), '')
  return lib
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts a server with an empty database; ready after 6 to 10 s. */
export async function startNeo4j(version: Version): Promise<Server> {
  const uri = process.env.NEO4J_TEST_URI
  if (uri) return { uri, password: process.env.NEO4J_TEST_PASSWORD ?? '', stop: async () => {} }
  const lib = jarsOf(version.version)
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-neo4j-'))
  const java = javaOf(version.java)!
  const child: ChildProcess = spawn(
    java,
    ['-Xmx1g', '-cp', join(lib, '*'), join(import.meta.dirname, 'Launch.java'), String(port), folder],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  )
  let log = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer) => {
      log += data
      if (/^ready$/m.test(log)) resolve()
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.once('exit', (code) =>
      reject(new Error(`Neo4j ${version.version} ended with ${code}:\n${log.slice(-2000)}`)),
    )
  })
  return {
    uri: `bolt://127.0.0.1:${port}`,
    password: '',
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.stdin!.end()
      setTimeout(() => child.kill('SIGKILL'), 15_000).unref()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
