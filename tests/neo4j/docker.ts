/** The server's image, where a Docker engine answers. */
import { execFileSync, spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../../store/open.ts'
import type { Server, Version } from './server.ts'

const PASSWORD = 'for-the-tests'
const imageOf = ({ version }: Version): string => `neo4j:${version}-community`

const succeeds = (...args: string[]): boolean =>
  spawnSync('docker', args, { timeout: 300_000, stdio: 'ignore' }).status === 0

/** Whether an engine answers and has the image, or fetches it now. */
export function hasDocker(version: Version): boolean {
  const image = imageOf(version)
  return (
    spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 10_000 }).status === 0 &&
    (succeeds('image', 'inspect', image) || succeeds('pull', '--quiet', image))
  )
}

const docker = (...args: string[]): string => execFileSync('docker', args, { encoding: 'utf8' }).trim()

export async function startDocker(version: Version): Promise<Server> {
  const id = docker(
    'run',
    '--detach',
    '--rm',
    '--publish=127.0.0.1::7687',
    `--env=NEO4J_AUTH=neo4j/${PASSWORD}`,
    '--env=NEO4J_server_memory_heap_max__size=1G',
    imageOf(version),
  )
  const stop = async () => void docker('rm', '--force', '--volumes', id)
  try {
    const uri = `bolt://${docker('port', id, '7687/tcp').split('\n')[0]!.trim()}`
    for (let tries = 0; ; tries++) {
      try {
        const store = await openStore(uri, { password: PASSWORD })
        await store.close()
        return { uri, password: PASSWORD, stop }
      } catch (error) {
        if (tries === 60) throw error
        await sleep(1_000)
      }
    }
  } catch (error) {
    await stop()
    throw error
  }
}
