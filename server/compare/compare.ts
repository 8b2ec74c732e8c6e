/** Two to four entities side by side: what lies in each, what each leads to, what is measured of each, what they share. */
import type { EntityBrief, FactRow } from '../../model/api.ts'
import {
  type CommonTie,
  type ComparedCell,
  type ComparedEntity,
  type ComparedKind,
  type ComparedMetric,
  type ComparedRow,
  type Comparison,
  comparedKinds,
  type Shared,
} from '../../model/comparison.ts'
import type { GraphNode } from '../../model/graph.ts'
import { pushTo } from '../../model/groups.ts'
import { type EntityEdgeType, entityEdgeTypes, type Status, statuses } from '../../model/ontology.ts'
import { byText } from '../../model/order.ts'
import { evidenceByStatement } from '../evidence.ts'
import { type Ties as Namesakes, toldApart } from '../namesakes.ts'
import type { Reads } from '../reads.ts'
import { factOf, withEvidence } from '../statements.ts'
import { latestStages } from '../trace/traits.ts'
import { belongingTo, further, type Reached, stepOf, type Ties, tiesOf } from './belonging.ts'
import { measured } from './units.ts'

/** Of a cell that holds more, the first. */
const MOST = 500
const MOST_ARTICLES = 100

const LEADING: readonly EntityEdgeType[] = ['SERVES', 'ADVANCES']
/** An entity itself leads to a strategy that it is a part of or lies in, too. */
const LEADING_ITSELF: readonly EntityEdgeType[] = [...LEADING, 'PART_OF', 'LOCATED_IN']

/** @param entities each once @param namesakes asked for only where several have one name */
export async function compare(
  reads: Reads,
  entities: readonly EntityBrief[],
  namesakes: () => Promise<Namesakes>,
): Promise<Comparison> {
  const ids = entities.map(({ id }) => id)
  const ties = await tiesOf(reads, ids, entityEdgeTypes, entityEdgeTypes)
  const columns = await Promise.all(entities.map((entity) => columnOf(reads, entity, ties)))
  const [articles, rows, metrics] = await Promise.all([
    Promise.all(ids.map((id) => reads.articlesOf(id))),
    rowsOf(reads, columns),
    metricsOf(reads, ids),
  ])
  const compared = {
    articles: cellsOf(articles.map((own) => own.map(({ article }) => article))).map((cell) => ({
      ...cell,
      items: cell.items.slice(0, MOST_ARTICLES),
    })),
    rows: rows.map((row) => ({ ...row, cells: row.cells.map(firstOf) })),
    metrics,
    common: commonOf(ids, ties),
  }
  return named({ entities: [...entities], ...compared }, namesakes)
}

type Column = Record<ComparedKind, Reached[]>

/** All that the rows hold for one entity. */
async function columnOf(reads: Reads, entity: EntityBrief, ties: Ties): Promise<Column> {
  const members = await belongingTo(reads, entity, ties)
  const start: Reached = { other: entity, steps: [], through: [] }
  const beyond = await tiesOf(reads, [...members.keys()], [...LEADING, 'FOCUSES_ON'], [])
  /** What it itself leads to, then what its members lead to. */
  const led = (kind: ComparedKind, itself: readonly EntityEdgeType[], they: readonly EntityEdgeType[]) => {
    const found = new Map<string, Reached>()
    const add = (from: Reached, out: Ties['out'], types: readonly EntityEdgeType[]) => {
      for (const relation of out.get(from.other.id) ?? []) {
        const { edge, other } = relation
        if (other.type !== kind || other.id === entity.id || found.has(other.id)) continue
        if (types.includes(edge.type as EntityEdgeType)) found.set(other.id, further(from, relation))
      }
    }
    add(start, ties.out, itself)
    for (const member of members.values()) add(member, beyond.out, they)
    return [...found.values()]
  }
  const of = (kind: ComparedKind) => [...members.values()].filter(({ other }) => other.type === kind)
  return {
    Project: of('Project'),
    Park: of('Park'),
    Institute: of('Institute'),
    Company: of('Company'),
    // what serves a strategy may serve others: those are not its own
    Strategy: led('Strategy', LEADING_ITSELF, entity.type === 'Strategy' ? [] : LEADING),
    Industry: led('Industry', ['FOCUSES_ON'], ['FOCUSES_ON']),
  }
}

async function rowsOf(reads: Reads, columns: readonly Column[]): Promise<ComparedRow[]> {
  const projects = columns.map(({ Project }) => Project)
  const stages = latestStages(
    await reads.statusesOf([...new Set(projects.flat().map(({ other }) => other.id))]),
  )
  const stageRow = (stage: Status | ''): ComparedRow => ({
    kind: 'Project',
    stage,
    cells: entityCells(
      projects.map((own) => own.filter(({ other }) => (stages.get(other.id) ?? '') === stage)),
    ),
  })
  return comparedKinds
    .flatMap((kind): ComparedRow[] => [
      { kind, cells: entityCells(columns.map((column) => column[kind])) },
      ...(kind === 'Project' ? [...statuses, '' as const].map(stageRow) : []),
    ])
    .filter(({ cells }) => cells.some(({ total }) => total > 0))
}

