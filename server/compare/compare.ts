/** Two to four entities side by side: what lies in each, what each leads to, what is measured of each, what they share. */
import type { EntityBrief, FactRow } from '../../model/api.ts'
import {
  type ComparedCell,
  type ComparedEntity,
  type ComparedKind,
  type ComparedMetric,
  type ComparedRow,
  type Comparison,
  comparedKinds,
  MOST_ITEMS,
  type Shared,
} from '../../model/comparison.ts'
import type { GraphNode } from '../../model/graph.ts'
import { pushTo } from '../../model/groups.ts'
import { type EntityEdgeType, type Status, statuses } from '../../model/ontology.ts'
import { byText } from '../../model/order.ts'
import { evidenceByStatement } from '../evidence.ts'
import { toldApart } from '../namesakes.ts'
import type { Reads } from '../reads.ts'
import { factOf, withEvidence } from '../statements.ts'
import { latestStages } from '../trace/traits.ts'
import type { Whole } from '../whole/whole.ts'
import {
  belongingTo,
  briefOf,
  LEADING,
  type Reached,
  statedFrom,
  statedTo,
  stepOf,
  wayTo,
} from './belonging.ts'
import { measure } from './measures.ts'
import { measured } from './units.ts'

/** An entity itself leads to a strategy that it is a part of or lies in, too. */
const LEADING_ITSELF: readonly EntityEdgeType[] = [...LEADING, 'PART_OF', 'LOCATED_IN']

/** @param ids each once, and in the whole graph */
export async function compare(reads: Reads, whole: Whole, ids: readonly string[]): Promise<Comparison> {
  const starts = ids.map((id) => whole.indexOf.get(id)!)
  const columns = starts.map((at) => columnOf(whole, at))
  const [articles, rows, metrics] = await Promise.all([
    Promise.all(ids.map((id) => reads.articlesOf(id))),
    rowsOf(reads, whole, columns),
    metricsOf(reads, ids),
  ])
  return named(
    {
      entities: starts.map((at) => briefOf(whole, at)),
      articles: cellsOf(articles.map((own) => own.map(({ article }) => article))).map((cell) => ({
        ...cell,
        items: cell.items.slice(0, MOST_ITEMS),
      })),
      rows,
      metrics,
      common: commonOf(whole, starts),
    },
    whole,
  )
}

type Column = Record<ComparedKind, Reached[]>

/** All that the rows hold for one entity. */
function columnOf(whole: Whole, entity: number): Column {
  const { to, types, relations } = whole
  const start: Reached = { at: entity, edge: null, from: null }
  const members = [...belongingTo(whole, start).values()]
  /** What it itself leads to, then what its members lead to. */
  const led = (kind: ComparedKind, itself: readonly EntityEdgeType[], they: readonly EntityEdgeType[]) => {
    const found = new Map<number, Reached>()
    const add = (from: Reached, over: readonly EntityEdgeType[]) => {
      for (const edge of statedFrom(whole, from.at)) {
        const at = to[edge]!
        if (types[at] !== kind || at === entity || found.has(at) || !over.includes(relations[edge]!)) continue
        found.set(at, { at, edge, from })
      }
    }
    add(start, itself)
    for (const member of members) add(member, they)
    return [...found.values()]
  }
  const of = (kind: ComparedKind) => members.filter(({ at }) => types[at] === kind)
  return {
    Project: of('Project'),
    Park: of('Park'),
    Institute: of('Institute'),
    Company: of('Company'),
    // what serves a strategy may serve others: those are not its own
    Strategy: led('Strategy', LEADING_ITSELF, types[entity] === 'Strategy' ? [] : LEADING),
    Industry: led('Industry', ['FOCUSES_ON'], ['FOCUSES_ON']),
  }
}

async function rowsOf(reads: Reads, whole: Whole, columns: readonly Column[]): Promise<ComparedRow[]> {
  const projects = columns.map(({ Project }) => Project)
  const idOf = ({ at }: Reached) => whole.ids[at]!
  const stages = latestStages(await reads.statusesOf([...new Set(projects.flat().map(idOf))]))
  const stageRow = (stage: Status | ''): ComparedRow => ({
    kind: 'Project',
    stage,
    cells: entityCells(
      whole,
      projects.map((own) => own.filter((project) => (stages.get(idOf(project)) ?? '') === stage)),
    ),
  })
  return comparedKinds
    .flatMap((kind): ComparedRow[] => [
      {
        kind,
        cells: entityCells(
          whole,
          columns.map((column) => column[kind]),
        ),
      },
      ...(kind === 'Project' ? [...statuses, '' as const].map(stageRow) : []),
    ])
    .filter(({ cells }) => cells.some(({ total }) => total > 0))
}

/** Counts all; of the first it says how they are reached. */
const entityCells = (whole: Whole, columns: readonly Reached[][]): ComparedCell<ComparedEntity>[] =>
  cellsOf(columns.map((own) => own.map((reached) => ({ id: reached.at, reached })))).map((cell) => ({
    ...cell,
    items: [...cell.items]
      .sort(
        (a, b) =>
          b.holders - a.holders || whole.articleCounts[b.id]! - whole.articleCounts[a.id]! || a.id - b.id,
      )
      .slice(0, MOST_ITEMS)
      .map(({ holders, reached }) => ({
        ...briefOf(whole, reached.at),
        holders,
        ...wayTo(whole, reached),
      })),
  }))

