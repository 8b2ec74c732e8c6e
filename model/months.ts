/** Dates and intervals as months: what stands in a period and what does not. */

/** Months, both included: 2021-01. */
export interface Months {
  from: string
  to: string
}

/** A year covers its twelve months, a day its month, an interval all from its start to its end. Null where there is no year. */
export function monthsOf(time: string): Months | null {
  // of an interval that is open at one end the known end counts: “up to November” says nothing of ten years before
  const known = time.split('/').filter((end) => end !== '' && end !== '..')
  const [from, to] = [monthAt(known[0] ?? '', '01'), monthAt(known.at(-1) ?? '', '12')]
  if (!from || !to) return null
  return from <= to ? { from, to } : { from: to, to: from }
}

function monthAt(date: string, other: string): string | null {
  const m = /^(\d{4})(?:-(\d{2}))?/.exec(date)
  return m ? `${m[1]}-${m[2] ?? other}` : null
}

/** Whether some of what a time covers lies in a period of months; what has no year lies in none. */
export function touches(time: string, { from, to }: Months): boolean {
  const months = monthsOf(time)
  return months !== null && months.from <= to && months.to >= from
}
