import { describe, expect, it } from 'vitest'
import { related, statedIn } from './stated.ts'

type Row = [text: string, wanted: string[]]
const table = (name: string, type: string, rows: Row[]) =>
  describe(name, () => {
    it.each(rows)('%s', (text, wanted) => {
      expect(statedIn(text, type)).toEqual([...wanted].sort())
    })
  })

table('where something is', 'LOCATED_IN', [
  ['[绍兴|Place]地处[杭州|Place]、[宁波|Place]之间。', []],
  [
    '[青石产业园|Park]接连有三件事落定:7月12日,[云帆医院|Organization]揭牌。',
    ['云帆医院 LOCATED_IN 青石产业园'],
  ],
  [
    '低空经济起势:[青石产业园|Park]内,[云帆科技|Company]的[数控产线|Project]、[远山股份|Company]的[电机工厂|Project]相继投产。',
    [
      '云帆科技 LOCATED_IN 青石产业园',
      '数控产线 LOCATED_IN 青石产业园',
      '电机工厂 LOCATED_IN 青石产业园',
      '远山股份 LOCATED_IN 青石产业园',
    ],
  ],
  [
    '[青石产业园|Park]三年前动工。[云帆科技|Company]在园区里建了[云帆中心|Project]。',
    ['云帆中心 LOCATED_IN 青石产业园'],
  ],
  ['到了[河口区|Place],[云帆工厂|Project]总投资12亿元。', ['云帆工厂 LOCATED_IN 河口区']],
  // a county in a name says where, the city that all is about does not
  [
    '[合肥市|Place]筹建[肥东锂电工作站|Institute]、[合肥电子研究院|Institute],[肥东|Place]很期待。[合肥市|Place]也是。',
    ['肥东锂电工作站 LOCATED_IN 肥东'],
  ],
  ['[青石园|Park]里,[云帆科技|Company]的车间灯火通明。', ['云帆科技 LOCATED_IN 青石园']],
  [
    '[青石产业园|Park]注册企业30家,其中[云帆科技|Company]、[远山股份|Company]产值过亿元。',
    ['云帆科技 LOCATED_IN 青石产业园', '远山股份 LOCATED_IN 青石产业园'],
  ],
  ['[河口区|Place]新事。[远山研究院|Institute]院士[林远|Person]等齐聚[河口区|Place]。', []],
  ['[青石产业园|Park]位于[河口区|Place]。', ['青石产业园 LOCATED_IN 河口区']],
  [
    '[云帆工厂|Project]落户[河口区|Place][青石街道|Place]。',
    ['云帆工厂 LOCATED_IN 河口区', '云帆工厂 LOCATED_IN 青石街道', '青石街道 LOCATED_IN 河口区'],
  ],
  ['位于[河口区|Place]的[青石产业园|Park]今天开园。', ['青石产业园 LOCATED_IN 河口区']],
  [
    '[河口区|Place]引进[云帆科技|Company]、[远山研究院|Institute]等企业和机构12家。',
    ['云帆科技 LOCATED_IN 河口区', '远山研究院 LOCATED_IN 河口区'],
  ],
  [
    '[青石产业园|Park]里已经住进了[云帆科技|Company]和[远山股份|Company]。',
    ['云帆科技 LOCATED_IN 青石产业园', '远山股份 LOCATED_IN 青石产业园'],
  ],
  [
    '[云帆科技|Company]、[远山股份|Company]等30家企业集聚[青石产业园|Park]。',
    ['云帆科技 LOCATED_IN 青石产业园', '远山股份 LOCATED_IN 青石产业园'],
  ],
  ['在[河口区|Place],[云帆工厂|Project]总投资12亿元。', ['云帆工厂 LOCATED_IN 河口区']],
  ['[青石产业园|Park]今天开园。园区选址[河口区|Place]。', ['青石产业园 LOCATED_IN 河口区']],
  [
    '[青石产业园|Park]一口气挂牌了2个平台:[远山研究院|Institute]、[云帆实验室|Institute]。',
    ['云帆实验室 LOCATED_IN 青石产业园', '远山研究院 LOCATED_IN 青石产业园'],
  ],
  ['[云帆论坛|Event]在[河口市|Place]举行。', ['云帆论坛 LOCATED_IN 河口市']],
  ['[云帆科技|Company]在[河口区|Place]投资建设[云帆工厂|Project]。', ['云帆工厂 LOCATED_IN 河口区']],
  ['[河口市|Place]与[远山市|Place]相距百里。', []],
  ['[云帆科技|Company]引进[数控产线|Project]。', []],
])

