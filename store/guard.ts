/** What a user's query may not do, seen before it runs. */
import { KnownError } from '../model/errors.ts'

/** Procedures that only read, and only our own data. */
const ALLOWED_PROCEDURES = [
  /^db\.labels$/i,
  /^db\.relationshiptypes$/i,
  /^db\.propertykeys$/i,
  /^db\.schema\.\w+$/i,
  /^db\.index\.fulltext\.query\w+$/i,
]

export const isAllowedProcedure = (name: string): boolean =>
  ALLOWED_PROCEDURES.some((pattern) => pattern.test(name))

/** The query without its comments and with its strings and quoted names emptied. */
function skeletonOf(query: string): string {
  return query.replace(
    /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:[^`]|``)*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (part) => (part.startsWith('/') ? ' ' : `${part[0]}${part[0]}`),
  )
}

/** Why a query may not be run; {name} is what it calls. */
const WHYS = {
  csv: 'LOAD CSV reads files and addresses',
  schema: 'It changes the schema',
  command: 'It is a command, not a question',
  show: 'SHOW tells of the server, not of the graph',
  escapes: 'Escaped letters are allowed in strings only',
  several: 'One query at a time',
  procedure: 'The procedure {name} is not on the list of those that may be called',
  operator: '{name} reaches outside the graph',
} as const

const FORBIDDEN: readonly [RegExp, keyof typeof WHYS][] = [
  [/\bLOAD\s+CSV\b/i, 'csv'],
  [
    /\b(CREATE|DROP)\s+(OR\s+REPLACE\s+)?((UNIQUE|RANGE|TEXT|POINT|LOOKUP|FULLTEXT|VECTOR|NODE|EDGE|PROPERTY)\s+)*(INDEX|CONSTRAINT|GRAPH|SCHEMA|TYPE|DATABASE|USER|ROLE|ALIAS|PROJECTION)\b/i,
    'schema',
  ],
  [
    /^\s*(ALTER|GRANT|DENY|REVOKE|SESSION|START|COMMIT|ROLLBACK|IMPORT|EXPORT|COPY|USE|TERMINATE|STOP|RENAME|INSERT)\b/i,
    'command',
  ],
  [/^\s*SHOW\b/i, 'show'],
  [/\\u[0-9a-f]{4}/i, 'escapes'],
]

/** @throws KnownError 'cypher-forbidden' (403) */
export function refuseForbidden(query: string): void {
  const skeleton = skeletonOf(query).replace(/^\s*(EXPLAIN|PROFILE)\b/i, '')
  for (const [pattern, why] of FORBIDDEN) {
    if (pattern.test(skeleton)) throw forbidden(why)
  }
  if (/;\s*\S/.test(skeleton)) throw forbidden('several')
  for (const [, name] of skeleton.matchAll(/\bCALL\s+([\w.]+)/gi)) {
    if (name && !isAllowedProcedure(name)) throw forbidden('procedure', name)
  }
}

export const forbidden = (why: keyof typeof WHYS, name = ''): KnownError =>
  new KnownError(
    'cypher-forbidden',
    `${WHYS[why].replace('{name}', () => name)}: it may not be run here.`,
    403,
    {
      hint: 'Ask with MATCH … RETURN.',
      values: { why, name },
    },
  )

export const writes = (): KnownError =>
  new KnownError('cypher-writes', 'The query writes; the console only reads. Nothing was changed.', 403, {
    hint: 'Articles come in through npm run ingest.',
  })

const SMALLER = 'Add a LIMIT or narrow it down.'

/** @param timeout milliseconds */
export function timedOut(timeout: number, cause?: unknown): KnownError {
  const seconds = Math.round(timeout / 1000)
  return new KnownError('query-timeout', `Stopped after ${seconds} s.`, 408, {
    hint: SMALLER,
    values: { seconds },
    cause,
  })
}

export const tooLarge = (cause?: unknown): KnownError =>
  new KnownError('query-too-large', 'Stopped: the query needs too much memory.', 413, {
    hint: SMALLER,
    cause,
  })
