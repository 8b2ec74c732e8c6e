import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { z } from 'zod'
import { markedEncoding } from '../model/encoding.ts'
import { KnownError } from '../model/errors.ts'
import { LLM_SETTINGS, type LlmSettings, llmOf, llmSchema } from './settings-llm.ts'

/** Every setting there is: the table of docs/settings.md. */
export const SETTINGS = [
  {
    name: 'QUANMAI_STORE',
    default: 'embedded:data/graph',
    zh: '图存在哪里:embedded:路径,或 neo4j://、bolt:// 地址',
    en: 'where the graph lives: embedded:PATH, or a neo4j:// or bolt:// address',
  },
  { name: 'NEO4J_USERNAME', default: 'neo4j', zh: 'Neo4j 用户名', en: 'user name, for Neo4j' },
  { name: 'NEO4J_PASSWORD', default: '', zh: 'Neo4j 密码', en: 'password, for Neo4j' },
  {
    name: 'NEO4J_DATABASE',
    default: '',
    zh: 'Neo4j 数据库名;空为默认库',
    en: "database, for Neo4j; empty is the server's default",
  },
  {
    name: 'PORT',
    default: '5178',
    zh: '网页端口;0 为任一空闲端口',
    en: 'port of the explorer; 0 takes any free one',
  },
  {
    name: 'HOST',
    default: '127.0.0.1',
    zh: '监听地址;默认只供本机',
    en: 'address to listen on; this machine only unless changed',
  },
  {
    name: 'QUANMAI_HOSTS',
    default: '',
    zh: '另外应答的主机名,逗号分隔;* 为任何名字',
    en: 'names it is opened by besides, with commas between them; `*` for any',
  },
  ...LLM_SETTINGS,
] as const

type Name = (typeof SETTINGS)[number]['name']

export interface Settings {
  store: string
  username: string
  password: string
  database: string
  port: number
  host: string
  /** Names that it is opened by, besides those of this machine and its network. */
  hosts: string[]
  /** null: no language model has a say (docs/llm.md). */
  llm: LlmSettings | null
}

const schema = z.object({
  ...llmSchema,
  QUANMAI_STORE: z
    .string()
    .regex(
      /^(embedded:.+|(neo4j|bolt)(\+s|\+ssc)?:\/\/.+)$/,
      'must be embedded:PATH, neo4j://HOST:PORT or bolt://HOST:PORT',
    ),
  NEO4J_USERNAME: z.string().min(1, 'must not be empty'),
  NEO4J_PASSWORD: z.string(),
  NEO4J_DATABASE: z.string().regex(/^[\w.-]*$/, 'must be a database name'),
  PORT: z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .refine((port) => Number(port) <= 65_535, 'must be 0 to 65535'),
  HOST: z.string().min(1, 'must not be empty'),
  QUANMAI_HOSTS: z
    .string()
    .regex(
      /^([^\s,:/*]+|\*)?(\s*,\s*([^\s,:/*]+|\*))*$/,
      'must be names with commas between them, without http:// or a port',
    ),
} satisfies Record<Name, z.ZodType<string>>)

/** Windows' editors also save as UTF-16. */
function textOf(path: string): string {
  try {
    const bytes = readFileSync(path)
    return new TextDecoder(markedEncoding(bytes) || 'utf-8').decode(bytes)
  } catch (cause) {
    throw new KnownError('bad-setting', `${path} can't be read: ${(cause as Error).message}`, 500, {
      hint: 'It must be a text file, with a line for each setting: docs/settings.md',
      cause,
    })
  }
}

/** Settings from the environment, then from `.env` in this folder. @throws KnownError 'bad-setting' that names the variable */
export function readSettings(env: NodeJS.ProcessEnv, dotenv = '.env'): Settings {
  const file = existsSync(dotenv) ? parse(textOf(dotenv)) : {}
  const given = Object.fromEntries(
    SETTINGS.map(({ name, default: value }) => [name, env[name] ?? file[name] ?? value]),
  )
  const { data, error } = schema.safeParse(given)
  if (error) {
    const [issue] = error.issues
    throw new KnownError('bad-setting', `${String(issue!.path[0])} ${issue!.message}.`, 500, {
      hint: 'All settings: docs/settings.md',
    })
  }
  if (data.QUANMAI_LLM_URL !== '' && data.QUANMAI_LLM_MODEL === '')
    throw new KnownError(
      'bad-setting',
      'QUANMAI_LLM_MODEL must name a model where QUANMAI_LLM_URL is set.',
      500,
      {
        hint: 'How to read with a language model: docs/llm.md',
      },
    )
  return {
    llm: llmOf(data),
    store: data.QUANMAI_STORE,
    username: data.NEO4J_USERNAME,
    password: data.NEO4J_PASSWORD,
    database: data.NEO4J_DATABASE,
    port: Number(data.PORT),
    host: data.HOST,
    hosts: data.QUANMAI_HOSTS.split(',').flatMap((host) => host.trim() || []),
  }
}
