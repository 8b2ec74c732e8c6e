import { describe, expect, it } from 'vitest'
import { relatedAsLearned, statedIn } from './stated.ts'

const hostsIn = (text: string): string[] => statedIn(text, 'HOSTS')

describe('who holds an event', () => {
  it('is named before the word, in each clause of the sentence', () => {
    expect(
      hostsIn(
        '[云江论坛|Event]由[青禾省工信厅|Organization]、[云江大学|Institute]主办,[石桥园管委会|Organization]等单位承办。',
      ),
    ).toEqual(['云江大学 HOSTS 云江论坛', '石桥园管委会 HOSTS 云江论坛', '青禾省工信厅 HOSTS 云江论坛'])
  })

  it('is the park that holds it right there', () => {
    expect(hostsIn('[云江新城|Park]举行[春季开工仪式|Event],25个项目动工。')).toEqual([
      '云江新城 HOSTS 春季开工仪式',
    ])
  })

  it('is nobody who is named for something else', () => {
    expect(hostsIn('[云江论坛|Event]闭幕,[云江大学|Institute]承办的课程开班。')).toEqual([])
  })

  it.each([
    ['[云江论坛|Event]在[石桥县|Place]的[青禾园|Park]隆重举行。', ['云江论坛 LOCATED_IN 青禾园']],
    ['在[青禾园|Park]举行的[云江论坛|Event]闭幕。', ['云江论坛 LOCATED_IN 青禾园']],
    ['[青禾园|Park]机声隆隆,[云江开工仪式|Event]在这里举行。', ['云江开工仪式 LOCATED_IN 青禾园']],
    ['[青禾园|Park]热闹,[云江开工仪式|Event]把主会场设在这里。', ['云江开工仪式 LOCATED_IN 青禾园']],
    ['[云江论坛|Event]从[青禾园|Park]出发,一路宣讲。', []],
  ])('is where it says: %s', (text, wanted) => {
    const said = statedIn(text, 'LOCATED_IN')
    expect(said.filter((line) => /(?:论坛|仪式) LOCATED_IN 青禾园$/.test(line))).toEqual(wanted)
  })

  it('is kept by what was learned', () => {
    const { relations, entities } = relatedAsLearned(
      '[云江论坛|Event]昨天闭幕。[春季论坛|Event]由[青禾省工信厅|Organization]、[云江大学|Institute]主办,[石桥园管委会|Organization]等单位承办。',
    )
    const hosts = relations.filter((r) => r.type === 'HOSTS' && entities[r.tail]!.name === '春季论坛')
    expect(hosts.map((r) => entities[r.head]!.name).sort()).toEqual(
      ['云江大学', '石桥园管委会', '青禾省工信厅'].sort(),
    )
  })
})