table('who builds what', 'DEVELOPS', [
  ['[云帆科技|Company]的[电机工厂|Project]投产。', ['云帆科技 DEVELOPS 电机工厂']],
  [
    '[云帆科技10万吨电机项目|Project]投产,[云帆科技|Company]忙坏了。',
    ['云帆科技 DEVELOPS 云帆科技10万吨电机项目'],
  ],
  [
    '[河口区|Place]与[远山大学|Institute]签约共建[甲研究院|Institute],设立[乙学院|Institute]。',
    ['河口区 DEVELOPS 乙学院', '河口区 DEVELOPS 甲研究院', '远山大学 DEVELOPS 甲研究院'],
  ],
  [
    '[河口区|Place]提速。坚持开放,联动[远山市|Place]推进合作,开工[河口大桥|Project]。[河口区|Place]不等。',
    ['河口区 DEVELOPS 河口大桥'],
  ],
  ['今年赴[远山大学|Institute]招聘28场,新建的[汾阳公寓|Project]提供住房。', []],
  [
    '[河口区|Place]与[远山大学|Institute]联合成立[甲研究院|Institute],与[湖滨学院|Institute]共建[乙学院|Institute]。',
    [
      '河口区 DEVELOPS 甲研究院',
      '河口区 DEVELOPS 乙学院',
      '湖滨学院 DEVELOPS 乙学院',
      '远山大学 DEVELOPS 甲研究院',
    ],
  ],
  ['[河口区|Place]开会。由[云帆科技|Company]发起的基金揭牌。', []],
  ['[云帆工厂|Project]由[云帆科技|Company]投资建设。', ['云帆科技 DEVELOPS 云帆工厂']],
  ['[云帆科技|Company]投资12亿元建设[云帆工厂|Project]。', ['云帆科技 DEVELOPS 云帆工厂']],
  ['[云帆科技|Company]投资12亿元的[云帆工厂|Project]落户[河口区|Place]。', ['云帆科技 DEVELOPS 云帆工厂']],
  [
    '[河口市|Place]与[远山大学|Institute]共建[远山研究院|Institute]。',
    ['河口市 DEVELOPS 远山研究院', '远山大学 DEVELOPS 远山研究院'],
  ],
  [
    '[云帆科技|Company]还与[远山大学|Institute]签订协议,共建[云帆实验室|Institute]。',
    ['云帆科技 DEVELOPS 云帆实验室', '远山大学 DEVELOPS 云帆实验室'],
  ],
  ['[云帆工厂|Project]今天开工。建设单位是[云帆科技|Company]。', ['云帆科技 DEVELOPS 云帆工厂']],
  ['[林远|Person]表示,[河口市|Place]将加快建设[青石产业园|Park]。', ['河口市 DEVELOPS 青石产业园']],
  ['[河口市|Place]召开会议。[林远|Person]带领团队打造[云帆工厂|Project]。', []],
])

table('what someone advances', 'ADVANCES', [
  // by no word that says so: whoever the sentence, or else the article, is about
  ['[河口区|Place]的下一份答卷,题目是[海港大都市|Strategy]。', ['河口区 ADVANCES 海港大都市']],
  [
    '[河口区|Place]提速。[东拓|Strategy]看产业,[河口区|Place]上下一心。[河口区|Place]在前。',
    ['河口区 ADVANCES 东拓'],
  ],
  ['[任城区|Place]内的老城,围绕[古槐路|Place]一线实施[城市更新|Strategy]。', ['任城区 ADVANCES 城市更新']],
  ['[芜湖|Place]将实施[“紫云”人才计划|Strategy]。', ['芜湖 ADVANCES “紫云”人才计划']],
  ['[河口区|Place]以[“人民城市”|Strategy]理念改造老城。', ['河口区 ADVANCES “人民城市”']],
  ['[河口区|Place]服务论坛,把[“两创”|Strategy]的路走实。', ['河口区 ADVANCES “两创”']],
  ['[河口区|Place]开会。区里实施[强园行动|Strategy]。', ['河口区 ADVANCES 强园行动']],
  ['[河口区|Place]深入实施[强链行动|Strategy]。', ['河口区 ADVANCES 强链行动']],
  ['围绕[强链行动|Strategy],[河口区|Place]出台12条措施。', ['河口区 ADVANCES 强链行动']],
  [
    '[河口区|Place]高标准推进[湖滨活力区|Strategy]、[老城商埠区|Strategy]、[数字谷|Strategy][三大战略|Strategy]。',
    [
      '河口区 ADVANCES 三大战略',
      '河口区 ADVANCES 数字谷',
      '河口区 ADVANCES 湖滨活力区',
      '河口区 ADVANCES 老城商埠区',
    ],
  ],
  ['[河口区|Place]把[强链行动|Strategy]作为总抓手。', ['河口区 ADVANCES 强链行动']],
  ['[河口区|Place]今年动作不断。全面落实[强链行动|Strategy]。', ['河口区 ADVANCES 强链行动']],
  ['[滨江隧道|Project]已列入[交通三年计划|Strategy]。', ['滨江隧道 ADVANCES 交通三年计划']],
  ['[青石产业园|Park]是[强链行动|Strategy]的重要载体。', ['青石产业园 ADVANCES 强链行动']],
  ['按照[交通三年计划|Strategy],[河口区|Place]打通12条路。', ['河口区 ADVANCES 交通三年计划']],
  ['[滨江路|Place]围绕[强链行动|Strategy]改了样。', []],
])

