import { describe, expect, it } from 'vitest'
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { dateInAddress, isoDateOf } from '../../../ingest/clean/dates.ts'
import { factsOfLine } from '../../../ingest/clean/metadata.ts'

describe('dates', () => {
  it.each([
    ['2021-01-11', '2021-01-11'],
    ['2021年1月11日 09:30', '2021-01-11'],
    ['2021/1/11', '2021-01-11'],
    ['2021.01.11', '2021-01-11'],
    ['2021年1月', '2021-01'],
    ['20210111', '2021-01-11'],
    ['二〇二一年一月十一日', '2021-01-11'],
    ['二○二三年十二月三十一日', '2023-12-31'],
    ['2021-01-10T20:00:00Z', '2021-01-11'],
    ['2021-01-11T08:00:00+08:00', '2021-01-11'],
    ['Mon, 11 Jan 2021 08:00:00 GMT', '2021-01-11'],
    ['January 11, 2021', '2021-01-11'],
    ['2021-02-30', ''],
    ['2021-13-01', ''],
    ['3小时前', ''],
    ['昨天 08:30', ''],
    ['1月11日', ''],
    ['电话 0531-82078', ''],
  ])('%s is %s', (text, expected) => {
    expect(isoDateOf(text)).toBe(expected)
  })

  it.each([
    ['https://www.example.cn/html/2021-01/11/content_1.htm', '2021-01-11'],
    ['https://www.example.gov.cn/art/2021/1/11/art_1_2.html', '2021-01-11'],
    ['https://www.example.gov.cn/zwgk/202101/t20210111_352.shtml', '2021-01-11'],
    ['https://www.example.cn/a/123456.html', ''],
  ])('%s is of %s', (url, expected) => {
    expect(dateInAddress(url)).toBe(expected)
  })
})

describe('a line of the frame', () => {
  it.each([
    ['发布日期:2021-01-11', { date: '2021-01-11' }],
    [
      '发布时间:2021-01-11 09:30 来源:云州日报 作者:沈知行 浏览次数:123',
      { date: '2021-01-11', source: '云州日报', authors: ['沈知行'] },
    ],
    ['2021-01-11 09:30:00 | 来源:云州日报 | 字号:【大 中 小】', { date: '2021-01-11', source: '云州日报' }],
    ['信息来源:云州日报', { source: '云州日报' }],
    ['本报记者 沈知行 林一舟', { authors: ['沈知行', '林一舟'] }],
    ['□ 本报记者 沈知行 通讯员 林一舟', { authors: ['沈知行', '林一舟'] }],
    ['(记者 沈知行)', { authors: ['沈知行'] }],
    ['文/图 记者 沈知行', { authors: ['沈知行'] }],
    ['责任编辑:林一舟', { editors: ['林一舟'] }],
    ['编辑:林一舟 审核:周明远', { editors: ['林一舟'] }],
    ['编辑:林一舟审核:周明远', { editors: ['林一舟'] }],
    ['责编:林一舟、周明远 校对:沈知行', { editors: ['林一舟', '周明远'] }],
    ['编辑丨林一舟', { editors: ['林一舟'] }],
    ['来源:云州日报 编辑:林一舟', { source: '云州日报', editors: ['林一舟'] }],
    ['[责任编辑:林一舟]', { editors: ['林一舟'] }],
    ['校对:林一舟', {}],
    ['友情链接:示例网 另一网', {}],
    ['您的位置:首页 > 新闻 > 要闻', {}],
    ['首页 > 新闻中心 > 要闻', {}],
    ['版权声明:凡本网注明来源的作品,未经授权不得转载。', {}],
    ['扫描二维码下载云州新闻客户端', {}],
    ['关注云州发布微信公众号', {}],
    ['上一篇:某某', {}],
    ['图为青石湾科创园鸟瞰。', {}],
    ['▲青石湾科创园效果图 记者 沈知行 摄', {}],
    ['图①:入驻现场', {}],
  ])('%s', (line, facts) => {
    const { aside, ...said } = factsOfLine(line)
    expect([aside, Object.fromEntries(Object.entries(said).filter(([, value]) => value))]).toEqual([
      true,
      facts,
    ])
  })

  it.each([
    '今天上午,青石湾科创园举行首批企业入驻仪式。',
    '项目建设时间:2021年1月至2023年6月,由云州城发集团负责',
    '来自云州大学的团队负责编辑这份规划。',
    '图书馆二期项目开工',
    '记者从临江区了解到,园区已经投产。',
    '图②:石河港的吊机。3月1日,第一艘集装箱船靠上二号泊位。',
    '党建引领基层治理',
    '“十四五”时期,临江区将下载量最高的应用引入园区。',
  ])('%s is no such line', (line) => {
    expect(factsOfLine(line).aside).toBe(false)
  })
})

describe('what paragraphs say in passing', () => {
  it.each([
    ['云州日报讯(记者 沈知行)今天,园区开工。', { source: '云州日报', authors: ['沈知行'] }],
    [
      '新华社云州1月11日电(记者沈知行、林一舟)今天,园区开工。',
      { source: '新华社', authors: ['沈知行', '林一舟'] },
    ],
    ['今天,园区开工。(记者 沈知行 通讯员 林一舟)', { source: '', authors: ['沈知行', '林一舟'] }],
  ])('%s', (line, facts) => {
    expect(cleanArticle({ file: 'x', text: `云州一园区开工\n${line}` })).toMatchObject(facts)
  })

  it('a notice at the end of a paragraph is set aside alone', () => {
    const { text, asides } = cleanArticle({
      file: 'x',
      text: '云州一园区开工\n今天,园区开工。(责任编辑:林一舟)',
    })
    expect(asides.map(({ start, end }) => text.slice(start, end))).toEqual(['(责任编辑:林一舟)'])
  })
})
