import { describe, expect, it } from 'vitest'
import { lexicon } from '../../../ingest/lexicon/lexicon.ts'
import type { Candidate } from '../../../ingest/recognize/candidate.ts'
import { mended } from '../../../ingest/recognize/mend.ts'
import type { EntityType } from '../../../model/ontology.ts'

/** 〔name:Type〕 marks what was chosen; what is left of it comes back as `name:Type`. */
function mendedIn(marked: string): string[] {
  let text = ''
  const candidates: Candidate[] = []
  for (const part of marked.split(/(〔[^〕]+〕)/)) {
    const m = /^〔(.+):(\w+)〕$/.exec(part)
    if (m)
      candidates.push({
        start: text.length,
        end: text.length + m[1]!.length,
        type: m[2] as EntityType,
        confidence: 0.8,
        rule: 'learned',
      })
    text += m ? m[1]! : part
  }
  return mended(text, candidates, lexicon()).map((c) => `${text.slice(c.start, c.end)}:${c.type}`)
}

describe('names of an article, mended', () => {
  it.each([
    [
      'begin where another one does',
      '〔青石桥:Place〕热闹,修好青〔石桥老街:Place〕。',
      ['青石桥:Place', '青石桥老街:Place'],
    ],
    [
      'are a plan for ways, and one of them',
      '〔“六纵六横”高铁主通道云江高铁:Project〕,〔五纵三横公路网:Project〕,〔一横两纵主干路网:Project〕。',
      [
        '“六纵六横”高铁主通道:Strategy',
        '云江高铁:Project',
        '五纵三横公路网:Strategy',
        '一横两纵主干路网:Project',
      ],
    ],
    [
      'begin behind what is made of them',
      '〔构筑云江科创走廊:Strategy〕,〔借势云江大走廊:Strategy〕。',
      ['云江科创走廊:Strategy', '云江大走廊:Strategy'],
    ],
    [
      'begin behind what is said before them',
      '〔督导青禾改造工程:Project〕,〔再访云江生物技术公司:Company〕,担起〔壮大激光装备创新共同体:Institute〕,〔正向国家高新区:Park〕迈进。',
      ['青禾改造工程:Project', '云江生物技术公司:Company', '激光装备创新共同体:Institute', '国家高新区:Park'],
    ],
    [
      'begin behind what they are left out by, or since when they are',
      '〔除科创馆:Project〕、公寓外,还建路。〔自青禾示范带:Project〕建成,游客来了。〔除险加固工程:Project〕开工。',
      ['科创馆:Project', '青禾示范带:Project', '除险加固工程:Project'],
    ],
    [
      'end before what is said of them',
      '〔青石老铁路也将分段改造:Project〕,把创建〔云江革新示范区当作战略工程:Strategy〕,〔云江激光谷则:Park〕承担任务,〔国家安全管理准则:Strategy〕。',
      ['青石老铁路:Project', '云江革新示范区:Strategy', '云江激光谷:Park', '国家安全管理准则:Strategy'],
    ],
    [
      'are the title or the quote alone',
      '〔国家《青禾路网规划》:Strategy〕,为〔兴“青禾重地”:Strategy〕,〔共创能源革命先导区:Strategy〕。',
      ['《青禾路网规划》:Strategy', '“青禾重地”:Strategy', '能源革命先导区:Strategy'],
    ],
    [
      'are none where they say of what sort a thing is',
      '唯一的〔实体性新区:Park〕,〔高端汽车:Company〕轻量化项目,〔全国新能源:Company〕电池基地,〔高端装备集团:Company〕。',
      ['高端装备集团:Company'],
    ],
    [
      'begin where the same name does that has the country in front',
      '〔中国青石聚变源:Project〕已建成,离青〔石聚变源:Project〕不远,还有新〔石聚变源:Project〕。',
      ['中国青石聚变源:Project', '青石聚变源:Project', '石聚变源:Project'],
    ],
    [
      'are none where they say how much a day or which ring of roads',
      '〔日产:Company〕25万支电池,〔日产:Company〕公司到场,建成二环、〔三环:Company〕,〔三环:Company〕集团投产。',
      ['日产:Company', '三环:Company'],
    ],
    [
      'are houses, and no firms',
      '〔启明云江单身公寓:Company〕建成,〔启明公寓管理公司:Company〕入驻。',
      ['启明云江单身公寓:Project', '启明公寓管理公司:Company'],
    ],
    ['leave a deputy his title', '〔云江市商务局副:Organization〕局长到场。', ['云江市商务局:Organization']],
    [
      'begin behind how one gets there',
      '跑北京、〔下广州:Place〕,到〔下沙:Place〕。',
      ['广州:Place', '下沙:Place'],
    ],
    [
      'begin behind what is done to them',
      '城东区要〔建云天广场:Project〕,新〔建材城二期:Project〕完工。',
      ['云天广场:Project', '建材城二期:Project'],
    ],
    [
      'begin behind who does what with them',
      '〔青岛建设国家海洋科学城:Park〕,〔辽宁吹响振兴新突破:Strategy〕。',
      ['国家海洋科学城:Park', '振兴新突破:Strategy'],
    ],
    [
      'begin behind what they border on, and behind which of them',
      '项目〔南接云江实验室:Institute〕,共建〔这座科创城:Park〕。',
      ['云江实验室:Institute', '科创城:Park'],
    ],
    [
      'begin behind a place that only the article knows, but for a rulebook',
      '〔岚溪:Place〕热闹,〔岚溪建设科创高地:Strategy〕,印发〔岚溪建设科创高地行动方案:Strategy〕。',
      ['岚溪:Place', '科创高地:Strategy', '岚溪建设科创高地行动方案:Strategy'],
    ],
    [
      'begin behind what the place before them does',
      '赋予〔岚溪:Place〕〔建设科创高地:Strategy〕的定位,〔建设幸福家园:Strategy〕。',
      ['岚溪:Place', '科创高地:Strategy', '建设幸福家园:Strategy'],
    ],
    [
      'are as many as stand in quotes of their own',
      '开展“〔归燕工程”“雏燕工程:Strategy〕”,印发〔“三新”“三量”要求:Strategy〕。',
      ['“归燕工程”:Strategy', '“雏燕工程”:Strategy', '“三新”“三量”要求:Strategy'],
    ],
    [
      'leave the last of a list what the list is called',
      '〔新材料:Industry〕、〔绿色建材“六大链条”提升工程:Strategy〕,生物科技、〔新型建材“两大产业”工程:Strategy〕,〔枸杞产业“六大工程”:Strategy〕。',
      [
        '新材料:Industry',
        '绿色建材:Industry',
        '“六大链条”提升工程:Strategy',
        '新型建材:Industry',
        '“两大产业”工程:Strategy',
        '枸杞产业“六大工程”:Strategy',
      ],
    ],
    [
      'are a catchword and what it stands for, what is taken as something, and what carries out what',
      '〔“一廊”指云江科创走廊:Strategy〕,把〔“三茶”统筹作为发展战略:Strategy〕,以〔老城焕新计划推进街巷更新行动:Strategy〕。',
      [
        '“一廊”:Strategy',
        '云江科创走廊:Park',
        '“三茶”统筹:Strategy',
        '老城焕新计划:Strategy',
        '街巷更新行动:Strategy',
      ],
    ],
    [
      'are one where 指 and 作为 belong to other words',
      '〔“云药通”指定机构计划:Strategy〕,〔走在前、勇争先、善作为:Strategy〕。',
      ['“云药通”指定机构计划:Strategy', '走在前、勇争先、善作为:Strategy'],
    ],
    [
      'begin with how far they shall reach',
      '打造世界级〔茶叶之都:Strategy〕、具有全国影响力的〔创新高地:Strategy〕,世界级“〔茶谷:Strategy〕”。',
      ['世界级茶叶之都:Strategy', '具有全国影响力的创新高地:Strategy', '茶谷:Strategy'],
    ],
    [
      'are honours where they rank',
      '发布〔《园区百强榜(2022)》:Strategy〕,推行〔“红黑榜”:Strategy〕。',
      ['《园区百强榜(2022)》:Honor', '“红黑榜”:Strategy'],
    ],
    [
      'begin behind what is done for them',
      '〔培育能源系统:Industry〕,做〔培育钻石:Industry〕。',
      ['能源系统:Industry', '培育钻石:Industry'],
    ],
    [
      'begin behind a part and what it has',
      '〔东岛布局再生医学产业园:Park〕,〔青岛建设滨海新区医院:Organization〕,〔江苏建设职业学院:Institute〕。',
      ['再生医学产业园:Park', '滨海新区医院:Organization', '江苏建设职业学院:Institute'],
    ],
    [
      'begin behind what leads to them',
      '〔光是青石产业园:Park〕,〔北靠云江科技城:Park〕,〔优先发展能源电子:Industry〕,〔东起:Company〕。',
      ['青石产业园:Park', '云江科技城:Park', '能源电子:Industry', '东起:Company'],
    ],
    [
      'begin behind what leads to them, whatever else was read there',
      '〔光是青石产业园:Park〕投产,〔光是青石:Company〕投资。',
      ['青石产业园:Park', '青石:Company'],
    ],
    [
      'begin behind the word that says where somebody is',
      '〔云谷地处青石科创带:Strategy〕,〔大数据如今已是云江新区:Park〕的招牌,业态〔分属旅游业:Industry〕。',
      ['青石科创带:Strategy', '云江新区:Park', '旅游业:Industry'],
    ],
    [
      'begin behind the clause that leads to them',
      '示范段〔叫北河廊道项目:Project〕,〔云江建设承建的数据基地:Project〕,〔东盟呼叫中心:Project〕。',
      ['北河廊道项目:Project', '数据基地:Project', '东盟呼叫中心:Project'],
    ],
    [
      'begin behind what one does on the way to them',
      '〔经青石产业园:Park〕到〔经开区:Park〕,〔首期工程金石时尚产业园:Project〕,〔毗邻云江新区:Park〕,〔作为国家级云江新区:Park〕。',
      ['青石产业园:Park', '经开区:Park', '金石时尚产业园:Project', '云江新区:Park', '国家级云江新区:Park'],
    ],
    [
      'are no number of things and no rank',
      '是〔一项城市战略:Strategy〕,〔三种经营模式:Strategy〕,〔4栋算力中心:Project〕,〔国际一流:Company〕枢纽。',
      [],
    ],
    ['end before all that lies in them', '〔青石全市:Place〕投产。', ['青石:Place']],
    [
      'go on to what they are called',
      '形成〔一港双城战略:Strategy〕布局,做好〔云江战略:Strategy〕布局工作。',
      ['一港双城战略布局:Strategy', '云江战略:Strategy'],
    ],
    ['do not run from one quote into another', '主攻“〔四新”主攻“四化:Strategy〕”。', []],
    ['are not just any work', '〔新区项目:Project〕和〔新厂房:Project〕开工。', []],
    ['are no kind of zone by itself', '〔新区:Park〕在建。', []],
    [
      'are a kind of zone where one of it is named',
      '〔云江新区:Park〕在建,〔新区:Park〕热闹。',
      ['云江新区:Park', '新区:Park'],
    ],
    ['are no count of stages', '工厂分〔三期:Project〕建设。', []],
    ['are no half of a sentence', '〔既修水渠项目:Project〕,又种树。', []],
    ['are no ground of any town', '〔老城区:Place〕和〔青石区:Place〕相连。', ['青石区:Place']],
    [
      'of a zone that is a strategy need no 项目',
      '〔滨江活力带:Strategy〕提速,〔滨江活力带项目:Strategy〕拆迁过半。',
      ['滨江活力带:Strategy', '滨江活力带:Strategy'],
    ],
    [
      'by which something is called honour it',
      '这条路得了〔“最美山路”:Strategy〕的名号。',
      ['“最美山路”:Honor'],
    ],
    [
      'that are listed side by side are alike',
      '分为〔北部文旅区:Strategy〕、〔中部产业区:Place〕和〔南部生态区:Place〕。',
      ['北部文旅区:Place', '中部产业区:Place', '南部生态区:Place'],
    ],
    [
      'that two of a list bear decide nothing',
      '分为〔北部文旅区:Strategy〕和〔南部生态区:Place〕。',
      ['北部文旅区:Strategy', '南部生态区:Place'],
    ],
  ])('%s', (_, marked, wanted) => expect(mendedIn(marked)).toEqual(wanted))
})

it.each<[string, string[]]>([
  // what a system is made for belongs to its name
  ['构建〔“1+5+N”大:Strategy〕综治体系。', ['“1+5+N”大综治体系:Strategy']],
  ['构建〔“1+5+N”大格局:Strategy〕,建成网络。', ['“1+5+N”大格局:Strategy']],
  // two side by side are two, unless both have it
  ['〔云江科创园和青石物流园:Park〕开园。', ['云江科创园:Park', '青石物流园:Park']],
  ['〔云江大学与青石研究所联合实验室:Institute〕揭牌。', ['云江大学与青石研究所联合实验室:Institute']],
  // what it is going to do does not
  ['〔青禾市拟:Company〕在园区建设中心。', ['青禾市:Place']],
  ['〔启明集团将:Company〕建设中心。', ['启明集团:Company']],
])('%s', (marked, expected) => {
  expect(mendedIn(marked)).toEqual(expected)
})
