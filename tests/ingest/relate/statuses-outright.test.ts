import { describe, expect, it } from 'vitest'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { toldOf } from '../../../ingest/relate/statuses/bearers.ts'
import { enumeratedOf } from '../../../ingest/relate/statuses/enumerated.ts'
import { mended } from '../../../ingest/relate/statuses/mended.ts'
import { outrightOf } from '../../../ingest/relate/statuses/outright.ts'
import type { Status } from '../../../model/ontology.ts'
import { readyOf } from '../marked.ts'
import { relatedAsLearned } from './stated.ts'

const readOf = (marked: string) => {
  const scene = sceneOf(readyOf(marked))
  return { scene, readings: [...readingsOf(scene)] }
}

describe('a stage that the way a sentence is built says', () => {
  const stages = (marked: string) => {
    const { scene, readings } = readOf(marked)
    return outrightOf(scene, readings)
      .map((s) => `${scene.article.entities[s.subject]!.name} ${s.status} ${s.date ?? ''}`.trim())
      .sort()
  }

  it.each([
    // of those that were counted before
    [
      '3月5日,[临江区|Place]十大项目开工,总投资120亿元,[云帆算力中心|Project]、[远航展示馆|Project]都在其列。',
      ['云帆算力中心 started 3月5日', '远航展示馆 started 3月5日'],
    ],
    ['[临江区|Place]一口气签下9个项目,[启明联合研究中心|Institute]就在其中。', ['启明联合研究中心 signed']],
    ['[临江区|Place]计划开工9个项目,[启明联合研究中心|Institute]就在其中。', []],
    ['[临江区|Place]景色宜人,[启明联合研究中心|Institute]就在其中。', []],
    [
      '8个项目总投资30亿元,全部在当天破土,[云帆医药园|Park]、[启明计算中心|Institute]是其中的代表。',
      ['云帆医药园 started', '启明计算中心 started'],
    ],
    ['[临江区|Place]一季度开工28个项目,[云帆创意园|Park]在列,面积7万平方米。', ['云帆创意园 started']],
    [
      '4月9日,种业项目集中签约,11家企业签下框架协议,总投资50亿元,其中[云帆育种基地|Project]3亿元,[远航种质资源库|Institute]5.87亿元。',
      ['云帆育种基地 signed 4月9日', '远航种质资源库 signed 4月9日'],
    ],
    // of one of them
    ['开工的项目里,[云帆电池材料项目|Project]总投资约11亿元。', ['云帆电池材料项目 started']],
    ['投产的项目里,[远航重工产业园|Park]总投资60亿元,规模最大。', ['远航重工产业园 in_operation']],
    ['计划开工的项目里,[云帆电池材料项目|Project]总投资约11亿元。', []],
    // of each
    [
      '[云帆一期|Project]、[远航一期|Project]同时动工,2019年先后投产。',
      ['云帆一期 in_operation', '远航一期 in_operation'],
    ],
    [
      '[云帆实验装置|Project]和[远航成像设施|Project]通过国家验收,向全球开放。',
      ['云帆实验装置 in_operation', '远航成像设施 in_operation'],
    ],
    // how far the works have come
    ['[种源大科学中心|Institute]依托高校的力量,工程量已完成40%。', ['种源大科学中心 under_construction']],
    [
      '由[甲光集团|Company]打造的[算力集群配套项目|Project],总投资138亿元,总体进度超过65%。',
      ['算力集群配套项目 under_construction'],
    ],
    ['[江北运河|Project]进入全面建设新阶段。', ['江北运河 under_construction']],
    ['[江北运河|Project]将进入全面建设新阶段。', []],
    ['[云帆创新基地|Park]里,工地上热火朝天。', ['云帆创新基地 under_construction']],
    // that did it
    ['2020年6月3日正式揭牌的[云帆科技城|Park],面积26平方公里。', ['云帆科技城 in_operation 2020年6月3日']],
    ['计划2030年揭牌的[云帆科技城|Park],面积26平方公里。', []],
    ['前者位于[临江新区|Park],主体结构完成过半。', []],
    // within a year
    [
      '[云帆电池基地|Project]当年签约、当年建成、当年投产。',
      ['云帆电池基地 completed', '云帆电池基地 in_operation', '云帆电池基地 signed'],
    ],
    ['[云帆电池基地|Project]力争当年签约、当年建成。', []],
    ['[云帆电池基地|Project]9个项目当年签约、当年建成。', []],
    // on a day, or in a year
    [
      '[云帆电池基地|Project]占地208亩,总投资8亿元,去年1月签约,去年6月开工。',
      ['云帆电池基地 signed 去年1月', '云帆电池基地 started 去年6月'],
    ],
    ['[江北机场|Place]2018年10月动工。', ['江北机场 started 2018年10月']],
    ['[云帆装置|Project]由[江北大学|Institute]建设,2008年4月开工。', ['云帆装置 started 2008年4月']],
    ['[临江新区|Park]2018年10月动工。', []],
    ['[江北机场|Place]2018年10月动工仪式举行。', []],
    // its shell
    ['[云帆疫苗项目|Project]主体已经建完,正在装修。', ['云帆疫苗项目 topped_out']],
    ['[云帆疫苗项目|Project]将于年底主体完工。', []],
    // whatever kind of name it is
    [
      '[白云路|Place]、[青禾大道|Place]正在加紧施工。',
      ['白云路 under_construction', '青禾大道 under_construction'],
    ],
    ['明年将有[白云路|Place]、[青禾大道|Place]同步建设。', []],
  ])('%s', (marked, expected) => expect(stages(marked)).toEqual(expected))
})

