import { describe, expect, it } from 'vitest'
import { viewing } from '../../../ingest/relate/facts/choose.ts'
import { factsOf } from '../../../ingest/relate/facts/facts.ts'
import { agree, runsOf } from '../../../ingest/relate/facts/runs.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'
import { amountsOf } from './amounts.ts'

/** Of each number of a text, who may be its subject, in order of name. */
function mayBe(marked: string): string[][] {
  const article = linkedOf(marked)
  const scene = sceneOf(article)
  const readings = [...readingsOf(scene)]
  const view = viewing(scene, readings)
  const out: string[][] = []
  factsOf(scene, readings, {
    choose(amount) {
      const { candidates } = view(amount)
      out.push(candidates.map(({ entity }) => article.entities[entity]!.name).sort())
      return amount.picked.entity
    },
  })
  return out
}

describe('who may be the subject of a number', () => {
  it.each([
    [
      'of a count of projects and of their sum no project and no firm',
      '[临江市|Place]请来[启明科技|Company],[云帆大桥|Project]等12个项目集中开工,总投资86亿元。',
      [['临江市'], ['临江市']],
    ],
    [
      'of the largest of them any',
      '[临江市|Place]的[云帆大桥|Project]等12个项目开工,其中单个最高投资9亿元。',
      [['临江市'], ['临江市', '云帆大桥']],
    ],
    [
      'of a figure of the whole city a city',
      '[临江市|Place]的[城南区|Place]引进[启明科技|Company]。2031年,全市新增企业42家。',
      [['临江市']],
    ],
    [
      'of a share in the whole city any',
      '[临江市|Place]引进[启明科技|Company],产值占全市的三成。',
      [['临江市', '启明科技']],
    ],
    [
      'of what is so once something stands no firm',
      '[云帆大桥|Project]已经动工。[启明科技|Company]负责人说,全部建成后,年收入可达2亿元。',
      [['云帆大桥']],
    ],
    [
      'of that any where nothing was named that could stand',
      '[启明科技|Company]负责人说,全部建成后,年收入可达2亿元。',
      [['启明科技']],
    ],
    [
      'of what a noun at the beginning stands for, that alone',
      '[云帆产业园|Park]由[启明科技|Company]运营。园区占地680亩。',
      [['云帆产业园']],
    ],
    [
      'of that any where a name comes in between',
      '[云帆产业园|Park]由[启明科技|Company]运营。园区与[江海集团|Company]合作,投资6亿元。',
      [['云帆产业园', '启明科技', '江海集团']],
    ],
    [
      'of that any where the noun is the beginning of a name',
      '[云帆产业园|Park]由[启明科技|Company]运营。[园区投资公司|Company]投资6亿元。',
      [['云帆产业园', '启明科技', '园区投资公司']],
    ],
    [
      'of a count of its like no one of them',
      '[临江市|Place]以[云帆数据中心|Project]为圆心,建设了14个超大型数据中心。',
      [['临江市']],
    ],
    [
      'of the sum of one of them that one, where its name follows',
      '[临江市|Place]12个项目开工,总投资8亿元的[云帆大桥|Project]在列。',
      [['临江市'], ['临江市', '云帆大桥']],
    ],
    [
      'of what a noun takes up from the clause before, that alone',
      '[云帆大桥|Project]封顶。最快的是[启明研究院|Institute],项目占地96亩。',
      [['启明研究院']],
    ],
    [
      'of that any that could stand where the clause before says only where',
      '[云帆大桥|Project]封顶。工期最紧的落在[启明研究院|Institute],项目占地96亩。',
      [['云帆大桥']],
    ],
    [
      'of 后者 the second of the two named last',
      '[临江市|Place]建设[云帆大桥|Project]和[江海枢纽|Project],后者投资8亿元。',
      [['江海枢纽']],
    ],
    [
      'of what is measured by a number and follows it any',
      '[临江市|Place]分成[东片区|Place]和[西片区|Place],前者有33平方公里的[云帆湿地公园|Project]。',
      [['东片区', '临江市', '云帆湿地公园', '西片区']],
    ],
    ['whoever it is where nobody else is left', '[云帆大桥|Project]等12个项目集中开工。', [['云帆大桥']]],
  ])('%s', (_, marked, expected) => expect(mayBe(marked)).toEqual(expected))
})

describe('numbers that are said of one and the same', () => {
  const runs = (marked: string): number[][] => {
    const scene = sceneOf(linkedOf(marked))
    return runsOf(scene, amountsOf(scene, [...readingsOf(scene)]))
  }
  it.each([
    ['stand one behind the other', '[启明科技|Company]占地96亩,投资8亿元,员工420名。', [[0, 1, 2]]],
    ['have no name between', '[启明科技|Company]占地96亩,[云帆产业园|Park]占地680亩。', []],
    ['have no name behind them', '[启明科技|Company]占地96亩,投资8亿元建设[云帆大桥|Project]。', []],
    ['are no part of what came before', '[启明科技|Company]投资8亿元,其中设备3亿元。', []],
    ['have no noun for another between', '[启明科技|Company]占地96亩,投资8亿元,园区客流60万人次。', [[0, 1]]],
    ['are not each of another', '[启明科技|Company]有2条产线,分别投资3亿元和5亿元。', [[1, 2]]],
  ])('%s', (_, marked, expected) => expect(runs(marked)).toEqual(expected))

  it('are of whom they are likeliest over all', () => {
    const out = [[7], [7], [9], []]
    const shared = [
      { number: 0, entity: 7, share: 0.8 },
      { number: 1, entity: 7, share: 0.6 },
      { number: 2, entity: 9, share: 0.5 },
      { number: 2, entity: 7, share: 0.3 },
      { number: 3, entity: 7, share: 0.2 },
    ]
    agree(out, [[0, 1, 2, 3]], shared, () => false)
    expect(out).toEqual([[7], [7], [7], []])
  })
  it('stay as they were where one is said of two', () => {
    const out = [[7, 9], [9]]
    agree(out, [[0, 1]], [], () => false)
    expect(out).toEqual([[7, 9], [9]])
  })

  it('keep whom their own clause names, and the others follow it', () => {
    const shared = [
      { number: 0, entity: 9, share: 0.4 },
      { number: 0, entity: 7, share: 0.3 },
      { number: 1, entity: 7, share: 0.8 },
      { number: 1, entity: 9, share: 0.2 },
    ]
    const following = [[9], [7]]
    agree(following, [[0, 1]], shared, (number) => number === 0)
    expect(following).toEqual([[9], [9]])
    const both = [[9], [7]]
    agree(both, [[0, 1]], shared, () => true)
    expect(both).toEqual([[9], [7]])
  })
})
