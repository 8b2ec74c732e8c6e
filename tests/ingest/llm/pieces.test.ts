import { describe, expect, it } from 'vitest'
import { halvesOf, piecesOf } from '../../../ingest/llm/pieces.ts'

const pieces = (text: string, size: number, asides: { start: number; end: number }[] = []) =>
  piecesOf({ text, asides }, size).map((piece) => piece.text)

describe('the pieces of an article', () => {
  it.each<[string, string, number, string[]]>([
    ['one where it fits', '甲。\n乙。', 20, ['甲。\n乙。']],
    ['none where there is no text', '\n \n', 20, []],
    ['whole paragraphs', '一二三四五六七。\n八九十百千万亿。', 10, ['一二三四五六七。', '八九十百千万亿。']],
    [
      'a long paragraph behind its sentences',
      '一二三四五六七。八九。十百千。',
      10,
      ['一二三四五六七。', '八九。十百千。'],
    ],
    ['a long sentence anywhere', '一二三四五六七八九十百千', 10, ['一二三四五六七八九十', '百千']],
  ])('are %s', (_, text, size, wanted) => {
    expect(pieces(text, size)).toEqual(wanted)
  })

  it('hold all of the text, in order, the seams twice', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `第${i}段说了第${i}件事。`)
    const out = pieces(lines.join('\n'), 200)
    expect(Math.max(...out.map((piece) => piece.length))).toBeLessThanOrEqual(200)
    expect([...new Set(out.flatMap((piece) => piece.split('\n')))]).toEqual(lines)
    for (let i = 1; i < out.length; i++) expect(out[i - 1]).toContain(out[i]!.split('\n')[0])
  })

  it('repeat the last sentence where the paragraph is too long to be repeated', () => {
    const first = `${'甲'.repeat(80)}。乙园开工。`
    expect(pieces(`${first}\n${'丙'.repeat(50)}。`, 100)).toEqual([first, `乙园开工。\n${'丙'.repeat(50)}。`])
  })

  it('leave out what is kept beside the text', () => {
    const text = '甲园开工。\n责任编辑:乙\n丙园开工。'
    expect(pieces(text, 100, [{ start: 6, end: 12 }])).toEqual(['甲园开工。\n丙园开工。'])
  })

  it('never cut a pair of surrogates', () => {
    for (const piece of pieces('𠀀'.repeat(50), 15)) expect(piece).toMatch(/^𠀀+$/u)
  })

  it('come in halves down to a length', () => {
    const text = `${'甲'.repeat(150)}。\n${'乙'.repeat(150)}。`
    expect(halvesOf({ text })).toEqual([{ text: `${'甲'.repeat(150)}。` }, { text: `${'乙'.repeat(150)}。` }])
    expect(halvesOf({ text: '甲'.repeat(199) })).toBe(null)
    expect(halvesOf({ text: '甲'.repeat(300) })!.map((half) => half.text.length)).toEqual([150, 150])
  })
})
