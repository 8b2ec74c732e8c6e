import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../ingest/llm/answer.ts'
import type { Merge } from '../../../ingest/llm/merge.ts'
import { mergeLinks } from '../../../ingest/llm/merge-links.ts'
import { mergeNames } from '../../../ingest/llm/merge-names.ts'
import { mergeStatements } from '../../../ingest/llm/merge-statements.ts'
import { verify } from '../../../ingest/llm/verify.ts'
import { relate } from '../../../ingest/relate/relate.ts'
import { linkedOf } from '../marked.ts'
import { answerOf, entitiesOf, entitiesRead, readWith, relationOf, relationsRead } from './article.ts'

const verifiedOf = (marked: string, rows: Partial<Answer>) => {
  const linked = linkedOf(marked)
  return { linked, verified: verify(linked, [answerOf(rows)]).verified }
}

describe('names of the rules and of a model', () => {
  const merged = (marked: string, names: string[], merge: Merge) => {
    const { linked, verified } = verifiedOf(marked, { entities: entitiesOf(...names) })
    return mergeNames(linked, linked.mentions, verified.names, merge).map(
      (m) => `${m.type} ${m.text} ${m.rule} ${m.confidence}`,
    )
  }

  it.each<[string, string, string[], Merge, string[]]>([
    [
      'adds what the rules leave open',
      '[白石区|Place]的启明科技开工。',
      ['启明科技|Company'],
      'fill',
      ['Place 白石区 marked 1', 'Company 启明科技 llm 0.75'],
    ],
    [
      'leaves the ends of a name to the rules',
      '[白石区|Place]的启明[科技产业园|Park]开工。',
      ['启明科技产业园|Park'],
      'fill',
      ['Place 白石区 marked 1', 'Park 科技产业园 marked 1'],
    ],
    [
      'leaves the ends of a name to the model',
      '[白石区|Place]的启明[科技产业园|Park]开工。',
      ['启明科技产业园|Park'],
      'prefer',
      ['Place 白石区 marked 1', 'Park 启明科技产业园 llm 0.75'],
    ],
    [
      'leaves the type to the rules',
      '[启明中心|Institute]开工。',
      ['启明中心|Project'],
      'fill',
      ['Institute 启明中心 marked+llm 1'],
    ],
    [
      'leaves the type to the model',
      '[启明中心|Institute]开工。',
      ['启明中心|Project'],
      'prefer',
      ['Project 启明中心 marked+llm 1'],
    ],
    [
      'gives a name one type where the rules have it elsewhere',
      '[启明中心|Institute]开工。“启明中心”建成。',
      ['启明中心|Project'],
      'fill',
      ['Institute 启明中心 marked+llm 1', 'Institute 启明中心 llm 0.75'],
    ],
    [
      'keeps an owner inside a longer name',
      '[启明科技|Company]研发基地开工。',
      ['启明科技研发基地|Park'],
      'fill',
      ['Park 启明科技研发基地 llm 0.75', 'Company 启明科技 marked 1'],
    ],
    [
      'takes the model alone',
      '[白石区|Place]的启明科技开工。',
      ['启明科技|Company'],
      'only',
      ['Company 启明科技 llm 0.75'],
    ],
  ])('%s (%s, %j, %s)', (_, marked, names, merge, wanted) => {
    expect(merged(marked, names, merge)).toEqual(wanted)
  })
})

