import { describe, expect, it } from 'vitest'
import { link } from '../../../ingest/link/link.ts'
import { linkedOf } from '../marked.ts'

const named = (marked: string): string[] =>
  link(linkedOf(marked)).entities.map(({ type, aliases }) => `${type} ${aliases.join('=')}`)

describe('one thing by two names', () => {
  it('is a work where one of them says so', () => {
    expect(named('[云谷小镇项目|Project]开工。[云谷小镇|Park]总投资三亿元。')).toEqual([
      'Project 云谷小镇=云谷小镇项目',
    ])
    expect(named('[云江科学中心项目|Project]封顶。[云江科学中心|Institute]占地百亩。')).toHaveLength(1)
  })

  it('is a work where a phase of it is one, unless it is a zone', () => {
    const ofPhases = (name: string, type: string) =>
      named(`[${name}一期工程|Project]开港。[${name}|${type}]有泊位十个。`)
    expect(ofPhases('云江港', 'Place')).toContain('Project 云江港')
    expect(ofPhases('云江港', 'Park')).toContain('Park 云江港')
    expect(ofPhases('云江古街', 'Place')).toContain('Place 云江古街')
  })

  it('is a zone where its place is left out', () => {
    expect(named('[海南云江自贸港|Park]扬帆。[云江自贸港|Strategy]有园区十个。')).toEqual([
      'Park 云江自贸港=海南云江自贸港',
    ])
  })

  it('is a zone where the ground that its name begins with is left out', () => {
    expect(named('[云江新区|Park][云江新区石桥新城|Park]开工,[石桥新城|Place]投资三亿元。')).toContain(
      'Park 云江新区石桥新城=石桥新城',
    )
    expect(named('[云江新区石桥新城|Park]开工,[石桥新城|Place]投资三亿元。')).toHaveLength(2)
  })

  it('is the zone named last where only its kind is said', () => {
    expect(named('[东湖新区|Strategy]起步,[新区|Place]建了园区。')).toEqual(['Strategy 东湖新区=新区'])
    expect(named('[石桥新城|Park]与[青禾新城|Park]都在建,[新城|Park]引进项目三个。')).toContain(
      'Park 新城=青禾新城',
    )
    expect(named('[石桥港|Place]在建,[新城|Park]引进项目三个。')).toHaveLength(2)
  })

  it('is a firm where it is called after its group', () => {
    expect(named('[云商局集团|Company]签约。[云商局|Organization]投资三亿元。')).toEqual([
      'Company 云商局=云商局集团',
    ])
  })

  it('is two things where the shorter name is another kind of thing', () => {
    expect(named('[云谷项目|Project]由[云谷|Company]投资。')).toHaveLength(2)
    expect(named('[云江大学科技园|Park]属[云江大学|Institute]。')).toHaveLength(2)
  })

  it('keeps its type where the longer name has several', () => {
    expect(named('[云谷小镇项目|Project]和[云谷小镇项目|Strategy],[云谷小镇|Park]。')).toContain(
      'Park 云谷小镇',
    )
  })
})