describe('what was learned of a stage, put right', () => {
  /** What the stage of a text's first name, by a word of it, is put right to. */
  const putRight = (marked: string, status: Status, word: string, subject = 0): Status | null => {
    const { scene, readings } = readOf(marked)
    const start = scene.article.text.indexOf(word)
    const told = toldOf(scene, readings).find(({ clause }) => clause.start <= start && start < clause.end)!
    const bearer = told.bearers.find(({ entity }) => entity === subject)!
    const sentence = told.reading.sentence.index
    const mention = { subject, status, date: null, sentence, start, end: start + word.length }
    return mended(scene, told.reading, mention, bearer)?.status ?? null
  }

  it.each<[string, Status, string, Status | null]>([
    // what has a day on which it is to be finished is being built, unless it is still to begin
    ['[江北创业中心|Project]专攻智能制造,计划今年底竣工。', 'planned', '竣工', 'under_construction'],
    ['[远航生物二期|Project]完成选址,力争明年建成。', 'planned', '建成', 'planned'],
    ['[远航生物二期|Project]计划明年落户。', 'planned', '落户', 'planned'],
    ['[云帆产业园|Park]主体结构早已完工。', 'completed', '完工', 'topped_out'],
    ['[云帆产业园|Park]二期早已完工。', 'completed', '完工', 'completed'],
    // of one of its buildings, of others, of whose it is
    ['[云帆电池基地|Project]2号厂房投产。', 'in_operation', '投产', null],
    ['[云帆电池基地|Project]2日投产。', 'in_operation', '投产', 'in_operation'],
    ['[临江产业园|Park]26个项目一起破土。', 'started', '破土', null],
    ['[临江产业园|Park]、[云帆科创园|Park]等26个项目一起破土。', 'started', '破土', 'started'],
    ['[临江产业园|Park]破土。', 'started', '破土', 'started'],
    ['[临江新区|Park]的[云帆健康谷|Project]开工。', 'started', '开工', null],
    // signed for where signing is spoken of
    ['多个项目签约。[云帆光源项目|Project]总投资3亿元。', 'signed', '总投资', 'signed'],
    ['[云帆光源项目|Project]当天动工。', 'signed', '动工', null],
    // who lands
    ['[临江外国语学校|Organization]先后进驻。', 'landed', '进驻', null],
    ['[临江新区|Park]落户企业多。', 'landed', '落户', null],
    ['[云帆产业园|Park]落户临江。', 'landed', '落户', 'landed'],
    ['[甲光科技|Company]等70家企业签约入驻。', 'landed', '入驻', null],
    ['[甲光科技|Company]等70家企业入驻。', 'landed', '入驻', 'landed'],
    ['[云帆研究院|Institute]等科研院所扎根临江。', 'landed', '扎根', null],
  ])('%s %s', (marked, status, word, expected) => expect(putRight(marked, status, word)).toBe(expected))

  it.each<[string, Status, string, number, Status | null]>([
    // what another work is to hold
    ['[云帆饮料项目|Project]占地90亩,还要建[远航技术中心|Institute]。', 'planned', '要建', 1, null],
    ['[临江新区|Park]占地90亩,还要建[远航技术中心|Institute]。', 'planned', '要建', 1, 'planned'],
    // not yet
    ['待[江北高铁|Project]建成,两条干线将在这里交会。', 'completed', '建成', 0, null],
    ['远期,[江北铁路|Project]贯通以后,班列将接入口岸。', 'completed', '贯通', 0, null],
    ['[江北铁路|Project]贯通,班列接入口岸。', 'completed', '贯通', 0, 'completed'],
  ])('%s %s', (marked, status, word, subject, expected) =>
    expect(putRight(marked, status, word, subject)).toBe(expected),
  )

  it('is planned no more where it is being built', () => {
    const { statuses } = relatedAsLearned('[江北体育馆|Project]正在施工,预计明年8月竣工,二期还在谋划。')
    expect(statuses.map((s) => s.status)).toEqual(['under_construction'])
  })

  it('is topped out where its shell is done and it is being fitted out', () => {
    const { statuses } = relatedAsLearned('[云帆疫苗项目|Project]主体已经封顶,正在装修。')
    expect(statuses.map((s) => s.status)).toEqual(['topped_out'])
  })

  it('is at nothing else of what a sentence lists it at', () => {
    const { entities, statuses } = relatedAsLearned(
      '2个项目当天开工,分别是[云帆电池基地|Project]和[远航二期|Project];3个项目宣告竣工,包括[启明科技园|Park]。',
    )
    expect(statuses.map((s) => `${entities[s.subject]!.name} ${s.status}`)).toEqual([
      '云帆电池基地 started',
      '远航二期 started',
      '启明科技园 completed',
    ])
  })
})

