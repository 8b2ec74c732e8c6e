import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../ingest/recognize/candidate.ts'
import { isAnyZone, withTownZones } from '../../../ingest/recognize/town-zones.ts'
import type { Sentence } from '../../../model/article.ts'
import { named } from './named.ts'

const zonesIn = (line: string, chosen: Candidate[] = []) =>
  withTownZones(chosen, [{ line, sentence: { start: 0, end: line.length } as Sentence }])
    .filter((c) => c.type === 'Park')
    .map((c) => line.slice(c.start, c.end))

describe('zones of the town', () => {
  it.each([
    ['市开发区一天开建20个项目。', ['市开发区']],
    ['昨日,县经济开发区引进三家企业,位于区高新区的厂房封顶。', ['县经济开发区', '区高新区']],
    ['昨日,县产业开发区和市技术开发区引进三家企业。', ['县产业开发区', '市技术开发区']],
    ['云江市开发区很大,青禾县的园区不小。', []],
    ['走在市区开发区域里。', []],
  ])('%s', (line, names) => {
    expect(zonesIn(line)).toEqual(names)
  })

  it('stand in front of what they hold, and give way to other names', () => {
    const line = '市开发区秋季重点项目集中开工仪式举行。'
    const whole = { start: 0, end: 16, type: 'Event', confidence: 0.9, rule: 'event:whole' } as const
    expect(zonesIn(line, [whole])).toEqual(['市开发区'])
    expect(zonesIn(line, [{ ...whole, end: 6, type: 'Project' }])).toEqual([])
  })

  it('are found in time that grows with the text, and not with its square', () => {
    const line = '昨日,市开发区签约。'.repeat(40_000)
    const firms = Array.from({ length: 100_000 }, (_, i): Candidate => {
      const start = 10 * (i % 40_000) + (i < 40_000 ? 0 : 8)
      return { start, end: start + 2, type: 'Company', confidence: 0.8, rule: 'learned' }
    })
    expect(zonesIn(line, firms)).toHaveLength(40_000)
  }, 30_000)
})

describe('zones in general', () => {
  it.each(['全省', '各', '全市', '三个', '国家级', '推动'])('%s开发区 is none of them', (front) => {
    expect(isAnyZone(`${front}开发区`, front.length, front.length + 3)).toBe(true)
  })

  it('are no mention of the only one that has a name', () => {
    const found = named('青禾县开发区签约。全省开发区去年增长9%,开发区企业很忙。')
    expect(found.filter((n) => n.endsWith(':Park'))).not.toContain('全省开发区:Park')
    expect(isAnyZone('走进开发区', 2, 5)).toBe(false)
    expect(isAnyZone('全省化工园', 2, 5)).toBe(false)
  })
})
