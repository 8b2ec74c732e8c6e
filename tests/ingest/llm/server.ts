/** A chat endpoint on this machine that answers as a test tells it to. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  headers: IncomingHttpHeaders
  body: {
    model: string
    messages: { role: string; content: string }[]
    response_format?: { type: string; json_schema?: { schema: Record<string, unknown> } }
    [parameter: string]: unknown
  }
  /** The stretch of the article that was asked about. */
  text: string
}
export interface Answered {
  status?: number
  headers?: Record<string, string>
  /** As JSON; a string goes out as it is. */
  body?: unknown
  /** No answer at all. */
  hang?: boolean
  /** It waits for this. */
  gate?: Promise<void>
}

/** What a server of the protocol sends where a model said `content`. */
export const said = (content: unknown, more: { finish?: string; tokens?: number } = {}): Answered => ({
  body: {
    choices: [
      {
        index: 0,
        finish_reason: more.finish ?? 'stop',
        message: {
          role: 'assistant',
          content: typeof content === 'string' ? content : JSON.stringify(content),
        },
      },
    ],
    usage: { prompt_tokens: 60, completion_tokens: 40, total_tokens: more.tokens ?? 100 },
  },
})
export const refusal = (status: number, message: string, headers: Record<string, string> = {}): Answered => ({
  status,
  headers,
  body: { error: { message, type: 'error' } },
})

export interface ChatServer {
  url: string
  asked: Asked[]
  /** How the next questions are answered; `n` counts from 0 since it was set. */
  answer: (how: (asked: Asked, n: number) => Answered) => void
  /** Most questions that were open at once. */
  most: () => number
  close: () => Promise<void>
}

export async function openChatServer(): Promise<ChatServer> {
  const asked: Asked[] = []
  let [since, open, most] = [0, 0, 0]
  let how: (asked: Asked, n: number) => Answered = () => refusal(500, 'no answer set')
  const server = createServer((request, response) => {
    most = Math.max(most, ++open)
    response.on('close', () => open--)
    let data = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      data += part
    })
    request.on('end', () => {
      if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
        response.writeHead(404).end('{"error":"no such path"}')
        return
      }
      const body = JSON.parse(data) as Asked['body']
      const text = /(====[0-9a-f]{12}====)\n([\s\S]*)\n\1$/.exec(body.messages[1]!.content)?.[2] ?? ''
      const question = { headers: request.headers, body, text }
      asked.push(question)
      const answer = how(question, asked.length - 1 - since)
      if (answer.hang) return
      void Promise.resolve(answer.gate).then(() => {
        response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
        response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}))
      })
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answer(next) {
      how = next
      since = asked.length
    },
    most: () => most,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