table('what someone is at', 'FOCUSES_ON', [
  ['[云帆科技|Company]早年是作坊,如今做的是[增材制造|Industry]。', ['云帆科技 FOCUSES_ON 增材制造']],
  ['[海上风电|Industry]起势,[海上风电导管架基地|Project]投产。', ['海上风电导管架基地 FOCUSES_ON 海上风电']],
  [
    '[青石产业园|Park]聚集了[云帆科技|Company]、[远山股份|Company]等[轨道装备|Industry]企业58家。',
    ['云帆科技 FOCUSES_ON 轨道装备', '远山股份 FOCUSES_ON 轨道装备', '青石产业园 FOCUSES_ON 轨道装备'],
  ],
  [
    '[青石产业园|Park]重点发展[数字经济|Industry]、[生物医药|Industry]。',
    ['青石产业园 FOCUSES_ON 数字经济', '青石产业园 FOCUSES_ON 生物医药'],
  ],
  ['[河口区|Place]的主导产业是[数字经济|Industry]。', ['河口区 FOCUSES_ON 数字经济']],
  ['[锂电|Industry]是[河口区|Place]的“王牌”。', ['河口区 FOCUSES_ON 锂电']],
  [
    '[河口区|Place]以[绿色建材|Industry]、[智能终端|Industry]见长。',
    ['河口区 FOCUSES_ON 智能终端', '河口区 FOCUSES_ON 绿色建材'],
  ],
  ['[河口市|Place][光电产业|Industry]实现产值12亿元。', ['河口市 FOCUSES_ON 光电产业']],
  ['[湖滨生物医药园|Park]今天开园,[生物医药|Industry]企业到场。', ['湖滨生物医药园 FOCUSES_ON 生物医药']],
])

table('who works with whom', 'COOPERATES_WITH', [
  [
    '[河口区|Place]说,由[云帆集团|Company]牵头、联合[远山大学|Institute]组建的[电机联合体|Institute]获批。',
    ['云帆集团 COOPERATES_WITH 远山大学'],
  ],
  ['[河口区|Place]与[远山市|Place]的[白石县|Place]合办市集。', ['河口区 COOPERATES_WITH 白石县']],
  ['[云帆科技|Company]与[远山大学|Institute]签署战略合作协议。', ['云帆科技 COOPERATES_WITH 远山大学']],
  [
    '[河口区|Place]全面提高招商能力,加强与[云帆科技|Company]、[远山股份|Company]的合作。',
    ['河口区 COOPERATES_WITH 云帆科技', '河口区 COOPERATES_WITH 远山股份'],
  ],
  ['由[云帆科技|Company]和[远山股份|Company]共同发起的基金揭牌。', ['云帆科技 COOPERATES_WITH 远山股份']],
  ['[云帆科技|Company]、[远山股份|Company]都来了。', []],
])

table('whose it is', 'AFFILIATED_WITH', [
  ['[云帆科技|Company]旗下的[帆影软件|Company]今天上市。', ['帆影软件 AFFILIATED_WITH 云帆科技']],
  ['[帆影软件|Company]是[云帆科技|Company]的全资子公司。', ['帆影软件 AFFILIATED_WITH 云帆科技']],
  ['[云帆科技|Company]上市。[云帆科技研发基地|Project]开工。', ['云帆科技研发基地 AFFILIATED_WITH 云帆科技']],
  [
    '由[云帆科技|Company]和[远山股份|Company]合资成立的[云山食品|Company]投产。',
    ['云山食品 AFFILIATED_WITH 云帆科技', '云山食品 AFFILIATED_WITH 远山股份'],
  ],
  [
    '[湖滨大学|Institute]到访。[湖滨大学与远山学院联合实验室|Institute]揭牌,[远山学院|Institute]参与。',
    [
      '湖滨大学与远山学院联合实验室 AFFILIATED_WITH 湖滨大学',
      '湖滨大学与远山学院联合实验室 AFFILIATED_WITH 远山学院',
    ],
  ],
])

