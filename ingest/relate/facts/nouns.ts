/** Nouns that stand for what has a name: 该项目, 园区. */
import type { EntityType } from '../../../model/ontology.ts'

/** What a noun without a name may stand for. */
const NOUNS: readonly [RegExp, readonly EntityType[]][] = [
  [/企业|公司|集团|厂家|这家/u, ['Company']],
  [
    /项目|工程|线路|大桥|隧道|[这该]条|[一二三四]期|铁路|全线|主线|正线|船闸|航道|机场|产线|生产线|工厂|港区|泊位/u,
    ['Project'],
  ],
  [/园区|园内|园里|片区|开发区|高新区|经开区|新区|产业园|基地|科学城|孵化器|入园|开园/u, ['Park', 'Place']],
  [/研究院|实验室|院长|中心|学院|大学|学校|校区|研究所|装置|科研人员|课题/u, ['Institute', 'Project']],
  [/基金/u, ['Organization']],
  [/[全我该][区市县省镇州村旗]|辖区|区里|市里|县里|镇里|村里|街道/u, ['Place']],
  [/大会|峰会|论坛|展会|博览会|活动|推介会|仪式|签约|参展/u, ['Event']],
  [/方案|规划|计划|意见|措施|办法|条例|政策|行动/u, ['Strategy']],
  [/产业|产值|产业链|行业/u, ['Industry']],
]

/** The last such noun in some words: its place in NOUNS, or -1. */
export function nounIn(words: string): { kind: number; word: string } {
  let [kind, word, at] = [-1, '', -1]
  NOUNS.forEach(([pattern], i) => {
    const found = pattern.exec(words)
    if (found && found.index > at) [kind, word, at] = [i, found[0], found.index]
  })
  return { kind, word }
}

/** Whether a noun may stand for an entity of a type: 1 it may, 2 it may not, 0 no noun. */
export const fitOf = (noun: number, type: EntityType): number =>
  noun < 0 ? 0 : NOUNS[noun]![1].includes(type) ? 1 : 2
