/** The settings of reading with a language model: rows of the one table in settings.ts. */
import { z } from 'zod'

export const LLM_SETTINGS = [
  {
    name: 'QUANMAI_LLM_URL',
    default: '',
    zh: '语言模型接口(兼容 OpenAI)的地址,到 /v1 为止;为空则不用模型,不向外发送任何内容',
    en: 'address of an OpenAI-compatible chat API, up to /v1 (docs/llm.md); empty: no model, and nothing is sent anywhere',
  },
  {
    name: 'QUANMAI_LLM_MODEL',
    default: '',
    zh: '模型名称;设了地址就必须有',
    en: 'model to ask; needed with an address',
  },
  { name: 'QUANMAI_LLM_KEY', default: '', zh: '接口密钥', en: 'API key, where the server wants one' },
  {
    name: 'QUANMAI_LLM_MERGE',
    default: 'fill',
    zh: '规则与模型不一致时:fill 规则为准,prefer 模型为准,only 只用模型',
    en: 'where rules and model differ: `fill` the rules win, `prefer` the model wins, `only` the model alone',
  },
  {
    name: 'QUANMAI_LLM_CACHE',
    default: 'data/llm',
    zh: '模型回答的存放目录',
    en: "folder that keeps the model's answers",
  },
  {
    name: 'QUANMAI_LLM_CONCURRENCY',
    default: '2',
    zh: '同时进行的请求数',
    en: 'requests under way at once, 1 to 64',
  },
  {
    name: 'QUANMAI_LLM_TIMEOUT',
    default: '120',
    zh: '每次请求的时限(秒)',
    en: 'seconds for one answer, 1 to 290',
  },
  {
    name: 'QUANMAI_LLM_RETRIES',
    default: '3',
    zh: '失败后重试的次数',
    en: 'how often a request that failed for a time is made again',
  },
  {
    name: 'QUANMAI_LLM_MAX_REQUESTS',
    default: '1000',
    zh: '每次运行最多请求数;0 为不限',
    en: 'most requests of one run, retries included; 0 for no limit',
  },
  {
    name: 'QUANMAI_LLM_MAX_TOKENS',
    default: '5000000',
    zh: '每次运行最多 token 数;0 为不限',
    en: 'most tokens of one run, questions and answers together; 0 for no limit',
  },
  {
    name: 'QUANMAI_LLM_PIECE',
    default: '2000',
    zh: '一次请求中的文章字数',
    en: 'characters of an article in one request, 200 to 50000',
  },
  {
    name: 'QUANMAI_LLM_OUTPUT',
    default: '8000',
    zh: '一次回答最多 token 数',
    en: 'most tokens of one answer',
  },
] as const

type Name = (typeof LLM_SETTINGS)[number]['name']

export const MERGES = ['fill', 'prefer', 'only'] as const

export interface LlmSettings {
  url: string
  model: string
  key: string
  merge: (typeof MERGES)[number]
  cache: string
  concurrency: number
  /** Milliseconds. */
  timeout: number
  retries: number
  limits: { requests: number; tokens: number }
  piece: number
  output: number
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, 'must be a whole number')
    .refine((n) => Number(n) >= least && Number(n) <= most, `must be ${least} to ${most}`)

export const llmSchema = {
  QUANMAI_LLM_URL: z
    .string()
    .refine((url) => url === '' || isAddress(url), 'must be an http:// or https:// address, up to /v1'),
  QUANMAI_LLM_MODEL: z.string(),
  QUANMAI_LLM_KEY: z.string().regex(/^[\x21-\x7e]*$/, 'must be letters, digits and signs without spaces'),
  QUANMAI_LLM_MERGE: z.enum(MERGES, `must be one of ${MERGES.join(', ')}`),
  QUANMAI_LLM_CACHE: z.string().min(1, 'must name a folder'),
  QUANMAI_LLM_CONCURRENCY: whole(1, 64),
  // Node gives up on a connection that says nothing for 300 s
  QUANMAI_LLM_TIMEOUT: whole(1, 290),
  QUANMAI_LLM_RETRIES: whole(0, 20),
  QUANMAI_LLM_MAX_REQUESTS: whole(0, 1e9),
  QUANMAI_LLM_MAX_TOKENS: whole(0, 1e11),
  QUANMAI_LLM_PIECE: whole(200, 50_000),
  QUANMAI_LLM_OUTPUT: whole(100, 1_000_000),
} satisfies Record<Name, z.ZodType<string>>

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && search === '' && hash === ''
}

/** null where no address is set: then no model is asked. */
export function llmOf(data: Record<Name, string>): LlmSettings | null {
  if (data.QUANMAI_LLM_URL === '') return null
  return {
    url: data.QUANMAI_LLM_URL.replace(/\/+$/, ''),
    model: data.QUANMAI_LLM_MODEL,
    key: data.QUANMAI_LLM_KEY,
    merge: data.QUANMAI_LLM_MERGE as LlmSettings['merge'],
    cache: data.QUANMAI_LLM_CACHE,
    concurrency: Number(data.QUANMAI_LLM_CONCURRENCY),
    timeout: Number(data.QUANMAI_LLM_TIMEOUT) * 1000,
    retries: Number(data.QUANMAI_LLM_RETRIES),
    limits: {
      requests: Number(data.QUANMAI_LLM_MAX_REQUESTS),
      tokens: Number(data.QUANMAI_LLM_MAX_TOKENS),
    },
    piece: Number(data.QUANMAI_LLM_PIECE),
    output: Number(data.QUANMAI_LLM_OUTPUT),
  }
}