table('what is part of what', 'PART_OF', [
  ['[青石产业园|Park]扩容,[云谷·青石产业园三期|Project]开工。', ['云谷·青石产业园三期 PART_OF 青石产业园']],
  [
    '[水乡客厅|Project]开建。[甲工程|Project]、[乙工程|Project]两个子项目启动。',
    ['乙工程 PART_OF 水乡客厅', '甲工程 PART_OF 水乡客厅'],
  ],
  ['[青石产业园|Park]扩容,[青石产业园二期|Project]开工。', ['青石产业园二期 PART_OF 青石产业园']],
  [
    '[湖滨战略|Strategy]包括[强链行动|Strategy]、[净水行动|Strategy]。',
    ['净水行动 PART_OF 湖滨战略', '强链行动 PART_OF 湖滨战略'],
  ],
  ['[滨海高铁|Project]全面施工,控制性工程——[青石隧道|Project]掘进过半。', ['青石隧道 PART_OF 滨海高铁']],
])

table('who works for whom', 'WORKS_FOR', [
  [
    '[河口区党工委|Organization]委员、管委会副主任[林远|Person]说,[河口区管委会|Organization]已发文。',
    ['林远 WORKS_FOR 河口区党工委', '林远 WORKS_FOR 河口区管委会'],
  ],
  [
    '[河口市委|Organization]常委、[青石区党工委|Organization]书记[林远|Person]到场。',
    ['林远 WORKS_FOR 河口市委', '林远 WORKS_FOR 青石区党工委'],
  ],
  [
    '[云帆科技|Company]董事长、[远山大学|Institute]教授[林远|Person]说。',
    ['林远 WORKS_FOR 云帆科技', '林远 WORKS_FOR 远山大学'],
  ],
  [
    '[林远|Person]于[远山研究院|Institute]担任[算法中心|Institute]负责人。',
    ['林远 WORKS_FOR 算法中心', '林远 WORKS_FOR 远山研究院'],
  ],
  [
    '代表[云帆科技|Company]到场的,有总裁[林远|Person],还有副总裁[周宁|Person]。',
    ['周宁 WORKS_FOR 云帆科技', '林远 WORKS_FOR 云帆科技'],
  ],
  ['[云帆科技|Company]今天开业,[林远|Person]来了。', []],
])

table('what was won', 'AWARDED', [
  ['[青石产业园|Park]获评[省级示范园区|Honor]。', ['青石产业园 AWARDED 省级示范园区']],
  [
    '[甲平台|Project]、[乙平台|Project]入选[优秀案例|Honor]。',
    ['甲平台 AWARDED 优秀案例', '乙平台 AWARDED 优秀案例'],
  ],
  [
    '[河口区|Place]先后获评“[文明城区|Honor]”“[创新百强区|Honor]”。',
    ['河口区 AWARDED 创新百强区', '河口区 AWARDED 文明城区'],
  ],
  [
    '[湖滨研究会|Organization]发布[创新百强区|Honor]榜单,[河口区|Place]排第三位。',
    ['河口区 AWARDED 创新百强区'],
  ],
])

table('who holds what', 'HOSTS', [
  ['[河口区|Place]举办[云帆论坛|Event]。', ['河口区 HOSTS 云帆论坛']],
  ['由[河口商会|Organization]主办的[云帆论坛|Event]开幕。', ['河口商会 HOSTS 云帆论坛']],
])

table('who is at what', 'PARTICIPATES_IN', [
  ['[云帆论坛|Event]今天举行。[林远|Person]致辞。', ['林远 PARTICIPATES_IN 云帆论坛']],
  ['[云帆论坛|Event]今天举行。[林远|Person]昨天在家。', []],
])

describe('a stated relation', () => {
  it.each([
    ['[河口区|Place]将实施[强链行动|Strategy]。', 'planned'],
    ['[河口区|Place]尚未实施[强链行动|Strategy]。', 'negated'],
    ['[河口区|Place]实施[强链行动|Strategy]。', 'asserted'],
  ])('%s is %s', (text, modality) => {
    expect(related(text).relations.map((r) => r.modality)).toEqual([modality])
  })

  it('names its predicate and keeps every sentence that says it', () => {
    const article = related('[河口区|Place]实施[强链行动|Strategy]。[河口区|Place]推进[强链行动|Strategy]。')
    expect(article.relations.map((r) => [r.sentence, article.text.slice(r.cue!.start, r.cue!.end)])).toEqual([
      [0, '实施'],
      [1, '推进'],
    ])
  })

  it('is found in linear time in a sentence of thousands of names', () => {
    const names = (n: number) =>
      `[河口区|Place]引进${Array.from({ length: n }, (_, i) => `[甲${i}公司|Company]`).join('、')}。`
    expect(related(names(5000)).relations.length).toBeLessThan(2000)
  }, 20_000)
})
