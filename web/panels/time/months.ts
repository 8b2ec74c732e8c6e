/** How dates and intervals fill a histogram, and what lies outside of a period. Pure. */
import type { Activity, ActivityResponse } from '../../../model/api.ts'
import { type Months, monthsOf, touches } from '../../../model/months.ts'
import type { Period } from '../../state/period.ts'

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
export const monthOf = (n: number): string =>
  `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`

export interface Bucket extends Months {
  /** What lies in it; what covers several buckets counts in each by its share. */
  count: number
}

/** Beyond this many months years are drawn. */
const MOST = 150
/** Of all that is counted, this share at each end may be left off: one mention of 1904 must not squeeze the rest. */
const TAIL = 0.01
/** And this one, where what is left is less than half as long. */
const FAR = 0.05

/** The histogram from the first to the last month that anything lies in, month by month or year by year. */
export function bucketsOf(rows: readonly { time: string; count: number }[]): Bucket[] {
  const known = rows.flatMap(({ time, count }) => {
    const months = monthsOf(time)
    return months ? [{ from: numberOf(months.from), to: numberOf(months.to), count }] : []
  })
  if (known.length === 0) return []
  const [near, far] = [middleOf(known, FAR), middleOf(known, TAIL)]
  const [first, last] = 2 * (near[1] - near[0] + 1) < far[1] - far[0] + 1 ? near : far
  const unit = last - first + 1 > MOST ? 12 : 1
  const start = Math.floor(first / unit) * unit
  const buckets: Bucket[] = []
  for (let at = start; at <= last; at += unit)
    buckets.push({ from: monthOf(at), to: monthOf(at + unit - 1), count: 0 })
  for (const { from, to, count } of known) {
    const share = count / (to - from + 1)
    for (let month = Math.max(from, start); month <= Math.min(to, start + buckets.length * unit - 1); month++)
      buckets[Math.floor((month - start) / unit)]!.count += share
  }
  return buckets
}

function middleOf(
  known: readonly { from: number; to: number; count: number }[],
  share: number,
): [number, number] {
  const total = known.reduce((sum, { count }) => sum + count, 0)
  const cut = Math.floor(total * share)
  const edge = (sorted: readonly { at: number; count: number }[]) => {
    let seen = 0
    for (const { at, count } of sorted) {
      seen += count
      if (seen > cut) return at
    }
    return sorted[0]!.at
  }
  const starts = known.map(({ from, count }) => ({ at: from, count })).sort((a, b) => a.at - b.at)
  const ends = known.map(({ to, count }) => ({ at: to, count })).sort((a, b) => b.at - a.at)
  const [first, last] = [edge(starts), edge(ends)]
  return first <= last ? [first, last] : [last, first]
}

/** Ids of nodes and edges that nothing of the period stands behind. */
export function outsideOf({ times, nodes, edges }: ActivityResponse, period: Period): Set<string> {
  const inside = times.map((time) => touches(time, period))
  const outside = new Set<string>()
  const look = ([id, published, spoken]: Activity) => {
    const own = period.by === 'published' ? published : spoken
    if (!own.some((at) => inside[at])) outside.add(id)
  }
  nodes.forEach(look)
  edges.forEach(look)
  return outside
}
