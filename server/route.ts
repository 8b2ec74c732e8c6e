/** What every route shares: parameters' schemas, and the description of answers. */
import { z } from '@hono/zod-openapi'
import { entityTypes } from '../model/ontology.ts'
import type { GraphStore } from '../store/store.ts'
import { type Catalogue, catalogueOf } from './catalogue.ts'
import { type Reads, readsOf } from './reads.ts'

/** What routes work with. */
export interface Context {
  reads: Reads
  catalogue: Catalogue
}

export function contextOf(store: GraphStore): Context {
  const reads = readsOf(store)
  return { reads, catalogue: catalogueOf(reads) }
}

export const id = z.string().min(1, 'must not be empty').max(200, 'is no id')

export const whole = (least: number, most: number, fallback: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int('must be a whole number')
    .min(least, `must be ${least} or more`)
    .max(most, `must be ${most} or less`)
    .default(fallback)

/** `A,B` as a list of known words; none where it is empty. */
export const listOf = <T extends string>(words: readonly T[]) =>
  z
    .string()
    .max(1000)
    .default('')
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(z.enum(words as readonly [T, ...T[]], `must be of: ${words.join(', ')}`)))
    .openapi({ type: 'string', example: words.slice(0, 2).join(',') })

export const types = listOf(entityTypes)

const error = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      hint: z.string().optional(),
      position: z.object({ line: z.number(), column: z.number() }).optional(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      quoted: z.string().optional(),
    }),
  })
  .openapi('ErrorBody')

/** The answers of a route: T (an interface of model/api.ts), or the one shape of errors. */
export const answers = <T>(shape: string) => ({
  200: {
    description: shape,
    content: { 'application/json': { schema: z.custom<T>().openapi(shape, { type: 'object' }) } },
  },
  default: { description: 'ErrorBody', content: { 'application/json': { schema: error } } },
})

/** What a person calls a view or a query that the server keeps. */
export const keptName = z.string().trim().min(1, 'must not be empty').max(80, 'must be 80 characters or less')