/** Each list with how many of the lists hold each thing; in the order that they came in. */
function cellsOf<T extends { id: string | number }>(
  columns: readonly (readonly T[])[],
): ComparedCell<T & Shared>[] {
  const holders = new Map<string | number, number>()
  for (const { id } of columns.flat()) holders.set(id, (holders.get(id) ?? 0) + 1)
  return columns.map((own) => {
    const items = own.map((item) => ({ ...item, holders: holders.get(item.id)! }))
    return { total: items.length, shared: items.filter((item) => item.holders > 1).length, items }
  })
}

/** What is measured of two of them or more, by whatever words, in units of one measure. */
async function metricsOf(reads: Reads, ids: readonly string[]): Promise<Comparison['metrics']> {
  const groups = new Map<string, { column: number; fact: GraphNode }[]>()
  const facts = await Promise.all(ids.map((id) => reads.facts(id)))
  facts.forEach((own, column) => {
    for (const fact of own) {
      const { metric = '', unit = '', comparison = '' } = fact.properties
      if (!metric) continue
      const key = [measure(String(metric)), comparison, measured(String(unit))].join('\n')
      pushTo(groups, key, { column, fact })
    }
  })
  const several = [...groups]
    .map(([key, rows]) => ({ key, rows, columns: new Set(rows.map(({ column }) => column)).size }))
    .filter(({ columns }) => columns > 1)
    .sort((a, b) => b.columns - a.columns || byText(a.key, b.key))
  const wanted = new Set(several.flatMap(({ rows }) => rows.map(({ fact }) => fact.id)))
  const stated = await Promise.all(
    ids.map(async (id, column) => {
      const own = facts[column]!.filter((fact) => wanted.has(fact.id))
      return withEvidence(own, await evidenceByStatement(reads, own, id), factOf)
    }),
  )
  const cellOf = (all: readonly FactRow[], own: ReadonlySet<string>) => {
    const items = all.filter(({ id }) => own.has(id)).sort(latestFirst)
    return { total: items.length, items: items.slice(0, MOST_ITEMS) }
  }
  return {
    total: several.length,
    items: several.slice(0, MOST_ITEMS).map(({ key, rows }): ComparedMetric => {
      const { comparison } = rows[0]!.fact.properties
      const own = new Set(rows.map(({ fact }) => fact.id))
      return {
        key,
        metric: mostSaid(rows.map(({ fact }) => String(fact.properties.metric))),
        comparison: String(comparison ?? ''),
        cells: stated.map((all) => cellOf(all, own)),
      }
    }),
  }
}

/** The first by text of those that are said most often. */
function mostSaid(words: readonly string[]): string {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times].sort(([a, n], [b, m]) => m - n || byText(a, b))[0]![0]
}

const whenOf = ({ period, evidence }: FactRow): string => period || evidence.article.date
const latestFirst = (a: FactRow, b: FactRow): number => byText(whenOf(b), whenOf(a)) || byText(a.id, b.id)

/** What two of them or more are tied to, by whatever relation; what is compared is not among it. */
function commonOf(whole: Whole, starts: readonly number[]): Comparison['common'] {
  const found = new Map<number, number[][]>()
  starts.forEach((start, column) => {
    const add = (edge: number, other: number) => {
      if (starts.includes(other)) return
      const cells = found.get(other) ?? starts.map(() => [])
      cells[column]!.push(edge)
      found.set(other, cells)
    }
    for (const edge of statedFrom(whole, start)) add(edge, whole.to[edge]!)
    for (const edge of statedTo(whole, start)) add(edge, whole.from[edge]!)
  })
  const width = (cells: readonly number[][]) => cells.filter((edges) => edges.length > 0).length
  const several = [...found].filter(([, cells]) => width(cells) > 1)
  const first = several
    .sort(
      ([a, one], [b, other]) =>
        width(other) - width(one) || whole.articleCounts[b]! - whole.articleCounts[a]! || a - b,
    )
    .slice(0, MOST_ITEMS)
  return {
    total: several.length,
    items: first.map(([at, cells]) => ({
      entity: briefOf(whole, at),
      cells: cells.map((edges) => edges.map((edge) => stepOf(whole, edge))),
    })),
  }
}

/** With `beside` wherever several of one name and type stand in it. */
async function named(comparison: Comparison, whole: Whole): Promise<Comparison> {
  const { entities, rows, common } = comparison
  const all = new Map(
    [
      ...entities,
      ...rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items)),
      ...common.items.map(({ entity }) => entity),
    ].map(({ id, name, type, articleCount }) => [id, { id, name, type, articleCount }] as const),
  )
  const besides = new Map(
    (await toldApart<EntityBrief>([...all.values()], async () => whole)).map(({ id, beside }) => [
      id,
      beside,
    ]),
  )
  const told = <T extends EntityBrief>(entity: T): T => {
    const beside = besides.get(entity.id)
    return beside ? { ...entity, beside } : entity
  }
  return {
    ...comparison,
    entities: entities.map(told),
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, items: cell.items.map(told) })),
    })),
    common: { ...common, items: common.items.map((tie) => ({ ...tie, entity: told(tie.entity) })) },
  }
}
