import { parseArgs } from 'node:util'
import { figures } from './figures.ts'

/** One measured figure; `ratio` is value ÷ baseline, both taken in this run. */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })

for (const figure of figures) {
  if (values.only && !figure.name.includes(values.only)) continue
  const { value, baseline } = await figure.measure()
  const row = {
    name: figure.name,
    value: round(value),
    unit: figure.unit,
    baseline: round(baseline),
    ratio: round(value / baseline),
  }
  if (values.json) console.log(JSON.stringify(row))
  else
    console.log(
      `${row.name.padEnd(34)} ${String(row.value).padStart(12)} ${row.unit.padEnd(10)} ${figure.against} ${row.baseline}   ×${row.ratio}`,
    )
}

function round(x: number): number {
  return Number(x.toPrecision(4))
}
