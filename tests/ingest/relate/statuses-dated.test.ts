/** The day that a stage has, and stages that are denied or to come. */
import { describe, expect, it } from 'vitest'
import { relatedAsLearned } from './stated.ts'

const stages = (marked: string) => {
  const { statuses, entities } = relatedAsLearned(marked)
  return statuses.map((s) => `${entities[s.subject]!.name} ${s.status} ${s.date ?? ''}`.trim()).sort()
}
const WORK = '[云桥数字港|Project]'
const OTHER = '[青禾算力中心|Project]'

describe('a stage is of the day', () => {
  it.each([
    // that its clause names, whatever stands between
    [`5月18日${WORK}、${OTHER}同时开工。`, ['云桥数字港 started 5月18日', '青禾算力中心 started 5月18日']],
    // that opens its sentence
    [`去年9月,总投资42亿元、占地300亩的${WORK}开工建设。`, ['云桥数字港 started 去年9月']],
    [`5月18日上午,${WORK}正式封顶。`, ['云桥数字港 topped_out 5月18日']],
    // of the ceremony that its article opens with
    [
      `云桥晨报\n8月26日,[云桥区|Place]举行重点项目集中开工仪式,32个项目总投资90亿元。\n${OTHER}总投资12亿元,率先开工。`,
      ['青禾算力中心 started 8月26日'],
    ],
  ])('%s', (text, expected) => {
    expect(stages(text)).toEqual(expected)
  })
})

describe('a stage is of no day', () => {
  it.each([
    [`2019年,[云桥区|Place]引进一家企业,如今${WORK}已投产。`, ['云桥数字港 in_operation']],
    [
      `云桥晨报\n8月26日,[云桥区|Place]举行重点项目集中开工仪式,32个项目总投资90亿元。\n此前,${OTHER}已开工。`,
      ['青禾算力中心 started'],
    ],
    // another day stands nearer
    [
      `云桥晨报\n8月26日,[云桥区|Place]举行重点项目集中开工仪式,32个项目总投资90亿元。\n4月天气多雨。${OTHER}总投资12亿元,率先开工。`,
      ['青禾算力中心 started'],
    ],
  ])('%s', (text, expected) => {
    expect(stages(text)).toEqual(expected)
  })
})

describe('no such stage', () => {
  it.each([
    [`${WORK}没有如期竣工。`, 'completed'],
    [`${WORK}未能按期投产。`, 'in_operation'],
    [`${WORK}至今没有投产。`, 'in_operation'],
    [`${WORK}开工典礼将于下月举行。`, 'started'],
  ])('%s', (text, stage) => {
    expect(stages(text).join()).not.toContain(stage)
  })

  it('what has been taken up again is under way', () => {
    expect(stages(`${WORK}一度停工,今年4月复工。`)).toEqual(['云桥数字港 under_construction 今年4月'])
  })
})
