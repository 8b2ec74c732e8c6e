import { describe, expect, it } from 'vitest'
import { Parts, TemplateRow } from '../../../ingest/learned/parts.ts'
import type { AddWeights } from '../../../ingest/learned/table.ts'

/** One for the first column and ten for the second, whatever the feature. */
const add: AddWeights = (_, from, to, into, at) => {
  into[at]! += to - from
  into[at + 1]! += 10 * (to - from)
}

describe('the parts of a sum', () => {
  it('are what each template adds to a column', () => {
    const row = new TemplateRow()
    for (const template of [7, 3, 7, 9]) row.put(template, 1)
    const parts = new Parts([3, 7, 8], 2)
    parts.add(row, 0, row.size, add)
    expect(parts.fields).toEqual(['part3', 'part7', 'part8'])
    expect(parts.of(0)).toEqual([1, 2, 0])
    expect(parts.of(1)).toEqual([10, 20, 0])
    parts.clear()
    parts.add(row, 1, 2, add)
    expect(parts.of(0)).toEqual([1, 0, 0])
  })

  it('keep the templates of a long row', () => {
    const row = new TemplateRow()
    for (let i = 0; i < 5000; i++) row.put(i % 2 ? 1 : 2, i)
    const parts = new Parts([1, 2], 2)
    parts.add(row, 0, row.size, add)
    expect(parts.of(0)).toEqual([2500, 2500])
  })

  it('are refused where a template comes twice or cannot be counted', () => {
    expect(() => new Parts([1, 1], 1)).toThrow(/Template 1 /)
    expect(() => new Parts([300], 1)).toThrow(/Template 300 /)
  })
})
