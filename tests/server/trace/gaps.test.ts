import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EntityEdgeType, type EntityType, entityEdgeTypes } from '../../../model/ontology.ts'
import type { Reads } from '../../../server/reads.ts'
import { dateWithin } from '../../../server/trace/filter.ts'
import { gaps, gapsBasisOf, servedBy, tiedTo } from '../../../server/trace/gaps.ts'
import { chainsFrom, chainsTo, gapTypes, LIMITS, stepsOf } from '../../../server/trace/trace.ts'
import { byDistrict, latestStages } from '../../../server/trace/traits.ts'

const KINDS: readonly EntityType[] = ['Strategy', 'Project', 'Park', 'Company', 'Company', 'Place', 'Person']
const graph = fc
  .record({
    types: fc.array(fc.constantFrom(...KINDS), { minLength: 2, maxLength: 9 }),
    rows: fc.array(fc.tuple(fc.nat(8), fc.constantFrom(...entityEdgeTypes), fc.nat(8)), { maxLength: 24 }),
  })
  .map(({ types, rows }) => {
    const byId = new Map(types.map((type, i) => [String(i), type]))
    const edges = rows
      .filter(([from, , to]) => from !== to && from < types.length && to < types.length)
      .map(([from, type, to]: [number, EntityEdgeType, number]) => ({
        id: `${type}:${from}:${to}`,
        type,
        from: String(from),
        to: String(to),
        articleCount: 1,
        modality: '',
        ...(type === 'SERVES' ? { level: 'stated' as const } : {}),
      }))
    return { types: byId, steps: stepsOf(edges, byId) }
  })
const one = { ...LIMITS, chains: 1_000 }

describe('gaps of the whole graph', () => {
  it('are those that no chain starts at', () => {
    fc.assert(
      fc.property(graph, ({ types, steps }) => {
        const tied = tiedTo(steps, types)
        for (const id of types.keys())
          expect(tied.has(id)).toBe(chainsFrom(id, null, steps, types, one).length > 0)
      }),
    )
  })

  it('are, among strategies, those that nothing leads to', () => {
    fc.assert(
      fc.property(graph, ({ types, steps }) => {
        const served = servedBy(steps, types)
        for (const [id, type] of types) {
          if (type !== 'Strategy') continue
          const heads = chainsTo(id, steps, types, one).map((chain) => types.get(chain.steps[0]!.from)!)
          expect(served.has(id)).toBe(heads.some((head) => gapTypes.includes(head)))
        }
      }),
    )
  })
})

describe('the basis of gaps', () => {
  const entity = (id: string, type: EntityType) => ({ id, name: id, type, articleCount: 1 })
  const ASKED = { types: [], limit: 10, offset: 0 }

  /** One project and one park that nothing ties, and how often anything is read of them. */
  const counting = () => {
    let reads = 0
    const answer = (rows: unknown) => async () => {
      reads++
      return rows
    }
    const none = answer([])
    return {
      count: () => reads,
      reads: {
        stepsFrom: none,
        edgesOut: none,
        edgesIn: none,
        statusesOf: none,
        datesOf: answer(new Map()),
      } as unknown as Reads,
    }
  }

  it('reads of the same gaps once, however they are asked for', async () => {
    const { reads, count } = counting()
    const basis = await gapsBasisOf(reads, [entity('a', 'Project'), entity('b', 'Park')])
    const all = await gaps(basis, ASKED)
    expect(all.entities.map(({ id }) => id)).toEqual(['a', 'b'])
    const before = count()
    expect(await gaps(basis, { ...ASKED, offset: 1 })).toEqual({ ...all, entities: all.entities.slice(1) })
    expect((await gaps(basis, { ...ASKED, stage: 'started' })).entities).toEqual([])
    expect(count()).toBe(before)
    expect((await gaps(basis, { ...ASKED, types: ['Park'] })).entities.map(({ id }) => id)).toEqual(['b'])
  })

  it('keeps the last four sets of types described, and no more', async () => {
    const { reads, count } = counting()
    const basis = await gapsBasisOf(reads, [entity('a', 'Project'), entity('b', 'Park')])
    const sets = [['Project'], ['Park'], ['Company'], ['Institute'], ['Project', 'Park']] as EntityType[][]
    for (const types of sets) await basis.described(types)
    const before = count()
    for (const types of sets.slice(1)) await basis.described(types)
    expect(count()).toBe(before)
    await basis.described(sets[0]!)
    expect(count()).toBeGreaterThan(before)
  })
})

describe('traits', () => {
  it('put districts before cities before what is smaller or larger', () => {
    const places = ['山东省', '某某片区', '老城区', '济南市', '天桥区', '历城区', '泺口街道', '商河县'].map(
      (name) => ({
        id: name,
        name,
      }),
    )
    expect(byDistrict(places).map(({ name }) => name)).toEqual([
      '天桥区',
      '历城区',
      '商河县',
      '济南市',
      '某某片区',
      '泺口街道',
      '山东省',
      '老城区',
    ])
  })

  it('take the stage that was stated last, and of one day the furthest', () => {
    const row = (entity: string, status: string, date: string, published: string) =>
      ({ entity, id: '', status, date, published }) as never
    const stages = latestStages([
      row('a', 'completed', '', '2023-05'),
      row('a', 'started', '2024-01', '2022-01'),
      row('b', 'signed', '', '2023'),
      row('b', 'landed', '', '2023'),
    ])
    expect([...stages]).toEqual([
      ['a', 'started'],
      ['b', 'landed'],
    ])
  })

  it.each([
    ['2021-03-05', { since: '2021-03', until: '2021-03' }, true],
    ['2021', { since: '2021-03', until: '2021-04' }, true],
    ['2020-12', { since: '2021' }, false],
    ['2021-05', { until: '2021-04-30' }, false],
    ['', { since: '1900' }, false],
    ['', {}, true],
  ])('%s within %j: %s', (date, period, expected) => {
    expect(dateWithin(date, period)).toBe(expected)
  })
})
