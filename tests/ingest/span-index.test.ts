import { describe, expect, it } from 'vitest'
import { SpanIndex } from '../../ingest/span-index.ts'

const span = (start: number, end: number) => ({ start, end })

describe('spans by what they overlap', () => {
  const spans = [span(10, 12), span(0, 40), span(12, 20), span(3, 5)]

  it.each([
    [span(11, 13), [span(12, 20), span(10, 12), span(0, 40)]],
    [span(20, 30), [span(0, 40)]],
    [span(4, 10), [span(3, 5), span(0, 40)]],
    [span(40, 50), []],
  ])('those over %j are %j', (stretch, over) => {
    expect(new SpanIndex(spans).over(stretch).sort((a, b) => b.start - a.start)).toEqual(over)
  })
})
