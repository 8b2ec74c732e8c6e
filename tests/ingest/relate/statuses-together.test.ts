import { describe, expect, it } from 'vitest'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { togetherOf } from '../../../ingest/relate/statuses/together.ts'
import { readyOf } from '../marked.ts'

const stages = (marked: string) => {
  const scene = sceneOf(readyOf(marked))
  return togetherOf(scene, [...readingsOf(scene)]).map(
    ({ subject, status }) => `${scene.article.entities[subject]!.name} ${status}`,
  )
}

describe('what is described after many were counted that were begun or signed for', () => {
  it.each([
    [
      '[临江区|Place]的29个项目当场签约。[云帆存储项目|Project]总投资28亿元,分两期实施。[远航药谷项目|Project]占地3亩。',
      ['云帆存储项目 signed', '远航药谷项目 signed'],
    ],
    ['开工的30个项目涉及16条产业链。[云帆饮料项目|Project]总投资20亿元。', ['云帆饮料项目 started']],
    [
      '[临江市|Place]开工动员大会举行,全市242个重点项目总投资1199亿元。其中,[云帆电解液项目|Project]总投资5亿元,将建成三条生产线。',
      ['云帆电解液项目 started'],
    ],
    [
      '55个项目同日开工。名单上有总投资5亿元的[云帆驾驶平台|Project],也有[远航轴承生产线|Project]。',
      ['云帆驾驶平台 started', '远航轴承生产线 started'],
    ],
    [
      '30个项目同时开工。\n\n另一个项目落在河边。[云帆饮料项目|Project]总投资20亿元。',
      ['云帆饮料项目 started'],
    ],
    ['30个项目同时开工。[临江新区|Park]总投资20亿元。', []],
    ['30个项目同时开工。[云帆饮料项目|Project]总投资20亿元,已经投产。', []],
    ['30个项目同时开工。[云帆饮料项目|Project]在河边。', []],
    ['30个项目同时开工。\n\n[云帆饮料项目|Project]总投资20亿元。', []],
    ['计划全年推动30个项目开工。[云帆饮料项目|Project]总投资20亿元。', []],
    ['[临江区|Place]的9个项目获奖。[云帆饮料项目|Project]总投资20亿元。', []],
  ])('%s', (marked, expected) => expect(stages(marked)).toEqual(expected))
})

it('takes what a ceremony is held at for begun', () => {
  const venue = '主会场设在[云帆储能装备项目|Project]现场。'
  expect(stages(`重大项目集中开工,${venue}`)).toEqual(['云帆储能装备项目 started'])
  expect(stages(`论坛举行,${venue}`)).toEqual([])
})
