import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { KnownError } from '../../../model/errors.ts'
import { refuseForbidden } from '../../../store/guard.ts'
import { troubleOf } from '../../../store/neo4j-errors.ts'
import { ApiError } from '../../../web/requests/api.ts'
import { mayEnd, mayTryAtOnce, troubleIn } from '../../../web/requests/trouble.ts'
import { ERRORS_ZH } from '../../../web/words/errors.ts'

const HOUSE = join(import.meta.dirname, '../../..')
/** Errors of a program that has not begun to answer: they are said on its console. */
const BEFORE = /^(?:bad-host|bad-setting|bad-call|store-(?:in-use|unwritable|damaged|version|foreign))$/

const sayIn = (language: 'zh' | 'en', error: KnownError) =>
  troubleIn(language, new ApiError(error.toBody().error))

it('offers another try but for what is not there', () => {
  const error = (code: string) => new ApiError(new KnownError(code, 'It is so.', 404).toBody().error)
  expect([mayEnd(error('not-found')), mayEnd(error('store-lost')), mayEnd(new TypeError())]).toEqual([
    false,
    true,
    true,
  ])
})

it('tries at once but where there is nothing, or a database was waited for', () => {
  const error = (code: string) => new ApiError(new KnownError(code, 'It is so.', 503).toBody().error)
  expect(['not-found', 'store-unreachable', 'internal'].map((code) => mayTryAtOnce(error(code)))).toEqual([
    false,
    false,
    true,
  ])
  expect(mayTryAtOnce(new TypeError())).toBe(true)
})

it('has Chinese words for every error of the server and the stores', () => {
  const codes = ['server', 'store'].flatMap((room) =>
    readdirSync(join(HOUSE, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) =>
        [
          ...readFileSync(join(HOUSE, room, path), 'utf8').matchAll(/KnownError\(\s*['`]([\w${}-]+)['`]/g),
        ].map((m) => m[1]!),
      ),
  )
  expect(codes.length).toBeGreaterThan(25)
  const wanted = codes
    .filter((code) => !BEFORE.test(code))
    .flatMap((code) =>
      code.includes('$') ? ['views', 'queries'].map((what) => code.replace(/\$\{\w+\}/, what)) : [code],
    )
  const known = new Set(Object.keys(ERRORS_ZH).map((key) => key.split('/')[0]))
  expect(wanted.filter((code) => !known.has(code))).toEqual([])
  expect([...known].filter((code) => !wanted.includes(code!))).toEqual([])
})

it.each([
  [
    "LOAD CSV FROM 'x' AS line RETURN line",
    '这里不能用 LOAD CSV：它会读文件和网址。请用 MATCH … RETURN 提问。',
  ],
  ['CREATE INDEX foo FOR (n:Foo) ON (n.x)', '这条语句会改动图的结构，这里不能用。请用 MATCH … RETURN 提问。'],
  ['GRANT ROLE x TO y', '这是命令，不是提问，这里不能用。请用 MATCH … RETURN 提问。'],
  ['SHOW USERS', '这里不能用 SHOW：它说的是数据库服务，不是图。请用 MATCH … RETURN 提问。'],
  ['MATCH (n) RETURN \\u0041', '转义字符只能写在字符串里。'],
  ['RETURN 1; RETURN 2', '一次只能运行一条查询。'],
  ['CALL apoc.load.json()', '这里不能调用过程 apoc.load.json。请用 MATCH … RETURN 提问。'],
])('says in Chinese why %s is refused', (query, said) => {
  let refused: unknown
  try {
    refuseForbidden(query)
  } catch (error) {
    refused = error
  }
  expect(refused).toBeInstanceOf(KnownError)
  expect(sayIn('zh', refused as KnownError)).toEqual({ said, hint: '', quoted: '' })
  expect(sayIn('en', refused as KnownError).said).toBe((refused as KnownError).message)
})

it('says in both languages that Neo4j is gone, at which address, without its password', () => {
  const gone = Object.assign(
    new Error('Failed to connect.\nCaused by: connect ECONNREFUSED 127.0.0.1:7687'),
    {
      code: 'ServiceUnavailable',
    },
  )
  const error = troubleOf(gone, 'bolt://me:secret@localhost:7687') as KnownError
  expect(sayIn('zh', error).said).toMatch(/bolt:\/\/localhost:7687 .*QUANMAI_STORE/)
  expect(sayIn('en', error)).toEqual({
    said: "Can't reach Neo4j at bolt://localhost:7687: connect ECONNREFUSED 127.0.0.1:7687.",
    hint: 'Check QUANMAI_STORE, and that the server runs.',
    quoted: '',
  })
})

it('says what nobody has words for as it came', () => {
  const error = new KnownError('new', 'Something new.', 400, { hint: 'Look.' })
  expect(sayIn('zh', error)).toEqual({ said: 'Something new.', hint: 'Look.', quoted: '' })
})
