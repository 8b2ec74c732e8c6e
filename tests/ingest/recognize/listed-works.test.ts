import { describe, expect, it } from 'vitest'
import { retyped } from '../../../ingest/recognize/types.ts'
import type { EntityType } from '../../../model/ontology.ts'

/** The types of names, in the order in which they are given, once what the text says of them is seen. */
function typesIn(text: string, names: readonly (readonly [string, EntityType])[]): EntityType[] {
  const chosen = names.map(([name, type]) => ({
    start: text.indexOf(name),
    end: text.indexOf(name) + name.length,
    type,
    confidence: 0.8,
    rule: 'learned',
  }))
  return retyped(text, chosen).map((c) => c.type)
}

describe('what is listed as works', () => {
  it.each<[string, [string, EntityType][], EntityType[]]>([
    [
      '青禾化工中试基地、云江数字谷等一批重点项目有了进展。',
      [
        ['青禾化工中试基地', 'Park'],
        ['云江数字谷', 'Park'],
      ],
      ['Project', 'Project'],
    ],
    [
      '青禾路、云江大道、百川街3条骨干道路正在加快建设。',
      [
        ['青禾路', 'Place'],
        ['云江大道', 'Place'],
        ['百川街', 'Place'],
      ],
      ['Project', 'Project', 'Project'],
    ],
    [
      '青禾路建成,云江大道、百川街正在加紧施工。',
      [
        ['青禾路', 'Place'],
        ['云江大道', 'Place'],
        ['百川街', 'Place'],
      ],
      ['Project', 'Project', 'Project'],
    ],
    [
      '青禾矿山公园、东埠码头等10个典型区域列进计划。',
      [
        ['青禾矿山公园', 'Project'],
        ['东埠码头', 'Project'],
      ],
      ['Place', 'Place'],
    ],
    ['青禾新天地等小区有了食堂。', [['青禾新天地', 'Project']], ['Place']],
    ['青禾安置房项目等小区改造工程开工。', [['青禾安置房项目', 'Project']], ['Project']],
    ['青禾轴承厂的老厂房空着。', [['青禾轴承厂', 'Project']], ['Company']],
    ['青禾味精厂由云江集团租下。', [['青禾味精厂', 'Project']], ['Company']],
    ['青禾轴承厂开工。', [['青禾轴承厂', 'Project']], ['Project']],
  ])('%s', (text, names, types) => {
    expect(typesIn(text, names)).toEqual(types)
  })

  it.each<[string, [string, EntityType]]>([
    ['云江创新创业基地等项目招商。', ['云江创新创业基地', 'Park']],
    ['青禾产业园、云江产业园等项目载体坐满了企业。', ['云江产业园', 'Park']],
    ['青禾路、云江大道等道路旁种满了树。', ['青禾路', 'Place']],
    ['公司在青禾路建成生产线。', ['青禾路', 'Place']],
    ['青禾路改造后重新开街。', ['青禾路', 'Place']],
    ['青禾化工中试基地很大,园内等着开工的是三个项目。', ['青禾化工中试基地', 'Park']],
  ])('leaves the others: %s', (text, name) => {
    expect(typesIn(text, [name])).toEqual([name[1]])
  })

  it('closes a list whose names hold 和 themselves', () => {
    const text = '青禾化工中试基地、云江和青禾共享港与百川数字谷两个项目开工。'
    expect(typesIn(text, [['青禾化工中试基地', 'Park']])).toEqual(['Project'])
  })

  it('takes no longer where a list could be read in countless ways', () => {
    const text = `青禾化工中试基地${'和'.repeat(1_000)}。`
    const started = performance.now()
    expect(typesIn(text, [['青禾化工中试基地', 'Park']])).toEqual(['Park'])
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
