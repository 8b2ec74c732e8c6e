import { describe, expect, it } from 'vitest'
import { Form, likenessOf } from '../../../ingest/link/likeness.ts'
import { link } from '../../../ingest/link/link.ts'
import type { EntityType } from '../../../model/ontology.ts'
import { linkedOf } from '../marked.ts'

const KNOWN = new Set(['云江开发区', '启明集团'])

describe('two names in one article', () => {
  it.each<[string, string, EntityType]>([
    ['济南中央活力区', '中央活力区', 'Strategy'],
    ['云江开发区光电产业园', '光电产业园', 'Park'],
    ['云帆智造港产业园区', '云帆智造港', 'Park'],
    ['启衡(合肥)精密仪器股份有限公司', '启衡仪器', 'Company'],
    ['启衡光电(昆山)有限公司', '启衡光电', 'Company'],
    ['国家石油天然气管网集团有限公司', '国家管网集团', 'Company'],
    ['西安交通大学', '西安交大', 'Institute'],
    ['山东大学', '山大', 'Institute'],
    ['中国信息通信研究院', '中国信通院', 'Institute'],
    ['国家超级计算济南中心', '国家超算济南中心', 'Institute'],
    ['国家超级计算无锡中心', '无锡超算', 'Institute'],
    ['市自然资源和规划局', '市自规局', 'Organization'],
    ['济南市政府', '市政府', 'Organization'],
    ['济南市市中区', '市中区', 'Place'],
    ['市中区', '市中', 'Place'],
    ['固安县', '固安', 'Place'],
    ['山西大同大学', '大同大学', 'Institute'],
    ['山东启明软件园', '济南启明软件园', 'Park'],
    ['广州市南沙区', '广州南沙', 'Place'],
    ['内蒙古自治区', '内蒙古', 'Place'],
    ['济南市', '泉城', 'Place'],
    ['城乡融合发展', '城乡融合', 'Strategy'],
    ['能源互联产业', '能源互联', 'Industry'],
    ['能源互联产业链', '能源互联', 'Industry'],
    ['陶瓷业', '陶瓷', 'Industry'],
    ['“224+Y”产业倍增行动', '224+Y', 'Strategy'],
    ['“一江三城”城市发展布局', '“一江三城”', 'Strategy'],
    ['《云江市通道建设三年行动计划(2022—2024)》', '三年行动计划', 'Strategy'],
    ['云山绿色发展示范带', '示范带建设', 'Strategy'],
    ['云口青塘双核联动行动', '双核联动', 'Strategy'],
    ['“云荒滩”新能源基地', '“云荒滩”基地建设', 'Strategy'],
    ['山东转型综改示范区', '综改区', 'Park'],
    ['济南国家高新技术产业开发区', '济南市高新区', 'Park'],
    ['济南经济技术开发区管委会', '济南经开区管委会', 'Organization'],
    ['湖南云江集团', '省云江集团', 'Company'],
    ['济南云江集团', '市云江集团', 'Company'],
    ['云溪湖高新区', '云溪湖', 'Park'],
    ['济南云溪湖高新技术产业开发区', '云溪湖', 'Park'],
    ['云溪口新兴产业园区', '云溪口新兴产业园', 'Park'],
    ['云江市经济和信息化委员会', '云江市经济信息委', 'Organization'],
    ['第十三届云江稀土产业论坛', '论坛', 'Event'],
    ['云钢（集团）公司', '云钢', 'Company'],
    ['中国电子信息产业集团有限公司', '中国电子', 'Company'],
    ['中国国家铁路集团有限公司', '国铁集团', 'Company'],
    ['青石高新区（青石科技城）', '青石高新区', 'Park'],
    ['紧凑型聚变实验装置（QEST）', 'QEST', 'Project'],
    ['青石科学中心一号实验装置（QS-1）', 'QS-1', 'Project'],
  ])('%s and %s are one', (long, short, type) => {
    const likeness = likenessOf(new Form(long, type), new Form(short, type), KNOWN)
    expect(likeness?.score).toBeGreaterThan(0.7)
    expect(likeness?.why).not.toBe('')
  })

  it.each<[string, string, EntityType]>([
    ['云青大湾区国际科技创新中心建设', '云青大湾区', 'Strategy'],
    ['江苏银行苏州分行', '江苏银行', 'Company'],
    ['特变电工沈变公司', '特变电工', 'Company'],
    ['云江港集团', '云江港股份有限公司', 'Company'],
    ['中国农业科学院', '中国科学院', 'Institute'],
    ['河南省农业科学院', '河南省科学院', 'Institute'],
    ['“提升老城、跨江发展”战略', '跨江发展战略', 'Strategy'],
    ['山东自贸区济南片区', '山东自贸区', 'Park'],
    ['齐鲁工业大学(山东省科学院)', '山东省科学院', 'Institute'],
    ['云帆产业园二期', '云帆产业园', 'Project'],
    ['云江市委', '云江高新区党工委', 'Organization'],
    ['“中国制造2025”云江行动纲要', '中国制造2025', 'Strategy'],
    ['云江学院铜产业学院', '云江学院', 'Institute'],
    ['云江新区综合保税区', '云江新区', 'Park'],
    ['“东强、西兴、南优、北拓”空间发展战略', '西兴', 'Strategy'],
    ['“两城三谷”战略', '三谷', 'Strategy'],
    ['“一带五基地”战略', '五基地建设', 'Strategy'],
    ['云江全面融入绿谷一体化行动方案', '绿谷一体化建设', 'Strategy'],
    ['云江园区高质量发展行动', '高质量发展', 'Strategy'],
    ['云江市科学技术委员会', '云江市委', 'Organization'],
    ['“十四五”电力发展规划', '十四五', 'Strategy'],
    ['长清区', '市中区', 'Place'],
    ['长沙县', '长沙', 'Place'],
    ['黄山大街', '兴安大街', 'Place'],
    ['防城港片区', '南宁片区', 'Place'],
    ['防城港片区', '防城港', 'Place'],
    ['青桥片区', '青桥村', 'Place'],
    ['宁波云江科创区北岸片区', '云江科创区', 'Park'],
    ['云江经济开发区兵团分区', '云江经济开发区', 'Park'],
    ['云江经开区兵团分区', '云江经开区', 'Park'],
    ['西部(成都)科学城', '成都科学城', 'Park'],
    ['云帆产业园二期', '云帆产业园', 'Park'],
    ['2号线南延线', '2号线', 'Project'],
    ['青石一中(云江校区)', '青石一中', 'Organization'],
    ['“双中心”核心区', '双中心', 'Strategy'],
    ['启明重工济南卡车股份有限公司', '启明重工', 'Company'],
    ['湖南云江集团', '市云江集团', 'Company'],
    ['长江镇', '长江', 'Place'],
    ['浙江理工大学', '浙江大学', 'Institute'],
    ['桂林电子科技大学', '电子科技大学', 'Institute'],
    ['安庆经济技术开发区', '宁波经济技术开发区', 'Park'],
    ['重庆启明仪器公司', '成都启明仪器公司', 'Company'],
    ['周远', '周远航', 'Person'],
    ['青石长江隧道右线隧道', '青石长江隧道', 'Project'],
    ['沪苏通长江大桥', '苏通大桥', 'Project'],
    ['启明青石乙烯一期项目', '启明青石乙烯项目', 'Project'],
    ['云江电池一至六期项目', '云江电池一期项目', 'Project'],
    ['青云城际铁路（青石段）', '青云城际铁路（云江段）', 'Project'],
    ['青云城际铁路（青石段）', '青云城际铁路', 'Project'],
    ['云江地铁13号线', '3号线', 'Project'],
    ['云江数字经济产业园物联网产业园', '云江数字经济产业园', 'Park'],
    ['江苏省港口集团', '南通港口集团', 'Company'],
    ['中国电子科技集团有限公司', '中国电子', 'Company'],
    ['中国科学院高能物理研究所', '中国科学院物理研究所', 'Institute'],
  ])('%s and %s are two', (long, short, type) =>
    expect(likenessOf(new Form(long, type), new Form(short, type), KNOWN)).toBeNull(),
  )
})

