import type { Guide, Layout } from './layout.ts'
import { separate } from './untangle.ts'

/** Types from top to bottom. */
const ROWS = [
  'Strategy',
  'Project',
  'Park',
  'Institute',
  'Company',
  'Organization',
  'Person',
  'Event',
  'Honor',
  'Industry',
  'Place',
]
const MONTH = 46

/** `2021-03` or `2021` as months since year 0. */
function monthOf(date: string): number | null {
  const m = /^(\d{4})(?:-(\d{2}))?/.exec(date)
  return m ? Number(m[1]) * 12 + (m[2] ? Number(m[2]) - 1 : 5.5) : null
}

/** From left to right by the first date; a row for each type; what has no date stands at the left end. */
export const time: Layout = (input) => {
  const months = input.dates.map(monthOf)
  const known = months.filter((m): m is number => m !== null)
  const [first, last] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 0]
  const step = Math.min(MONTH, 1400 / Math.max(1, last - first))
  const rows = ROWS.filter((type) => input.types.includes(type))
  const [x, y] = [new Float64Array(input.ids.length), new Float64Array(input.ids.length)]
  input.ids.forEach((_, i) => {
    const month = months[i]
    x[i] = month === null || month === undefined ? -140 : (month - first) * step
    y[i] = -Math.max(0, rows.indexOf(input.types[i]!)) * 74
  })
  // one after another in a row: those of one month stand round it
  for (const type of rows) {
    const members = input.ids.map((_, i) => i).filter((i) => input.types[i] === type)
    const [px, py] = [
      Float64Array.from(members, (i) => x[i]!),
      Float64Array.from(members, (i, k) => y[i]! + ((k % 3) - 1) * 18),
    ]
    separate(
      {
        ids: members.map((i) => input.ids[i]!),
        sizes: Float64Array.from(members, (i) => input.sizes[i]!),
        fixed: new Uint8Array(members.length),
      },
      px,
      py,
      8,
    )
    members.forEach((i, k) => {
      x[i] = px[k]!
      y[i] = Math.max(y[i]! - 32, Math.min(y[i]! + 32, py[k]!))
    })
  }
  separate(input, x, y, 5)
  return {
    x,
    y,
    // from left to right, as they are written
    guides: [
      ...(known.length < months.length
        ? [{ axis: 'x' as const, at: -140, label: input.words.undated ?? '' }]
        : []),
      ...(known.length > 0 ? years(first, last, step) : []),
    ],
  }
}

function years(first: number, last: number, step: number): Guide[] {
  const guides: Guide[] = []
  const every = step > 30 ? 3 : step > 12 ? 6 : 12
  for (let month = Math.floor(first / every) * every; month <= last + every; month += every)
    guides.push({
      axis: 'x',
      at: (month - first) * step,
      label:
        month % 12 === 0
          ? String(month / 12)
          : `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
    })
  return guides
}
