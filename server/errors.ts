/** Where errors become answers: one shape, `ErrorBody`, for all of them. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import { type ErrorValues, KnownError } from '../model/errors.ts'
import type { Log } from './log.ts'

/** The answer to a request that failed. What is no KnownError is logged and answered with a plain 500. */
export function errorResponse(error: Error, c: Context, log: Log): Response {
  const known = asKnown(error)
  if (!known) {
    log.error(`${c.req.method} ${c.req.path}`, error)
    return respond(
      c,
      new KnownError('internal', 'Something went wrong on our side; the log says what.', 500, {
        hint: 'Try again; if it happens again, restart Quanmai.',
      }),
    )
  }
  if (known.status >= 500) log.error(`${c.req.method} ${c.req.path}: ${known.message}`, known.cause)
  return respond(c, known)
}

const respond = (c: Context, error: KnownError): Response =>
  c.json(error.toBody(), error.status as ContentfulStatusCode)

function asKnown(error: Error): KnownError | null {
  if (error instanceof KnownError) return error
  if (!(error instanceof HTTPException) || error.status >= 500) return null
  return new KnownError('bad-request', error.message || 'The request is malformed.', error.status, {
    hint: 'docs/api.md shows every route with its parameters.',
    cause: error,
  })
}

/** What the parameters' schema objects to, first thing first. */
export function badParameter(error: ZodError): KnownError {
  const [issue] = error.issues
  const name = issue?.path.join('.') || 'body'
  return new KnownError('bad-parameter', `${name}: ${saidOf(issue)}.`, 400, {
    hint: 'docs/api.md shows every route with its parameters.',
    values: { name, ...boundOf(issue) },
    cause: error,
  })
}

/** A schema's own words; where it has none, what is wrong in ours. */
function saidOf(issue: ZodError['issues'][number] | undefined): string {
  if (issue?.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) {
    return issue?.message ?? 'not understood'
  }
  if (issue.message.endsWith('received undefined')) return 'is missing'
  return `must be ${KINDS[issue.expected] ?? issue.expected}`
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'one text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object {…}',
}

function boundOf(issue: ZodError['issues'][number] | undefined): ErrorValues {
  if (issue?.code === 'too_big') return { why: 'more', bound: Number(issue.maximum) }
  if (issue?.code === 'too_small') return { why: 'less', bound: Number(issue.minimum) }
  return {}
}

export const notFound = (what: string, id: string): KnownError =>
  new KnownError('not-found', `There is no ${what} with the id “${id}”.`, 404, {
    hint: 'The articles may have been read anew since: search for it by name.',
    values: { why: what, id },
  })
