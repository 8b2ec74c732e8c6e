import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { KnownError } from '../model/errors.ts'
import { figures } from './figures.ts'
import { pageOf } from './page.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, page: { type: 'boolean' } },
})

const rows = []
for (const figure of figures) {
  if (values.only && !figure.name.includes(values.only)) continue
  const measured = await figure.measure().catch((error: unknown) => {
    if (!(error instanceof KnownError)) throw error
    console.error(`${figure.name}: ${error.message}`)
    process.exitCode = 1
    return null
  })
  if (!measured) continue
  const { value, baseline } = measured
  const row = {
    name: figure.name,
    value: round(value),
    unit: figure.unit,
    baseline: round(baseline),
    ratio: round(value / baseline),
  }
  rows.push({ ...row, against: figure.against })
  if (values.json) console.log(JSON.stringify(row))
  else
    console.log(
      `${row.name.padEnd(34)} ${String(row.value).padStart(12)} ${row.unit.padEnd(10)} ${figure.against} ${row.baseline}   ×${row.ratio}`,
    )
}
if (values.page)
  writeFileSync(
    join(import.meta.dirname, '../docs/bench.md'),
    pageOf(rows, new Date().toISOString().slice(0, 10)),
  )

function round(x: number): number {
  return Number(x.toPrecision(4))
}
