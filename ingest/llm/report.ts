import type { Dropped, Verified } from './verify.ts'

/** What a run asked a model, and what came of it. */
export interface ReadReport {
  model: string
  /** Requests made, retries included. */
  requests: number
  /** Of questions and answers, as the server counts them. */
  tokens: number
  /** Questions answered from the cache. */
  cached: number
  /** Articles that the model had a say in. */
  articles: number
  /** Of what it said, what the text bears out. */
  kept: Record<keyof Verified, number>
  dropped: Dropped
  /** Articles left to the rules because the model gave no answer. */
  unanswered: { file: string; message: string }[]
  /** Articles left to the rules because nothing more may be asked. */
  unasked: number
  /** Why nothing more may be asked; '' where it may. */
  limit: string
}

export const emptyReport = (model: string): ReadReport => ({
  model,
  requests: 0,
  tokens: 0,
  cached: 0,
  articles: 0,
  kept: { names: 0, relations: 0, serves: 0, facts: 0, statuses: 0 },
  dropped: { misshapen: 0, name: 0, quote: 0, ends: 0 },
  unanswered: [],
  unasked: 0,
  limit: '',
})

/** Whether articles were left to the rules that a model should have read too. */
export const isPartial = ({ unanswered, unasked }: ReadReport): boolean =>
  unanswered.length > 0 || unasked > 0

/** For a person to read, one line a matter. */
export function linesOf(report: ReadReport): string[] {
  const { model, requests, tokens, cached, articles, kept, dropped, unanswered, unasked, limit } = report
  const list = (counts: object) =>
    Object.entries(counts)
      .map(([what, n]) => `${n} ${what}`)
      .join(', ')
  return [
    `${model}: ${articles} articles read with it, ${requests} requests, ${tokens} tokens, ${cached} answers from the cache`,
    `kept: ${list(kept)}; dropped: ${dropped.name} names and ${dropped.quote} quotes that the text does not hold, ${dropped.ends} statements with ends that do not fit, ${dropped.misshapen} of the wrong form`,
    ...unanswered.map(({ file, message }) => `${file}: read by the rules alone: ${message}`),
    ...(unasked > 0
      ? [`${limit} ${unasked} articles were read by the rules alone; the same call goes on from here.`]
      : []),
  ]
}
