import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningsOf } from '../../../ingest/lexicon/beginnings.ts'
import { gated } from '../../../ingest/lexicon/gated.ts'

const PATTERNS: readonly RegExp[] = [
  /中央|活力区/g,
  /(?:中|央)?力+区?/g,
  /(?<!中)央[活力]{1,3}区/g,
  /(?=力区).{2}/g,
  /\d{1,2}[区中]|活(?:中|(?<name>央)){0,2}力/g,
  /[^中]区/g,
  /(?:力|活){2}\.?/gu,
  /力(?!区)\p{Script=Han}/gu,
]

describe('a gated pattern', () => {
  it.each([
    [/开工|动工/g, ['开工', '动工']],
    [/(?:将|拟)(?:[^,]{1,3})?新建/g, ['将', '拟']],
    [/(?:正在?)?施工/g, ['施工', '正在', '正施']],
    [/(?<!新)落地(?!人才)/g, ['落地']],
    [/约?\d+/g, [...'0123456789'].flatMap((d) => [`约${d}`, d, ...[...'0123456789'].map((e) => d + e)])],
    [/[^,]区/g, null],
    [/区?/g, null],
    [/区/gi, null],
  ] as const)('%s begins as its source says', (pattern, beginnings) => {
    expect(beginningsOf(pattern)).toEqual(beginnings === null ? null : new Set(beginnings))
  })

  it('matches what the pattern alone matches', () => {
    const letters = fc.constantFrom('中', '央', '活', '力', '区', '1', '.', '\ud840', '𠮷')
    const line = fc.array(letters, { maxLength: 20 }).map((c) => c.join(''))
    for (const pattern of PATTERNS) {
      const gate = gated(new RegExp(pattern))
      fc.assert(
        fc.property(line, (text) => {
          expect(gate.in(text)).toEqual([...text.matchAll(pattern)])
        }),
        { seed: 1, numRuns: 300 },
      )
    }
  })
})