describe('links of the rules and of a model', () => {
  const merged = (marked: string, names: string[], merge: Merge, fromModel: readonly string[] = []) => {
    const { linked, verified } = verifiedOf(marked, { entities: entitiesOf(...names) })
    const mentions = linked.mentions.map((m) => (fromModel.includes(m.text) ? { ...m, rule: 'llm' } : m))
    return mergeLinks({ ...linked, mentions }, verified.names, merge).entities
  }
  const marked = '[启明科技|Company]开工,[QMT|Company]投用,[白石区|Place]支持[QMT|Company]。'

  it('are joined with their reason where the model wins', () => {
    const entities = merged(marked, ['启明科技|Company|QMT'], 'prefer')
    expect(entities.map(({ index, name, aliases, mentions }) => [index, name, aliases, mentions])).toEqual([
      [0, '启明科技', ['QMT', '启明科技'], [0, 1, 3]],
      [1, '白石区', ['白石区'], [2]],
    ])
    expect(entities[0]!.reasons).toEqual(['QMT → 启明科技(语言模型)'])
  })

  it('are left apart where the rules win and found both', () => {
    expect(merged(marked, ['启明科技|Company|QMT'], 'fill').length).toBe(3)
    expect(merged(marked, ['启明科技|Company|QMT'], 'fill', ['QMT']).length).toBe(2)
  })

  it.each([
    ['phases', '[启明园一期|Project]和[启明园二期|Project]。', '启明园一期|Project|启明园二期'],
    ['types', '[启明园|Park]和[启明|Company]。', '启明园|Park|启明'],
  ])('never join two %s', (_, text, name) => {
    expect(merged(text, [name], 'prefer').length).toBe(2)
  })

  it('renew the indexes of members and phrases', () => {
    const linked = {
      ...linkedOf('[甲川战略|Strategy]、[甲川|Strategy]、[乙川战略|Strategy],[两大战略|Strategy]。'),
    }
    linked.entities[3]!.members = [0, 1, 2]
    const withPhrase = { ...linked, anaphors: [{ start: 0, end: 1, sentence: 0, entities: [1, 2] }] }
    const { names } = verify(linked, [answerOf({ entities: entitiesOf('甲川战略|Strategy|甲川') })]).verified
    const merged = mergeLinks(withPhrase, names, 'prefer')
    expect(merged.entities.map((e) => e.members)).toEqual([[], [], [0, 1]])
    expect(merged.anaphors[0]!.entities).toEqual([0, 1])
    expect(merged.entityOf).toEqual([0, 0, 1, 2])
  })
})