describe('the links of an article', () => {
  const namesOf = (marked: string) => link(linkedOf(marked)).entities.map((e) => e.aliases.join(' = '))

  it('follow what the text defines', () =>
    expect(namesOf('[启衡精密仪器公司|Company](以下简称“[启衡|Company]”)投产。')).toEqual([
      '启衡 = 启衡精密仪器公司',
    ]))

  it('take the one named last where a short form fits two', () =>
    expect(namesOf('[云江未来科技城|Park]开园,[临水国际科技城|Park]封顶,[科技城|Park]占地千亩。')).toEqual([
      '云江未来科技城',
      '临水国际科技城 = 科技城',
    ]))

  it('are left open, with their reason, where two are as likely', () => {
    const { entities } = link(
      linkedOf('[启明智能科技有限公司|Company]和[启明智慧能源有限公司|Company]落户,[启明智|Company]投产。'),
    )
    expect(entities).toHaveLength(3)
    expect(entities[2]!.reasons).toEqual([
      '启明智 未合并:启明智能科技有限公司、启明智慧能源有限公司 都有可能(简称 0.8)',
    ])
  })

  it('say why', () => {
    const { entities } = link(linkedOf('[西安交通大学|Institute]签约,[西安交大|Institute]揭牌。'))
    expect(entities.map((e) => e.reasons)).toEqual([['西安交大 → 西安交通大学(缩写)']])
  })

  // each with each would not end within the time that a test has
  it('are found among ten thousands of names', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `第${i}号科技园`)
    const article = linkedOf(names.map((name) => `[${name}|Park]`).join('、'))
    expect(link(article).entities.map((e) => e.name)).toEqual(names)
  })
})
