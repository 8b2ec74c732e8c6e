import { describe, expect, it } from 'vitest'
import { anaphorsOf } from '../../../ingest/link/references.ts'
import { learnedChoice } from '../../../ingest/relate/facts/learned.ts'
import { factsOf } from '../../../ingest/relate/facts.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'

const said = (marked: string) => {
  const linked = linkedOf(marked)
  const article = { ...linked, anaphors: anaphorsOf(linked, linked.entities, linked.entityOf) }
  const scene = sceneOf(article)
  const readings = [...readingsOf(scene)]
  return factsOf(scene, readings, learnedChoice(scene, readings)).map(
    (f) => `${article.entities[f.subject]!.name} ${f.value}${f.unit}`,
  )
}

describe('whom a number is said of, by what was learned', () => {
  it.each([
    ['the clause’s subject', '[启明科技|Company]现有员工420名。', ['启明科技 420名']],
    ['what stands behind 的', '全区引进总投资约12亿元的[云帆产业园|Park]。', ['云帆产业园 12亿元']],
    [
      'what the money builds',
      '[启明科技|Company]投资8亿元建设[智能网联测试场|Project],项目占地96亩。',
      ['智能网联测试场 8亿元', '智能网联测试场 96亩'],
    ],
    [
      'one and the same, clause after clause',
      '[江北大桥|Project]全长3.2公里,设计时速80公里,总投资21亿元。',
      ['江北大桥 3.2公里', '江北大桥 80公里', '江北大桥 21亿元'],
    ],
    [
      'what the sentence before set up',
      '去年,[临江市|Place]建成[云帆产业园|Park]。园区占地680亩,入驻企业已有42家。',
      ['云帆产业园 680亩', '云帆产业园 42家'],
    ],
    [
      'what its name’s end stands for',
      '[临江市|Place]在城南建设[珠西物流枢纽中心|Project]。枢纽中心占地1.3平方公里,总投资18亿元。',
      ['珠西物流枢纽中心 1.3平方公里', '珠西物流枢纽中心 18亿元'],
    ],
    ['nobody', '从厂门到码头不足8公里。', []],
  ])('%s', (_, marked, expected) => expect(said(marked)).toEqual(expected))

  it('goes by the rules where it is in doubt in a long text', () => {
    const long = `${'街坊们在树下乘凉,说起从前的日子。'.repeat(150)}[启明科技|Company]现有员工420名。`
    expect(said(long)).toEqual(['启明科技 420名'])
  })

  it('takes a line of numbers in its stride', () => {
    const line = `[启明科技|Company]有${'员工420名,'.repeat(300)}`
    expect(said(line).length).toBeGreaterThan(100)
  })
})
