import neo4j, {
  type Driver,
  type Record as DriverRecord,
  type ResultSummary,
  type Session,
} from 'neo4j-driver'
import { KnownError } from '../model/errors.ts'
import type { CypherEdge, CypherNode, CypherValue, GraphEdge, GraphNode } from '../model/graph.ts'
import { edgeTypes } from '../model/ontology.ts'
import { forbidden, isAllowedProcedure, refuseForbidden, timedOut, tooLarge, writes } from './guard.ts'
import { fromDriver, toDriver } from './neo4j-values.ts'
import { readQuery } from './queries.ts'
import { asEdge, asNode, recordsOf } from './rows.ts'
import {
  exportStatements,
  PRIMARY_LABELS,
  putEdgeStatements,
  putNodeStatements,
  removeEdgeStatements,
  removeNodeStatements,
  type Statement,
  schemaStatements,
} from './statements.ts'
import type { GraphStore, QueryResult, ReadOptions } from './store.ts'

const BATCH = 5_000
const PAGE = 5_000

export interface Neo4jOptions {
  username?: string
  password?: string
  database?: string
}

/** Connects to a Neo4j server. @throws KnownError 'store-unreachable', 'store-auth' */
export async function openNeo4j(
  address: string,
  { username = 'neo4j', password = '', database = '' }: Neo4jOptions,
): Promise<GraphStore> {
  const driver = neo4j.driver(address, neo4j.auth.basic(username, password), {
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 15_000,
    maxTransactionRetryTime: 15_000,
    userAgent: 'quanmai',
  })
  try {
    await driver.getServerInfo()
    // a database that is not there shows only when it is asked
    await driver.executeQuery('RETURN 1', {}, { routing: 'READ', ...(database ? { database } : {}) })
  } catch (cause) {
    await driver.close()
    throw reasonOf(cause, address)
  }
  return neo4jStore(driver, database)
}

function reasonOf(cause: unknown, address: string): KnownError {
  const { code = '', message } = cause as Error & { code?: string }
  if (/Unauthorized|AuthenticationRateLimit|CredentialsExpired/.test(code)) {
    return new KnownError('store-auth', `Neo4j at ${address} refuses the user name or password.`, 503, {
      hint: 'Check NEO4J_USERNAME and NEO4J_PASSWORD.',
      cause,
    })
  }
  if (/DatabaseNotFound/.test(code)) {
    return new KnownError('store-database', `Neo4j at ${address} has no such database.`, 503, {
      hint: 'Check NEO4J_DATABASE.',
      cause,
    })
  }
  return new KnownError(
    'store-unreachable',
    `Can't reach Neo4j at ${address}: ${/Caused by: (.+)/.exec(message)?.[1] ?? message.split('\n')[0]}`,
    503,
    { hint: 'Check QUANMAI_STORE, and that the server runs.', cause },
  )
}

interface Table {
  columns: string[]
  rows: CypherValue[][]
}

const tableOf = (records: DriverRecord[]): Table => {
  const columns = records[0] ? records[0].keys.map(String) : []
  return { columns, rows: records.map((record) => columns.map((column) => fromDriver(record.get(column)))) }
}

function neo4jStore(driver: Driver, database: string): GraphStore {
  const sessionFor = (mode: 'READ' | 'WRITE'): Session =>
    driver.session({
      defaultAccessMode: mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      ...(database ? { database } : {}),
    })

  async function within<T>(mode: 'READ' | 'WRITE', job: (session: Session) => Promise<T>): Promise<T> {
    const session = sessionFor(mode)
    try {
      return await job(session)
    } finally {
      await session.close()
    }
  }
  const read = (query: string, parameters: Record<string, unknown> = {}) =>
    within('READ', async (session) => {
      const records = await session.executeRead(
        async (tx) => (await tx.run(query, toDriver(parameters))).records,
      )
      return tableOf(records)
    })
  const writeAll = (statements: Iterable<Statement>) =>
    within('WRITE', async (session) => {
      for (const { query, parameters } of statements)
        await session.executeWrite((tx) => tx.run(query, toDriver(parameters)))
    })
  /** Rows as the server sends them, some at a time. */
  async function* streamed(query: string): AsyncGenerator<CypherValue[]> {
    const session = sessionFor('READ')
    try {
      for await (const record of session.run(query)) yield [...record.values()].map(fromDriver)
    } finally {
      await session.close()
    }
  }
  async function* pages(query: string): AsyncGenerator<CypherValue> {
    for (let skip = 0; ; skip += PAGE) {
      const { rows } = await read(query, { skip, limit: PAGE })
      for (const row of rows) yield row[0]!
      if (rows.length < PAGE) return
    }
  }

  return {
    kind: 'neo4j',

    async prepare() {
      await within('WRITE', async (session) => {
        for (const statement of schemaStatements('schema')) await session.run(statement)
        await session.run('CALL db.awaitIndexes(60)')
      })
    },

    async read(name, parameters = {}) {
      return recordsOf(await read(readQuery(name), parameters))
    },

    ask: (query, parameters = {}, options = {}) =>
      within('READ', (session) => ask(session, query, parameters, options)),

    async *inventory(kind) {
      const queries =
        kind === 'nodes'
          ? PRIMARY_LABELS.map(exportStatements.nodeDigests)
          : edgeTypes.map(exportStatements.edgeDigests)
      for (const query of queries)
        for await (const [id, digest] of streamed(query)) yield [String(id), String(digest)]
    },

    putNodes: (nodes: readonly GraphNode[]) => writeAll(putNodeStatements(nodes, BATCH)),
    putEdges: (edges: readonly GraphEdge[]) => writeAll(putEdgeStatements(edges, BATCH)),
    removeNodes: (ids) => writeAll(removeNodeStatements(ids, BATCH)),
    removeEdges: (ids) => writeAll(removeEdgeStatements(ids, BATCH)),

    async *exportNodes() {
      for (const label of PRIMARY_LABELS)
        for await (const n of pages(exportStatements.nodes(label))) yield asNode(n as CypherNode)
    },
    async *exportEdges() {
      for (const type of edgeTypes)
        for await (const r of pages(exportStatements.edges(type))) yield asEdge(r as CypherEdge)
    },

    close: () => driver.close(),
  }
}

