import { describe, expect, it } from 'vitest'
import { linkCorpus } from '../../../ingest/link/corpus.ts'
import { link } from '../../../ingest/link/link.ts'
import { shortNamesOf } from '../../../ingest/link/short-names.ts'
import { linkedOf } from '../marked.ts'

describe('what a thing is called for short', () => {
  it.each([
    ['“三减”改革', 'Strategy', ['三减']],
    ['“一带两翼”产业布局', 'Strategy', ['一带两翼']],
    ['云江人才倍增行动计划', 'Strategy', ['云江人才倍增']],
    ['第二届云江茶博览会', 'Event', ['云江茶博览会']],
    ['“云江通”公共服务平台', 'Project', ['云江通']],
    ['云江综合枢纽建设', 'Strategy', ['云江综合枢纽']],
    ['强青石建设', 'Strategy', ['强青石']],
    ['建设云江中心城市', 'Strategy', ['云江中心城市']],
    ['“世界茶叶之都”', 'Strategy', ['茶叶之都']],
    ['济南向海图强', 'Strategy', ['向海图强']],
    ['云江健康产业“双核引领、双谷呼应”战略', 'Strategy', ['双核引领、双谷呼应']],
    ['储能产业链', 'Industry', ['储能']],
    ['云江经开区(青石区)', 'Park', ['云江经开区']],
    ['云江集团（青石）', 'Company', []],
    ['济南市历城区', 'Place', ['历城区']],
    ['济南历城区彩石街道', 'Place', ['彩石街道']],
    ['海洋强国建设', 'Strategy', ['海洋强国']],
    // what is left waits for the word behind it
    ['云江产业提升三年行动计划', 'Strategy', []],
    ['云江通道建设重大工程', 'Strategy', []],
    ['青石湖保护和高质量发展战略', 'Strategy', []],
    // nothing: one name, too short to tell, a name of its own, no such type
    ['历城区', 'Place', []],
    ['强市战略', 'Strategy', []],
    ['融入云江、打造门户战略', 'Strategy', ['融入云江、打造门户']],
    ['“十四五”电力规划', 'Strategy', []],
    ['“三减”改革', 'Honor', []],
  ] as const)('%s (%s)', (form, type, names) => expect(shortNamesOf([form], type)).toEqual(names))

  it('is an alias, unless it is something else in the article', () => {
    const aliasesOf = (marked: string) => link(linkedOf(marked)).entities.map((e) => e.aliases)
    expect(aliasesOf('推进[“三减”改革|Strategy]。')[0]).toContain('三减')
    expect(aliasesOf('[“云江”服务平台|Project]和[云江|Place]。')[0]).not.toContain('云江')
  })

  it('is one with the name that says how far it shall reach', () => {
    const marked = '按照[“世界茶叶之都”|Strategy]的定位,[茶叶之都|Strategy]在长大。'
    expect(link(linkedOf(marked)).entities.map((e) => e.name)).toEqual(['世界茶叶之都'])
  })

  it('ties nothing to another article', () => {
    const articles = ['推进[“三减”改革|Strategy]。', '推进[“三减”平台|Project]和[三减|Strategy]。'].map(
      (text) => link(linkedOf(text)),
    )
    expect(linkCorpus(articles).entityIds.map((ids) => ids[0])).toEqual([
      ...new Set(linkCorpus(articles).entityIds.map((ids) => ids[0])),
    ])
  })
})
