import { describe, expect, it } from 'vitest'
import { retyped } from '../../../ingest/recognize/types.ts'
import type { EntityType } from '../../../model/ontology.ts'

const typeOf = (text: string, name: string, type: EntityType) => {
  const start = text.indexOf(name)
  return retyped(text, [{ start, end: start + name.length, type, confidence: 0.8, rule: 'learned' }])[0]!.type
}

describe('what a name says by its last word', () => {
  it.each<[string, string, EntityType, EntityType]>([
    ['青禾氢能产业基地总投资10亿元。', '青禾氢能产业基地', 'Project', 'Park'],
    ['走进青禾煤钢物流园区。', '青禾煤钢物流园区', 'Project', 'Park'],
    ['青禾氢能产业园项目开工。', '青禾氢能产业园', 'Project', 'Project'],
    ['青禾氢能产业园一期开工。', '青禾氢能产业园', 'Project', 'Project'],
    ['青禾计算中心二期开工。', '青禾计算中心二期', 'Park', 'Project'],
    ['青禾产业园二期开工。', '青禾产业园二期', 'Park', 'Park'],
  ])('%s %s', (text, name, read, type) => {
    expect(typeOf(text, name, read)).toBe(type)
  })
})

describe('what a thing is by what is said of it', () => {
  it.each<[string, string, EntityType, EntityType]>([
    ['青禾创新中心占地86亩,由6栋楼组成。', '青禾创新中心', 'Institute', 'Project'],
    ['青禾创新中心正在做内部装修。', '青禾创新中心', 'Institute', 'Project'],
    ['青禾创新中心有博士12名。', '青禾创新中心', 'Institute', 'Institute'],
    // a town plans to pay for something, and is no work
    ['青禾市计划投资3亿元。', '青禾市', 'Project', 'Place'],
    ['云桥区争取到资金2亿元。', '云桥区', 'Project', 'Place'],
    ['起步区总投资3亿元。', '起步区', 'Project', 'Project'],
    ['青禾夜市总投资3亿元。', '青禾夜市', 'Project', 'Project'],
  ])('%s %s', (text, name, read, type) => {
    expect(typeOf(text, name, read)).toBe(type)
  })
})
