import { describe, expect, it } from 'vitest'
import { statusWeightsOf } from '../../../ingest/relate/statuses/decide.ts'
import { wordingsOf } from '../../../ingest/relate/statuses/wordings.ts'
import { relatedAsLearned } from './stated.ts'

const stages = (marked: string) => {
  const article = relatedAsLearned(marked)
  return article.statuses.map((s) =>
    `${article.entities[s.subject]!.name} ${s.status} ${s.date ?? ''}`.trim(),
  )
}

describe('the stage of a project, decided by what was learned', () => {
  it.each([
    ['[江北大桥|Project]5月12日正式通车。', ['江北大桥 in_operation 5月12日']],
    ['[云帆大厦|Project]、[远航大厦|Project]全部封顶。', ['云帆大厦 topped_out', '远航大厦 topped_out']],
    // in free words
    ['[云帆电池基地|Project]占地68亩,去年3月动了工。', ['云帆电池基地 started 去年3月']],
    ['眼下,[云帆电池基地|Project]正在安装设备。', ['云帆电池基地 under_construction']],
    ['[远航生物二期|Project]计划明年开工。', ['远航生物二期 planned 明年']],
    // what is named without anything being said of a stage
    ['[甲光科技|Company]总部设在[临江区|Place],有员工2000人。', []],
  ])('%s', (marked, expected) => expect(stages(marked)).toEqual(expected))

  it('stands on words of the sentence that states it', () => {
    const article = relatedAsLearned(
      '临江区大干快上。[江北大桥|Project]全长2公里,去年6月开工,今年5月建成通车。',
    )
    expect(article.statuses.length).toBeGreaterThan(0)
    for (const { sentence, start, end } of article.statuses) {
      const line = article.sentences[sentence]!
      expect(start).toBeGreaterThanOrEqual(line.start)
      expect(end).toBeLessThanOrEqual(line.end)
    }
  })

  it('is read with the stages that it was learned for', () => {
    const file = {
      about: '',
      stages: ['begun'],
      step: 0.02,
      features: '',
      counts: '',
      cells: '',
      numbers: '',
    }
    expect(() => statusWeightsOf(file)).toThrow(/begun.*npm run train/)
  })
})

it('takes the longest wording where several begin', () => {
  const words = (line: string) => wordingsOf(line).map(({ start, end }) => line.slice(start, end))
  expect(words('项目已开工建设')).toEqual(['已', '开工', '建设'])
  expect(words('即将试运行')).toEqual(['即将', '试运行'])
})

it('takes a line of stages in its stride', () => {
  const line = `[启明科技产业园|Park]${'项目已开工,设备正在安装,'.repeat(4000)}年底投产。`
  const { statuses } = relatedAsLearned(line)
  expect(statuses.length).toBeLessThanOrEqual(2)
})
