import { describe, expect, it } from 'vitest'
import { calledShort, strategyCalled } from '../../../ingest/link/called.ts'
import { linkCorpus } from '../../../ingest/link/corpus.ts'
import { link } from '../../../ingest/link/link.ts'
import { linkedOf } from '../marked.ts'

/** Whether the first names of two articles are one thing. */
const areOne = (one: string, other: string): boolean => {
  const [a, b] = linkCorpus([one, other].map((marked) => link(linkedOf(marked)))).entityIds
  return a![0] === b![0]
}

describe('what is called for short', () => {
  it.each([
    ['云江国家高新技术产业开发区', 'Park', '云江高新区'],
    ['云江市高新区', 'Park', '云江高新区'],
    ['射阳县高新区', 'Park', '射阳高新区'],
    ['南昌县高新区', 'Park', '南昌县高新区'],
    ['国家级云江经济技术开发区', 'Park', '云江经开区'],
    ['云江综合保税区', 'Park', '云江综保区'],
    ['云江高新技术产业园', 'Park', '云江高新技术产业园'],
    ['云江经济开发区管理委员会', 'Organization', '云江经开区管委会'],
    ['云江市发展和改革委员会', 'Organization', '云江市发改委'],
    ['云江省工业和信息化厅', 'Organization', '云江省工信厅'],
    ['中共云江市委员会', 'Organization', '云江市委'],
    ['云江市规划和自然资源局', 'Organization', '云江市自规局'],
    ['云青高速铁路', 'Project', '云青高铁'],
    ['云江轨道交通4号线', 'Project', '云江地铁4号线'],
    ['中国科学院云江研究所', 'Institute', '中科院云江所'],
    ['云江工业大学', 'Institute', '云江工大'],
    ['哈工大', 'Institute', '哈尔滨工大'],
    ['国家超级计算云江中心', 'Institute', '国家超算云江中心'],
    ['云江区', 'Park', '云江区'],
    ['云江轨道交通产业', 'Industry', '云江轨道交通产业'],
  ] as const)('%s (%s) is %s', (name, type, short) => expect(calledShort(name, type)).toBe(short))

  it('is a strategy by any of its names', () => {
    const called = '黄河流域生态保护和高质量发展'
    for (const name of [called, `${called}战略`, '黄河重大国家战略'])
      expect(strategyCalled(name)).toBe(called)
    expect(strategyCalled('黄河')).toBeNull()
  })
})

describe('one thing in two articles', () => {
  it.each([
    ['[射阳经济开发区|Park]开工。', '[江苏射阳经开区|Park]投产。'],
    ['[济南市发展和改革委员会|Organization]发布。', '[济南市发改委|Organization]印发。'],
    ['[济青高速铁路|Project]通车。', '[济青高铁|Project]提速。'],
    ['[中国科学院云江研究所|Institute]挂牌。', '[中科院云江所|Institute]开课。'],
    ['[宁德时代新能源科技股份有限公司|Company]投资。', '[宁德时代|Company]落户。'],
    ['[华为技术有限公司|Company]投资。', '[华为|Company]落户。'],
    ['[中国航天科工集团有限公司|Company]投资。', '[航天科工|Company]落户。'],
    ['[国家发展和改革委员会|Organization]批复。', '[国家发改委|Organization]批准。'],
    ['[哈尔滨工业大学|Institute]签约。', '[哈工大|Institute]揭牌。'],
    ['共建[“一带一路”倡议|Strategy]。', '推进[“一带一路”建设|Strategy]。'],
    ['落实[黄河国家战略|Strategy]。', '服务[黄河流域生态保护和高质量发展战略|Strategy]。'],
    ['推进[长三角区域一体化发展|Strategy]。', '融入[长三角一体化|Strategy]。'],
  ])('%s %s', (one, other) => expect(areOne(one, other)).toBe(true))

  it.each([
    ['[射阳经济开发区|Park]开工。', '[射阳高新区|Park]投产。'],
    ['[南昌县高新区|Park]开工。', '[南昌高新区|Park]投产。'],
    ['[济南市发改委|Organization]发布。', '[青岛市发改委|Organization]印发。'],
    ['[宁德时代(四川)动力科技有限公司|Company]投资。', '[宁德时代|Company]落户。'],
    ['[比亚迪汽车工业有限公司|Company]投资。', '[比亚迪|Company]落户。'],
  ])('and not: %s %s', (one, other) => expect(areOne(one, other)).toBe(false))
})
