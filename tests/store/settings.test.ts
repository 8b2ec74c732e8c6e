import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
  ])('says what is wrong with %o', (env, message) => {
    expect(() => readSettings(env, '/nowhere/.env')).toThrow(message)
  })

  it('has defaults for all', () => {
    expect(readSettings({}, '/nowhere/.env')).toEqual({
      store: 'embedded:data/graph',
      username: 'neo4j',
      password: '',
      database: '',
      port: 5178,
      host: '127.0.0.1',
    })
  })
})