const entityCells = (columns: readonly Reached[][]): ComparedCell<ComparedEntity>[] =>
  cellsOf(columns.map((own) => own.map(({ other, steps, through }) => ({ ...other, steps, through })))).map(
    (cell) => ({
      ...cell,
      items: [...cell.items].sort(
        (a, b) => b.holders - a.holders || b.articleCount - a.articleCount || (a.id < b.id ? -1 : 1),
      ),
    }),
  )

/** Each list with how many of the lists hold each thing; in the order that they came in. */
function cellsOf<T extends { id: string }>(columns: readonly (readonly T[])[]): ComparedCell<T & Shared>[] {
  const holders = new Map<string, number>()
  for (const { id } of columns.flat()) holders.set(id, (holders.get(id) ?? 0) + 1)
  return columns.map((own) => {
    const items = own.map((item) => ({ ...item, holders: holders.get(item.id)! }))
    return { total: items.length, shared: items.filter((item) => item.holders > 1).length, items }
  })
}

const firstOf = <T>(cell: ComparedCell<T>): ComparedCell<T> => ({ ...cell, items: cell.items.slice(0, MOST) })

/** Metrics that two of them or more have in units of one measure. */
async function metricsOf(reads: Reads, ids: readonly string[]): Promise<ComparedMetric[]> {
  const groups = new Map<string, { column: number; fact: GraphNode }[]>()
  const facts = await Promise.all(ids.map((id) => reads.facts(id)))
  facts.forEach((own, column) => {
    for (const fact of own) {
      const { metric = '', unit = '', comparison = '' } = fact.properties
      if (metric) pushTo(groups, [metric, comparison, measured(String(unit))].join('\n'), { column, fact })
    }
  })
  const several = [...groups.values()]
    .map((rows) => ({ rows, columns: new Set(rows.map(({ column }) => column)).size }))
    .filter(({ columns }) => columns > 1)
  const wanted = new Set(several.flatMap(({ rows }) => rows.map(({ fact }) => fact.id)))
  const stated = await Promise.all(
    ids.map(async (id, column) => {
      const own = facts[column]!.filter((fact) => wanted.has(fact.id))
      return withEvidence(own, await evidenceByStatement(reads, own, id), factOf)
    }),
  )
  return several
    .map(({ rows, columns }): ComparedMetric & { columns: number } => {
      const { metric, comparison } = rows[0]!.fact.properties
      const own = new Set(rows.map(({ fact }) => fact.id))
      return {
        metric: String(metric),
        comparison: String(comparison ?? ''),
        columns,
        cells: stated.map((all) => all.filter(({ id }) => own.has(id)).sort(latestFirst)),
      }
    })
    .sort((a, b) => b.columns - a.columns || byText(keyOf(a), keyOf(b)))
    .map(({ columns: _, ...row }) => row)
}
const keyOf = ({ metric, comparison, cells }: ComparedMetric): string =>
  [metric, comparison, measured(cells.flat()[0]?.unit ?? '')].join('\n')
const whenOf = ({ period, evidence }: FactRow): string => period || evidence.article.date
const latestFirst = (a: FactRow, b: FactRow): number => byText(whenOf(b), whenOf(a)) || byText(a.id, b.id)

/** What two of them or more are tied to, by whatever relation; what is compared is not among it. */
function commonOf(ids: readonly string[], { out, into }: Ties): Comparison['common'] {
  const found = new Map<string, CommonTie>()
  ids.forEach((id, column) => {
    for (const relation of [...(out.get(id) ?? []), ...(into.get(id) ?? [])]) {
      const { other } = relation
      if (ids.includes(other.id)) continue
      const tie = found.get(other.id) ?? { entity: other, cells: ids.map(() => []) }
      tie.cells[column]!.push(stepOf(relation))
      found.set(other.id, tie)
    }
  })
  const width = ({ cells }: CommonTie) => cells.filter((steps) => steps.length > 0).length
  const items = [...found.values()]
    .filter((tie) => width(tie) > 1)
    .sort(
      (a, b) =>
        width(b) - width(a) ||
        b.entity.articleCount - a.entity.articleCount ||
        byText(a.entity.id, b.entity.id),
    )
  return { total: items.length, items: items.slice(0, MOST) }
}

/** With `beside` wherever several of one name and type stand in it. */
async function named(comparison: Comparison, namesakes: () => Promise<Namesakes>): Promise<Comparison> {
  const { entities, rows, common } = comparison
  const all = new Map(
    [
      ...entities,
      ...rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items)),
      ...common.items.map(({ entity }) => entity),
    ].map(({ id, name, type, articleCount }) => [id, { id, name, type, articleCount }] as const),
  )
  const besides = new Map(
    (await toldApart<EntityBrief>([...all.values()], namesakes)).map(({ id, beside }) => [id, beside]),
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
