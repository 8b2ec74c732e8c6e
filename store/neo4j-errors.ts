/** What Neo4j and its driver object to, in our words: each names the setting to look at. */
import { type ErrorValues, KnownError } from '../model/errors.ts'
import { timedOut, tooLarge, writes } from './guard.ts'

/** The oldest server that knows all that we ask: 5.26. */
const OLDEST = [5, 26] as const

/** The address as it may be printed: without a user name and a password. */
export const printed = (address: string): string => address.replace(/\/\/[^@/]*@/, '//')

interface Met {
  /** `Neo4j at bolt://…` */
  at: string
  why: string
  more: { values: ErrorValues; cause: unknown }
}

const unreachable = ({ at, why, more }: Met): KnownError =>
  new KnownError('store-unreachable', `Can't reach ${at}: ${why}.`, 503, { hint: hintFor(at, why), ...more })

const noDatabase = ({ at, more }: Met): KnownError =>
  new KnownError('store-database', `${at} has no such database for articles.`, 503, {
    hint: "Check NEO4J_DATABASE; empty is the server's default.",
    ...more,
  })

/** By the code of Neo4j or its driver. */
const KINDS: readonly [RegExp, (met: Met) => KnownError][] = [
  [/ServiceUnavailable|SessionExpired|DatabaseUnavailable|PoolTimeout/i, unreachable],
  [
    /Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired|TokenExpired|AuthorizationExpired)/,
    ({ at, more }) =>
      new KnownError('store-auth', `${at} refuses the user name or password.`, 503, {
        hint: 'Check NEO4J_USERNAME and NEO4J_PASSWORD.',
        ...more,
      }),
  ],
  [/DatabaseNotFound|InvalidDatabaseName|NotSystemDatabase/, noDatabase],
  [
    /Security\.Forbidden|ReadOnly\w*Database|NotALeader/,
    ({ at, more }) =>
      new KnownError('store-read-only', `${at} does not let this user write into this database.`, 503, {
        hint: 'Check NEO4J_USERNAME and NEO4J_DATABASE: the user must have the right to write, and the database must not be read-only.',
        ...more,
      }),
  ],
]

function hintFor(at: string, why: string): string {
  if (/TLS|SSL|certificate|self.signed|altnames/i.test(why))
    return 'Check QUANMAI_STORE: +s wants a certificate that this machine trusts, +ssc takes any, neo4j:// and bolt:// go without.'
  if (/HTTP/.test(why)) return 'Check QUANMAI_STORE: it wants the Bolt port, usually 7687.'
  return at.includes('+s')
    ? 'Check QUANMAI_STORE, that the server runs, and that it speaks TLS: +s and +ssc want it, neo4j:// and bolt:// go without.'
    : 'Check QUANMAI_STORE, and that the server runs.'
}

function met(cause: unknown, address: string): Met {
  const { message } = cause as Error
  const why = (/Caused by: (.+)/.exec(message)?.[1] ?? message.split('\n')[0]!)
    .replace(/\. (No routing servers available|Make sure)\b.*$/, '')
    .replace(/[.\s]*$/, '')
  return { at: `Neo4j at ${printed(address)}`, why, more: { values: { address: printed(address) }, cause } }
}

/** What a server that is gone, or that refuses us, is called; any other error as it came. */
export function troubleOf(cause: unknown, address: string): Error {
  const { code = '', message } = cause as Error & { code?: string }
  if (cause instanceof KnownError) return cause
  // the database `system` says so only in words
  if (/executed in a user database/.test(message)) return noDatabase(met(cause, address))
  const known = KINDS.find(([pattern]) => pattern.test(code))?.[1]
  return known ? known(met(cause, address)) : (cause as Error)
}

/** Why a store could not be opened, whatever it was. */
export function unopened(cause: unknown, address: string): KnownError {
  const trouble = troubleOf(cause, address)
  return trouble instanceof KnownError ? trouble : unreachable(met(cause, address))
}

/** @param agent as the server says it: `Neo4j/5.26.18` @throws KnownError 'store-version' */
export function refuseOld(agent: string, address: string): void {
  const [, version, major, minor] = /^Neo4j\/((\d+)\.(\d+)\S*)/.exec(agent) ?? []
  if (!version) return
  const older = Number(major) - OLDEST[0] || Number(minor) - OLDEST[1]
  if (older >= 0) return
  throw new KnownError(
    'store-version',
    `Neo4j at ${printed(address)} is ${version}; ${OLDEST.join('.')} or newer is needed.`,
    503,
    { hint: 'Update the server, or point QUANMAI_STORE at another one.' },
  )
}

/** What is there is not of our making: neither read nor written. @param what `nodes with the label Entity` */
export const foreign = (address: string, what: string, cause?: unknown): KnownError =>
  new KnownError(
    'store-foreign',
    `The database of Neo4j at ${printed(address)} holds ${what} that Quanmai did not make. Nothing was changed.`,
    409,
    {
      hint: 'Give Quanmai a database of its own: name it in NEO4J_DATABASE, or another server in QUANMAI_STORE.',
      values: { address: printed(address) },
      cause,
    },
  )

export const inUse = (address: string): KnownError =>
  new KnownError('store-in-use', `Another program is writing into Neo4j at ${printed(address)}.`, 409, {
    hint: "Wait until it has ended, then do this again. Where none runs, end its transaction: SHOW TRANSACTIONS has quanmai in that one's metaData.",
    values: { address: printed(address) },
  })

/** What a user's query met. @param timeout milliseconds */
export function explained(cause: unknown, timeout: number, address: string): Error {
  const { code = '', message = '' } = cause as Error & { code?: string }
  if (/TransactionTimedOut|TransactionTimedOutClient/.test(code)) return timedOut(timeout, cause)
  if (/AccessMode/.test(code)) return writes()
  if (/MemoryPool|OutOfMemory|TransactionMemory/i.test(code)) return tooLarge(cause)
  const trouble = troubleOf(cause, address)
  if (trouble instanceof KnownError || !code.startsWith('Neo.ClientError.')) return trouble
  const place = /\(line (\d+), column (\d+)/.exec(message)
  const quoted = message.split('\n')[0]!.replace(/\s*\(line \d+, column \d+ \(offset: \d+\)\)/, '')
  return new KnownError('cypher-syntax', quoted, 400, {
    position: place ? { line: Number(place[1]), column: Number(place[2]) } : undefined,
    quoted,
    cause,
  })
}
