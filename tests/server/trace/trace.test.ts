import { describe, expect, it } from 'vitest'
import type { EntityEdgeType, EntityType } from '../../../model/ontology.ts'
import {
  chainsFrom,
  chainsTo,
  gapsAmong,
  LIMITS,
  stepsOf,
  type TraceEdge,
} from '../../../server/trace/trace.ts'

const TYPES = new Map<string, EntityType>([
  ['星海', 'Company'],
  ['星海子公司', 'Company'],
  ['松果', 'Company'],
  ['基地', 'Project'],
  ['别的项目', 'Project'],
  ['科技园', 'Park'],
  ['科创城', 'Strategy'],
  ['湖东战略', 'Strategy'],
  ['云湖区', 'Place'],
])

type Row = [from: string, type: EntityEdgeType, to: string, more?: Partial<TraceEdge>]
const edgesOf = (rows: Row[]): TraceEdge[] =>
  rows.map(([from, type, to, more]) => ({
    id: `${type}:${from}:${to}`,
    type,
    from,
    to,
    articleCount: 1,
    modality: '',
    ...(type === 'SERVES' ? { level: 'stated' as const } : {}),
    ...more,
  }))
const said = ({ steps }: { steps: { from: string; to: string }[] }) =>
  [steps[0]!.from, ...steps.map(({ to }) => to)].join(' → ')
const from = (start: string, rows: Row[], to: string | null = null) =>
  chainsFrom(start, to, stepsOf(edgesOf(rows), TYPES), TYPES).map(said)
const into = (strategy: string, rows: Row[]) =>
  chainsTo(strategy, stepsOf(edgesOf(rows), TYPES), TYPES).map(said)

