/** What a thing measures whenever it is asked: the day on which works began dates neither their site nor what they cost in all. */
import type { ArticleEntity, Fact } from '../../../model/article.ts'
import type { EntityType } from '../../../model/ontology.ts'

/** 占地, 规划面积, 全长, 设计时速; 新增面积 and 种植面积 are of a year. */
const SIZE =
  /^(?:规划|项目|园区|核心区|线路|正线|主线|路线|一期|二期|三期)?(?:总?占地(?:总?面积)?|总?用地(?:总?面积)?|(?:规划|总|建筑|总建筑|规划总|管辖|辖区)?面积|规划总?占地|[全总]长(?:度)?|长度?|设计(?:时速|速度))$/
/** What works shall cost in all; that of a batch is of the day on which it was begun. */
const COST = /^(?:项目|一期|二期|三期)?(?:计划|预计|规划|概算)?总投资(?:额)?$/
const WORKS: ReadonlySet<EntityType> = new Set(['Project', 'Institute', 'Company'])

/** Facts of what does not change, without the time that their sentences speak of. */
export const withoutTimes = (entities: readonly ArticleEntity[], facts: readonly Fact[]): Fact[] =>
  facts.map((fact) => {
    if (fact.period === '') return fact
    const timeless =
      SIZE.test(fact.metric) || (COST.test(fact.metric) && WORKS.has(entities[fact.subject]!.type))
    return timeless ? { ...fact, period: '' } : fact
  })
