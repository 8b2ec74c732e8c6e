/** From what is understood to the graph: linked type by type, projected piece by piece, written where it differs. */
import { createHash } from 'node:crypto'
import type { Annotated } from '../model/article.ts'
import type { Subgraph } from '../model/graph.ts'
import { type EdgeType, entityTypes } from '../model/ontology.ts'
import { ahead } from './ahead.ts'
import { articleOf } from './gather.ts'
import { counting, type Progress } from './progress.ts'
import { graphOfArticle } from './project/article.ts'
import { edgeOfStatement, type Stated, statementsOf } from './project/statements.ts'
import { type Sink, settleEntities } from './settle-entities.ts'
import { type BlockRow, type FoldRow, KEYS, type Layers, SECTIONS, type UnderstoodRow } from './shelf/rows.ts'
import type { Change, Shelf } from './shelf/shelf.ts'
import { forgetOf } from './understand.ts'

export interface SettleOptions {
  onProgress?: (progress: Progress) => void
}

/** @param articles ids of all articles of the graph, sorted */
export async function settle(
  shelf: Shelf,
  sink: Sink,
  articles: readonly string[],
  { onProgress = () => {} }: SettleOptions = {},
): Promise<void> {
  await takeOut(shelf, sink, await goneFrom(shelf, articles))
  const linked = counting('link', await countOf(shelf, SECTIONS.links), onProgress)
  for (const type of entityTypes) {
    await settleEntities(shelf, sink, type)
    linked(await countOf(shelf, KEYS.linksOf(type)), type)
  }
  await sink.flush()
  linked()
  const written = counting('write', articles.length, onProgress)
  let next = 0
  for await (const piece of ahead(articles, AHEAD, (id) => pieceOf(shelf, id))) {
    if (piece) await settleArticle(shelf, sink, piece)
    written(1, articles[next++]!)
  }
  await sink.flush()
  written()
  await settleStatements(shelf, sink, onProgress)
}

async function countOf(shelf: Shelf, prefix: string): Promise<number> {
  let count = 0
  for await (const _ of shelf.keys(prefix)) count++
  return count
}

/** Pieces that are made ready ahead of the one that is written. */
const AHEAD = 8

const NOTHING: Subgraph = { nodes: [], edges: [] }

/** Ids of the articles that no source says any more. @param articles those that some source says */
export async function goneFrom(shelf: Shelf, articles: readonly string[]): Promise<string[]> {
  const kept = new Set(articles)
  const gone = new Set<string>()
  for (const section of [SECTIONS.understood, SECTIONS.blocks])
    for await (const id of shelf.keys(section)) if (!kept.has(id)) gone.add(id)
  return [...gone]
}

async function takeOut(shelf: Shelf, sink: Sink, gone: readonly string[]): Promise<void> {
  for (const id of gone) {
    await sink.replace(id, NOTHING)
    const changes: Change[] = [...forgetOf(id), { del: KEYS.block(id) }]
    const block = await shelf.get<BlockRow>(KEYS.block(id))
    for (const edge of block?.edges ?? [])
      changes.push({ del: KEYS.stated(edge, id) }, { put: KEYS.touched(edge), value: 1 })
    await shelf.write(changes)
  }
}

interface Piece {
  article: Annotated
  ids: string[]
  digest: string
  block: BlockRow | undefined
}

/** What an article puts into the graph; null where that is there already. */
async function pieceOf(shelf: Shelf, id: string): Promise<Piece | null> {
  const [fold, understood, block, ...own] = (await shelf.getMany<unknown>([
    KEYS.fold(id),
    KEYS.understood(id),
    KEYS.block(id),
    ...entityTypes.map((type) => KEYS.ids(id, type)),
  ])) as [FoldRow, UnderstoodRow, BlockRow | undefined, ...([number, string][] | undefined)[]]
  const ids: string[] = []
  for (const [index, entity] of own.flatMap((pairs) => pairs ?? [])) ids[index] = entity
  const digest = createHash('sha256')
    .update(JSON.stringify([fold.digest, understood.digest, understood.rules, ids]))
    .digest('hex')
    .slice(0, 24)
  if (block?.digest === digest) return null
  const [{ file, frame, sources, variants }, layers] = await Promise.all([
    articleOf(shelf, fold),
    shelf.get<Layers>(KEYS.layers(id)),
  ])
  const article: Annotated = {
    ...layers!,
    file,
    ...(frame ? { frame } : {}),
    ...(sources ? { sources } : {}),
    ...(variants ? { variants } : {}),
    tokens: [],
  }
  return { article, ids, digest, block }
}

async function settleArticle(
  shelf: Shelf,
  sink: Sink,
  { article, ids, digest, block }: Piece,
): Promise<void> {
  const { id } = article
  await sink.replace(id, graphOfArticle(article, ids))
  const stated = statementsOf(article, ids)
  const changes: Change[] = []
  for (const edge of block?.edges ?? [])
    if (!stated.has(edge)) changes.push({ del: KEYS.stated(edge, id) }, { put: KEYS.touched(edge), value: 1 })
  for (const [edge, { rows }] of stated)
    changes.push({ put: KEYS.stated(edge, id), value: rows }, { put: KEYS.touched(edge), value: 1 })
  changes.push({ put: KEYS.block(id), value: { digest, edges: [...stated.keys()] } satisfies BlockRow })
  await shelf.write(changes)
}

/** Edges that some article states, of those that have changed. */
async function settleStatements(
  shelf: Shelf,
  sink: Sink,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const related = counting('relate', await countOf(shelf, SECTIONS.touched), onProgress)
  const start = async (edge: string): Promise<{ edge: string; piece: Subgraph }> => {
    const rows: Stated[] = []
    for await (const [, own] of shelf.rows<Stated[]>(KEYS.statedOn(edge))) rows.push(...own)
    const [type, from, to] = edge.split(':') as [EdgeType, string, string]
    const piece =
      rows.length === 0 ? NOTHING : { nodes: [], edges: [edgeOfStatement({ type, from, to, rows })] }
    return { edge, piece }
  }
  for await (const { edge, piece } of ahead(shelf.keys(SECTIONS.touched), AHEAD, start)) {
    await sink.replace(`=${edge}`, piece)
    related(1, edge.slice(0, edge.indexOf(':')))
  }
  await sink.flush()
  await shelf.clear(SECTIONS.touched)
  related()
}
