import { describe, expect, it } from 'vitest'
import { unzipped } from '../../../ingest/learned/zipped.ts'
import { anaphorsOf } from '../../../ingest/link/references.ts'
import { viewing } from '../../../ingest/relate/facts/choose.ts'
import { chooserOf, type FactsFile, factsWeightsOf } from '../../../ingest/relate/facts/chooser.ts'
import { factsOf } from '../../../ingest/relate/facts/facts.ts'
import { TEMPLATES } from '../../../ingest/relate/facts/features.ts'
import { FIELDS, takenOf, withoutThose } from '../../../ingest/relate/facts/likely.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'

const FILE = new URL('../../../ingest/relate/facts/weights.json.gz', import.meta.url)
const file = unzipped<FactsFile>(FILE)
const learned = factsWeightsOf(file)

const said = (marked: string, weights = learned) => {
  const linked = linkedOf(marked)
  const article = { ...linked, anaphors: anaphorsOf(linked, linked.entities, linked.entityOf) }
  const scene = sceneOf(article)
  const readings = [...readingsOf(scene)]
  return factsOf(scene, readings, chooserOf(scene, readings, weights)).map(
    (f) => `${article.entities[f.subject]!.name} ${f.value}${f.unit}`,
  )
}

describe('those that can’t be meant', () => {
  const shared = [
    { number: 0, entity: 7, share: 0.6 },
    { number: 0, entity: 9, share: 0.2 },
    { number: 1, entity: 7, share: 0.5 },
  ]
  it('leave what they had to the others of the number', () => {
    const left = withoutThose(shared, (number, entity) => number === 0 && entity === 7)
    expect(left).toEqual([{ ...shared[1], share: 0.5 }, shared[2]])
  })
})

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
    [
      'what was named before, and not the strategy that a pointing clause tells of',
      '8月27日传来消息:[平江运河|Project]进展顺利。这项[陆江大通道|Strategy]骨干工程已累计完成投资158亿元,开挖土石方5700万立方米。',
      ['平江运河 158亿元', '平江运河 5700万立方米'],
    ],
    ['nobody', '从厂门到码头不足8公里。', []],
    [
      'who has the projects that are counted, and not one of them',
      '[临江市|Place]今年的重头戏已经开场。3月2日,[云帆大桥|Project]等12个项目集中开工,总投资86亿元。',
      ['临江市 12个', '临江市 86亿元'],
    ],
    [
      'the district that the clause speaks of, and not the firm before',
      '[启明科技|Company]是[临江市|Place]的龙头企业。2031年,全市新增企业42家,产值达到310亿元。',
      ['临江市 42家', '临江市 310亿元'],
    ],
    [
      'what was built, and not the firm whose man speaks',
      '[智能网联测试场|Project]的主体已经封顶。[启明科技|Company]总经理周明说,全部建成后,年产值可达12亿元,带动就业300人。',
      ['智能网联测试场 12亿元', '智能网联测试场 300人'],
    ],
    [
      'what a noun at the beginning stands for',
      '[云帆产业园|Park]由[启明科技|Company]运营。园区占地680亩,厂房有42栋。',
      ['云帆产业园 680亩', '云帆产业园 42栋'],
    ],
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

describe('a second look at all numbers', () => {
  const NEWS =
    '[临江市|Place]引进[启明科技|Company]和[云帆产业园|Park]。[启明科技|Company]在[云帆产业园|Park]投资8亿元。'
  const REPORT = `${'街坊们在树下乘凉,说起从前的日子。'.repeat(150)}[启明科技|Company]现有员工420名。`
  // a tree without a question says the same of everything
  const always = (sum: number) => ({ ...file, trees: [[-1, sum]] })
  const [against, none, fond] = [-20, 0, 20].map((sum) => factsWeightsOf(always(sum)))

  it('leaves out what speaks against', () => expect(said(NEWS, against)).toEqual([]))
  it('says a number of several where each is likely enough, once of each', () => {
    const facts = said(NEWS, fond)
    expect(facts.length).toBeGreaterThan(1)
    expect(new Set(facts).size).toBe(facts.length)
    expect(facts.every((fact) => fact.endsWith(' 8亿元'))).toBe(true)
  })
  it('says it of the likeliest where nothing is seen beside', () =>
    expect(said('[启明科技|Company]现有员工420名。', none)).toEqual(['启明科技 420名']))
  it('leaves a report as it was first read', () => expect(said(REPORT, against)).toEqual(said(REPORT, fond)))
  it('comes out the same each time', () => expect(said(NEWS)).toEqual(said(NEWS)))
  it('sees the sum by parts that leave out nothing of what is seen', () => {
    const scene = sceneOf(linkedOf(`${NEWS}其中,[启明科技|Company]有员工三百人。`))
    const readings = [...readingsOf(scene)]
    const view = viewing(scene, readings)
    const made = { number: new Set<number>(), candidate: new Set<number>() }
    factsOf(scene, readings, {
      choose(amount) {
        const { row, common } = view(amount).features
        for (const template of row.templates.subarray(0, common)) made.number.add(template)
        for (const template of row.templates.subarray(common, row.size)) made.candidate.add(template)
        return amount.picked.entity
      },
    })
    expect(made.number.size + made.candidate.size).toBeGreaterThan(40)
    expect([...made.number].filter((template) => !TEMPLATES.number.includes(template))).toEqual([])
    expect([...made.candidate].filter((template) => !TEMPLATES.candidate.includes(template))).toEqual([])
  })
  it('is refused where it was learned for other fields', () => {
    expect(() => factsWeightsOf({ ...file, fields: FIELDS.slice(1) })).toThrow(/npm run train/)
    expect(() => factsWeightsOf({ ...file, fields: [...FIELDS] })).not.toThrow()
  })
})

describe('whom a number is taken to be said of', () => {
  const taken = (bound: number, shares: readonly [number: number, share: number][]) =>
    takenOf(
      shares.map(([number, share]) => ({ number, share })),
      bound,
    ).map(({ number, share }) => [number, share])

  it('is the likeliest from the bound on, and another from a half on', () => {
    const shares: [number, number][] = [
      [0, 0.4],
      [0, 0.45],
      [1, 0.6],
      [1, 0.55],
      [2, 0.2],
    ]
    expect(taken(0.3, shares)).toEqual([
      [1, 0.6],
      [1, 0.55],
      [0, 0.45],
    ])
  })

  it('is nobody below the bound, be it over a half', () => {
    expect(
      taken(0.7, [
        [0, 0.65],
        [1, 0.9],
        [1, 0.65],
      ]),
    ).toEqual([[1, 0.9]])
  })
})
