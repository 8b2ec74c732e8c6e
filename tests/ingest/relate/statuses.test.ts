import { describe, expect, it } from 'vitest'
import { related } from './stated.ts'

const stages = (marked: string) => {
  const article = related(marked)
  return article.statuses.map((s) =>
    `${article.entities[s.subject]!.name} ${s.status} ${s.date ?? ''}`.trim(),
  )
}

describe('the stage of a project, by the rules', () => {
  it('goes by the last year that the text looks back on, where it does not say when it was published', () => {
    const text =
      '[江北大桥|Project]2018年开工。[江南隧道|Project]2021年通车。[云帆机场|Project]预计2031年通航。'
    expect(stages(text)).toContain('江南隧道 in_operation 2021年')
    expect(stages(text).join()).not.toMatch(/云帆机场 in_operation/)
  })

  it.each([
    ['[江北大桥|Project]5月12日正式通车。', ['江北大桥 in_operation 5月12日']],
    ['[云帆大厦|Project]、[远航大厦|Project]主体封顶。', ['云帆大厦 topped_out', '远航大厦 topped_out']],
    ['[临江区|Place]正加快建设[云帆产业园|Park]。', ['云帆产业园 under_construction']],
    ['[江北大桥|Project]去年6月签约、8月开工。', ['江北大桥 signed 去年6月', '江北大桥 started 8月']],
    [
      '今年新落地[甲光科技|Company]、[乙芯科技|Company]等企业。',
      ['甲光科技 landed 今年', '乙芯科技 landed 今年'],
    ],
    ['[智能车灯基地|Project]落户[南岗科技园|Park]。', ['智能车灯基地 landed']],
    ['[云帆产业园|Park]将于明年建成投用。', ['云帆产业园 planned 明年']],
    ['[零碳计划展示中心|Project]投入使用。', ['零碳计划展示中心 in_operation']],
    ['[江北大桥|Project]竣工通车。', ['江北大桥 in_operation']],
    // which side of the word it stands on, also in lists and behind 的
    [
      '[临江区|Place]先后引进[甲光科技|Company]、[云帆传感器基地|Project]等项目47个。',
      ['甲光科技 landed', '云帆传感器基地 landed'],
    ],
    ['首批落户的有[甲光科技|Company],以及[乙芯研究院|Institute]。', ['甲光科技 landed', '乙芯研究院 landed']],
    ['[云帆产业园|Park]已入驻[甲光学院|Institute]等3所院校。', ['甲光学院 landed']],
    ['2022年揭牌的[远航研究院|Institute]人气很旺。', ['远航研究院 in_operation 2022年']],
    [
      '[江北大桥|Project]、[江南隧道|Project]两个在建项目提速。',
      ['江北大桥 under_construction', '江南隧道 under_construction'],
    ],
    [
      '加快[江北大桥|Project]、[江南隧道|Project]建设。',
      ['江北大桥 under_construction', '江南隧道 under_construction'],
    ],
    [
      '园区挂牌了2个平台:[甲光实验室|Institute]、[乙芯中心|Institute]。',
      ['甲光实验室 in_operation', '乙芯中心 in_operation'],
    ],
    // what an earlier clause speaks of or sets up
    ['[云帆产业园|Park]占地68亩,去年3月开工。', ['云帆产业园 started 去年3月']],
    ['[江北大桥|Project]全长2公里。这座大桥今年封顶。', ['江北大桥 topped_out 今年']],
    // what is to come: the plan itself, and what nothing nearer is said of
    ['[临江区|Place]将以新城为主阵地,规划建设36平方公里的[云帆产业园|Park]。', ['云帆产业园 planned']],
    ['[临江区|Place]正组建10亿元[远航产业基金|Organization]。', ['远航产业基金 planned']],
    ['[江北大桥|Project]进入设备安装阶段,将于二季度通车。', ['江北大桥 under_construction']],
    ['新引进的[云帆传感器基地|Project]正加紧装修。', ['云帆传感器基地 under_construction']],
    [
      '报告提出,2024年要提速。推动[江北大桥|Project]开工,[云帆产业园|Park]建成投用。',
      ['江北大桥 planned', '云帆产业园 planned'],
    ],
    [
      '[江北大桥|Project]前期工作已启动,[江南隧道|Project]完成可研评审。',
      ['江北大桥 planned', '江南隧道 planned'],
    ],
    [
      '[江南隧道|Project]盾构掘进过半,[云帆产线|Project]日前投料试车。',
      ['江南隧道 under_construction', '云帆产线 in_operation 日前'],
    ],
    [
      '[云帆产业园|Park]已签约[甲光基地|Project]、[乙芯产线|Project]等项目38个。',
      ['甲光基地 signed', '乙芯产线 signed'],
    ],
    // what many projects are begun or signed for at once
    [
      '临江28个项目集中开工\n今天,[临江区|Place]28个项目集中开工。其中,[甲光基地|Project]总投资95亿元。[远山大桥|Project]很美。',
      ['甲光基地 started'],
    ],
    // none: others that are counted
    ['[云帆产业园|Park]入驻科技企业312家。', []],
    // none: a listing, an agreement, another’s deeds
    ['[甲光科技|Company]在科创板挂牌上市。', []],
    ['[云帆产业园|Park]与[乙芯研究院|Institute]签署合作协议。', []],
    ['[江北大桥|Project]旁的[云帆产业园|Park]内,部门忙着为企业开工。', []],
    // none: what will follow, what it shall become, teams and ceremonies
    ['[江北大桥|Project]建成后将缩短车程。', []],
    ['[临江新区|Park]要把自己建成世界一流新区。', []],
    ['[江北大桥|Project]施工队进场。', []],
    ['[临江新区|Park]26个项目集中签约。', []],
    ['[临江新区|Park]启动实施人才改革,开工建设24所学校。', []],
  ])('%s', (marked, expected) => expect(stages(marked)).toEqual(expected))
})
