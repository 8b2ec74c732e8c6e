/** One question, one answer, with retries. The network is passed in. */
import { KnownError } from '../../model/errors.ts'
import { type Dialect, plainer, STRICT } from './dialect.ts'
import type { Budget } from './limits.ts'
import type { Message } from './prompt.ts'
import { type ChatOptions, complaintOf, post, type Response, replyOf } from './wire.ts'

/** The outer world, as tests replace it. */
export interface World {
  fetch: typeof fetch
  /** Milliseconds. @throws where the signal aborts */
  sleep: (ms: number, stop: AbortSignal) => Promise<void>
}

export interface Said {
  content: string
  /** Question and answer together were too long: half of it may fit. */
  cut: boolean
}

/** One question got no answer; others may. The message names the setting where one can help. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

const FOR_A_TIME = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529])
const UNFIT = new Set([400, 413, 422, 501])
const LONGEST_WAIT = 120_000
const TOO_LONG = /context.{0,20}(?:length|window|size)|maximum.{0,20}(?:tokens|length)|too (?:long|large)/i
const WITHHELD = /content_filter|content management|inspection|inappropriate|sensitive/i
const NO_CREDIT = /insufficient_quota|billing|balance/i

export class Chat {
  readonly #options: ChatOptions
  readonly #world: World
  readonly #budget: Budget
  readonly #stop: AbortSignal
  /** What the server was found to understand: shared by all questions of a run. */
  #dialect: Dialect = STRICT
  /** The dialect in which it has answered; it is not given up for one question's sake. */
  #proven: Dialect | null = null

  constructor(options: ChatOptions, budget: Budget, world: World, stop: AbortSignal) {
    this.#options = options
    this.#budget = budget
    this.#world = world
    this.#stop = stop
  }

  /**
   * @throws NoAnswer where this question has none
   * @throws LimitReached where the run may ask no more
   * @throws KnownError where no question can have one: address, key or model are wrong
   */
  async ask(messages: readonly Message[]): Promise<Said> {
    for (let failed = 0; ; ) {
      const dialect = this.#dialect
      this.#budget.take()
      let response: Response
      try {
        response = await post(this.#options, dialect, messages, this.#world.fetch, this.#stop)
      } catch (cause) {
        if (this.#stop.aborted) throw cause
        if (++failed > this.#options.retries) throw this.#silence(cause, failed)
        await this.#world.sleep(backoff(failed), this.#stop)
        continue
      }
      const { status, body } = response
      if (status === 200) return this.#said(messages, body, dialect)
      if (FOR_A_TIME.has(status) && !NO_CREDIT.test(body)) {
        const wait = response.wait ?? backoff(failed + 1)
        if (++failed > this.#options.retries || wait > LONGEST_WAIT)
          throw new NoAnswer(
            `the server answered ${status}${wait > LONGEST_WAIT ? `, asking to wait ${Math.round(wait / 1000)} s` : ` ${failed} times`}: ${complaintOf(body)} (QUANMAI_LLM_RETRIES, QUANMAI_LLM_CONCURRENCY).`,
          )
        await this.#world.sleep(wait, this.#stop)
        continue
      }
      if (!UNFIT.has(status)) throw this.#refused(status, body)
      if (WITHHELD.test(body)) throw new NoAnswer(`the server withheld the answer: ${complaintOf(body)}`)
      if (status === 413 || TOO_LONG.test(body)) return { content: '', cut: true }
      // another question may have found a plainer way meanwhile
      const next = this.#dialect === dialect ? plainer(dialect, body) : this.#dialect
      if (this.#proven === dialect) throw new NoAnswer(`the server answered ${status}: ${complaintOf(body)}`)
      if (!next) throw this.#refused(status, body)
      this.#dialect = next
    }
  }

  #said(messages: readonly Message[], body: string, dialect: Dialect): Said {
    const reply = replyOf(body)
    const asked = messages.reduce((sum, m) => sum + m.content.length, 0)
    // a character is about a token in Chinese: where the server does not count, we do
    this.#budget.spend(reply?.tokens ?? asked + body.length)
    if (!reply)
      throw new NoAnswer(
        'the answer is not of the chat protocol: is QUANMAI_LLM_URL an OpenAI-compatible address?',
      )
    this.#proven = dialect
    if (reply.refusal) throw new NoAnswer(`the model refused: ${reply.refusal.slice(0, 200)}`)
    if (reply.finish === 'content_filter')
      throw new NoAnswer('the server withheld the answer (content_filter).')
    return { content: reply.content, cut: reply.finish === 'length' }
  }

  #silence(cause: unknown, times: number): Error {
    const { url, timeout } = this.#options
    if (cause instanceof Error && cause.name === 'TimeoutError')
      return new NoAnswer(
        `no answer within ${timeout / 1000} s, ${times} times (QUANMAI_LLM_TIMEOUT, QUANMAI_LLM_RETRIES).`,
        { cause },
      )
    // a server that has answered before may do so again
    if (this.#proven) return new NoAnswer(`the connection to ${url} broke ${times} times.`, { cause })
    return new KnownError('llm-unreachable', `QUANMAI_LLM_URL: ${url} can not be reached.`, 502, {
      cause,
      hint: 'Is the server running there? Unset QUANMAI_LLM_URL to read with the rules alone.',
    })
  }

  #refused(status: number, body: string): KnownError {
    const { url, model } = this.#options
    const key = status === 401 || status === 402 || status === 403 || NO_CREDIT.test(body)
    const [setting, hint] = key
      ? ['QUANMAI_LLM_KEY', 'The server does not take this key, or there is no credit on it.']
      : status === 404 || status === 405
        ? [
            'QUANMAI_LLM_URL or QUANMAI_LLM_MODEL',
            `The address goes up to /v1, without /chat/completions; the model asked for is “${model}”.`,
          ]
        : ['QUANMAI_LLM_URL', 'The server does not take questions of this form: docs/llm.md.']
    return new KnownError('llm-refused', `${setting}: ${url} answered ${status}: ${complaintOf(body)}`, 502, {
      hint,
    })
  }
}

/** Milliseconds before the n-th time again: 1, 2, 4 … 30 s. */
const backoff = (n: number) => Math.min(30_000, 1000 * 2 ** (n - 1))
