import { describe, expect, it } from 'vitest'
import { named } from './named.ts'

describe('recognising', () => {
  it.each([
    '全区群众都很高兴。',
    '一批重点项目加快建设。',
    '我们要继续努力,把事情办好。',
    '该园区的龙头企业不断增多。',
    '全市新增企业三千家,大家干劲很足。',
    '他说,日子会越来越好。',
    '城市更美,乡村更富,道路更畅。',
  ])('finds nothing in %s', (text) => {
    expect(named(text)).toEqual([])
  })

  it('finds a name again where it stands without its cue', () => {
    expect(named('实施“青枫引凤”计划。有了“青枫引凤”,来的人多了。')).toEqual([
      '“青枫引凤”计划:Strategy',
      '青枫引凤:Strategy',
    ])
  })

  it('takes a short form from where it is introduced', () => {
    expect(
      named('凌岳(无锡)精密仪器股份有限公司(以下简称“凌岳仪器”)今天投产。凌岳仪器已有百名员工。').filter(
        (name) => name.startsWith('凌岳仪器'),
      ),
    ).toEqual(['凌岳仪器:Company', '凌岳仪器:Company'])
  })

  it('says the same of the same text', () => {
    const text = '嘉兴南湖区引进凌岳科技、华澜光电等企业,聚焦集成电路、新材料两大产业。'
    expect(named(text)).toEqual(named(text))
  })

  // work that grew with the square of the length would not end within the time that a test has
  it.each([
    '“(',
    '产业园',
    '甲、',
    '研究院和',
    '《〈',
    '市',
    '\ud800',
    '获评',
    '第十届',
    '公司',
    'a1',
    '“甲”',
    '临江区',
    '与启明科技合作',
    '第1号科技园、',
    '启明科技有限公司、',
  ])('reads a sentence of nothing but %s to its end', (piece) => {
    expect(named(`${piece.repeat(100_000 / piece.length)}。周远航表示,很好。`)).toContain('周远航:Person')
  })
})
