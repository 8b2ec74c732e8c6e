import { describe, expect, it } from 'vitest'
import { ZONE_NAMES } from '../../../ingest/lexicon/zones.ts'
import { linkCorpus } from '../../../ingest/link/corpus.ts'
import { link } from '../../../ingest/link/link.ts'
import { zoneCalled } from '../../../ingest/link/zone-names.ts'
import { linkedOf } from '../marked.ts'

const linked = (marked: string) => link(linkedOf(marked))
const namesIn = (marked: string): string[] => linked(marked).entities.map(({ name }) => name)

describe('a zone of several names', () => {
  it.each([
    ['武汉东湖新技术开发区', '东湖高新区'],
    ['中国光谷', '东湖高新区'],
    ['北京经济技术开发区(北京亦庄)', '北京经开区'],
    ['中国(湖北)自由贸易试验区', '湖北自贸区'],
    ['湖北自贸试验区武汉片区', '湖北自贸区武汉片区'],
    ['中国（上海）自由贸易试验区临港新片区', '临港新片区'],
    ['云江经开区', null],
    ['光谷科技公司', null],
  ])('%s is %s', (name, called) => expect(zoneCalled(name)).toBe(called))

  it('is one thing in an article, whichever of them it goes on with', () => {
    expect(namesIn('[东湖高新区|Park]开工,[光谷|Park]引进企业。')).toEqual(['东湖高新区'])
    expect(namesIn('[中国(山东)自由贸易试验区|Park]成立,[山东自贸区|Park]提速。')).toHaveLength(1)
  })

  it('is not another zone', () => {
    expect(namesIn('[山东自贸区|Park]和[湖北自贸区|Park]、[湖北自贸区武汉片区|Park]。')).toHaveLength(3)
  })

  it('is one thing in all articles, wherever they are from', () => {
    const articles = ['[济南市|Place]与[中国光谷|Park]合作。', '[武汉东湖高新区|Park]开工。'].map(linked)
    const [one, other] = linkCorpus(articles).entityIds
    expect(one).toContain(other![0])
  })
})

it('gives no name to two zones', () => {
  const names = ZONE_NAMES.flat()
  expect(new Set(names).size).toBe(names.length)
})
