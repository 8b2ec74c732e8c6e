/** What a model is asked to answer, and what of an answer has the right shape. */
import { z } from 'zod'
import { entityTypes, relationTypes, servesLevels, statuses } from '../../model/ontology.ts'

const text = z.string().max(400)
const entity = z.strictObject({
  name: text.describe('最完整的名称,与原文一字不差'),
  type: z.enum(entityTypes),
  surfaces: z.array(text).describe('原文中指称它的其他写法(简称、缩写),与原文一字不差'),
})
const quote = z.string().max(1000).describe('说明这一点的原文,逐字抄录,一句以内')
const relation = z.strictObject({
  head: text,
  type: z.enum(relationTypes),
  tail: text,
  quote,
  modality: z.enum(['asserted', 'planned', 'negated']),
  role: text.describe('只用于 WORKS_FOR:原文中的职务;其他为空'),
})
const serves = z.strictObject({ head: text, tail: text, level: z.enum(servesLevels), quote })
const fact = z.strictObject({
  subject: text,
  metric: text.describe('原文中的指标名称'),
  quantity: text.describe('数字连同单位,与原文一字不差'),
  quote,
})
const status = z.strictObject({
  subject: text,
  status: z.enum(statuses),
  date: text.describe('原文中的时间;没有则为空'),
  quote,
})

const ROWS = { entities: entity, relations: relation, serves, facts: fact, statuses: status } as const
type Rows = typeof ROWS
/** One answer: lists of what a stretch of text says. Nothing in it is believed before `verify` has found it in the text. */
export type Answer = { [K in keyof Rows]: z.infer<Rows[K]>[] }

/** More rows of a kind than any stretch of text holds: a model that runs in circles is cut short. */
const MOST = 600

/** The JSON Schema that a server may hold the model to (OpenAI's strict subset: all required, nothing else allowed). */
export function answerSchema(): Record<string, unknown> {
  const shape = z.strictObject({
    entities: z.array(entity),
    relations: z.array(relation),
    serves: z.array(serves),
    facts: z.array(fact),
    statuses: z.array(status),
  })
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    // the strict subset knows no lengths
    override: ({ jsonSchema }) => {
      delete jsonSchema.maxLength
    },
  })
  return schema
}

export interface Parsed {
  answer: Answer
  /** Rows left out because they were not of the form asked for. */
  misshapen: number
}

/** @returns null where the content holds no JSON object with a list that was asked for */
export function parseAnswer(content: string): Parsed | null {
  const found = objectIn(content)
  if (found === null) return null
  const kinds = Object.keys(ROWS) as (keyof Rows)[]
  if (!kinds.some((kind) => Array.isArray(found[kind]))) return null
  let misshapen = 0
  const rowsOf = <K extends keyof Rows>(kind: K): Answer[K] => {
    const given = found[kind]
    if (!Array.isArray(given)) return []
    const rows = given.slice(0, MOST).flatMap((row) => {
      const { data } = ROWS[kind].strip().safeParse(withDefaults(row))
      return data === undefined ? [] : [data]
    })
    misshapen += given.length - rows.length
    return rows as Answer[K]
  }
  const answer: Answer = {
    entities: rowsOf('entities'),
    relations: rowsOf('relations'),
    serves: rowsOf('serves'),
    facts: rowsOf('facts'),
    statuses: rowsOf('statuses'),
  }
  return { answer, misshapen }
}

/** What a server without a schema may leave out and still be understood. */
const withDefaults = (row: unknown): unknown =>
  typeof row === 'object' && row !== null
    ? {
        surfaces: [],
        modality: 'asserted',
        role: '',
        ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? ''])),
      }
    : row

/** The JSON object in an answer: alone, in a code fence, or behind thoughts. */
function objectIn(content: string): Record<string, unknown> | null {
  const said = content.replace(/^[\s\S]*<\/think>/, '').trim()
  const [first, last] = [said.indexOf('{'), said.lastIndexOf('}')]
  for (const candidate of [said, said.slice(first, last + 1)]) {
    try {
      const value: unknown = JSON.parse(candidate)
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value as Record<string, unknown>
    } catch {
      // the next way of finding it
    }
  }
  return null
}
