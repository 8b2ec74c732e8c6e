import { describe, expect, it } from 'vitest'
import { Endings, fitOf, kindsOf } from '../../../ingest/relate/pairs/kinds.ts'
import { readyOf } from '../marked.ts'

describe('strategies that count their members', () => {
  it.each([
    ['“两城两谷一带”', '城2 谷2 带1'],
    ['三城一园一中心', '城3 园1 中心1'],
    ['四大组团', '组团4'],
    ['十二大组团', '组团12'],
    ['一核三带多点空间布局', '核1 带3 点*'],
    ['济南两城一区战略', '城2 区1'],
    ['一主核双副中心', '核1 中心2'],
    ['三大战略', ''],
    ['六大攻坚战', ''],
    ['四大发展战略', ''],
    ['“十四五”规划', ''],
    ['一带一路', ''],
    ['长三角一体化发展', ''],
    ['成渝双城经济圈', ''],
    ['第三产业', ''],
    ['五位一体', ''],
    ['百千万工程', ''],
    ['黄河流域生态保护和高质量发展', ''],
  ])('%s', (name, wanted) => {
    expect(
      kindsOf(name)
        .map((k) => `${k.ending}${k.count ?? '*'}`)
        .join(' '),
    ).toBe(wanted)
  })

  const { entities } = readyOf(
    '[东科学城|Park]、[西大学城|Park]和[光谷|Park],[远山科技|Company],[南湖科教新区|Park|南湖科教片]',
  )
  const fits = (name: string) => entities.map((e) => fitOf(kindsOf(name), e))
  it('know what may be one of them, by any of its names', () => {
    expect(fits('两城一谷')).toEqual([2, 2, 2, 1, 1])
    expect(fits('一核一区')).toEqual([1, 1, 1, 1, 2])
    expect(fits('强链行动')).toEqual([0, 0, 0, 0, 0])
  })
  it('are filled where so many things of each kind are named beside them', () => {
    const named = readyOf('[两城一谷|Strategy]:[东科学城|Park]、[西大学城|Park]和[光谷|Park]').entities
    const filled = (name: string) => new Endings(named).fill(kindsOf(name), named[0]!)
    expect(filled('两城一谷')).toBe(true)
    expect(filled('两城两谷')).toBe(false)
    expect(filled('多城一谷')).toBe(true)
    expect(filled('两城多谷')).toBe(false)
    expect(filled('强链行动')).toBe(false)
  })
})
