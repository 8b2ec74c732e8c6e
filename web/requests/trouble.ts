/** What went wrong, in a person's words. */

import { ERRORS_ZH } from '../words/errors.ts'
import { fill, type Language, say, type Word } from '../words/words.ts'
import { ApiError, api } from './api.ts'
import { PieceError } from './pieces.ts'

/** What the address names and the graph does not hold. */
export class GoneError extends Error {
  readonly count: number
  constructor(count: number) {
    super(`${count} of what the address names are no longer in the graph`)
    this.count = count
  }
}

/** A file that could not be opened, and why. */
export class FileTrouble extends Error {
  readonly why: Word
  constructor(name: string, why: Word) {
    super(name)
    this.why = why
  }
}

export interface Said {
  said: string
  /** What to do, where `said` does not say it. */
  hint: string
  /** A database's own words, in whatever language it has. */
  quoted: string
}

const PASSING = new Set(['store-unreachable', 'store-lost'])

/** Whether it may end by itself: the server or its database does not answer. */
export const passes = (error: unknown): boolean =>
  error instanceof ApiError ? PASSING.has(error.body.code) : error instanceof TypeError

/** Whether another try at once may help: a server that could not reach its database has tried already. */
export const mayTryAtOnce = (error: unknown): boolean =>
  mayEnd(error) && !(error instanceof ApiError && PASSING.has(error.body.code))

let asking: Promise<boolean> | null = null
/** Whether the server and its database answer: who asks meanwhile hears the same answer. */
export function answers(): Promise<boolean> {
  asking ??= api
    .status()
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      asking = null
    })
  return asking
}

/** Milliseconds between two looks whether a server or its database is back. */
export const AGAIN = 5_000

/** For what nothing on the page waits for and says: while the server or its database is away, done as soon as it is back. */
export async function onceThere<T>(job: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await job()
    } catch (error) {
      if (signal.aborted || !passes(error)) throw error
    }
    do await pause(AGAIN, signal)
    while (!(await answers()))
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    const end = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })

/** Whether another try may end better: what is not there stays so. */
export const mayEnd = (error: unknown): boolean =>
  !(error instanceof ApiError && error.body.code === 'not-found')

export function troubleIn(language: Language, error: unknown): Said {
  if (error instanceof PieceError) return { said: say(language, error.why), hint: '', quoted: '' }
  if (error instanceof GoneError)
    return { said: say(language, 'gone', { n: error.count }), hint: '', quoted: '' }
  if (error instanceof FileTrouble)
    return {
      said: say(language, 'badFile', { name: error.message, why: say(language, error.why) }),
      hint: '',
      quoted: '',
    }
  // fetch rejects with a TypeError where nobody answers
  if (!(error instanceof ApiError))
    return {
      said: say(language, error instanceof TypeError ? 'unreachable' : 'failed'),
      hint: '',
      quoted: '',
    }
  const { code, message, hint = '', values = {}, quoted = '' } = error.body
  const zh = language === 'zh' && (ERRORS_ZH[`${code}/${values.why}`] ?? ERRORS_ZH[code])
  if (zh) return { said: fill(zh, values), hint: '', quoted }
  if (quoted === message) return { said: say(language, 'refused'), hint, quoted }
  return { said: message, hint, quoted: '' }
}
