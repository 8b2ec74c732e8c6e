/** What a server understands of the protocol: each speaks a little less than the next. */
export interface Dialect {
  /** How an answer is held to its form: by schema, as any JSON object, or by the words of the question alone. */
  format: 'json_schema' | 'json_object' | 'words'
  temperature: boolean
  seed: boolean
  length: 'max_tokens' | 'max_completion_tokens'
}

export const STRICT: Dialect = { format: 'json_schema', temperature: true, seed: true, length: 'max_tokens' }

/** A plainer way of asking after a refusal, by what the refusal speaks of; null where there is none left. */
export function plainer(dialect: Dialect, refusal: string): Dialect | null {
  const ways: [boolean, RegExp | null, Partial<Dialect>][] = [
    [dialect.length === 'max_tokens', /max_completion_tokens/, { length: 'max_completion_tokens' }],
    [dialect.temperature, /temperature/i, { temperature: false }],
    [dialect.seed, /\bseed\b/i, { seed: false }],
    // many servers refuse a format without saying so
    [dialect.format === 'json_schema', null, { format: 'json_object' }],
    [dialect.format === 'json_object', null, { format: 'words' }],
  ]
  const way = ways.find(([open, speaks]) => open && (speaks === null || speaks.test(refusal)))
  return way ? { ...dialect, ...way[2] } : null
}