async function ask(
  session: Session,
  query: string,
  parameters: Record<string, CypherValue>,
  options: ReadOptions,
): Promise<QueryResult> {
  const { limit = 1_000, timeout = 30_000, signal } = options
  refuseForbidden(query)
  try {
    const plan = await session.run(
      `EXPLAIN ${query.replace(/^\s*(EXPLAIN|PROFILE)\b/i, '')}`,
      toDriver(parameters),
    )
    refusePlan(plan.summary)
    const transaction = session.beginTransaction({ timeout })
    const cancel = () => void session.close()
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      const result = (await transaction).run(query, toDriver(parameters))
      const records: DriverRecord[] = []
      let truncated = false
      for await (const record of result) {
        if (records.length === limit) {
          truncated = true
          break
        }
        records.push(record)
      }
      const columns = (await result.keys()).map(String)
      const notifications = truncated ? [] : notesOf(await result.summary())
      await (await transaction).rollback()
      return { columns, rows: tableOf(records).rows, truncated, notifications }
    } finally {
      signal?.removeEventListener('abort', cancel)
      if ((await transaction).isOpen()) await (await transaction).close().catch(() => {})
    }
  } catch (error) {
    if (signal?.aborted) throw new KnownError('query-cancelled', 'The query was cancelled.', 499)
    throw error instanceof KnownError ? error : explained(error, timeout)
  }
}

const notesOf = (summary: ResultSummary): string[] =>
  (summary.gqlStatusObjects ?? [])
    .filter((status) => 'description' in status || 'title' in status)
    .map((status) => String((status as { description?: string }).description ?? status.statusDescription))
    .filter((note) => note !== '')

interface PlanStep {
  operatorType: string
  arguments: Record<string, unknown>
  children: PlanStep[]
}

/** What READ access lets through and we do not. */
function refusePlan(summary: ResultSummary): void {
  if (summary.queryType === 's') throw forbidden('command')
  if (summary.queryType === 'w' || summary.queryType === 'rw') throw writes()
  const walk = (step: PlanStep): void => {
    const operator = step.operatorType.replace(/@.*$/, '')
    if (/^(LoadCSV|Show\w+|Terminate\w+)$/i.test(operator)) throw forbidden('operator', operator)
    if (/^ProcedureCall/i.test(operator)) {
      const name = /([\w.]+)\s*\(/.exec(String(step.arguments.Details ?? ''))?.[1] ?? ''
      if (!isAllowedProcedure(name)) throw forbidden('procedure', name)
    }
    step.children.forEach(walk)
  }
  if (summary.plan) walk(summary.plan as unknown as PlanStep)
}

function explained(cause: unknown, timeout: number): Error {
  const { code = '', message = '' } = cause as Error & { code?: string }
  if (/TransactionTimedOut|TransactionTimedOutClient/.test(code)) return timedOut(timeout, cause)
  if (/AccessMode/.test(code)) return writes()
  if (/MemoryPool|OutOfMemory|TransactionMemory/i.test(code)) return tooLarge(cause)
  if (code.startsWith('Neo.ClientError.')) {
    const place = /\(line (\d+), column (\d+)/.exec(message)
    const quoted = message.split('\n')[0]!.replace(/\s*\(line \d+, column \d+ \(offset: \d+\)\)/, '')
    return new KnownError('cypher-syntax', quoted, 400, {
      position: place ? { line: Number(place[1]), column: Number(place[2]) } : undefined,
      quoted,
      cause,
    })
  }
  return cause as Error
}
