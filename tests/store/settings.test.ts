import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, SETTINGS } from '../../store/settings.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/settings.md'), 'utf8').replace(/ +/g, ' ')

describe('settings', () => {
  it.each(SETTINGS.map((row) => [row.name, row.default]))(
    '%s stands in the docs with its default',
    (name, value) => {
      expect(page).toContain(`| \`${name}\` | ${value ? `\`${value}\`` : 'empty'} |`)
    },
  )

  it.each([
    [{ PORT: 'many' }, 'PORT must be a whole number.'],
    [{ PORT: '70000' }, 'PORT must be 0 to 65535.'],
    [{ QUANMAI_STORE: 'postgres://x' }, 'QUANMAI_STORE must be'],
    [{ HOST: '' }, 'HOST must not be empty.'],
    [{ QUANMAI_HOSTS: 'http://graph.example' }, 'QUANMAI_HOSTS must be names with commas between them'],
    [{ QUANMAI_HOSTS: 'graph.example:80' }, 'QUANMAI_HOSTS must be names with commas between them'],
    [
      { QUANMAI_LLM_URL: 'http://localhost:11434/v1' },
      'QUANMAI_LLM_MODEL must name a model where QUANMAI_LLM_URL is set.',
    ],
    [{ QUANMAI_LLM_URL: 'localhost:11434' }, 'QUANMAI_LLM_URL must be an http:// or https:// address'],
    [
      { QUANMAI_LLM_URL: 'http://me:secret@host/v1' },
      'QUANMAI_LLM_URL must be an http:// or https:// address',
    ],
    [{ QUANMAI_LLM_KEY: 'two words' }, 'QUANMAI_LLM_KEY must be'],
    [{ QUANMAI_LLM_MERGE: 'vote' }, 'QUANMAI_LLM_MERGE must be one of fill, prefer, only.'],
    [{ QUANMAI_LLM_TIMEOUT: '2m' }, 'QUANMAI_LLM_TIMEOUT must be a whole number.'],
    [{ QUANMAI_LLM_CONCURRENCY: '0' }, 'QUANMAI_LLM_CONCURRENCY must be 1 to 64.'],
  ])('says what is wrong with %o', (env, message) => {
    expect(() => readSettings(env, '/nowhere/.env')).toThrow(message)
  })

  const lines = 'PORT=99\r\nHOST=::1\r\n'
  it.each([
    ['UTF-8', Buffer.from(lines)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${lines}`)],
    ['UTF-16', Buffer.from(`\ufeff${lines}`, 'utf16le')],
    ['UTF-16, the larger byte first', Buffer.from(`\ufeff${lines}`, 'utf16le').swap16()],
  ])('are read from a file that an editor saved as %s', (_, bytes) => {
    const file = join(mkdtempSync(join(tmpdir(), 'quanmai-env-')), '.env')
    writeFileSync(file, bytes)
    expect(readSettings({}, file)).toMatchObject({ port: 99, host: '::1' })
    rmSync(dirname(file), { recursive: true })
  })

  it('say so where their file can not be read', () => {
    expect(() => readSettings({}, tmpdir())).toThrow(`${tmpdir()} can't be read`)
  })

  it('takes names one by one', () => {
    expect(readSettings({ QUANMAI_HOSTS: 'graph.example, 泉脉.example,*' }, '/nowhere/.env').hosts).toEqual([
      'graph.example',
      '泉脉.example',
      '*',
    ])
  })

  it('has defaults for all', () => {
    expect(readSettings({}, '/nowhere/.env')).toEqual({
      store: 'embedded:data/graph',
      username: 'neo4j',
      password: '',
      database: '',
      port: 5178,
      host: '127.0.0.1',
      hosts: [],
      llm: null,
    })
  })

  it('names a language model where an address is set', () => {
    const env = { QUANMAI_LLM_URL: 'http://localhost:11434/v1/', QUANMAI_LLM_MODEL: 'qwen3:8b' }
    expect(readSettings(env, '/nowhere/.env').llm).toEqual({
      url: 'http://localhost:11434/v1',
      model: 'qwen3:8b',
      key: '',
      merge: 'fill',
      cache: 'data/llm',
      concurrency: 2,
      timeout: 120_000,
      retries: 3,
      limits: { requests: 1000, tokens: 5_000_000 },
      piece: 2000,
      output: 8000,
    })
  })
})
