import { describe, expect, it } from 'vitest'
import { named } from './named.ts'

/** For each class of rules sentences with all that they name, and ones where the rule must keep still. */
const CLASSES: Record<string, readonly (readonly [string, readonly string[]])[]> = {
  'the left edge': [
    ['加快建设南通通州湾科创城。', ['南通通州湾科创城:Park']],
    ['依托绍兴未来材料研究院攻关。', ['绍兴未来材料研究院:Institute']],
    ['泉州市加快推进泉港石化工业园区建设。', ['泉州市:Place', '泉港石化工业园区:Park']],
    ['科研人员走进宜宾动力电池产业研究院。', ['宜宾动力电池产业研究院:Institute']],
    ['市里成立了专班。', []],
  ],
  'verbs before a name': [
    ['依托云岭科创走廊建设青石信息产业园。', ['云岭科创走廊:Park', '青石信息产业园:Park']],
    ['园区创设国家(泉港)储氢中心。', ['国家(泉港)储氢中心:Institute']],
    ['先说青茨小镇。', ['青茨小镇:Park']],
    ['由青禾城市建设集团有限公司承建。', ['青禾城市建设集团有限公司:Company']],
  ],
  'from one place to another': [
    ['南平至三明高速公路改扩建工程开工。', ['南平至三明高速公路改扩建工程:Project']],
    ['加快浦梅高铁建宁至冠豸山段建设。', ['浦梅高铁建宁至冠豸山段:Project', '浦梅高铁:Project']],
  ],
  'works told by their stage, money or owner': [
    ['凌岳科技的车规级功率模块项目开工。', ['凌岳科技:Company', '车规级功率模块项目:Project']],
    ['总投资3亿元的高温合金叶片生产线投产。', ['高温合金叶片生产线:Project']],
    ['一批重点项目开工,新项目不断落地。', []],
  ],
  goals: [
    ['加快建设国家区域中心城市。', ['国家区域中心城市:Strategy']],
    ['提出打造世界一流石墨烯创新高地。', ['世界一流石墨烯创新高地:Strategy']],
    ['推进闽赣协作,产业立区、开放兴区。', ['闽赣协作:Strategy', '产业立区:Strategy', '开放兴区:Strategy']],
    [
      '东拓、西跨、南联、北延:城市长大了。',
      ['东拓:Strategy', '西跨:Strategy', '南联:Strategy', '北延:Strategy'],
    ],
    ['城市更美了,高地上风大,目的地到了。', []],
  ],
  'joined parts': [
    ['赣州稀土与永磁材料产业技术研究院揭牌。', ['赣州稀土与永磁材料产业技术研究院:Institute']],
    ['扬州大学和南通大学签约。', ['扬州大学:Institute', '南通大学:Institute']],
  ],
  owners: [
    ['扬州大学滨江科技园开园。', ['扬州大学滨江科技园:Park', '扬州大学:Institute']],
    ['扬州大学国家大学科技园开园。', ['扬州大学国家大学科技园:Park', '扬州大学:Institute']],
    ['中国石化镇海分公司扩产。', ['中国石化镇海分公司:Company', '中国石化:Company']],
    ['浪潮集团有限公司成立。', ['浪潮集团有限公司:Company']],
  ],
  phases: [
    ['柳东产业园二期今年投产。', ['柳东产业园二期:Project', '柳东产业园:Park']],
    ['沪苏嘉城际铁路嘉善段开工。', ['沪苏嘉城际铁路嘉善段:Project', '沪苏嘉城际铁路:Project']],
  ],
  brackets: [['华东师范大学(重庆)设在北碚。', ['华东师范大学(重庆):Institute', '北碚:Place']]],
  divisions: [
    ['温州市瓯海区仙岩街道举行活动。', ['温州市瓯海区:Place', '温州市:Place', '仙岩街道:Place']],
    ['福建省泉州市', ['福建省:Place', '泉州市:Place']],
    ['晋江市很热闹,晋江人爱拼。', ['晋江市:Place']],
    ['104国道和G15沈海高速相交。', ['104国道:Place', 'G15沈海高速:Place']],
    ['条条大路通向致富路,处处是新农村。', []],
  ],
  'places and what lies in them': [
    ['台江区青霞历史文化街区很热闹。', ['台江区:Place', '青霞历史文化街区:Place']],
    ['范围东至华青路,西至青石路。', ['华青路:Place', '青石路:Place']],
    ['新建的宜宾青岭机场主体封顶。', ['宜宾青岭机场:Project']],
    ['“双湖争辉”的故事,天门遗址的传说。', ['天门:Place']],
  ],
  'what a work makes and its owner': [
    [
      '京东方物联网显示器件青岛生产基地项目开工。',
      ['京东方物联网显示器件青岛生产基地项目:Project', '京东方:Company'],
    ],
    ['青拓集团的高端不锈钢精密冷轧项目投产。', ['青拓集团:Company', '高端不锈钢精密冷轧项目:Project']],
    ['云岭机场三期改扩建工程开工。', ['云岭机场三期改扩建工程:Project']],
  ],
  bodies: [
    ['市自然资源和规划局、市商务局发文。', ['市自然资源和规划局:Organization', '市商务局:Organization']],
    [
      '绍兴市委常委、绍兴高新区管委会主任出席。',
      ['绍兴市委:Organization', '绍兴高新区管委会:Organization', '绍兴高新区:Park'],
    ],
    ['各级发展改革局要负责。', []],
  ],
  'short company names': [
    ['引进凌岳科技、华澜光电。', ['凌岳科技:Company', '华澜光电:Company']],
    ['普及农业科技,传播文化健康知识。', []],
    ['三块石头落了地,日子像长虹一样美。', []],
  ],
  'full company names': [
    ['昆明联合飞行科技有限公司成立。', ['昆明联合飞行科技有限公司:Company']],
    ['由青禾食品有限公司承建。', ['青禾食品有限公司:Company']],
  ],
  sectors: [
    ['聚焦数字经济、现代金融。', ['数字经济:Industry', '现代金融:Industry']],
    ['培育邮轮经济、绿色纺织、特种装备。', ['邮轮经济:Industry', '绿色纺织:Industry', '特种装备:Industry']],
    [
      '主攻医药与健康、电力设备与电力电子、新材料。',
      ['医药与健康:Industry', '电力设备与电力电子:Industry', '新材料:Industry'],
    ],
    ['推动国民经济发展。', []],
  ],
  lists: [
    ['云坪、石坳、柳湾等6个安置项目完工。', ['云坪:Project', '石坳:Project', '柳湾:Project']],
    ['青禾、柳坪等片区完成征收。', ['青禾:Place', '柳坪:Place']],
    ['品质、环境等方面都好。', []],
  ],
  quotes: [
    ['融入“南联、北拓、西优”发展格局。', ['南联:Strategy', '北拓:Strategy', '西优:Strategy']],
    ['深化“拿证即开业”改革。', ['“拿证即开业”改革:Strategy']],
    ['推行“3+5+N”产业培育体系。', ['“3+5+N”产业培育体系:Strategy']],
    ['“南进”方向,按照“一核两翼多点”布下棋子。', ['南进:Strategy', '一核两翼多点:Strategy']],
    ['推行“链长+链主”,围绕“五大振兴”下功夫。', ['链长+链主:Strategy', '五大振兴:Strategy']],
    ['南湖区“文旅强区”战略见效。', ['南湖区:Place', '“文旅强区”战略:Strategy']],
    ['架起“连心桥”,送上“大礼包”。', []],
    [
      '出台《泰州市大健康产业三年行动计划(2023—2025年)》。',
      ['《泰州市大健康产业三年行动计划(2023—2025年)》:Strategy'],
    ],
    ['读了《春天的故事》。', []],
  ],
  'strategic zones': [
    [
      '推进滨江活力区、古城商埠区、云岭示范区三大战略。',
      ['滨江活力区:Strategy', '古城商埠区:Strategy', '云岭示范区:Strategy'],
    ],
  ],
  buildings: [
    ['万科云帆创新中心主体封顶。', ['万科云帆创新中心:Project', '万科:Company']],
    ['总投资30亿元的华章云境等一批项目加快建设。', ['华章云境:Project']],
  ],
  works: [['宁德时代宜春生产基地投产。', ['宁德时代宜春生产基地:Project', '宁德时代:Company']]],
  events: [
    ['第十二届中国(泰州)国际医药博览会开幕。', ['第十二届中国(泰州)国际医药博览会:Event']],
    ['省委十四届六次全会召开。', ['省委十四届六次全会:Event']],
    ['衢州市2024年第一季度重大项目集中开工仪式举行。', ['衢州市2024年第一季度重大项目集中开工仪式:Event']],
    ['开了个会。', []],
  ],
  honours: [
    ['获评“中国工业百强县”。', ['中国工业百强县:Honor']],
    ['入选国家级文化产业示范园区名单。', ['国家级文化产业示范园区:Honor']],
    ['获得了群众的好评。', []],
  ],
  people: [
    ['副区长王建国表示,工作正在推进。', ['王建国:Person']],
    ['镇里的技术员陈国强来了。', ['陈国强:Person']],
    ['区长和大家都有说法。', []],
  ],
}

describe.each(Object.entries(CLASSES))('%s', (_, rows) => {
  it.each(rows)('%s', (text, expected) => {
    expect(named(text).sort()).toEqual([...expected].sort())
  })
})
