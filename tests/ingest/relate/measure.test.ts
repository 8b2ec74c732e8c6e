import { describe, expect, it } from 'vitest'
import { measureOf } from '../../../ingest/relate/facts/measure.ts'
import { quantitiesIn } from '../../../ingest/relate/facts/numbers.ts'
import { articleOf } from '../recognize/named.ts'
import { related } from './stated.ts'

/** What each number of a sentence measures. */
const metricsIn = (text: string) => {
  const article = articleOf(text)
  const at = article.text.indexOf(text)
  return quantitiesIn(text).map(({ start, end, unit }) => measureOf(article, at + start, at + end, unit, at))
}

describe('what a number measures', () => {
  it.each([
    // in front of it, behind the words that lead to it
    ['总投资约16亿元。', ['总投资']],
    ['年产能可达10万吨。', ['年产能']],
    ['占地约30亩。', ['占地']],
    ['主营业务收入首次突破36亿元。', ['主营业务收入']],
    ['地区生产总值达到900亿元。', ['地区生产总值']],
    ['网络时延不到3毫秒。', ['网络时延']],
    ['投资却达211亿元。', ['投资']],
    ['企业从40家减到20家。', ['企业', '企业']],
    ['研发周期由120天缩短到60天。', ['研发周期', '研发周期']],
    ['人均可支配收入达到2万元。', ['人均可支配收入']],
    ['同比增长12%。', ['同比增长']],
    ['现有高层次人才70名。', ['高层次人才']],
    ['从开工到投产只花了265天。', ['从开工到投产']],
    ['油气产量从2016年的13万吨增加到2023年的18万吨。', ['油气产量', '油气产量']],
    // a size is part of what is counted
    ['新签约50亿元以上项目20个。', ['金额', '50亿元以上项目']],
    ['新竣工亿元以上项目7个。', ['亿元以上项目']],
    ['其中百亿级3个。', ['百亿级']],
    ['有世界500强企业35家。', ['世界500强企业']],
    // behind it, where things are counted
    ['设8个5万吨级通用泊位。', ['5万吨级通用泊位', '规模']],
    ['聚集了113家科创企业。', ['科创企业']],
    ['有33家入驻企业。', ['入驻企业']],
    ['依托3条直达海边的光纤。', ['光纤']],
    ['建20个安置区。', ['安置区']],
    ['带动1300人就业。', ['就业']],
    ['58条已经完工。', ['数量']],
    ['将新增7个泊位。', ['新增泊位']],
    ['年新增2万吨产能。', ['新增产能']],
    ['年税收将新增3亿元。', ['年税收新增']],
    ['新增3个项目纳入规划。', ['新增项目']],
    ['推进9个老旧片区有机更新。', ['老旧片区有机更新']],
    ['8个产业项目总投资5亿元。', ['产业项目', '产业项目总投资']],
    ['规划建设年产2万吨不锈钢。', ['年产不锈钢']],
    ['学校基本完成8所。', ['数量']],
    ['13条重点道路进行整治。', ['重点道路']],
    ['9个路网项目开工建设。', ['路网项目']],
    ['3万人的回迁工作基本完成。', ['回迁工作']],
    ['有4个医药集中生产基地。', ['医药集中生产基地']],
    ['提前完成投资4亿元。', ['完成投资']],
    ['66个项目中多数投产。', ['项目']],
    ['有24个项目上马。', ['项目']],
    ['建20个安置区687万平方米。', ['安置区', '面积']],
    ['年产5000吨磷酸铁锂。', ['年产磷酸铁锂']],
    // and where the measure itself stands there
    ['接到1.2亿元订单。', ['订单']],
    ['有1080万吨焦炭产能。', ['焦炭产能']],
    // whose size it is says nothing of what is measured
    ['一期项目20万吨。', ['规模']],
    ['装置160万吨/年。', ['产能']],
  ])('%s', (text, metrics) => expect(metricsIn(text)).toEqual(metrics))

  const said = (marked: string) => related(marked).facts.map((f) => `${f.metric} ${f.value}${f.unit}`)

  it('is said once for what is counted again', () =>
    expect(said('[青石新区|Park]建设项目186个,已完工65个。')).toEqual(['建设项目 186个', '建设项目 65个']))

  it('is what grew', () =>
    expect(said('[青石新区|Park]工业产值50亿元,同比增长6%。')).toEqual([
      '工业产值 50亿元',
      '工业产值同比增长 6%',
    ]))

  it('is the cost of what was counted', () =>
    expect(said('[青石新区|Park]民生项目4个、18亿元。')).toEqual(['民生项目 4个', '民生项目投资 18亿元']))

  it('is the cost of them behind a comma, too', () =>
    expect(said('[青石新区|Park]产业发展项目15个，约31亿元。')).toEqual([
      '产业发展项目 15个',
      '产业发展项目投资 31亿元',
    ]))

  it('is no cost where it says how large the next are', () =>
    expect(said('[青石新区|Park]民生项目4个，50亿元以上项目2个。')).not.toContain('民生项目投资 50亿元'))

  it('says of what its kinds are', () =>
    expect(said('[青石新区|Park]签约项目21个，总投资78亿元，其中新能源类2个、百亿级3个。')).toEqual([
      '签约项目 21个',
      '总投资 78亿元',
      '新能源类项目 2个',
      '百亿级项目 3个',
    ]))

  it('goes on through the name of a trade', () =>
    expect(said('[青石项目|Project]年产[光刻胶|Industry]3万吨。')).toEqual(['年产光刻胶 3万吨']))
})
