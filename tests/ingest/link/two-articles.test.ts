/** What two articles call by two names: one thing where it is one, and two where they are two. */
import { describe, expect, it } from 'vitest'
import { linkCorpus } from '../../../ingest/link/corpus.ts'
import { link } from '../../../ingest/link/link.ts'
import { linkedOf } from '../marked.ts'

/** Whether two articles name a thing in common. */
function share(one: string, other: string): boolean {
  const { entityIds } = linkCorpus(
    [one, other].map((marked, i) => ({ ...link(linkedOf(marked)), id: String(i) })),
  )
  return entityIds[0]!.some((id) => entityIds[1]!.includes(id))
}
const namesIn = (marked: string): string[] => link(linkedOf(marked)).entities.map(({ name }) => name)

describe('a line by its ends', () => {
  it.each([
    ['[济南至青岛高速公路|Project]扩建。', '[济青高速|Project]通车。'],
    ['[济南—青岛高速铁路|Project]试运行。', '[济青高铁|Project]通车。'],
    ['[北京至上海高铁|Place]提速。', '[京沪高铁|Place]通车。'],
    ['[杭州至绍兴至台州铁路|Project]铺轨。', '[杭绍台铁路|Project]通车。'],
    ['[新建济南至枣庄铁路|Project]开工。', '[济枣铁路|Project]铺轨。'],
    ['[云江至青禾城际铁路|Project]开工。', '[云青城际|Project]铺轨。'],
  ])('is what it is called for short: %s %s', (one, other) => expect(share(one, other)).toBe(true))

  it.each([
    ['[济南至青岛铁路|Project]开工。', '[济青高速|Project]通车。'],
    ['[济南至青岛高速公路二期|Project]开工。', '[济青高速|Project]通车。'],
    // 济宁 is a city
    ['[济南至宁波铁路|Project]开工。', '[济宁铁路|Project]通车。'],
    ['[青岛至银川高速|Project]扩建。', '[青兰高速|Project]通车。'],
  ])('is not another one: %s %s', (one, other) => expect(share(one, other)).toBe(false))

  it('stays open where two would be called so', () => {
    const fulls = '[云江至青禾高速|Project]和[云山至青石高速|Project]开工。'
    expect(share(fulls, '[云青高速|Project]通车。')).toBe(false)
  })

  it('is one thing in its article', () =>
    expect(namesIn('[济南至青岛高速公路|Project]扩建,[济青高速|Project]封闭。')).toHaveLength(1))
})

describe('a village', () => {
  const of = (kind: string) => `[云江市|Place]的[良梨${kind}|Place]修路。`
  it('is itself in every article', () => expect(share(of('村'), of('村'))).toBe(true))
  it.each(['镇', '社区', '片区'])('is not the %s of its name', (kind) =>
    expect(share('[良梨村|Place]修路。', `[良梨${kind}|Place]修路。`)).toBe(false),
  )
})

describe('a strategy of the nation', () => {
  it.each([
    ['实施[国家“十四五”规划|Strategy]。', '[“十四五”|Strategy]时期。'],
    ['承接[疏解北京非首都功能|Strategy]。', '围绕[非首都功能疏解|Strategy]。'],
    ['参与[共建“一带一路”|Strategy]。', '融入[“一带一路”倡议|Strategy]。'],
    ['[合肥市|Place]推进[新型工业化|Strategy]。', '[西安市|Place]推进[新型工业化|Strategy]。'],
    ['[长沙市|Place]落实[长株潭一体化|Strategy]。', '[湘潭市|Place]落实[长株潭一体化|Strategy]。'],
  ])('is one by each of its names: %s %s', (one, other) => expect(share(one, other)).toBe(true))

  it('is no town’s own', () =>
    expect(share('[云江市“十四五”规划|Strategy]印发。', '[“十四五”|Strategy]时期。')).toBe(false))
})

describe('what is said to be called so', () => {
  it.each([
    '[“三大战略”|Strategy]又称[“三区战略”|Strategy]。',
    '[青禾现代产业园|Park]更名为[云江高新区|Park]。',
    '[青禾片区|Place]，俗称[“老城北”|Place]。',
  ])('is one thing: %s', (marked) => expect(namesIn(marked)).toHaveLength(1))
  it('is none of another kind', () =>
    expect(namesIn('[青禾现代产业园|Park]更名为[云江公司|Company]。')).toHaveLength(2))
})

describe('a new area of the nation', () => {
  it.each([
    ['[河北雄安新区|Park]揭牌。', '[廊坊市|Place]北邻[雄安新区|Park]。'],
    ['[长沙市|Place]建设[湖南湘江新区|Park]。', '[湘潭市|Place]毗邻[湘江新区|Park]。'],
  ])('is one wherever it is spoken of: %s %s', (one, other) => expect(share(one, other)).toBe(true))
})

