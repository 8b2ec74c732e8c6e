import * as OpenCC from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { makeArticle, textOf } from '../../../bench/corpus.ts'
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { fold } from '../../../ingest/fold/fold.ts'
import { isPrintingOf, sketchOf } from '../../../ingest/fold/sketch.ts'
import { BODY, TITLE } from '../read/fixture.ts'

const sketch = (text: string) => sketchOf(cleanArticle({ file: 'x', text }))
const ORIGINAL = [TITLE, ...BODY].join('\n')
const isReprint = (text: string) => {
  const [a, b] = [sketch(text), sketch(ORIGINAL)]
  return a.size <= b.size ? isPrintingOf(a, b) : isPrintingOf(b, a)
}
const traditional = OpenCC.Converter({ from: 'cn', to: 'tw' })

describe('a reprint', () => {
  it.each([
    ['the same text', ORIGINAL],
    ['another title', ['临江区又一园区迎来企业', ...BODY].join('\n')],
    ['a cut tail', [TITLE, ...BODY.slice(0, 3)].join('\n')],
    ['a tail cut within a number', ORIGINAL.slice(0, ORIGINAL.indexOf('30亿元') + 1)],
    ['another script', traditional(ORIGINAL)],
    ['an added notice', `${ORIGINAL}\n版权声明:未经授权不得转载。\n本文转自云州发布,编辑时有删改。`],
    ['another frame', `首页 > 要闻\n2024-05-08 来源:转载网\n${ORIGINAL}\n责任编辑:某某`],
    ['other marks and widths', ORIGINAL.replaceAll(',', '，').replaceAll('12.6', '１２.６')],
    ['a word changed', ORIGINAL.replace('举行首批企业入驻仪式', '举行首批企业的入驻仪式')],
    ['paragraphs joined', [TITLE, BODY.join('')].join('\n')],
  ])('with %s folds', (_, text) => {
    expect(isReprint(text)).toBe(true)
  })

  it.each([
    ['other numbers', ORIGINAL.replace('23家', '41家').replace('30亿元', '52亿元')],
    ['one other number', ORIGINAL.replace('12.6亿元', '15.2亿元')],
    ['another month', ORIGINAL.replace('4月底', '5月底')],
    [
      'half of it new',
      [
        TITLE,
        ...BODY.slice(0, 2),
        '记者走进远航精密的车间,几条生产线正在调试,工人们忙着安装设备,预计月底就能投产。',
        '海岳新材的负责人介绍,公司把研发总部迁到这里,看中的是周边的配套和人才。',
        '临江区还为企业派出服务专员,手续一次办完。',
      ].join('\n'),
    ],
    ['a note of one sentence', BODY[0]!.split('。')[0]!],
    ['a different article', textOf(makeArticle(1))],
  ])('is none with %s', (_, text) => {
    expect(isReprint(text)).toBe(false)
  })
})

describe('folding a corpus', () => {
  const texts = Array.from({ length: 300 }, (_, i) => textOf(makeArticle(i)))
  const versions = [
    ...texts.map((text, i) => ({ id: `${String(i).padStart(4, '0')}`, text })),
    ...texts
      .slice(0, 60)
      .map((text, i) => ({ id: `cut-${i}`, text: text.slice(0, Math.floor(text.length * 0.85)) })),
    ...texts
      .slice(0, 60)
      .map((text, i) => ({ id: `more-${i}`, text: `${text}\n本文由转载网整理发布,不代表其观点。` })),
  ]
  const sketches = new Map(versions.map(({ id, text }) => [id, sketch(text)]))
  const run = async (ids: string[], recent?: number) =>
    fold(
      ids.map((id) => ({ id, size: sketches.get(id)!.size })),
      async (wanted) => wanted.map((id) => sketches.get(id)!),
      recent === undefined ? {} : { recent },
    )

  it('puts reprints with their article and leaves all others apart', async () => {
    const into = await run(versions.map(({ id }) => id))
    for (let i = 0; i < 60; i++) {
      const long = into.get(`more-${i}`)
      expect([into.get(String(i).padStart(4, '0')), into.get(`cut-${i}`)]).toEqual([long, long])
    }
    expect(new Set(into.values()).size).toBe(300)
  })

  it('does so in any order', async () => {
    const ids = versions.map(({ id }) => id)
    const turned = await run([...ids].reverse())
    const straight = await run(ids)
    expect([...turned].sort()).toEqual([...straight].sort())
    expect([...(await run(ids, 3))].sort()).toEqual([...straight].sort())
  })

  it('loses nothing in a page that holds two articles', async () => {
    const [a, b] = [texts[0]!, texts[1]!]
    sketches
      .set('a', sketch(a))
      .set('b', sketch(b))
      .set('both', sketch(`${a}\n${b}`))
    expect(Object.fromEntries(await run(['a', 'b', 'both']))).toEqual({ a: 'both', b: 'both', both: 'both' })
  })
})
