import { describe, expect, it } from 'vitest'
import { anaphorsOf } from '../../../ingest/link/references.ts'
import { factsOf } from '../../../ingest/relate/facts/facts.ts'
import { quantitiesIn } from '../../../ingest/relate/facts/numbers.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'

const read = (marked: string) => {
  const linked = linkedOf(marked)
  const article = { ...linked, anaphors: anaphorsOf(linked, linked.entities, linked.entityOf) }
  const scene = sceneOf(article)
  return { article, facts: factsOf(scene, [...readingsOf(scene)]) }
}
const said = (marked: string) => {
  const { article, facts } = read(marked)
  return facts.map((f) => `${article.entities[f.subject]!.name} ${f.metric} ${f.value}${f.unit}`)
}

describe('numbers', () => {
  it.each([
    ['总投资约16.7亿元', ['16.7 亿元 about']],
    ['超1800余亿元', ['1800 亿元 over']],
    ['新增5G基站4,262处', ['4262 处 ']],
    ['占任务总量的74.8%', ['74.8 % ']],
    ['建设周期3至5年时间', ['5 年 ']],
    ['不足30人', ['30 人 under']],
    ['增速列全省第二', ['2 位 ']],
    ['综合排名位列第12位', ['12 位 ']],
    ['降低2.3个百分点', ['2.3 个百分点 ']],
    ['分别快于全国、全省3.2个和10.8个百分点', ['3.2 个百分点 ', '10.8 个百分点 ']],
    ['跻身全国百强区第37位', ['37 位 ']],
    ['产量排在全国县级第一位,', ['1 位 ']],
    ['增速位居全市园区第一。', ['1 位 ']],
    ['排在园区第一批企业里', []],
    ['增速居全省第4位', ['4 位 ']],
    ['发行价38.66元/股', ['38.66 元/股 ']],
    ['就业率由19%提高到34%', ['19 % ?', '34 % ']],
    ['年产3万至4万台', ['4 万台 ']],
    ['全区GDP2230亿,增长7%', ['2230 亿元 ', '7 % ']],
    ['公司只有21个人', ['21 人 ']],
    ['16万学生', ['16 万 ']],
    ['PUE值低至1.1左右', ['1.1  ']],
    ['有效期13年', ['13 年 ']],
    ['比原计划提前14天封顶', ['14 天 ']],
    // in numerals: by the rules they are doubtful, what is learned decides
    ['建成十二座换电站', ['12 座 ?']],
    ['占地三万余亩', ['3 万亩 over?']],
    ['打桩一万三千多根', ['13000 根 over?']],
    ['投资一亿两千万元', ['120000000 元 ?']],
    ['两千三百名工人', ['2300 名 ?']],
    ['近百家企业', ['100 家 about?']],
    ['占全市的七成半', ['75 % ?']],
    ['近九成七的企业', ['97 % about?']],
    ['完成百分之三十五', ['35 % ?']],
    ['超过一半的产值', ['50 % ?']],
    ['2031年已过半', []],
    ['2031年过去一半', []],
    // amounts that measure nothing by themselves
    ['10亿元以上项目陆续落地', ['10 亿元 over?']],
    ['第5个项目', ['5 个 ?']],
    // no amounts: dates, editions, roads, names, sorts of projects
    ['2023年5月12日下午', []],
    ['第3届博览会在104国道旁举行', []],
    ['世界500强企业', []],
    ['推广5G和B30车型', []],
    ['前10个月进度加快', []],
    ['二〇二三年的一带一路论坛', []],
    ['第十二个项目和三五家企业', []],
    ['三号线十几个站', []],
  ])('%s', (line, expected) =>
    expect(quantitiesIn(line).map((q) => `${q.value} ${q.unit} ${q.bound}${q.doubt ? '?' : ''}`)).toEqual(
      expected,
    ),
  )
})

