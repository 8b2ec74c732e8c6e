/** Which of the whole graph lies in a period, as bits in the order of its columns. */
import { type Months, touches } from '../../model/months.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Reads } from '../reads.ts'
import { dateWithin } from '../trace/filter.ts'
import type { Words } from './whole.ts'

/** @returns a bit for each entity, then one for each relation, the lowest first */
export async function wholeWithin(
  reads: Reads,
  catalogue: Catalogue,
  by: 'published' | 'spoken',
  period: Months,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await catalogue.whole()
  const bits = new Uint8Array(Math.ceil((whole.ids.length + whole.from.length) / 8))
  const set = (at: number) => {
    bits[at >> 3]! |= 1 << (at & 7)
  }
  const setAll = ({ words, offsets, at }: Words, first: number, inside: (word: string) => boolean) => {
    const known = words.map(inside)
    for (let i = 0; i + 1 < offsets.length; i++)
      if (at.subarray(offsets[i], offsets[i + 1]).some((word) => known[word])) set(first + i)
  }
  if (by === 'spoken') {
    const { entities, relations } = await catalogue.spoken()
    const inside = (time: string) => touches(time, period)
    setAll(entities, 0, inside)
    setAll(relations, whole.ids.length, inside)
    return bits
  }
  const inside = (date: string) => dateWithin(date, { since: period.from, until: period.to })
  const articles = await catalogue.articles()
  const dates = [...new Set(articles.map(({ date }) => date))].filter((date) => date !== '' && inside(date))
  for (const id of await reads.entitiesDated(dates)) {
    const at = whole.indexOf.get(id)
    if (at !== undefined) set(at)
  }
  setAll(whole.dated, whole.ids.length, inside)
  return bits
}
