/** Which of the whole graph lies in a period, as bits in the order of its columns. */
import type { Catalogue } from './catalogue.ts'
import type { Reads } from './reads.ts'
import { dateWithin } from './trace-filter.ts'

/** @param from @param to months, both included: 2021-01 @returns a bit for each entity, then one for each relation, the lowest first */
export async function wholeWithin(
  reads: Reads,
  catalogue: Catalogue,
  from: string,
  to: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const [whole, articles] = await Promise.all([catalogue.whole(), catalogue.articles()])
  const inside = (date: string) => dateWithin(date, { since: from, until: to })
  const dates = [...new Set(articles.map(({ date }) => date))].filter((date) => date !== '' && inside(date))
  const bits = new Uint8Array(Math.ceil((whole.ids.length + whole.from.length) / 8))
  const set = (at: number) => {
    bits[at >> 3]! |= 1 << (at & 7)
  }
  for (const id of await reads.entitiesDated(dates)) {
    const at = whole.indexOf.get(id)
    if (at !== undefined) set(at)
  }
  const known = whole.dates.map(inside)
  for (let e = 0; e < whole.from.length; e++)
    for (let k = whole.dateOffsets[e]!; k < whole.dateOffsets[e + 1]!; k++)
      if (known[whole.dated[k]!]) {
        set(whole.ids.length + e)
        break
      }
  return bits
}