describe('statements of the rules and of a model', () => {
  const marked = '[启明科技|Company]投资12亿元建设[启明园|Park],服务[东进战略|Strategy],已开工。'
  const text = '启明科技投资12亿元建设启明园,服务东进战略,已开工。'
  const entities = entitiesOf('启明科技|Company', '启明园|Park', '东进战略|Strategy')
  const own = {
    relations: [
      {
        head: 0,
        type: 'DEVELOPS' as const,
        tail: 1,
        sentence: 0,
        confidence: 0.8,
        modality: 'planned' as const,
        rule: 'own',
        time: '',
      },
    ],
    serves: [{ head: 1, tail: 2, level: 'section' as const, sentence: 0, confidence: 0.5, rule: 'own' }],
    facts: [
      {
        subject: 0,
        metric: '投资',
        value: 12,
        unit: '亿元',
        period: '',
        bound: '' as const,
        comparison: '' as const,
        sentence: 0,
        start: 6,
        end: 10,
      },
    ],
    statuses: [{ subject: 1, status: 'started' as const, date: null, sentence: 0, start: 24, end: 26 }],
  }
  const rows = {
    entities,
    relations: [relationOf('启明科技 DEVELOPS 启明园', text), relationOf('启明科技 ADVANCES 东进战略', text)],
    serves: [{ head: '启明园', tail: '东进战略', level: 'stated' as const, quote: '服务东进战略' }],
    facts: [{ subject: '启明园', metric: '投资', quantity: '12亿元', quote: '投资12亿元' }],
    statuses: [
      { subject: '启明园', status: 'started' as const, date: '已', quote: '启明园,服务东进战略,已开工' },
    ],
  }
  const merged = (merge: Merge) => {
    const { linked, verified } = verifiedOf(marked, rows)
    const { relations, serves, facts, statuses } = mergeStatements(linked, own, verified, merge)
    return {
      relations: relations.map(
        (r) => `${r.head} ${r.type} ${r.tail} ${r.modality} ${r.rule} ${r.confidence}`,
      ),
      serves: serves.map((s) => `${s.head} ${s.tail} ${s.level} ${s.rule} ${s.confidence}`),
      facts: facts.map((f) => `${f.subject} ${f.metric} ${f.value} ${f.unit}`),
      statuses: statuses.map((s) => `${s.subject} ${s.status} ${s.start} ${s.date}`),
    }
  }

  it('keep what the rules say where they win', () => {
    expect(merged('fill')).toEqual({
      relations: ['0 DEVELOPS 1 planned own+llm 0.94', '0 ADVANCES 2 asserted llm 0.7'],
      serves: ['1 2 section own+llm 0.85'],
      facts: ['0 投资 12 亿元'],
      statuses: ['1 started 24 null'],
    })
  })

  it('take what the model says where it wins', () => {
    expect(merged('prefer')).toEqual({
      relations: ['0 DEVELOPS 1 asserted own+llm 0.94', '0 ADVANCES 2 asserted llm 0.7'],
      serves: ['1 2 stated own+llm 0.85'],
      facts: ['1 投资 12 亿元'],
      statuses: ['1 started 24 已'],
    })
  })

  it('are the model’s alone where it stands alone', () => {
    expect(merged('only').relations).toEqual([
      '0 DEVELOPS 1 asserted llm 0.7',
      '0 ADVANCES 2 asserted llm 0.7',
    ])
    expect(merged('only').serves).toEqual(['1 2 stated llm 0.7'])
  })

  it('never run both ways', () => {
    const place = '[甲园|Park]位于[乙园|Park]。'
    const { linked, verified } = verifiedOf(place, {
      entities: entitiesOf('甲园|Park', '乙园|Park'),
      relations: [relationOf('乙园 LOCATED_IN 甲园', '甲园位于乙园')],
    })
    const rules = {
      ...own,
      serves: [],
      facts: [],
      statuses: [],
      relations: [{ ...own.relations[0]!, type: 'LOCATED_IN' as const }],
    }
    const ends = (merge: Merge) =>
      mergeStatements(linked, rules, verified, merge).relations.map((r) => `${r.head} ${r.tail}`)
    expect([ends('fill'), ends('prefer')]).toEqual([['0 1'], ['1 0']])
  })
})

describe('an article read with a model', () => {
  const text = '白石区落实扬帆计划。\n启明科技入驻河畔产业园。'
  const rows = {
    entities: entitiesOf('白石区|Place', '扬帆计划|Strategy', '启明科技|Company', '河畔产业园|Park'),
    relations: [
      relationOf('白石区 ADVANCES 扬帆计划', '白石区落实扬帆计划'),
      relationOf('启明科技 LOCATED_IN 河畔产业园', '启明科技入驻河畔产业园'),
    ],
  }

  it('says what the model said where it reads alone, and who read it', () => {
    const read = readWith(text, rows, 'only')
    expect(entitiesRead(read)).toEqual([
      'Company 启明科技',
      'Park 河畔产业园',
      'Place 白石区',
      'Strategy 扬帆计划',
    ])
    expect(relationsRead(read)).toEqual(['启明科技 LOCATED_IN 河畔产业园', '白石区 ADVANCES 扬帆计划'])
    expect(read.readBy).toBe('test:only')
  })

  it.each(['fill', 'prefer'] as const)('says all that either says (%s), the same each time', (merge) => {
    const read = readWith(text, rows, merge)
    expect(entitiesRead(read)).toEqual(expect.arrayContaining(entitiesRead(readWith(text, rows, 'only'))))
    expect(relationsRead(read)).toEqual(expect.arrayContaining(relationsRead(readWith(text, rows, 'only'))))
    expect(readWith(text, rows, merge)).toEqual(read)
  })

  it('says what the rules say where the model says nothing', () => {
    const { readBy: _, ...read } = readWith(text, {}, 'fill')
    expect(read).toEqual(readWith(text, null, 'fill'))
    expect(relate(linkedOf('[白石区|Place]开工。')).readBy).toBeUndefined()
  })
})
