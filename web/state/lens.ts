/** What the trace view leaves out and how it groups: in the address, and in what is asked of the server. */
import { type Status, statuses } from '../../model/ontology.ts'

export interface Lens {
  group: 'industry' | 'district' | ''
  /** Ids of a Place and of an Industry; '' for all. */
  district: string
  industry: string
  stage: Status | ''
  /** ISO 8601 dates, as exact as wanted; '' for no bound. */
  since: string
  until: string
}

export const WIDE: Lens = { group: '', district: '', industry: '', stage: '', since: '', until: '' }

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

export function lensFrom(params: URLSearchParams): Lens {
  const text = (key: string) => params.get(key) ?? ''
  const date = (key: string) => (DATE.test(text(key)) ? text(key) : '')
  const group = text('group')
  return {
    group: group === 'industry' || group === 'district' ? group : '',
    district: text('district'),
    industry: text('industry'),
    stage: statuses.find((status) => status === text('stage')) ?? '',
    since: date('since'),
    until: date('until'),
  }
}

export function lensTo(lens: Lens, params: URLSearchParams): void {
  for (const [key, value] of Object.entries(lens)) if (value) params.set(key, value)
}
