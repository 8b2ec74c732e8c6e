/** The child process that holds the embedded database: it can be killed where a query can't be stopped. */
import { createRequire } from 'node:module'
import type { GrafeoDB as Database, GrafeoValue, QueryResult } from '@grafeo-db/js'
import type { CypherEdge, CypherNode, CypherValue } from '../model/graph.ts'
import type { Answer, Message, Reply, Request } from './embedded-protocol.ts'

const { GrafeoDB } = createRequire(import.meta.url)('@grafeo-db/js') as typeof import('@grafeo-db/js')

let db: Database | null = null

// Ctrl-C reaches the whole process group: the parent decides when to close
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
process.on('disconnect', () => {
  try {
    db?.close()
  } catch {
    // a disk that is full: the parent has said so, and the log holds what was committed
  }
  process.exit(0)
})

const NOTHING: Answer = { columns: [], rows: [], writes: 0, truncated: false }

async function answer(request: Request): Promise<Answer> {
  if (request.op === 'open') {
    db = GrafeoDB.create(request.path)
    return NOTHING
  }
  if (!db) throw new Error('the database is not open')
  switch (request.op) {
    case 'close':
      db.close()
      db = null
      return NOTHING
    case 'checkpoint':
      db.walCheckpoint()
      return NOTHING
    case 'write':
    case 'read':
      return answerOf(db, await db.executeCypher(request.query, request.parameters), Number.POSITIVE_INFINITY)
    case 'ask': {
      const transaction = db.beginTransaction()
      try {
        return answerOf(db, await transaction.executeCypher(request.query, request.parameters), request.limit)
      } finally {
        transaction.rollback()
      }
    }
  }
}

function answerOf(database: Database, result: QueryResult, limit: number): Answer {
  const { columns, counters } = result
  const count = Math.min(result.length, limit)
  const rows = (
    result.length > limit
      ? Array.from({ length: count }, (_, i) => columns.map((c) => result.get(i)[c]!))
      : result.rows()
  ) as GrafeoValue[][]
  const value = converter(database)
  const writes = Object.values(counters).reduce((sum: number, n) => sum + Number(n), 0)
  return { columns, rows: rows.map((row) => row.map(value)), writes, truncated: result.length > limit }
}

type Bag = Record<string, GrafeoValue>

/** Grafeo's values to ours; edges name their ends by our ids. */
function converter(database: Database): (value: GrafeoValue) => CypherValue {
  const ids = new Map<number, string>()
  const idOf = (internal: number): string => {
    let id = ids.get(internal)
    if (id === undefined) {
      id = String(database.getNode(internal)?.get('id') ?? `#${internal}`)
      ids.set(internal, id)
    }
    return id
  }
  const propertiesOf = (bag: Bag): Record<string, CypherValue> =>
    Object.fromEntries(
      Object.entries(bag)
        .filter(([key]) => key !== 'digest' && !/^_(id|labels|source|target|type)$/.test(key))
        .map(([key, value]) => [key, convert(value)]),
    )
  const nodeOf = (bag: Bag): CypherNode => {
    const id = String(bag.id ?? `#${bag._id}`)
    ids.set(Number(bag._id), id)
    return { kind: 'node', id, labels: bag._labels as string[], properties: propertiesOf(bag) }
  }
  const edgeOf = (bag: Bag): CypherEdge => ({
    kind: 'relationship',
    id: String(bag.id ?? `#${bag._id}`),
    type: String(bag._type),
    from: idOf(Number(bag._source)),
    to: idOf(Number(bag._target)),
    properties: propertiesOf(bag),
  })
  const convert = (value: GrafeoValue): CypherValue => {
    if (value === null || value === undefined) return null
    if (typeof value === 'bigint') return value.toString()
    if (typeof value !== 'object') return value
    if (value instanceof Date) return value.toISOString()
    if (Buffer.isBuffer(value)) return value.toString('base64')
    if (value instanceof Float32Array) return [...value]
    if (Array.isArray(value)) return value.map(convert)
    const bag = value as Bag
    if ('_labels' in bag) return nodeOf(bag)
    if ('_source' in bag && '_target' in bag) return edgeOf(bag)
    if (isPath(bag)) {
      return {
        kind: 'path',
        nodes: (bag.nodes as Bag[]).map(nodeOf),
        edges: (bag.edges as Bag[]).map(edgeOf),
      }
    }
    return Object.fromEntries(Object.entries(bag).map(([key, inner]) => [key, convert(inner)]))
  }
  return convert
}

function isPath(bag: Bag): boolean {
  const { nodes, edges } = bag
  return (
    Object.keys(bag).length === 2 &&
    Array.isArray(nodes) &&
    Array.isArray(edges) &&
    typeof nodes[0] === 'object' &&
    nodes[0] !== null &&
    '_labels' in nodes[0]
  )
}

process.on('message', async ({ id, request }: Message) => {
  let reply: Reply
  try {
    reply = { id, answer: await answer(request) }
  } catch (error) {
    const { message, gqlStatus } = error as Error & { gqlStatus?: string }
    reply = { id, failure: { message, gqlStatus: gqlStatus ?? '' } }
  }
  process.send?.(reply)
})
