import { expect, test } from 'vitest'
import { withoutOverrun } from '../../../ingest/recognize/overrun.ts'
import type { EntityType } from '../../../model/ontology.ts'

/** The names in 〈…〉 of a text, each read as its type, after the mend. */
function after(marked: string, ...types: EntityType[]): string[] {
  const text = marked.replace(/[〈〉]/g, '')
  let shift = 0
  const read = [...marked.matchAll(/〈([^〉]+)〉/g)].map((m, i) => {
    const start = m.index - shift
    shift += 2
    return {
      start,
      end: start + m[1]!.length,
      type: types[i]!,
      confidence: 0.8,
      rule: 'head:test',
      sentence: 0,
    }
  })
  return withoutOverrun(text, read).map((c) => `${text.slice(c.start, c.end)} ${c.type}`)
}

test('a line between two towns begins with the first of them', () => {
  const line = '〈云江〉〈至青禾高速铁路〉开工。'
  expect(after(line, 'Place', 'Project')).toEqual(['云江 Place', '云江至青禾高速铁路 Project'])
  expect(after('昨日〈至青禾高速铁路〉开工。', 'Project')).toEqual(['至青禾高速铁路 Project'])
})

test.each<[string, EntityType, string[]]>([
  ['入选〈全国乡村产业高质量〉发展“十佳典型”。', 'Honor', ['全国乡村产业高质量发展“十佳典型” Honor']],
  ['出台〈云江乡村高质量〉发展的办法。', 'Strategy', ['云江乡村高质量发展 Strategy']],
  ['园区〈南临青禾水库〉,交通便利。', 'Project', ['青禾水库 Place']],
  ['副局长〈林清〉和说,路修好了。', 'Person', ['林清和 Person']],
  ['副局长〈林清〉和经理走来。', 'Person', ['林清 Person']],
  ['〈南接云江实验室〉。', 'Institute', ['云江实验室 Institute']],
  ['线路〈起于云江大道〉。', 'Place', ['云江大道 Place']],
  ['〈整个南片区工程〉明年完工。', 'Project', ['南片区工程 Project']],
  ['〈待云青高速公路〉建成,两地更近。', 'Project', ['云青高速公路 Project']],
  ['〈待云青高速公路〉的消息。', 'Project', ['待云青高速公路 Project']],
  ['〈以青禾储能项目〉为首的五个项目。', 'Project', ['青禾储能项目 Project']],
  ['〈以旧换新工程〉启动。', 'Project', ['以旧换新工程 Project']],
  ['要〈建国产芯片基地〉。', 'Park', ['国产芯片基地 Park']],
  ['〈建国门大厦〉落成。', 'Project', ['建国门大厦 Project']],
  ['做〈强大健康产业〉。', 'Industry', ['大健康产业 Industry']],
  ['〈列车经云江铁路〉出境。', 'Project', ['云江铁路 Project']],
  ['集团与〈云江合作开发青禾花园城〉;', 'Project', ['青禾花园城 Project']],
  ['把〈青禾科技城打〉造成高地。', 'Park', ['青禾科技城 Park']],
  ['〈云江新城东〉接石桥区。', 'Company', ['云江新城 Company']],
  ['〈云江新城东〉侧的地块。', 'Company', ['云江新城东 Company']],
  ['青禾、云江、〈石桥三镇〉组成片区。', 'Place', ['石桥 Place']],
  ['〈石桥三镇〉组成片区。', 'Place', ['石桥三镇 Place']],
  ['〈数字产业园三期B区〉块开工。', 'Project', ['数字产业园三期B区块 Project']],
  ['〈青禾云脑〉Ⅲ在加紧施工。', 'Project', ['青禾云脑Ⅲ Project']],
  ['实施近40〈项液流电池工程〉。', 'Project', []],
  ['40〈项目孵化工程〉。', 'Project', ['项目孵化工程 Project']],
  ['建起1处省级〈现代产业园〉。', 'Park', []],
  ['建起〈现代产业园〉。', 'Park', ['现代产业园 Park']],
  ['布局〈九大国家级创新中心〉。', 'Institute', []],
  ['〈四大学科研究院〉。', 'Institute', ['四大学科研究院 Institute']],
  ['获评〈全国旅游重点村和全国治理示范村〉。', 'Honor', ['全国旅游重点村 Honor', '全国治理示范村 Honor']],
  ['〈全国文明村和镇〉。', 'Honor', ['全国文明村和镇 Honor']],
  ['入选〈全国百强企业〉榜单。', 'Honor', ['全国百强企业榜单 Honor']],
  ['〈全国百强企业〉榜样。', 'Honor', ['全国百强企业 Honor']],
  ['按照云江区〈“十四五”规划纲要〉,新建学校。', 'Strategy', ['云江区“十四五”规划纲要 Strategy']],
  ['云江区“〈十四五”规划〉提出。', 'Strategy', ['云江区“十四五”规划 Strategy']],
  ['园区参照《〈“十四五”规划〉》。', 'Strategy', ['“十四五”规划 Strategy']],
  ['出了名的〈穷村〉。', 'Place', []],
  ['把〈华东区域总部〉设在这里。', 'Company', []],
])('%s', (marked, type, expected) => {
  expect(after(marked, type)).toEqual(expected)
})

test('what a name is cut to is of the type that it has elsewhere', () => {
  expect(after('〈云江新城〉很大。〈云江新城东〉接石桥。', 'Park', 'Company')).toEqual([
    '云江新城 Park',
    '云江新城 Park',
  ])
})

test('what is counted is named by whose it is', () => {
  expect(after('安排4个〈青禾乳业牧场〉,〈青禾乳业〉。', 'Project', 'Company')).toEqual(['青禾乳业 Company'])
  const text = '安排4个青禾乳业牧场。'
  const c = { start: 4, confidence: 0.8, rule: 'head:test', sentence: 0 }
  const read = withoutOverrun(text, [
    { ...c, end: 8, type: 'Company' },
    { ...c, end: 10, type: 'Project' },
  ])
  expect(read).toHaveLength(2)
})