describe('two firms in one word', () => {
  it('are neither of them', () =>
    expect(namesIn('[启明青禾|Company]基金由[启明|Company]与[青禾集团|Company]设立。')).toHaveLength(3))
  it('are one with its trade', () =>
    expect(namesIn('[启明星汽车|Company]投产,[启明星|Company]做[汽车|Industry]。')).toHaveLength(2))
})

describe('a name', () => {
  it.each([
    ['《“十四五”云江科创规划》', '十四五云江科创规划'],
    ['“十四五”规划', '十四五规划'],
    ['《云江规划》', '云江规划'],
  ])('is %s without what stands round it', (form, name) =>
    expect(namesIn(`落实[${form}|Strategy]。`)).toEqual([name]),
  )
})

describe('a strategy that every place has one of', () => {
  it.each([
    ['[合肥市|Place]实施[工业强市|Strategy]。', '[西安市|Place]实施[工业强市战略|Strategy]。'],
    [
      '[历城区|Place]开会,[历城区|Place]实施[工业强区|Strategy]。',
      '[槐荫区|Place]开会,[槐荫区|Place]实施[工业强区|Strategy]。',
    ],
    ['[长沙市|Place]落实[强省会|Strategy]。', '[贵阳市|Place]落实[强省会|Strategy]。'],
  ])('is each one’s own: %s %s', (one, other) => expect(share(one, other)).toBe(false))

  it.each([
    ['[合肥市|Place]实施[工业强市|Strategy]。', '[肥西县|Place]落实[工业强市战略|Strategy]。'],
    ['[长沙市|Place]落实[强省会|Strategy]。', '[湘潭市|Place]落实[强省会战略|Strategy]。'],
    ['[长沙市|Place]服务[制造强国|Strategy]。', '[贵阳市|Place]服务[制造强国战略|Strategy]。'],
  ])('is one where it is that of what both lie in: %s %s', (one, other) =>
    expect(share(one, other)).toBe(true),
  )
})

describe('a firm of several names', () => {
  it.each([
    ['[山东移动|Company]签约。', '[中国移动山东公司|Company]投资。'],
    ['[山东移动|Company]签约。', '[中国移动通信集团山东有限公司|Company]投资。'],
    ['[济南移动|Company]签约。', '[中国移动济南分公司|Company]投资。'],
    ['[山东联通|Company]签约。', '[中国联合网络通信有限公司山东省分公司|Company]投资。'],
    ['[山东电信|Company]签约。', '[中国电信股份有限公司山东分公司|Company]投资。'],
    ['[工行山东省分行|Company]签约。', '[中国工商银行股份有限公司山东省分行|Company]授信。'],
    ['[建设银行济南分行|Company]签约。', '[中国建设银行济南分行|Company]授信。'],
    ['[国网山东省电力公司|Company]投资。', '[国网山东电力|Company]抢修。'],
    ['[国网济南供电公司|Company]投资。', '[国网山东省电力公司济南供电公司|Company]抢修。'],
    ['[农行|Company]签约。', '[中国农业银行|Company]授信。'],
  ])('%s %s', (one, other) => expect(share(one, other)).toBe(true))

  it.each([
    ['[山东移动|Company]签约。', '[中国移动|Company]投资。'],
    ['[山东移动|Company]签约。', '[河南移动|Company]投资。'],
    ['[山东移动|Company]签约。', '[济南移动|Company]投资。'],
    ['[山东移动|Company]签约。', '[山东联通|Company]投资。'],
    ['[中国银行山东省分行|Company]签约。', '[工商银行山东省分行|Company]授信。'],
    ['[工商银行山东省分行|Company]签约。', '[工商银行济南分行|Company]授信。'],
    ['[国网山东省电力公司|Company]投资。', '[国网济南供电公司|Company]抢修。'],
  ])('and two firms: %s %s', (one, other) => expect(share(one, other)).toBe(false))

  it('is no other one’s short form, whatever one article takes it for', () => {
    const one = '[国电投氢能科技公司|Company](以下简称“[国电投|Company]”)投产。'
    expect(share(one, '[国家电投|Company]投资。')).toBe(false)
  })

  it('is kept apart from its branches in an article', () =>
    expect(namesIn('[中国移动山东公司|Company]、[山东移动|Company]和[河南移动|Company]。')).toEqual([
      '中国移动山东公司',
      '河南移动',
    ]))
})

