/** The server's own jars from Maven Central, and a launcher of ours: for machines with Java and Maven. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Server, Version } from './server.ts'

const CACHE = join(import.meta.dirname, '../../.cache')
const PASSWORD = 'for-the-tests'

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

export const hasJavaAndMaven = (): boolean => hasMaven() && javaOf(1) !== null

/** Fetches what is missing. @returns why the server can't be had so; '' where it can */
export function jarsMissing({ version, java }: Version): string {
  if (!hasMaven()) return 'Maven is not installed'
  if (!javaOf(java)) return `no Java ${java} or newer`
  try {
    jarsOf(version)
    return ''
  } catch (error) {
    return `its jars could not be fetched (${(error as Error).message.split('\n')[0]})`
  }
}

/** Two tests may ask at once: each fetches into a folder of its own, the first to be done gives the name. */
function jarsOf(version: string): string {
  const folder = join(CACHE, `neo4j-${version}`)
  const lib = join(folder, 'lib')
  if (existsSync(join(folder, 'done'))) return lib
  mkdirSync(CACHE, { recursive: true })
  const mine = mkdtempSync(join(CACHE, `fetching-${version}-`))
  try {
    writeFileSync(
      join(mine, 'pom.xml'),
      `<project><modelVersion>4.0.0</modelVersion><groupId>quanmai</groupId><artifactId>neo4j-test</artifactId><version>1</version>
<dependencies><dependency><groupId>org.neo4j.test</groupId><artifactId>neo4j-harness</artifactId><version>${version}</version></dependency></dependencies></project>`,
    )
    execFileSync(
      'mvn',
      [
        '-q',
        '-B',
        '-f',
        join(mine, 'pom.xml'),
        'dependency:copy-dependencies',
        `-DoutputDirectory=${join(mine, 'lib')}`,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'], timeout: 300_000 },
    )
    writeFileSync(join(mine, 'done'), '')
    if (!existsSync(join(folder, 'done'))) {
      rmSync(folder, { recursive: true, force: true })
      renameSync(mine, folder)
    }
    return lib
  } finally {
    rmSync(mine, { recursive: true, force: true })
  }
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

/** Ready after 6 to 10 s. */
async function launch({ version, java }: Version, port: number, folder: string, readOnly: boolean) {
  const child: ChildProcess = spawn(
    javaOf(java)!,
    [
      '-Xmx1g',
      '-cp',
      join(jarsOf(version), '*'),
      join(import.meta.dirname, 'Launch.java'),
      String(port),
      folder,
      PASSWORD,
      ...(readOnly ? ['neo4j'] : []),
    ],
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
      reject(new Error(`Neo4j ${version} ended with ${code}:\n${log.slice(-2000)}`)),
    )
  })
  return child
}

export async function startJars(version: Version): Promise<Server> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-neo4j-'))
  let child = await launch(version, port, folder, false)
  const cut = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
  return {
    uri: `bolt://127.0.0.1:${port}`,
    password: PASSWORD,
    power: {
      cut,
      async on({ readOnly = false } = {}) {
        await cut()
        child = await launch(version, port, folder, readOnly)
      },
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.stdin!.end()
        setTimeout(() => child.kill('SIGKILL'), 15_000).unref()
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
