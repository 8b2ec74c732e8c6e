/** Lists that go together one by one, branches, and who holds something together. */
import { expect, it } from 'vitest'
import { relatedAsLearned } from './stated.ts'

const said = (text: string, type: string) => {
  const { relations, entities } = relatedAsLearned(text)
  const lines = relations.filter((r) => r.type === type)
  return [...new Set(lines.map((r) => `${entities[r.head]!.name} ${entities[r.tail]!.name}`))].sort()
}

it.each([
  [
    '[启明集团|Company]、[星沐科技|Company]分别落户[临湖科创园|Park]、[河东物流园|Park]。',
    'LOCATED_IN',
    ['启明集团 临湖科创园', '星沐科技 河东物流园'],
  ],
  [
    '[启明集团|Company]、[星沐科技|Company]、[华越机器人|Company]分别获评[国家级绿色工厂|Honor]、[省级绿色工厂|Honor]、[省级数字化车间|Honor]。',
    'AWARDED',
    ['华越机器人 省级数字化车间', '启明集团 国家级绿色工厂', '星沐科技 省级绿色工厂'],
  ],
  // one place for both
  [
    '[启明集团|Company]、[星沐科技|Company]分别落户[临湖科创园|Park]。',
    'LOCATED_IN',
    ['启明集团 临湖科创园', '星沐科技 临湖科创园'],
  ],
  // what one word says of each of a list
  [
    '[蓝禾集团|Company]先后荣获[国家级绿色工厂|Honor]、[全国五一劳动奖状|Honor]、[省长质量奖|Honor]。',
    'AWARDED',
    ['蓝禾集团 全国五一劳动奖状', '蓝禾集团 国家级绿色工厂', '蓝禾集团 省长质量奖'],
  ],
  // who holds something together, a town too
  [
    '[云桥区|Place]和[云峰区|Place]共同承办[青禾茶业博览会|Event]。',
    'HOSTS',
    ['云峰区 青禾茶业博览会', '云桥区 青禾茶业博览会'],
  ],
  ['在[云桥区|Place]举行[青禾茶业博览会|Event]。', 'HOSTS', []],
  // whose branch
  [
    '[青禾中医医院东院区|Organization]开诊,[青禾中医医院|Organization]增加了床位。',
    'AFFILIATED_WITH',
    ['青禾中医医院东院区 青禾中医医院'],
  ],
] as [string, string, string[]][])('%s', (text, type, expected) => {
  expect(said(text, type)).toEqual(expected)
})
