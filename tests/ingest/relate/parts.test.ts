import { describe, expect, it } from 'vitest'
import { relatedAsLearned, statedIn } from './stated.ts'

const partsIn = (text: string): string[] => statedIn(text, 'PART_OF')
const inAll = (whole: string, ...parts: string[]): string[] =>
  parts.map((part) => `${part} PART_OF ${whole}`).sort()

describe('parts of a whole', () => {
  it('are what it is made up of, also where it was named the sentence before', () => {
    const parts = inAll('云江科技城', '青禾园', '石桥港')
    expect(
      partsIn('[云江科技城|Park]去年揭牌,由[青禾园|Park]、[石桥港|Park]等板块组成,面积26平方公里。'),
    ).toEqual(parts)
    expect(partsIn('[云江科技城|Park]去年揭牌。它由[青禾园|Park]和[石桥港|Park]两个片区整合而成。')).toEqual(
      parts,
    )
  })

  it('are what it is divided into', () => {
    expect(
      partsIn('[云江配套项目|Project]用地1760亩,分[南区|Project]、[北区|Project]、[东区|Project]三步走。'),
    ).toEqual(inAll('云江配套项目', '南区', '北区', '东区'))
  })

  it('are not those of a work that the clause before does not name', () => {
    expect(
      partsIn('[云江数字园|Park]落户新区,安置工程用地1760亩,分[南区|Project]、[北区|Project]两步走。'),
    ).toEqual([])
  })

  it.each([
    ['全市打造[云江新城|Park]、[青禾新城|Park]、[石桥新城|Park]“[大三城|Strategy]”。'],
    ['“[大三城|Strategy]”包括[云江新城|Park]、[青禾新城|Park]和[石桥新城|Park]。'],
    ['市里提出“[大三城|Strategy]”,即[云江新城|Park]、[青禾新城|Park]、[石桥新城|Park]。'],
  ])('are the members of a set beside its list: %s', (text) => {
    expect(partsIn(text)).toEqual(inAll('大三城', '云江新城', '青禾新城', '石桥新城'))
  })

  it('are not strategies listed as equals', () => {
    expect(
      partsIn('[长江经济带|Strategy]、[东部崛起|Strategy]和[三江一体化发展|Strategy]在这里交汇。'),
    ).toEqual([])
  })

  it('are stretches of a network', () => {
    expect(partsIn('[云青高速|Project]东接港区,是全省“[五纵五横高速网|Strategy]”的重要组成部分。')).toEqual(
      inAll('五纵五横高速网', '云青高速'),
    )
  })

  it.each([
    [
      '[云江电池基地|Project]总投资300亿元。其中,[一期|Project]占地520亩。',
      ['云江电池基地一期 PART_OF 云江电池基地'],
    ],
    ['[云江新区|Park]一片繁忙,[一期|Project]占地520亩。', []],
  ])('are phases of what was named last, but not of a zone: %s', (text, wanted) => {
    expect(partsIn(text)).toEqual(wanted)
  })

  it('are kept by what was learned', () => {
    const { relations, entities } = relatedAsLearned(
      '[云江配套项目|Project]用地1760亩,分[南区|Project]、[北区|Project]、[东区|Project]三步走。',
    )
    expect(
      relations
        .filter((r) => r.type === 'PART_OF')
        .map((r) => entities[r.head]!.name)
        .sort(),
    ).toEqual(['东区', '北区', '南区'])
  })
})
