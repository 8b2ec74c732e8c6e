/** One page from an address that a person gave: with limits, and never from a private network unless that is allowed. */
import { lookup as resolveName } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { KnownError } from '../../model/errors.ts'
import { isPublic } from './addresses.ts'

export interface FetchOptions {
  /** Addresses of private networks may be read. */
  allowPrivate?: boolean
  /** Which IP addresses may be called: the public ones unless told. */
  mayCall?: (address: string) => boolean
  /** Milliseconds for all of it; 20,000 unless told. */
  timeout?: number
  /** Bytes after unpacking; 20 MB unless told. */
  maxPageBytes?: number
  /** 5 unless told. */
  maxRedirects?: number
}
export interface Page {
  /** Where it was in the end. */
  url: string
  bytes: Uint8Array
  /** Content-Type. */
  type: string
}

/** @throws KnownError 'url-private', 'url-timeout', 'url-too-large', 'url-redirects', 'url-status', 'url-unreachable' */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Page> {
  const { timeout = 20_000, maxRedirects = 5 } = options
  const signal = AbortSignal.timeout(timeout)
  const mayCall = options.mayCall ?? (options.allowPrivate ? () => true : isPublic)
  try {
    let url = new URL(address)
    for (let hops = 0; hops <= maxRedirects; hops++) {
      const response = await ask(url, mayCall, signal)
      const { statusCode = 0, headers } = response
      if (statusCode >= 300 && statusCode < 400 && headers.location) {
        response.destroy()
        url = new URL(headers.location, url)
        if (!/^https?:$/.test(url.protocol))
          throw new KnownError('url-redirects', `leads to ${url.protocol}, which is not read.`)
        continue
      }
      if (statusCode !== 200) {
        response.destroy()
        throw new KnownError('url-status', `answers ${statusCode}.`, 400, {
          hint: 'Open it in a browser and save it.',
        })
      }
      const bytes = await bodyOf(response, options.maxPageBytes ?? 20 * 2 ** 20, signal)
      return { url: url.href, bytes, type: headers['content-type'] ?? '' }
    }
    throw new KnownError('url-redirects', `leads on more than ${maxRedirects} times.`)
  } catch (cause) {
    if (cause instanceof KnownError) throw cause
    if (signal.aborted)
      throw new KnownError('url-timeout', `did not answer within ${timeout / 1000} s.`, 400, {
        hint: 'Try again, or save the page.',
        cause,
      })
    throw new KnownError('url-unreachable', `can not be reached: ${(cause as Error).message}`, 400, {
      hint: 'Check the address.',
      cause,
    })
  }
}

const privateError = (host: string) =>
  new KnownError('url-private', `lies in a private network (${host}), which is not read.`, 400, {
    hint: 'Say --allow-private if you mean it.',
  })

/** The name is resolved once, and the address that was looked at is the one that is called. */
function ask(url: URL, mayCall: (address: string) => boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayCall(host)) throw privateError(host)
  const lookup: LookupFunction = (name, options, done) =>
    resolveName(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const wrong = found.find(({ address: found }) => !mayCall(found))
      if (wrong) return done(privateError(wrong.address), [])
      if (options.all) done(null, found)
      else done(null, found[0]!.address, found[0]!.family)
    })
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    request(url, {
      lookup,
      signal,
      agent: false,
      headers: {
        'user-agent': 'Mozilla/5.0 (compatible; Quanmai)',
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-language': 'zh-CN,zh;q=0.9',
        'accept-encoding': 'gzip, deflate, br',
      },
    })
      .once('response', resolve)
      .once('error', reject)
      .end()
  })
}

const UNPACK: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

async function bodyOf(response: IncomingMessage, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  const packed = UNPACK[(response.headers['content-encoding'] ?? '').toLowerCase()]
  const body = (packed ? response.pipe(packed() as NodeJS.WritableStream & Readable) : response) as Readable
  response.on('error', (error) => body.destroy(error))
  signal.addEventListener('abort', () => body.destroy(new Error('too slow')), { once: true })
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) {
      response.destroy()
      throw new KnownError('url-too-large', `is larger than ${Math.round(limit / 2 ** 20)} MB.`, 400, {
        hint: 'Save it and give the file.',
      })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
