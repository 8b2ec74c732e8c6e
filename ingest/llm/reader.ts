/** Reads articles by asking a language model about them; what it answers counts as far as the text bears it out. */
import { createHash } from 'node:crypto'
import type { LimitFunction } from 'p-limit'
import type { Article } from '../../model/article.ts'
import { KnownError } from '../../model/errors.ts'
import type { Reader, Steps } from '../steps.ts'
import { type Answer, type Parsed, parseAnswer } from './answer.ts'
import type { AnswerCache } from './cache.ts'
import { type Chat, NoAnswer } from './chat.ts'
import { type Budget, LimitReached } from './limits.ts'
import type { Merge } from './merge.ts'
import { halvesOf, type Piece, piecesOf } from './pieces.ts'
import { type Message, messagesOf, PROMPT_VERSION } from './prompt.ts'
import { emptyReport, type ReadReport } from './report.ts'
import { stepsOf } from './steps.ts'

export interface ReaderOptions {
  model: string
  merge: Merge
  /** Characters of an article in one question. */
  piece: number
  /** Questions under way at once. */
  concurrency: number
}

export interface ReaderParts {
  chat: Pick<Chat, 'ask'>
  budget: Budget
  cache: AnswerCache
  /** Holds questions back that are too many at once. */
  limit: LimitFunction
  /** Aborted where no question can be answered any more. */
  stop: AbortController
}

/** In place of an answer that was cut off at its greatest length: its piece is asked about in halves. */
const CUT = '{"cut":true}'
/** So many articles in a row without an answer, and the rest is not asked about. */
const PATIENCE = 5
const AGAIN =
  '上面的回答不是所要求的 JSON 对象。请只回答一个 JSON 对象,字段为 entities、relations、serves、facts、statuses。'

export class LlmReader implements Reader {
  readonly id: string
  readonly ahead: number
  readonly #options: ReaderOptions
  readonly #parts: ReaderParts
  readonly #underWay = new Map<string, Promise<Parsed[]>>()
  readonly #report: ReadReport
  #silent = 0

  constructor(options: ReaderOptions, parts: ReaderParts) {
    this.#options = options
    this.#parts = parts
    this.id = `llm:${options.model}:${options.merge}:${PROMPT_VERSION}`
    this.ahead = options.concurrency
    this.#report = emptyReport(options.model)
  }

  /** What was asked, kept and dropped so far. */
  get report(): ReadReport {
    const { requests, tokens } = this.#parts.budget
    return { ...this.#report, requests, tokens }
  }

  async stepsFor(article: Article): Promise<Steps | null> {
    const pieces = piecesOf(article, this.#options.piece)
    // what is under way is paid for: it comes into the cache even where another piece fails
    const settled = await Promise.allSettled(pieces.map((piece) => this.#answersTo(article, piece)))
    const failures = settled.flatMap((s) => (s.status === 'rejected' ? [s.reason as unknown] : []))
    if (failures.length > 0) {
      this.#fail(article, failures)
      return null
    }
    this.#silent = 0
    this.#report.articles++
    const parsed = settled.flatMap((s) => (s.status === 'fulfilled' ? s.value : []))
    this.#report.dropped.misshapen += parsed.reduce((sum, p) => sum + p.misshapen, 0)
    const answers: Answer[] = parsed.map((p) => p.answer)
    return stepsOf(answers, this.#options.merge, this.id, (verified, dropped) => {
      const { kept, dropped: all } = this.#report
      for (const kind of Object.keys(kept) as (keyof typeof kept)[]) kept[kind] += verified[kind].length
      for (const why of ['name', 'quote', 'ends'] as const) all[why] += dropped[why]
    })
  }

  /** Notes why an article is left to the rules. @throws what no other article can be spared */
  #fail(article: Article, failures: readonly unknown[]): void {
    const fatal =
      failures.find((f) => f instanceof KnownError) ??
      failures.find((f) => !(f instanceof NoAnswer || f instanceof LimitReached))
    if (fatal) {
      this.#parts.stop.abort()
      throw fatal
    }
    const silence = failures.find((f) => f instanceof NoAnswer)
    if (silence) {
      this.#silent++
      this.#report.unanswered.push({ file: article.file, message: silence.message })
    } else {
      this.#report.limit = (failures[0] as LimitReached).message
      this.#report.unasked++
    }
  }

  #answersTo(article: Article, piece: Piece): Promise<Parsed[]> {
    const messages = messagesOf({ title: article.title, date: article.date, text: piece.text })
    const key = createHash('sha256')
      .update(JSON.stringify([this.#options.model, PROMPT_VERSION, messages]))
      .digest('hex')
    const asked = this.#underWay.get(key) ?? this.#ask(article, piece, messages, key)
    this.#underWay.set(key, asked)
    return asked.finally(() => this.#underWay.delete(key))
  }

  async #ask(article: Article, piece: Piece, messages: Message[], key: string): Promise<Parsed[]> {
    const { cache, limit } = this.#parts
    const content = cache.get(key)
    if (content === CUT) return this.#inHalves(article, piece)
    const kept = content === null ? null : parseAnswer(content)
    if (kept) {
      this.#report.cached++
      return [kept]
    }
    const said = await limit(() => this.#tell(messages))
    if (said === null) {
      cache.put(key, CUT)
      return this.#inHalves(article, piece)
    }
    cache.put(key, said.content)
    return [said.parsed]
  }

  /** One question; once more where the answer is not of the form. null where it was cut off. */
  async #tell(messages: readonly Message[]): Promise<{ content: string; parsed: Parsed } | null> {
    if (this.#silent >= PATIENCE)
      throw new LimitReached(`${PATIENCE} articles in a row got no answer: no more were asked about.`)
    let asked = messages
    for (let time = 0; time < 2; time++) {
      const { content, cut } = await this.#parts.chat.ask(asked)
      const parsed = parseAnswer(content)
      if (parsed) return { content, parsed }
      if (cut) return null
      asked = [
        ...messages,
        { role: 'assistant', content: content.slice(0, 1000) },
        { role: 'user', content: AGAIN },
      ]
    }
    throw new NoAnswer('the model answered twice, and not with the JSON asked for (QUANMAI_LLM_MODEL).')
  }

  async #inHalves(article: Article, piece: Piece): Promise<Parsed[]> {
    const halves = halvesOf(piece)
    if (!halves)
      throw new NoAnswer(
        'the answer is cut off even for a short piece of text (QUANMAI_LLM_OUTPUT, or the context length of the server).',
      )
    const parsed = await Promise.all(halves.map((half) => this.#answersTo(article, half)))
    return parsed.flat()
  }
}
