import { describe, expect, it } from 'vitest'
import { cleanArticle } from '../../ingest/clean/clean.ts'
import { segment } from '../../ingest/segment.ts'
import type { Tagger } from '../../ingest/tagger.ts'
import { timesIn } from '../../ingest/time.ts'

const tagger: Tagger = { name: 'node-rs', tag: () => [] }
const sentencesOf = (text: string, date = '') => {
  const article = segment(cleanArticle({ file: 'x', text, date }), tagger)
  return article.sentences.map(({ start, end, time }) => ({ text: article.text.slice(start, end), time }))
}
const textsOf = (text: string) => sentencesOf(text).map((s) => s.text)

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['甲园开工。乙园投产!', ['甲园开工。', '乙园投产!']],
    ['“甲园开工。乙园投产!”负责人说。丙园开工。', ['“甲园开工。乙园投产!”负责人说。', '丙园开工。']],
    ['甲园(占地12亩。总投资3亿元)开工。', ['甲园(占地12亩。总投资3亿元)开工。']],
    ['甲园（占地12亩。总投资3亿元)开工。乙园。', ['甲园（占地12亩。总投资3亿元)开工。', '乙园。']],
    ['“甲园开工。乙园投产。丙园签约。', ['“甲园开工。', '乙园投产。', '丙园签约。']],
    [`“甲${'长'.repeat(500)}。”乙园。丙园。`, [`“甲${'长'.repeat(500)}。”`, '乙园。', '丙园。']],
    ['怎么办?!加快……再加快;', ['怎么办?!', '加快……', '再加快;']],
  ])('%s', (text, expected) => {
    expect(textsOf(text)).toEqual(expected)
  })

  it('carry their paragraph, and cover it', () => {
    const article = segment(
      cleanArticle({ file: 'x', text: '云州新闻\n甲园开工。乙园投产。\n丙园签约。' }),
      tagger,
    )
    expect(article.sentences.map(({ paragraph }) => paragraph)).toEqual([0, 1, 1, 2])
    expect(article.paragraphs.map(({ kind }) => kind)).toEqual(['title', 'body', 'body'])
  })

  it.each([
    ['老城换新颜', 'heading'],
    ['产业强县:园区提质,企业成林', 'heading'],
    ['记者:这里原来是什么', 'body'],
    ['来源:云州日报', 'aside'],
    ['他接着说:', 'body'],
  ])('%s is a paragraph of its kind', (line, kind) => {
    const { paragraphs } = segment(cleanArticle({ file: 'x', text: `云州新闻\n${line}\n丙园签约。` }), tagger)
    expect(paragraphs[1]!.kind).toBe(kind)
  })

  // work that grew with the square of the length would not end within the time that a test has
  it.each([
    ['brackets that never close', `“(${'甲。'.repeat(100_000)}`],
    ['more and more of them', '“甲。'.repeat(100_000)],
    ['brackets that close nothing', '甲。”)'.repeat(100_000)],
    ['times', '1月。'.repeat(100_000)],
  ])('are parted among a hundred thousand of %s', (_, text) => {
    expect(textsOf(text)).toHaveLength(100_000)
  })

  it('are read for times however many there are', () => {
    expect(sentencesOf('2019年3月,'.repeat(20_000)).map((s) => s.time)).toEqual(['2019-03'])
  })
})

describe('the time that a sentence speaks of', () => {
  const published = '2021-01-11'
  it.each([
    ['2020年前三季度GDP增幅全市第一', '2020-01/2020-09'],
    ['截至2020年11月底,新引进项目124个', '../2020-11-30'],
    ['去年以来,市中区引进项目', '2020-01/2021-01-11'],
    ['今年一季度,产值增长', '2021-01/2021-03'],
    ['今年以来,产值增长', '2021-01/2021-01-11'],
    ['2020年1-10月份,增加值增速44.2%', '2020-01/2020-10'],
    ['2020年1至10月', '2020-01/2020-10'],
    ['2019年3月至2020年5月', '2019-03/2020-05'],
    ['2020年12月28日,项目开工', '2020-12-28'],
    ['2020年12月28日至2021年1月3日', '2020-12-28/2021-01-03'],
    ['12月8日至10日,会议举行', '2020-12-08/2020-12-10'],
    ['1月8日,会议举行', '2021-01-08'],
    ['会议将于3月8日举行', '2021-03-08'],
    ['3月8日,会议举行', ''],
    ['2020年上半年', '2020-01/2020-06'],
    ['2020年第四季度', '2020-10/2020-12'],
    ['2020年前11个月', '2020-01/2020-11'],
    ['2020年11月', '2020-11'],
    ['2020年,全区实现增长', '2020'],
    ['2020年底', '2020-12'],
    ['2021—2025年', '2021/2025'],
    ['“十四五”期间', '2021/2025'],
    ['“十三五”时期', '2016/2020'],
    ['到2025年,将建成', '../2025'],
    ['2019年7月以来', '2019-07/2021-01-11'],
    ['2022年1月1日起施行', '2022-01-01/..'],
    ['明年投产', '2022'],
    // they have been: last year's
    ['前三季度,产值增长', '2020-01/2020-09'],
    ['前三季度预计增长', '2021-01/2021-09'],
    ['园区占地12亩', ''],
    ['2020年2月30日', ''],
    ['13月', ''],
    ['同年,二期开工', ''],
  ])('%s: %s', (text, expected) => {
    expect(timesIn(text, { published, year: 0 })[0]?.interval ?? '').toBe(expected)
  })

  it('is no relative one where the day of publication is unknown', () => {
    for (const text of ['去年以来,引进项目', '今年一季度', '前三季度', '12月28日'])
      expect(timesIn(text, { published: '', year: 0 })).toEqual([])
  })

  it('takes its year from what the paragraph named before', () => {
    expect(
      sentencesOf('2019年,甲园开工。同年,乙园开工。次年3月投产。1-10月份,产值增长。', '2021-01-11').map(
        (s) => s.time,
      ),
    ).toEqual(['2019', '2019', '2020-03', '2020-01/2020-10'])
  })
})
