/** The stretch of time that the graph shows. */

export interface Period {
  /** Over when articles were published, or over the times that sentences speak of. */
  by: 'published' | 'spoken'
  /** ISO 8601 months, both included. */
  from: string
  to: string
}

const MONTH = /^\d{4}-\d{2}$/

/** From an address: `time=published:2021-01:2021-06`. */
export function periodFrom(params: URLSearchParams): Period | null {
  const [by, from = '', to = ''] = (params.get('time') ?? '').split(':')
  if ((by !== 'published' && by !== 'spoken') || !MONTH.test(from) || !MONTH.test(to)) return null
  return from <= to ? { by, from, to } : { by, from: to, to: from }
}

export function periodTo({ by, from, to }: Period, params: URLSearchParams): void {
  params.set('time', `${by}:${from}:${to}`)
}
