/** Ways that a town grows, each a strategy of its own. */
import { expect, it } from 'vitest'
import { withDirections } from '../../../ingest/recognize/directions.ts'
import { recognizeLearned } from '../../../ingest/recognize/model/learned.ts'
import type { EntityType } from '../../../model/ontology.ts'
import { articleOf } from './named.ts'

const waysIn = (text: string, ...chosen: [string, EntityType][]) =>
  withDirections(
    text,
    chosen.map(([name, type]) => {
      const start = text.indexOf(name)
      return { start, end: start + name.length, type, confidence: 0.8, rule: 'learned' }
    }),
  )
    .map((c) => `${text.slice(c.start, c.end)}:${c.type}`)
    .sort()

it.each<[string, [string, EntityType][], string[]]>([
  // whatever is done there
  ['“中疏、东跃、西整”写进报告。', [], ['东跃:Strategy', '中疏:Strategy', '西整:Strategy']],
  [
    '实施东延、西控、南优三大策略。',
    [['东延', 'Place']],
    ['东延:Strategy', '南优:Strategy', '西控:Strategy'].sort(),
  ],
  // what they make up together is kept beside them
  [
    '“东融、西拓、北靠”战略落地。',
    [['“东融、西拓、北靠”战略', 'Strategy']],
    ['“东融、西拓、北靠”战略:Strategy', '东融:Strategy', '北靠:Strategy', '西拓:Strategy'].sort(),
  ],
  // the last one is no longer than the others
  [
    '东进、西融、中兴城市空间战略。',
    [['中兴城市空间战略', 'Strategy']],
    ['东进:Strategy', '中兴:Strategy', '西融:Strategy'].sort(),
  ],
  // where something is
  ['东部、西部、南部都在建。', [], []],
  ['东街、西巷、北门都在建。', [], []],
  ['东拓、东优、东联都在建。', [], []],
  ['东拓、西优两步走。', [], []],
])('%s', (text, chosen, expected) => {
  expect(waysIn(text, ...chosen)).toEqual(expected)
})

it('a quote of them is read member by member, too', () => {
  const names = recognizeLearned(
    articleOf('青禾市坚持“东拓、西优、南控、北联、中疏”的空间发展布局。'),
  ).mentions
  expect(names.map((m) => m.text)).toEqual(expect.arrayContaining(['东拓', '西优', '南控', '北联', '中疏']))
})