describe('what a paper calls by the level of its division', () => {
  it.each([
    ['[济南市|Place]的[省科学院|Institute]签约。', '[山东省科学院|Institute]挂牌。'],
    ['[济南市|Place]的[省农科院|Institute]签约。', '[山东省农业科学院|Institute]挂牌。'],
    ['[济南市|Place]的[市中心医院|Organization]扩建。', '[济南市中心医院|Organization]义诊。'],
    ['[济南市|Place]的[市中心医院|Institute]扩建。', '[济南市中心医院|Institute]义诊。'],
    [
      '[济南市|Place]的[高新区管委会|Organization]签约。',
      '[济南高新技术产业开发区管理委员会|Organization]发布。',
    ],
    [
      '[历下区|Place]、[历下|Place]的[区发改局|Organization]发布。',
      '[历下区发展和改革局|Organization]印发。',
    ],
  ])('%s %s', (one, other) => expect(share(one, other)).toBe(true))

  it.each([
    ['[济南市|Place]的[省科学院|Institute]签约。', '[河南省科学院|Institute]挂牌。'],
    ['[济南市|Place]的[市中心医院|Organization]扩建。', '[淄博市中心医院|Organization]义诊。'],
    ['[济南市|Place]的[高新区管委会|Organization]签约。', '[淄博高新区管委会|Organization]发布。'],
    [
      '[历下区|Place]、[历下|Place]的[区发改局|Organization]发布。',
      '[历城区发展和改革局|Organization]印发。',
    ],
  ])('and two things: %s %s', (one, other) => expect(share(one, other)).toBe(false))
})

describe('what is held again', () => {
  it.each([
    ['[第三届中国国际进口博览会|Event]开幕。', '[第3届进博会|Event]闭幕。'],
    [
      '[合肥市|Place]的企业去[第三届中国国际进口博览会|Event]。',
      '[西安市|Place]的企业去[第三届进博会|Event]。',
    ],
    ['[2023年世界人工智能大会|Event]开幕。', '[2023世界人工智能大会|Event]闭幕。'],
    ['[2023年第十届云江茶博览会|Event]开幕。', '[第10届云江茶博会|Event]闭幕。'],
    ['[首届云江茶博览会|Event]开幕。', '[第一届云江茶博览会|Event]闭幕。'],
    ['[第一百三十四届广交会|Event]开幕。', '[第134届中国进出口商品交易会|Event]闭幕。'],
  ])('is one by its long and its short name: %s %s', (one, other) => expect(share(one, other)).toBe(true))

  it.each([
    ['[第三届中国国际进口博览会|Event]开幕。', '[第四届进博会|Event]闭幕。'],
    ['[第十四届广交会|Event]开幕。', '[第一百三十四届广交会|Event]闭幕。'],
    ['[第十届云江茶博览会|Event]开幕。', '[2023年云江茶博览会|Event]闭幕。'],
    ['[2022世界人工智能大会|Event]开幕。', '[2023世界人工智能大会|Event]闭幕。'],
    ['[第十届云江茶博览会|Event]开幕。', '[云江茶博览会|Event]是品牌。'],
  ])('is not held another time: %s %s', (one, other) => expect(share(one, other)).toBe(false))
})

describe('a university by its short name', () => {
  it.each([
    ['[济南市|Place]的[山大|Institute]签约。', '[山东大学|Institute]挂牌。'],
    ['[太原市|Place]的[山大|Institute]签约。', '[山西大学|Institute]挂牌。'],
    ['[郑大|Institute]签约。', '[郑州大学|Institute]挂牌。'],
    ['[济南市|Place]的[山师大|Institute]签约。', '[山东师范大学|Institute]挂牌。'],
  ])('%s %s', (one, other) => expect(share(one, other)).toBe(true))

  it.each([
    ['[太原市|Place]的[山大|Institute]签约。', '[济南市|Place]的[山大|Institute]签约。'],
    ['[太原市|Place]的[山大|Institute]签约。', '[山东大学|Institute]挂牌。'],
    ['[太原市|Place]的[山师大|Institute]签约。', '[山东师范大学|Institute]挂牌。'],
    ['[山大|Institute]签约。', '[山东大学|Institute]挂牌。'],
  ])('of two universities: %s %s', (one, other) => expect(share(one, other)).toBe(false))
})

describe('what a thing is called', () => {
  it.each([
    ['按照[《云江港口规划》|Strategy]。', '云江港口规划'],
    ['按照[国家《云江港口规划》|Strategy]。', '国家云江港口规划'],
    ['推进[“三减”改革|Strategy]。', '三减改革'],
  ])('has no half of a pair of brackets: %s', (marked, name) => expect(namesIn(marked)).toEqual([name]))
})
