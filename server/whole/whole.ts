/** The whole graph of entities in columns, kept in memory: what paths, degrees and pictures of everything are computed on. */
import {
  type EntityEdgeType,
  type EntityType,
  entityEdgeTypes,
  type ServesLevel,
} from '../../model/ontology.ts'
import type { SearchableEntity } from '../find/search.ts'
import type { Reads } from '../reads.ts'

/** Entities by index, in the order of their ids; relations sorted by ends and type. */
export interface Whole {
  ids: string[]
  names: string[]
  types: EntityType[]
  articleCounts: Uint32Array
  indexOf: ReadonlyMap<string, number>
  /** Relations: ends as indexes. */
  from: Uint32Array
  to: Uint32Array
  relations: EntityEdgeType[]
  levels: (ServesLevel | '')[]
  counts: Uint32Array
  confidences: Float32Array
  /** 1 where it is denied. */
  negated: Uint8Array
  /** Publication dates of the articles that state each relation. */
  dated: Words
  /** Publication dates of the first and the last article that states it; '' where unknown. */
  first: string[]
  last: string[]
  /** Relations by entity: those of i are edges[offsets[i]…offsets[i + 1]). */
  offsets: Uint32Array
  edges: Uint32Array
}

/** A few words for each of many things: those of thing i are words[at[offsets[i]…offsets[i + 1])]. */
export interface Words {
  /** Each once, sorted. */
  words: string[]
  offsets: Uint32Array
  at: Uint32Array
}

const PAGE = 5_000

/** @param given all entities, in any order */
export async function wholeOf(reads: Reads, given: readonly SearchableEntity[]): Promise<Whole> {
  const entities = [...given].sort((a, b) => (a.id < b.id ? -1 : 1))
  const indexOf = new Map(entities.map(({ id }, i) => [id, i]))
  const dates = await datesOf(reads)
  const rank = new Map(entityEdgeTypes.map((type, i) => [type, i]))
  const rows = (await reads.relationsFrom(entities.map(({ id }) => id)))
    .filter(({ from, to, type }) => indexOf.has(from) && indexOf.has(to) && rank.has(type))
    .map((row) => ({ ...row, a: indexOf.get(row.from)!, b: indexOf.get(row.to)! }))
    .sort((x, y) => x.a - y.a || x.b - y.b || rank.get(x.type)! - rank.get(y.type)!)
  const [from, to] = [Uint32Array.from(rows, (r) => r.a), Uint32Array.from(rows, (r) => r.b)]
  const stated = rows.map(({ articles }) =>
    [...new Set(articles.flatMap((id) => dates.get(id) || []))].sort(),
  )
  return {
    ids: entities.map((e) => e.id),
    names: entities.map((e) => e.name),
    types: entities.map((e) => e.type),
    articleCounts: Uint32Array.from(entities, (e) => e.articleCount),
    indexOf,
    from,
    to,
    relations: rows.map((r) => r.type),
    levels: rows.map((r) => r.level),
    counts: Uint32Array.from(rows, (r) => r.articleCount),
    confidences: Float32Array.from(rows, (r) => r.confidence),
    negated: Uint8Array.from(rows, (r) => Number(r.modality === 'negated')),
    dated: wordsOf(stated),
    first: stated.map((own) => own[0] ?? ''),
    last: stated.map((own) => own.at(-1) ?? ''),
    ...incidenceOf(entities.length, from, to),
  }
}

/** Relations by entity, as offsets into one list. */
function incidenceOf(
  count: number,
  from: Uint32Array,
  to: Uint32Array,
): { offsets: Uint32Array; edges: Uint32Array } {
  const offsets = new Uint32Array(count + 1)
  for (let e = 0; e < from.length; e++) {
    offsets[from[e]! + 1]!++
    offsets[to[e]! + 1]!++
  }
  for (let i = 0; i < count; i++) offsets[i + 1]! += offsets[i]!
  const edges = new Uint32Array(from.length * 2)
  const next = offsets.slice()
  for (let e = 0; e < from.length; e++) {
    edges[next[from[e]!]!++] = e
    edges[next[to[e]!]!++] = e
  }
  return { offsets, edges }
}

async function datesOf(reads: Reads): Promise<Map<string, string>> {
  const dates = new Map<string, string>()
  for (let skip = 0; ; skip += PAGE) {
    const page = await reads.articles(skip, PAGE)
    for (const { id, date } of page) dates.set(id, date)
    if (page.length < PAGE) return dates
  }
}

export function wordsOf(things: readonly (readonly string[])[]): Words {
  const words = [...new Set(things.flat())].sort()
  const rank = new Map(words.map((word, i) => [word, i]))
  const offsets = new Uint32Array(things.length + 1)
  things.forEach((own, i) => {
    offsets[i + 1] = offsets[i]! + own.length
  })
  return { words, offsets, at: Uint32Array.from(things.flat(), (word) => rank.get(word)!) }
}

/** How many other entities each of these is tied to. */
export function degreesOf(whole: Whole, ids: readonly string[]): Record<string, number> {
  const out: Record<string, number> = {}
  for (const id of ids) {
    const i = whole.indexOf.get(id)
    if (i === undefined) continue
    const others = new Set<number>()
    for (let k = whole.offsets[i]!; k < whole.offsets[i + 1]!; k++) {
      const edge = whole.edges[k]!
      others.add(whole.from[edge] === i ? whole.to[edge]! : whole.from[edge]!)
    }
    others.delete(i)
    out[id] = others.size
  }
  return out
}