describe('what a sentence lists behind what it counts at a stage', () => {
  const stages = (marked: string) => {
    const { scene, readings } = readOf(marked)
    return enumeratedOf(scene, readings).map(
      (s) => `${scene.article.entities[s.subject]!.name} ${s.status} ${s.date ?? ''}`,
    )
  }

  it.each([
    [
      '2个项目当天开工,分别是[云帆电池基地|Project]和[远航二期|Project]。',
      ['云帆电池基地 started ', '远航二期 started '],
    ],
    ['同样是2021年动工的,还有投资3亿元的[云帆救援中心|Project]。', ['云帆救援中心 started 2021年']],
    ['同日动工的还有[云帆加工线|Project]。', ['云帆加工线 started ']],
    ['计划同日动工的还有[云帆加工线|Project]。', []],
    [
      '当天有2个项目开工,总投资9亿元,包括投资5亿元的[云帆电池基地|Project]和[远航二期|Project]。',
      ['云帆电池基地 started ', '远航二期 started '],
    ],
    [
      '计划动工的项目有30个,总投资9亿元,除[滨江中学|Project]外,还包括[云帆电池基地|Project]。',
      ['云帆电池基地 planned '],
    ],
    [
      '2022年9月六个项目一起动工。其中工业类两项,分别是[云帆电池基地|Project]和[远航二期|Project]。',
      ['云帆电池基地 started 2022年9月', '远航二期 started 2022年9月'],
    ],
    ['这里有六个项目。其中工业类两项,分别是[云帆电池基地|Project]和[远航二期|Project]。', []],
    ['2个项目当天获奖,分别是[云帆电池基地|Project]和[远航二期|Project]。', []],
    ['2个项目当天开工,助力[云帆电池基地|Project]发展。', []],
  ])('%s', (marked, expected) => expect(stages(marked)).toEqual(expected))
})
