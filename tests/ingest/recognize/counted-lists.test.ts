import { describe, expect, it } from 'vitest'
import { withCounted } from '../../../ingest/recognize/counted-lists.ts'
import type { EntityType } from '../../../model/ontology.ts'

const namesIn = (text: string, read: readonly (readonly [string, EntityType])[] = []): string[] => {
  const chosen = read.map(([name, type]) => {
    const start = text.indexOf(name)
    return { start, end: start + name.length, type, confidence: 0.8, rule: 'learned' }
  })
  return withCounted(text, chosen)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, type }) => `${text.slice(start, end)}:${type}`)
}

describe('lists that are counted', () => {
  it.each([
    ['云江县培优做强硼、锆、聚醚三大新兴产业链。', ['硼:Industry', '锆:Industry', '聚醚:Industry']],
    ['开发区沿丁烯、环烷两大产业链条招商。', ['丁烯:Industry', '环烷:Industry']],
    [
      '县里把有色金属、绿色建材和数字康养定为三大主导产业。',
      ['有色金属:Industry', '绿色建材:Industry', '数字康养:Industry'],
    ],
    ['青禾市推进高等级水道畅通、港产城跃升“两大工程”。', ['高等级水道畅通:Strategy', '港产城跃升:Strategy']],
    ['全市推出“技术攻坚”“链条延伸”等五大重点行动。', ['“技术攻坚”:Strategy', '“链条延伸”:Strategy']],
    ['提出建设双创中心、康养中心“两个中心”。', ['双创中心:Strategy', '康养中心:Strategy']],
    ['新城覆盖云石、青禾、张家桥三个街道。', ['云石:Place', '青禾:Place', '张家桥:Place']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it.each([
    '云江县培优做强硼、锆、聚醚等七大新兴产业链。',
    '云江县培优做强硼、锆、聚醚四大新兴产业链。',
    '集中力量建设云江数谷、青禾商城两个产业功能区。',
    '硼、锆两个产业园开工。',
    '打造云江康养、青石储能“两大中心”。',
  ])('name nothing where the count or the kind is another: %s', (text) => {
    expect(namesIn(text)).toEqual([])
  })

  it('are what they are counted as, and whole', () => {
    expect(
      namesIn('推进水道畅通、绿色智能转型、运河文化创新“三大工程”。', [
        ['绿色智能', 'Industry'],
        ['运河文化创新“三大工程”', 'Strategy'],
      ]),
    ).toEqual(['水道畅通:Strategy', '绿色智能转型:Strategy', '运河文化创新:Strategy', '“三大工程”:Strategy'])
    expect(namesIn('主攻云江康养、青石储能两大产业。', [['青石储能', 'Company']])).toEqual([
      '云江康养:Industry',
      '青石储能:Industry',
    ])
  })
})
