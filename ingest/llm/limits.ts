/** What a run may spend. A limit that is reached stops the asking, not the run. */
export interface Limits {
  /** 0: without limit. */
  requests: number
  /** Of questions and answers together; 0: without limit. */
  tokens: number
}

export class LimitReached extends Error {
  override readonly name = 'LimitReached'
}

export class Budget {
  readonly #limits: Limits
  requests = 0
  tokens = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Before each request, retries included. @throws LimitReached with a line that names the setting */
  take(): void {
    const { requests, tokens } = this.#limits
    if (requests > 0 && this.requests >= requests)
      throw new LimitReached(`QUANMAI_LLM_MAX_REQUESTS reached: ${requests} requests made.`)
    if (tokens > 0 && this.tokens >= tokens)
      throw new LimitReached(`QUANMAI_LLM_MAX_TOKENS reached: ${this.tokens} of ${tokens} tokens used.`)
    this.requests++
  }

  spend(tokens: number): void {
    this.tokens += tokens
  }
}
