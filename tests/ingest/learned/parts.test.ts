import { describe, expect, it } from 'vitest'
import { Parts, TemplateRow, withParts } from '../../../ingest/learned/parts.ts'

/** One for column 0 and ten for column 1, whatever the feature. */
const weightOf = (_: number, column: number): number => (column === 0 ? 1 : 10)

describe('the parts of a sum', () => {
  it('are what each template adds to a column', () => {
    const row = new TemplateRow()
    for (const template of [7, 3, 7, 9]) row.put(template, 1)
    const parts = new Parts([3, 7, 8])
    parts.add(row, 0, row.size, weightOf, 0)
    expect(parts.fields).toEqual(['part3', 'part7', 'part8'])
    expect([...parts.sums()]).toEqual([1, 2, 0])
    parts.clear()
    parts.add(row, 1, 3, weightOf, 1)
    expect([...parts.sums()]).toEqual([10, 10, 0])
  })

  it('keep the templates of a long row', () => {
    const row = new TemplateRow()
    for (let i = 0; i < 5000; i++) row.put(i % 2 ? 1 : 2, i)
    const parts = new Parts([1, 2])
    parts.add(row, 0, row.size, weightOf, 0)
    expect([...parts.sums()]).toEqual([2500, 2500])
  })

  it('stand behind other numbers in their order', () => {
    expect(withParts([1, 0.5], Float64Array.of(2, 3), Float64Array.of(4))).toEqual(
      Float64Array.of(1, 0.5, 2, 3, 4),
    )
    expect(withParts([1])).toEqual(Float64Array.of(1))
  })

  it('are refused where a template comes twice or cannot be counted', () => {
    expect(() => new Parts([1, 1])).toThrow(/Template 1 /)
    expect(() => new Parts([300])).toThrow(/Template 300 /)
  })
})
