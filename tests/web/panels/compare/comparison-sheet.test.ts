import { expect, it } from 'vitest'
import type { ComparedEntity, ComparedStep, Comparison } from '../../../../model/comparison.ts'
import { csvOf } from '../../../../web/exchange/sheet.ts'
import { comparisonSheet } from '../../../../web/panels/compare/sheet.ts'

const step = (type: ComparedStep['type'], from: string, to: string): ComparedStep => ({
  edge: `${type}:${from}:${to}`,
  type,
  from,
  to,
  articleCount: 1,
})
const project = (id: string, name: string, holders: number, ...steps: ComparedStep[]): ComparedEntity => ({
  id,
  name,
  type: 'Project',
  articleCount: 1,
  holders,
  steps,
  through: steps.length > 1 ? [{ id: 'p', name: '湖畔园' }] : [],
})
const cell = (...items: ComparedEntity[]) => ({
  total: items.length,
  shared: items.filter(({ holders }) => holders > 1).length,
  items,
})
const fact = {
  id: 'f',
  metric: '总投资',
  comparison: '',
  bound: 'about',
  period: '2023',
  value: 12,
  unit: '亿元',
}
const evidence = {
  article: { id: 'a', title: '', date: '', source: '' },
  sentence: 'a:0',
  start: 0,
  end: 0,
  text: '',
  paragraph: 1,
  marks: [],
}
const comparison: Comparison = {
  entities: [
    { id: 'a', name: '云湖区', type: 'Place', articleCount: 3 },
    { id: 'b', name: '松山区', type: 'Place', articleCount: 1, beside: '松山市' },
  ],
  articles: [
    { total: 3, shared: 0, items: [] },
    { total: 1, shared: 0, items: [] },
  ],
  rows: [
    {
      kind: 'Project',
      cells: [
        cell(project('x', '大桥', 1, step('LOCATED_IN', 'x', 'a'))),
        cell(project('y', '二厂', 1, step('LOCATED_IN', 'p', 'b'), step('LOCATED_IN', 'y', 'p'))),
      ],
    },
    { kind: 'Project', stage: 'started', cells: [cell(), cell(project('y', '二厂', 1))] },
  ],
  metrics: {
    total: 1,
    items: [
      {
        key: '总投资',
        metric: '总投资',
        comparison: '',
        cells: [
          { total: 1, items: [{ ...fact, evidence }] },
          { total: 1, items: [{ ...fact, id: 'f2', metric: '计划总投资', evidence }] },
        ],
      },
    ],
  },
  common: {
    total: 1,
    items: [
      {
        entity: { id: 's', name: '=强省会', type: 'Strategy', articleCount: 9 },
        cells: [[step('ADVANCES', 'a', 's')], [step('PART_OF', 'b', 's'), step('ADVANCES', 'b', 's')]],
      },
    ],
  },
}

it('writes counts, then what they count with its way, a column for each', () => {
  expect(csvOf(comparisonSheet(comparison, 'zh')).replace('\uFEFF', '').trimEnd().split('\r\n')).toEqual([
    '类别,名称,云湖区,松山区（松山市）',
    '文章,,3,1',
    '项目,,1,1',
    '项目,大桥,← 位于,',
    '项目,二厂,,← 位于 湖畔园 ← 位于',
    '项目 · 开工,,0,1',
    '数据,总投资,约 12亿元 2023,约 12亿元 2023 计划总投资',
    "都与之相连,'=强省会,→ 推进,→ 属于；→ 推进",
  ])
})

it('heads rows of several things by what several are called', () => {
  const { rows } = comparisonSheet(comparison, 'en')
  expect(rows.map(([heading]) => heading)).toEqual([
    'Articles',
    'Projects',
    'Projects',
    'Projects',
    'Projects · started',
    'Facts',
    'Tied to both',
  ])
})
