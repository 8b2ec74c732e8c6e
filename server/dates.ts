/** Dates as parameters: of the calendar, not only of its shape. */
import { z } from '@hono/zod-openapi'

/** A year, a month or a day that there is. */
export function isDate(text: string): boolean {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!m) return false
  const [year, month, day] = [Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1)]
  // the day before the first of the next month is its last
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export const date = z.string().refine(isDate, 'must be a date: 2021, 2021-03 or 2021-03-15')

export const month = z
  .string()
  .refine((text) => text.length === '2021-03'.length && isDate(text), 'must be a month: 2021-03')

/** Where an empty text means no bound. */
export const dateOrNone = z.literal('').or(date).default('')
