import { expect, it } from 'vitest'
import { withoutTimes } from '../../../ingest/relate/facts/timeless.ts'
import type { ArticleEntity, Fact } from '../../../model/article.ts'
import type { EntityType } from '../../../model/ontology.ts'

/** The period of a number by its measure and what it is of. */
const periodOf = (metric: string, type: EntityType): string => {
  const fact = { subject: 0, metric, value: 8, unit: '亩', period: '2031-05', sentence: 0 } as Fact
  return withoutTimes([{ index: 0, type } as ArticleEntity], [fact])[0]!.period
}

it.each<[string, EntityType]>([
  ['占地', 'Park'],
  ['规划面积', 'Park'],
  ['总建筑面积', 'Project'],
  ['全长', 'Project'],
  ['设计时速', 'Project'],
  ['总投资', 'Project'],
  ['计划总投资', 'Project'],
])('%s of a %s is of no time', (metric, type) => expect(periodOf(metric, type)).toBe(''))

it.each<[string, EntityType]>([
  ['总投资', 'Place'],
  ['新增建筑面积', 'Park'],
  ['种植面积', 'Place'],
  ['完成投资', 'Project'],
  ['年产值', 'Company'],
])('%s of a %s is of its own', (metric, type) => expect(periodOf(metric, type)).toBe('2031-05'))
