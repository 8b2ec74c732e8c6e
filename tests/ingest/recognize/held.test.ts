import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../ingest/recognize/candidate.ts'
import { heldIn, withHeld } from '../../../ingest/recognize/held.ts'
import type { Sentence } from '../../../model/article.ts'

const lineOf = (line: string) => ({ line, sentence: { start: 7, end: 7 + line.length } as Sentence })
const heldOf = (line: string) => heldIn(lineOf(line)).map((c) => line.slice(c.start - 7, c.end - 7))

describe('what is held', () => {
  it.each([
    ['青禾县举行2031年三季度重大项目开复工仪式,12个项目动工。', ['2031年三季度重大项目开复工仪式']],
    [
      '昨日召开的云江市“两环一谷”及春季“开门红”工作推进会透露,路通了。',
      ['云江市“两环一谷”及春季“开门红”工作推进会'],
    ],
    ['举行“云上青禾、山水相约”主题系列新闻发布会。', ['“云上青禾、山水相约”主题系列新闻发布会']],
    [
      '3月2日,2031青禾县(云江高新区)“归雁”招商推介会在该县会展中心举行。',
      ['2031青禾县(云江高新区)“归雁”招商推介会'],
    ],
    ['近日云江流域水运发展论坛在青禾召开。', ['云江流域水运发展论坛']],
    ['由青禾县商务局主办的云江茶产业对接会在此举行。', ['云江茶产业对接会']],
    ['青禾大桥建设现场推进会传来消息。', ['青禾大桥建设现场推进会']],
    ['青禾大桥建设启动会传出消息。', ['青禾大桥建设启动会']],
    ['青禾县2031年第二次集中开工活动把主会场设在园区。', ['青禾县2031年第二次集中开工活动']],
    ['区里召集云江电网协调会,定下电价。', ['云江电网协调会']],
    ['随后举办云江茶产业高层对话会,谈到出口。', ['云江茶产业高层对话会']],
    ['云江市“一周一县”集中采访活动走进青禾县,看了茶园。', ['云江市“一周一县”集中采访活动']],
    ['云江—青石合作理事会2031年第一次会议在青禾举行。', ['云江—青石合作理事会2031年第一次会议']],
    ['青禾县2031年首批项目集中开工活动在云石、张桥两地同时举行。', ['青禾县2031年首批项目集中开工活动']],
  ])('%s', (line, names) => {
    expect(heldOf(line)).toEqual(names)
  })

  it.each([
    '云江市召开新闻发布会。',
    '两家公司举行签约仪式,重大项目集中开工仪式随后举行。',
    '街道举办各类文化惠民活动。',
    '市里召开会议部署招商活动。',
    '这里将举办全省最大的茶产业对接会。',
  ])('has no name of its own: %s', (line) => {
    expect(heldOf(line)).toEqual([])
  })

  it('takes the place of its pieces; who stands in front stays', () => {
    const line = '云江高新区“归雁”招商推介会举行。'
    const piece = (from: string, type: Candidate['type']): Candidate => ({
      start: 7 + line.indexOf(from),
      end: 7 + line.indexOf(from) + from.length,
      type,
      confidence: 0.8,
      rule: 'learned',
    })
    const chosen = [piece('云江高新区', 'Park'), piece('归雁', 'Strategy'), piece('招商推介会', 'Event')]
    expect(
      withHeld(chosen, [lineOf(line)]).map((c) => `${line.slice(c.start - 7, c.end - 7)}:${c.type}`),
    ).toEqual(['云江高新区:Park', '云江高新区“归雁”招商推介会:Event'])
  })

  it('is read in time that grows with the text, and not with its square', () => {
    const line = '召开云江茶产业推进会,'.repeat(40_000)
    const chosen = Array.from({ length: 80_000 }, (_, i): Candidate => {
      const start = 7 + Math.floor((i * line.length) / 80_000)
      return { start, end: start + 4, type: 'Company', confidence: 0.8, rule: 'learned' }
    })
    expect(withHeld(chosen, [lineOf(line)]).filter((c) => c.type === 'Event')).toHaveLength(40_000)
  }, 30_000)
})
