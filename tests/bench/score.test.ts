import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { comparisonOf } from '../../bench/eval/compare.ts'
import { type Gold, loadGold } from '../../bench/eval/gold.ts'
import { normalOf, quantityOf } from '../../bench/eval/normal.ts'
import { pageOf } from '../../bench/eval/page.ts'
import { predict } from '../../bench/eval/predict.ts'
import { LAYERS, scoreOf } from '../../bench/eval/score.ts'
import type { Extraction } from '../../ingest/extraction.ts'
import { openTagger } from '../../ingest/tagger.ts'

const SHARED = join(import.meta.dirname, '../../../shared')
const hasScorer = existsSync(join(SHARED, 'score.py')) && spawnSync('python3', ['--version']).status === 0

const TEXT = '云江新区引进了启明科技。启明科技总投资12亿元,服务西进战略。'
const gold: Gold = {
  id: 'g-1',
  title: '',
  date: '',
  source: '',
  entities: [
    { id: 'e1', name: '云江新区', type: 'Park', surface: ['云江新区'], global: 'park/yunjiang' },
    { id: 'e2', name: '启明科技', type: 'Company', surface: ['启明科技'], global: 'company/qiming' },
    { id: 'e3', name: '西进战略', type: 'Strategy', surface: ['西进战略', '西进'] },
    { id: 'e4', name: '云江', type: 'Place', surface: ['云江'], optional: true },
  ],
  relations: [{ head: 'e2', type: 'LOCATED_IN', tail: 'e1', evidence: '云江新区引进了启明科技' }],
  serves: [{ head: 'e2', tail: 'e3', level: 'stated', evidence: '启明科技总投资12亿元' }],
  facts: [{ subject: 'e2', metric: '总投资', value: '12', unit: '亿元', period: null }],
  statuses: [{ subject: 'e2', status: 'landed', date: null }],
}
const entity = (id: string, name: string, type: string) => {
  const start = TEXT.indexOf(name)
  return { id, name, type, aliases: [name], mentions: [{ text: name, start, end: start + name.length }] }
}
const evidence = [{ start: 0, end: 12, text: '云江新区引进了启明科技。' }]
const prediction: Extraction = {
  article: { id: 'x', file: 'g-1.txt', title: '', date: '', source: '', authors: [], text: TEXT },
  entities: [
    entity('p1', '云江新区', 'Place'),
    entity('p2', '启明科技', 'Company'),
    entity('p3', '西进', 'Strategy'),
    entity('p4', '总投资', 'Project'),
  ],
  relations: [
    { head: 'p2', type: 'LOCATED_IN', tail: 'p1', confidence: 0.9, evidence },
    { head: 'p1', type: 'DEVELOPS', tail: 'p4', confidence: 0.5, evidence },
  ],
  serves: [{ head: 'p2', type: 'SERVES', tail: 'p3', level: 'purpose', confidence: 0.7, evidence }],
  facts: [{ subject: 'p2', metric: '投资', value: 120000, unit: '万元', period: '', start: 17, end: 21 }],
  statuses: [{ subject: 'p2', status: 'signed', date: null, start: 4, end: 6 }],
}
const counts = (f: { tp: number; fp: number; fn: number }) => [f.tp, f.fp, f.fn]

