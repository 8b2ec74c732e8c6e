/** Whose branch something is, by its own name. */
import { expect, it } from 'vitest'
import { withBranches } from '../../../ingest/recognize/branches.ts'
import type { EntityType } from '../../../model/ontology.ts'

const parentsIn = (name: string, type: EntityType) =>
  withBranches(name, [{ start: 0, end: name.length, type, confidence: 0.8, rule: 'learned' }])
    .slice(1)
    .map((c) => `${name.slice(c.start, c.end)}:${c.type}`)

it.each<[string, EntityType, string[]]>([
  ['启明科技青禾分公司', 'Company', ['启明科技:Company']],
  ['启明股份第三分公司', 'Company', ['启明股份:Company']],
  ['江南银行青禾分行', 'Company', ['江南银行:Company']],
  ['国家粮食技术创新中心青禾分中心', 'Institute', ['国家粮食技术创新中心:Institute']],
  ['青禾第一小学滨湖分校', 'Organization', ['青禾第一小学:Organization']],
  ['青禾中医医院东院区', 'Organization', ['青禾中医医院:Organization']],
  // nobody's that its name tells
  ['科技支行', 'Company', []],
  ['检测分中心', 'Institute', []],
  ['启明科技有限公司', 'Company', []],
])('%s', (name, type, expected) => {
  expect(parentsIn(name, type)).toEqual(expected)
})

it('a parent that is read already stays as it is', () => {
  const name = '江南银行青禾分行'
  const of = { type: 'Company' as const, confidence: 0.8, rule: 'learned' }
  const chosen = [
    { start: 0, end: name.length, ...of },
    { start: 0, end: 4, ...of },
  ]
  expect(withBranches(name, chosen)).toEqual(chosen)
})
