/** What a fresh machine installs. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Locked {
  version: string
  license?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
}
const ROOT = join(import.meta.dirname, '..')
const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'))
const packages = read('package-lock.json').packages as Record<string, Locked>
const own = read('package.json')

// MPL: axe-core in the tests, Lightning CSS in the build; OFL: the fonts
const FREE =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD(-[23]-Clause)?|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|CC0-1\.0|CC-BY-4\.0|OFL-1\.1|Unlicense|MPL-2\.0)\b/

describe('the lockfile', () => {
  it('holds every platform of a package with prebuilt parts', () => {
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)))
    expect(missing).toEqual([])
  })

  it('names no host', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([])
  })

  it('holds free licences only', () => {
    const other = Object.entries(packages)
      .filter(([path, { license }]) => path !== '' && !FREE.test(license ?? 'none'))
      .map(([path, { license }]) => `${path}: ${license}`)
    expect(other).toEqual([])
  })
})

describe('package.json', () => {
  it('pins the embedded database exactly, and can do without nodejieba', () => {
    expect(own.dependencies['@grafeo-db/js']).toMatch(/^\d+\.\d+\.\d+$/)
    expect(own.optionalDependencies).toHaveProperty('nodejieba')
    expect(own.dependencies).toHaveProperty('@node-rs/jieba')
  })

  it('asks for nothing that is not used', () => {
    // types of graphology stand behind its own
    const implied = new Set(['graphology-types'])
    const folders = ['bench', 'ingest', 'model', 'server', 'store', 'web']
    const sources = [
      ...folders.flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.(tsx?|css|html)$/.test(name))
          .map((name) => join(folder, name)),
      ),
      'package.json',
      'vite.config.ts',
    ].map((name) => readFileSync(join(ROOT, name), 'utf8'))
    const uses = (name: string) =>
      sources.some((text) => new RegExp(`['"]${name}(/[^'"]*)?['"]`).test(text.replace(`"${name}": "`, '')))
    const scripts = JSON.stringify(own.scripts)
    expect(
      Object.keys(own.dependencies).filter(
        (name) => !implied.has(name) && !uses(name) && !scripts.includes(`"${name} `),
      ),
    ).toEqual([])
  })
})