describe('a score', () => {
  const score = scoreOf(new Map([['g-1', gold]]), [prediction])

  it('counts what is right, wrong and missed on each layer; what is optional counts neither way', () => {
    expect(Object.fromEntries(LAYERS.map((layer) => [layer, counts(score.layers[layer])]))).toEqual({
      mention: [3, 1, 1],
      entity: [3, 1, 0],
      entity_typed: [2, 2, 1],
      relation: [1, 1, 0],
      serves: [1, 0, 0],
      fact: [1, 0, 0],
      status: [0, 1, 1],
      link_pairs: [0, 0, 0],
    })
    expect(score.levelRight).toBe(0)
    expect(counts(score.byType.Park!)).toEqual([0, 0, 1])
  })

  it('names what is missed and wrong, with its sentence', () => {
    expect(score.misses).toContainEqual({
      article: 'g-1',
      layer: 'relation',
      kind: 'wrong',
      type: 'DEVELOPS',
      text: '云江新区 → DEVELOPS → 总投资',
      sentence: '云江新区引进了启明科技。',
    })
    expect(score.misses).toContainEqual({
      article: 'g-1',
      layer: 'entity_typed',
      kind: 'missed',
      type: 'Park',
      text: '云江新区',
      sentence: '云江新区引进了启明科技。',
    })
  })

  it('links across articles by what is one real thing', () => {
    const twin: Gold = { ...gold, id: 'g-2' }
    const other = { ...prediction, article: { ...prediction.article, file: 'g-2.txt' } }
    const apart = {
      ...other,
      entities: other.entities.map((e) => (e.id === 'p2' ? { ...e, id: 'q2' } : e)),
      relations: [],
      serves: [],
      facts: [],
      statuses: [],
    }
    const golds = new Map([
      ['g-1', gold],
      ['g-2', twin],
    ])
    expect(counts(scoreOf(golds, [prediction, other]).layers.link_pairs)).toEqual([2, 0, 0])
    expect(counts(scoreOf(golds, [prediction, apart]).layers.link_pairs)).toEqual([1, 0, 1])
  })

  it('shows what a change gained and lost', () => {
    const better = scoreOf(new Map([['g-1', gold]]), [
      { ...prediction, relations: prediction.relations.slice(0, 1), facts: [] },
    ])
    const lines = comparisonOf(score, better)
    expect(lines.find((l) => l.startsWith('relation'))).toBe('relation         0.667 → 1.000  +0.333')
    expect(lines.join('\n')).toMatch(/gained.*\(1\)\n {2}relation wrong .*\n\nlost.*\(1\)\n {2}fact missing/)
  })

  it('is a page in which no text of an article is markup', async () => {
    const hostile = {
      ...prediction,
      entities: [{ ...prediction.entities[0]!, name: '<img src=x onerror=alert(1)>' }],
    }
    const page = await pageOf(scoreOf(new Map([['g-1', gold]]), [hostile]))
    expect(page).toContain('&lt;img src=x')
    expect(page).not.toContain('<img')
  })

  it.skipIf(!hasScorer)('agrees with score.py on all the gold', { timeout: 120_000 }, async () => {
    const folders = ['seeds', 'articles', 'press'].map((f) => join(SHARED, f)).filter((f) => existsSync(f))
    const predictions = await predict(folders, openTagger())
    const file = join(mkdtempSync(join(tmpdir(), 'quanmai-score-')), 'prediction.jsonl')
    writeFileSync(file, predictions.map((p) => JSON.stringify(p)).join('\n'))
    const { stdout } = spawnSync(
      'python3',
      [join(SHARED, 'score.py'), join(SHARED, 'gold'), file, '--json'],
      {
        encoding: 'utf8',
      },
    )
    const theirs = JSON.parse(stdout) as Record<string, { f1: number; tp: number; fp: number; fn: number }>
    const ours = scoreOf(loadGold(join(SHARED, 'gold')), predictions)
    for (const layer of LAYERS)
      if (layer !== 'mention')
        expect([layer, ...counts(ours.layers[layer])]).toEqual([layer, ...counts(theirs[layer]!)])
    expect(ours.levelRight).toBeCloseTo(theirs.serves_level_right as unknown as number, 10)
  })
})

describe('answers', () => {
  it('are refused where a form of a name has no character', () => {
    const folder = mkdtempSync(join(tmpdir(), 'quanmai-gold-'))
    const [first, ...rest] = gold.entities
    const entities = [{ ...first!, surface: ['云江新区', ''] }, ...rest]
    writeFileSync(join(folder, 'g-1.json'), JSON.stringify({ ...gold, entities }))
    expect(() => loadGold(folder)).toThrow(/g-1\.json: entity e1/)
  })
})

describe('a name and a number', () => {
  it.each([
    ['“山大”(威海)', '山大威海'],
    ['《强省会》', '强省会'],
    ['SAP', 'sap'],
    ['首创·富恒', '首创富恒'],
  ])('%s is compared as %s', (name, normal) => expect(normalOf(name)).toBe(normal))

  it.each([
    ['15.7', '万平方米', '157000 平方米'],
    ['约166', '亿元', '16600000000 元'],
    ['1,300余', '户', '1300 户'],
    ['8.6', '%', '8.6 %'],
    ['3', '百分点', '3 个百分点'],
    ['600', '公里', '600 km'],
    ['5', '千米', '5 km'],
    ['一', '位', '一 位'],
  ])('%s %s is %s', (value, unit, quantity) => expect(quantityOf(value, unit)).toBe(quantity))
})