describe('trace', () => {
  it.each<[string, string, Row[], string[]]>([
    ['a statement', '基地', [['基地', 'SERVES', '科创城']], ['基地 → 科创城']],
    [
      'company → project → strategy',
      '星海',
      [
        ['星海', 'DEVELOPS', '基地'],
        ['基地', 'SERVES', '科创城'],
      ],
      ['星海 → 基地 → 科创城'],
    ],
    [
      'a project that belongs to the company',
      '星海',
      [
        ['基地', 'AFFILIATED_WITH', '星海'],
        ['基地', 'SERVES', '科创城'],
      ],
      ['星海 → 基地 → 科创城'],
    ],
    [
      'what the owner serves',
      '基地',
      [
        ['基地', 'AFFILIATED_WITH', '星海'],
        ['星海', 'SERVES', '科创城'],
      ],
      ['基地 → 星海 → 科创城'],
    ],
    [
      'not what else the owner builds',
      '基地',
      [
        ['基地', 'AFFILIATED_WITH', '星海'],
        ['星海', 'DEVELOPS', '别的项目'],
        ['别的项目', 'SERVES', '科创城'],
      ],
      [],
    ],
    [
      'the larger strategy',
      '科技园',
      [
        ['科技园', 'LOCATED_IN', '科创城'],
        ['科创城', 'ADVANCES', '湖东战略'],
      ],
      ['科技园 → 科创城', '科技园 → 科创城 → 湖东战略'],
    ],
    [
      'company → park → strategy → larger strategy',
      '松果',
      [
        ['松果', 'LOCATED_IN', '科技园'],
        ['科技园', 'SERVES', '科创城'],
        ['科创城', 'PART_OF', '湖东战略'],
      ],
      ['松果 → 科技园 → 科创城', '松果 → 科技园 → 科创城 → 湖东战略'],
    ],
    [
      'nothing by working together',
      '松果',
      [
        ['松果', 'COOPERATES_WITH', '星海'],
        ['星海', 'SERVES', '科创城'],
      ],
      [],
    ],
    [
      'nothing by lying in the same place',
      '松果',
      [
        ['松果', 'LOCATED_IN', '云湖区'],
        ['云湖区', 'ADVANCES', '科创城'],
      ],
      [],
    ],
    ['nothing that is denied', '星海', [['星海', 'ADVANCES', '科创城', { modality: 'negated' }]], []],
    [
      'no circles',
      '科创城',
      [
        ['科创城', 'ADVANCES', '湖东战略'],
        ['湖东战略', 'ADVANCES', '科创城'],
      ],
      ['科创城 → 湖东战略'],
    ],
  ])('tells %s', (_, start, rows, chains) => {
    expect(from(start, rows)).toEqual(chains)
  })

  it('goes four steps and no further', () => {
    const rows: Row[] = [
      ['星海子公司', 'DEVELOPS', '别的项目'],
      ['别的项目', 'PART_OF', '基地'],
      ['基地', 'LOCATED_IN', '科技园'],
      ['科技园', 'SERVES', '科创城'],
      ['科创城', 'PART_OF', '湖东战略'],
    ]
    expect(from('星海子公司', rows)).toEqual(['星海子公司 → 别的项目 → 基地 → 科技园 → 科创城'])
  })

  it('puts the stronger level and the more articles first', () => {
    const rows: Row[] = [
      ['基地', 'SERVES', '湖东战略', { level: 'section' }],
      ['基地', 'SERVES', '科创城', { level: 'purpose', articleCount: 3 }],
    ]
    const chains = chainsFrom('基地', null, stepsOf(edgesOf(rows), TYPES), TYPES)
    expect(chains.map((chain) => [said(chain), Math.round(chain.strength * 1000)])).toEqual([
      ['基地 → 科创城', 607],
      ['基地 → 湖东战略', 240],
    ])
  })

  it('takes the stronger of two ties between the same two', () => {
    const rows: Row[] = [
      ['基地', 'SERVES', '科创城', { level: 'section' }],
      ['基地', 'LOCATED_IN', '科创城'],
    ]
    const [chain, ...more] = chainsFrom('基地', null, stepsOf(edgesOf(rows), TYPES), TYPES)
    expect([chain!.steps[0]!.edge.type, more]).toEqual(['LOCATED_IN', []])
  })

  const city: Row[] = [
    ['基地', 'SERVES', '科创城'],
    ['星海', 'DEVELOPS', '基地'],
    ['科技园', 'SERVES', '科创城', { level: 'section' }],
    ['科创城', 'PART_OF', '湖东战略'],
  ]
  it('from a strategy gives what serves it, one chain a head, ending there', () => {
    expect(into('科创城', city)).toEqual(['基地 → 科创城', '星海 → 基地 → 科创城', '科技园 → 科创城'])
    expect(into('湖东战略', city)).toEqual([
      '科创城 → 湖东战略',
      '基地 → 科创城 → 湖东战略',
      '星海 → 基地 → 科创城 → 湖东战略',
      '科技园 → 科创城 → 湖东战略',
    ])
  })

  it('gives the same chains backwards as forwards', () => {
    for (const strategy of ['科创城', '湖东战略']) {
      for (const chain of into(strategy, city))
        expect(from(chain.split(' ')[0]!, city, strategy)).toContain(chain)
    }
  })

  it('goes to one end when told', () => {
    expect(from('星海', city, '湖东战略')).toEqual(['星海 → 基地 → 科创城 → 湖东战略'])
  })

  it('names who is tied to no strategy', () => {
    const brief = (id: string, articleCount: number) => ({ id, name: id, type: TYPES.get(id)!, articleCount })
    const near = [brief('松果', 1), brief('星海', 2), brief('别的项目', 3), brief('云湖区', 9)]
    const gaps = gapsAmong(near, stepsOf(edgesOf(city), TYPES), TYPES)
    expect(gaps.map(({ id }) => id)).toEqual(['别的项目', '松果'])
  })

  it('stays capped, and so comes to an end, in a dense neighbourhood', () => {
    const types = new Map<string, EntityType>()
    const rows: Row[] = []
    for (let i = 0; i < 60; i++) {
      types.set(`p${i}`, 'Project')
      types.set(`s${i}`, 'Strategy')
    }
    for (let i = 0; i < 60; i++)
      for (let j = 0; j < 60; j++) {
        rows.push([`p${i}`, 'SERVES', `s${j}`])
        if (i !== j) rows.push([`p${i}`, 'PART_OF', `p${j}`], [`s${i}`, 'ADVANCES', `s${j}`])
      }
    const chains = chainsFrom('p0', null, stepsOf(edgesOf(rows), types), types)
    expect(chains).toHaveLength(LIMITS.chains)
  })
})
