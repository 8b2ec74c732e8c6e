import { describe, expect, it } from 'vitest'
import { relatedAsLearned } from './stated.ts'

const stages = (marked: string) => {
  const { statuses, entities } = relatedAsLearned(marked)
  return statuses.map((s) => `${entities[s.subject]!.name} ${s.status}`).sort()
}

describe('a stage that the way a sentence is built says', () => {
  it.each([
    // of those that were counted before
    [
      '3月5日,[临江区|Place]十大项目开工,总投资120亿元,[云帆算力中心|Project]、[远航展示馆|Project]都在其列。',
      ['云帆算力中心 started', '远航展示馆 started'],
    ],
    ['[临江区|Place]一口气签下9个项目,[启明联合研究中心|Institute]就在其中。', ['启明联合研究中心 signed']],
    ['[临江区|Place]计划开工9个项目,[启明联合研究中心|Institute]就在其中。', []],
    ['[临江区|Place]景色宜人,[启明联合研究中心|Institute]就在其中。', []],
    // of one of them
    ['开工的项目里,[云帆电池材料项目|Project]总投资约11亿元。', ['云帆电池材料项目 started']],
    ['投产的项目里,[远航重工产业园|Park]总投资60亿元,规模最大。', ['远航重工产业园 in_operation']],
    // of each
    [
      '[云帆一期|Project]、[远航一期项目|Project]同时动工,2019年先后投产。',
      ['云帆一期 in_operation', '云帆一期 started', '远航一期项目 in_operation', '远航一期项目 started'],
    ],
    // how far the works have come
    ['[种源大科学中心|Institute]依托高校的力量,工程量已完成40%。', ['种源大科学中心 under_construction']],
    [
      '由[甲光集团|Company]打造的[算力集群配套项目|Project],总投资138亿元,到3月总体进度超过65%。',
      ['算力集群配套项目 under_construction'],
    ],
    ['前者位于[临江新区|Park],主体结构完成过半。', []],
    // whatever kind of name it is
    [
      '[白云路|Place]、[青禾大道|Place]正在加紧施工。',
      ['白云路 under_construction', '青禾大道 under_construction'],
    ],
    ['明年将有[白云路|Place]、[青禾大道|Place]同步建设。', []],
  ])('%s', (marked, expected) => expect(stages(marked)).toEqual(expected))
})

describe('what is to be finished by some day', () => {
  it.each([
    ['[江北创业中心|Project]专攻智能制造,计划今年底竣工。', ['江北创业中心 under_construction']],
    ['[远航生物二期|Project]计划明年开工,2027年竣工。', ['远航生物二期 planned']],
    ['[江北体育馆|Project]也在施工,预计明年8月竣工。', ['江北体育馆 under_construction']],
  ])('%s', (marked, expected) => expect(stages(marked)).toEqual(expected))
})

it('lets no public body land, nor a firm that has only signed to', () => {
  expect(stages('[临江外国语学校|Organization]、[云帆研究院|Institute]先后进驻。')).not.toContain(
    '临江外国语学校 landed',
  )
  const said = stages('[甲光科技|Company]、[乙禾食品|Company]等70家企业签约入驻。')
  expect(said.filter((line) => line.endsWith('landed'))).toEqual([])
})
