import { describe, expect, it } from 'vitest'
import { outermost } from '../../ingest/outermost.ts'

const span = (start: number, end: number) => ({ start, end })

describe('spans that lie in no longer one', () => {
  it.each([
    ['where the longer one comes first', [span(0, 5), span(0, 2), span(8, 16)], [span(0, 5), span(8, 16)]],
    ['where the shorter one comes first', [span(0, 2), span(0, 3), span(0, 5)], [span(0, 5)]],
    ['where one lies behind others in it', [span(0, 9), span(2, 4), span(5, 9)], [span(0, 9)]],
    ['where they cross', [span(0, 5), span(3, 8), span(4, 7)], [span(0, 5), span(3, 8)]],
    ['where they follow each other', [span(0, 2), span(2, 4)], [span(0, 2), span(2, 4)]],
  ])('%s', (_, spans, outer) => expect(outermost(spans)).toEqual(outer))
})
