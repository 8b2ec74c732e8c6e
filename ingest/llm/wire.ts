/** OpenAI's chat protocol as it goes over the wire. */
import { z } from 'zod'
import { answerSchema } from './answer.ts'
import type { Dialect } from './dialect.ts'
import type { Message } from './prompt.ts'

export interface ChatOptions {
  /** Base address, with its version: http://localhost:11434/v1 */
  url: string
  model: string
  /** '' where the server wants none. */
  key: string
  /** Milliseconds for one answer. */
  timeout: number
  /** How often a request that failed for a time is made again. */
  retries: number
  /** Most tokens of one answer. */
  output: number
}

export interface Response {
  status: number
  body: string
  /** Milliseconds that the server asks to wait; null where it does not say. */
  wait: number | null
}

/** More than any answer: what goes on is cut off. */
const LONGEST_REPLY = 4_000_000

/** @throws what fetch throws: TimeoutError after `timeout`, AbortError, TypeError where there is no connection */
export async function post(
  options: ChatOptions,
  dialect: Dialect,
  messages: readonly Message[],
  send: typeof fetch,
  stop: AbortSignal,
): Promise<Response> {
  const { url, model, key, timeout, output } = options
  const response = await send(`${url}/chat/completions`, {
    method: 'POST',
    // a key must not travel to another address
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    },
    body: JSON.stringify({
      model,
      messages,
      stream: false,
      ...(dialect.temperature ? { temperature: 0 } : {}),
      ...(dialect.seed ? { seed: 0 } : {}),
      [dialect.length]: output,
      ...formatOf(dialect),
    }),
    signal: AbortSignal.any([AbortSignal.timeout(timeout), stop]),
  })
  const decoder = new TextDecoder()
  let body = ''
  for await (const bytes of response.body ?? []) {
    body += decoder.decode(bytes as Uint8Array, { stream: true })
    if (body.length > LONGEST_REPLY) break
  }
  return { status: response.status, body, wait: waitOf(response.headers.get('retry-after')) }
}

const formatOf = ({ format }: Dialect): Record<string, unknown> =>
  format === 'json_schema'
    ? {
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'extraction', strict: true, schema: answerSchema() },
        },
      }
    : format === 'json_object'
      ? { response_format: { type: 'json_object' } }
      : {}

/** Retry-After: seconds, or a date. */
function waitOf(after: string | null): number | null {
  if (after === null || after.trim() === '') return null
  if (/^\d+(?:\.\d+)?$/.test(after.trim())) return Number(after) * 1000
  const until = Date.parse(after)
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now())
}

const reply = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.number().nonnegative() }).nullish(),
})

export interface Reply {
  content: string
  refusal: string
  finish: string
  /** null where the server does not count. */
  tokens: number | null
}

/** @returns null where a body is no answer of the protocol */
export function replyOf(body: string): Reply | null {
  const { data } = reply.safeParse(jsonOf(body))
  const choice = data?.choices[0]
  if (!choice) return null
  return {
    content: choice.message.content ?? '',
    refusal: choice.message.refusal ?? '',
    finish: choice.finish_reason ?? '',
    tokens: data.usage?.total_tokens ?? null,
  }
}

const complaint = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) })

/** What a server says is wrong, in a line. */
export function complaintOf(body: string): string {
  const { data } = complaint.safeParse(jsonOf(body))
  const said = data ? (typeof data.error === 'string' ? data.error : data.error.message) : body
  return said.replace(/\s+/gu, ' ').trim().slice(0, 300) || 'no reason given'
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