describe('whom a number is said of', () => {
  it.each([
    ['the clause’s subject', '[启明科技|Company]现有员工420名。', ['启明科技 员工 420名']],
    ['what stands behind 的', '全区引进总投资约12亿元的[云帆产业园|Park]。', ['云帆产业园 总投资 12亿元']],
    [
      'what the money builds',
      '[启明科技|Company]投资8亿元建设[智能网联测试场|Project],项目占地96亩。',
      ['智能网联测试场 投资 8亿元', '智能网联测试场 占地 96亩'],
    ],
    [
      'the subject of a clause before',
      '[江北大桥|Project]全长3.2公里,设计时速80公里,总投资21亿元。',
      ['江北大桥 全长 3.2公里', '江北大桥 设计时速 80公里', '江北大桥 总投资 21亿元'],
    ],
    [
      'the passage’s undertaking, where the figure is one of an undertaking',
      '[云帆产业园|Park]上月开园。园区建筑面积22万平方米。',
      ['云帆产业园 建筑面积 22万平方米'],
    ],
    [
      'the district, where the figure is one of a district',
      '[临江区|Place]工业稳步回升。[云帆产业园|Park]上月开园,规模以上工业增加值增长7.1%,列全市第二。[临江区|Place]上下鼓足干劲。',
      ['云帆产业园 规模以上工业增加值增长 7.1%', '云帆产业园 排名 2位'],
    ],
    [
      'the district for 全区',
      '[临江区|Place]工业稳步回升。[云帆产业园|Park]上月开园,全区新增企业31家。[临江区|Place]上下鼓足干劲。',
      ['临江区 新增企业 31家'],
    ],
    [
      'where the counted gather',
      '[甲光科技|Company]、[乙芯科技|Company]等41家企业集聚[云帆产业园|Park]。',
      ['云帆产业园 企业 41家'],
    ],
    [
      'whose person says 我们',
      '“我们今年订单超过6亿元。”[启明科技|Company]总经理周远说。',
      ['启明科技 订单 6亿元'],
    ],
    [
      'the name right in front of it',
      '今年将[云帆产业园|Park]7.5平方公里纳入开发,[远山集市|Project]的280个摊位开张。',
      ['云帆产业园 面积 7.5平方公里', '远山集市 摊位 280个'],
    ],
    [
      'what a clause leads up to',
      '[临江大学|Institute]与[临江区|Place]共建的[云帆产业学院|Institute],年产值64亿元。',
      ['云帆产业学院 年产值 64亿元'],
    ],
    [
      'what has just been issued, where its measures are counted',
      '[临江区|Place]去年印发[《低空十条措施》|Strategy],从三个方向给出21条政策。',
      ['《低空十条措施》 政策 21条'],
    ],
    [
      'the event that a sentence points at',
      '[临江区重大项目集中开工仪式|Event]在新城举行。此次集中开工的项目共90个,总投资738亿元。',
      ['临江区重大项目集中开工仪式 项目 90个', '临江区重大项目集中开工仪式 总投资 738亿元'],
    ],
    [
      'the list’s whole and not its last place',
      '[云帆产业园|Park]已签约项目167个,其中[北京|Place]项目98个。',
      ['云帆产业园 签约项目 167个', '云帆产业园 项目 98个'],
    ],
    [
      'the district, where parts of it are listed',
      '[临江区|Place]提速。[兴和|Place]、[白石|Place]等片区完成征收1300户。[临江区|Place]上下一心。',
      ['临江区 征收 1300户'],
    ],
    [
      'who says it, where the speech names no one',
      '“物流成本35元。”[启明科技|Company]副总经理周远说。',
      ['启明科技 物流成本 35元'],
    ],
    [
      'a project in whose name it stands',
      '[年产5万吨正极材料项目|Project]开工。',
      ['年产5万吨正极材料项目 年产正极材料 5万吨'],
    ],
  ])('%s', (_, marked, expected) => {
    expect(said(marked)).toEqual(expected)
  })

  it('reads digits in groups of three, also where the first group is too long', () =>
    expect(quantitiesIn('1234,567元').map((q) => q.value)).toEqual([234567]))

  it('says nothing where no one is spoken of', () => expect(said('去年共有12家企业参加。')).toEqual([]))
})

describe('a text of numbers alone', () => {
  // work that grew with the square of the length would not end within the time that a test has
  it.each([
    ['新增12家,', 60_000, 60_001],
    ['已开工12家、', 20_000, 20_001],
    ['1234567890', 100_000, 1],
    ['12,345', 100_000, 1],
    ['[启明科技|Company]新增12家,', 20_000, 20_001],
    ['作为目前的', 20_000, 1],
    ['截至', 20_000, 1],
  ])('is read to its end: %s', (piece, times, facts) => {
    const scene = sceneOf(linkedOf(`[临江区|Place]${piece.repeat(times)}[启明科技|Company]投资12亿元。`))
    expect(factsOf(scene, [...readingsOf(scene)])).toHaveLength(facts)
  })
})

it.each([
  ['[临江区|Place]累计建成5G基站420处。', ['临江区 5G基站 420处']],
  ['[临江区|Place]增加值高于全市1.7个百分点。', ['临江区 高于全市 1.7个百分点']],
  ['[临江区|Place]开办42户、65名学员到场。', ['临江区 户数 42户', '临江区 学员 65名']],
])('what is measured in %s', (marked, wanted) => expect(said(marked)).toEqual(wanted))
