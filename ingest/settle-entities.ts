/** From the names of one type, of all articles, to its entities on the graph. */
import type { GraphNode, Subgraph } from '../model/graph.ts'
import { entityShareOf, entityShares } from '../model/ids.ts'
import type { EntityType } from '../model/ontology.ts'
import { type Draft, draftOf } from './link/corpus.ts'
import { Linking } from './link/linking.ts'
import { Naming, nodeOfEntity } from './project/entities.ts'
import { KEYS, type LinkRow } from './shelf/rows.ts'
import type { Change, Shelf } from './shelf/shelf.ts'

/** Where pieces of the graph are written to: each belongs to an owner, whose earlier piece it replaces. */
export interface Sink {
  replace(owner: string, piece: Subgraph): Promise<void>
  /** Returns when all that was given is written. */
  flush(): Promise<void>
}

/** Names whose entities are put together at a time. */
const TOGETHER = 30_000

/** The names pass by as often as it takes, so that neither they nor all entities are held. */
export async function settleEntities(
  shelf: Shelf,
  sink: Sink,
  type: EntityType,
  together = TOGETHER,
): Promise<void> {
  const linking = new Linking()
  for await (const row of namesOf(shelf, type)) linking.add(row)
  for await (const row of namesOf(shelf, type)) linking.tie(row)
  await keepIds(shelf, type, linking)
  const each = Math.max(1, Math.floor((entityShares.length * together) / Math.max(1, linking.count)))
  for (let from = 0; from < entityShares.length; from += each) {
    const shares = entityShares.slice(from, from + each)
    const nodes = await nodesOf(shelf, type, linking, new Set(shares))
    for (const share of shares)
      await sink.replace(`~${type}/${share}`, { nodes: nodes.get(share) ?? [], edges: [] })
  }
}

async function* namesOf(shelf: Shelf, type: EntityType): AsyncGenerator<LinkRow> {
  for await (const [, row] of shelf.rows<LinkRow>(KEYS.linksOf(type))) yield row
}

/** What each article's entities are in all articles, where that is another thing than before. */
async function keepIds(shelf: Shelf, type: EntityType, linking: Linking): Promise<void> {
  const follow = linking.follow()
  let batch: { key: string; ids: [number, string][] }[] = []
  const keep = async () => {
    const known = await shelf.getMany<[number, string][]>(batch.map(({ key }) => key))
    const changes = batch.flatMap(({ key, ids }, i): Change[] =>
      JSON.stringify(known[i]) === JSON.stringify(ids) ? [] : [{ put: key, value: ids }],
    )
    batch = []
    await shelf.write(changes)
  }
  for await (const row of namesOf(shelf, type)) {
    const ids = follow(row).map((thing, i): [number, string] => [row.entities[i]!.index, linking.idOf(thing)])
    batch.push({ key: KEYS.ids(row.id, type), ids })
    if (batch.length >= 500) await keep()
  }
  await keep()
}

/** The entities of these shares as nodes, by share. */
async function nodesOf(
  shelf: Shelf,
  type: EntityType,
  linking: Linking,
  shares: ReadonlySet<string>,
): Promise<Map<string, GraphNode[]>> {
  const drafts = new Map<number, Draft>()
  const namings = new Map<number, Naming>()
  const follow = linking.follow()
  for await (const row of namesOf(shelf, type))
    for (const [i, thing] of follow(row).entries()) {
      if (!shares.has(entityShareOf(linking.idOf(thing)))) continue
      draftOf(drafts, thing).add(row.id, row.entities[i]!)
      const naming = namings.get(thing) ?? new Naming()
      naming.add(row.id, row.date, row.mentions[i]!)
      namings.set(thing, naming)
    }
  const nodes = new Map<string, GraphNode[]>()
  for (const [thing, draft] of drafts) {
    const id = linking.idOf(thing)
    const own = nodes.get(entityShareOf(id)) ?? []
    own.push(nodeOfEntity(draft.entity(id), namings.get(thing)!))
    nodes.set(entityShareOf(id), own)
  }
  for (const own of nodes.values()) own.sort((a, b) => (a.id < b.id ? -1 : 1))
  return nodes
}
