import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { KnownError } from '../model/errors.ts'

const BODY_LIMIT = 1_000_000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || host === '::1'

/** Headers of every answer. Styles may be inline (React writes them), scripts never; layouts run in workers made from blobs. */
export const headers = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    // plain HTTP on this machine: nothing to be strict about
    strictTransportSecurity: false,
  })

/** A page of another site that points its own name at 127.0.0.1 (DNS rebinding) says that name in Host. */
export const ownHostOnly = (): MiddlewareHandler => async (c, next) => {
  const { hostname } = new URL(c.req.url)
  if (!LOOPBACK.has(hostname)) {
    throw new KnownError(
      'foreign-host',
      `This server answers to this machine only, not to “${hostname}”.`,
      421,
      {
        hint: 'Open it as http://127.0.0.1, or set HOST to the address that others may use.',
        values: { hostname },
      },
    )
  }
  await next()
}

export const bodiesWithin = (): MiddlewareHandler =>
  bodyLimit({
    maxSize: BODY_LIMIT,
    onError: () => {
      throw new KnownError('too-large', 'The request is larger than 1 MB.', 413, {
        hint: 'Send less at once.',
      })
    },
  })

/** What a form of another site can send without asking first is never JSON. */
export const jsonOnly = (): MiddlewareHandler => async (c, next) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (c.req.method === 'POST' && type !== 'application/json') {
    throw new KnownError('not-json', 'A POST must be JSON.', 415, {
      hint: 'Send the header Content-Type: application/json.',
    })
  }
  await next()
}
