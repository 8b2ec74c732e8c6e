/** What can be told of the container files without an engine. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SETTINGS } from '../store/settings.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, '..', name), 'utf8')
const composeText = read('docker-compose.yml')
const { services, volumes } = parse(composeText)
const dockerfile = read('Dockerfile')
const port = SETTINGS.find(({ name }) => name === 'PORT')!.default

describe('docker-compose.yml', () => {
  it('waits for a healthy Neo4j and gives it a password, memory and volumes', () => {
    const { neo4j, app } = services
    expect(app.depends_on.neo4j.condition).toBe('service_healthy')
    expect(neo4j.healthcheck.test.at(-1)).toContain('cypher-shell')
    expect(neo4j.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/)
    expect(Object.keys(neo4j.environment).filter((name) => name.includes('memory'))).toHaveLength(4)
    expect(neo4j.volumes.map((volume: string) => volume.split(':')[1])).toEqual(['/data', '/logs'])
  })

  it('names only volumes that it declares', () => {
    const used = [...services.neo4j.volumes, ...services.app.volumes]
      .map((volume: string) => volume.split(':')[0]!)
      .filter((source) => !source.startsWith('.'))
    expect(used.sort()).toEqual(Object.keys(volumes).sort())
  })

  it('opens its ports to this machine alone', () => {
    const ports: string[] = [...services.neo4j.ports, ...services.app.ports]
    expect(ports.filter((entry) => !entry.startsWith('127.0.0.1:'))).toEqual([])
    expect(services.app.ports).toContain(`127.0.0.1:${port}:${port}`)
  })

  it('sets settings that there are, and says which it asks for', () => {
    const known = SETTINGS.map(({ name }) => name as string)
    expect(Object.keys(services.app.environment).filter((name) => !known.includes(name))).toEqual([])
    const asked = [...composeText.matchAll(/(?<!\$)\$\{(\w+)/g)].map((m) => m[1]!)
    const head = composeText.split('\nname:')[0]!
    expect([...new Set(asked)].filter((name) => !head.includes(name))).toEqual([])
  })
})

describe('Dockerfile', () => {
  const stages = dockerfile.split(/^(?=FROM )/m).slice(1)
  const last = stages.at(-1)!

  it('builds in one stage and runs in another, not as root', () => {
    expect(stages).toHaveLength(2)
    expect(last).toMatch(/^COPY --from=build /m)
    expect(last).toMatch(/^USER node$/m)
    expect(last.indexOf('USER node')).toBeGreaterThan(last.indexOf('chown node:node data'))
  })

  it('listens, shows its port and asks whether it is well at one place', () => {
    expect(last).toContain(`PORT=${port}`)
    expect(last).toMatch(new RegExp(`^EXPOSE ${port}$`, 'm'))
    expect(last).toContain('HOST=0.0.0.0')
    expect(last).toMatch(/HEALTHCHECK[^\n]*\n.*\/api\/status/)
  })

  it('copies nothing that belongs to this machine', () => {
    const ignored = read('.dockerignore').trim().split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['node_modules', 'data', '.env', '.git', 'articles']))
    for (const needed of ['samples', 'cypher', 'web', 'package.json']) expect(ignored).not.toContain(needed)
  })
})
