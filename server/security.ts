import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
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

/** Ends of names that nobody can register, and so nobody can point elsewhere. */
const PRIVATE = ['.local', '.internal', '.home.arpa', '.localhost']

/** What a server is called by those who may ask it. */
export interface Callers {
  /** Names besides those of this machine; `*` is any. */
  hosts?: readonly string[]
  /** Others reach it, by its address or by a name that only their network knows. */
  shared?: boolean
}

/**
 * A page of another site that points its own name at this server (DNS rebinding) says that name in Host. It can have
 * no address for a name, no name without a dot, and none that is kept for private networks.
 */
export const ownHostOnly = ({ hosts = [], shared = false }: Callers = {}): MiddlewareHandler => {
  const named = new Set(hosts.map((host) => domainToASCII(host) || host))
  const isOwn = (host: string) => LOOPBACK.has(host) || named.has(host) || named.has('*')
  const isPrivate = (host: string) =>
    isIP(host.replace(/^\[|\]$/g, '')) > 0 || !host.includes('.') || PRIVATE.some((end) => host.endsWith(end))
  return async (c, next) => {
    const hostname = new URL(c.req.url).hostname.replace(/\.$/, '')
    if (!isOwn(hostname) && !(shared && isPrivate(hostname)))
      throw shared
        ? new KnownError('foreign-host', `This server does not go by the name “${hostname}”.`, 421, {
            hint: 'Open it by its address, or add the name to QUANMAI_HOSTS: docs/settings.md',
            values: { why: 'name', hostname },
          })
        : new KnownError(
            'foreign-host',
            `This server answers to this machine only, not to “${hostname}”.`,
            421,
            {
              hint: 'Open it as http://127.0.0.1. To let others in set HOST, and for a name of your own QUANMAI_HOSTS: docs/settings.md',
              values: { hostname },
            },
          )
    await next()
  }
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
