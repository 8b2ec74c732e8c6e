import neo4j, {
  type Driver,
  type Record as DriverRecord,
  type ResultSummary,
  type Session,
} from 'neo4j-driver'
import { KnownError } from '../model/errors.ts'
import type { CypherValue } from '../model/graph.ts'
import { byStatements } from './by-statements.ts'
import { forbidden, isAllowedProcedure, refuseForbidden, writes } from './guard.ts'
import { explained, foreign, refuseOld, troubleOf, unopened } from './neo4j-errors.ts'
import { type Hold, holdNeo4j } from './neo4j-hold.ts'
import { fromDriver, toDriver } from './neo4j-values.ts'
import { exportStatements, PRIMARY_LABELS, type Statement, schemaStatements } from './statements.ts'
import type { GraphStore, QueryResult, ReadOptions } from './store.ts'

const BATCH = 5_000
const PAGE = 5_000

export interface Neo4jOptions {
  username?: string
  password?: string
  database?: string
  /** Milliseconds for which a server that went away is waited for; 15,000 unless told. */
  patience?: number
}

/** Connects to a Neo4j server. @throws KnownError 'store-unreachable', 'store-auth', 'store-database', 'store-version' */
export async function openNeo4j(
  address: string,
  { username = 'neo4j', password = '', database = '', patience = 15_000 }: Neo4jOptions,
): Promise<GraphStore> {
  const driver = driverOf(address, username, password, patience)
  try {
    refuseOld((await driver.getServerInfo()).agent ?? '', address)
    // a database that is not there shows only when it is asked
    await driver.executeQuery('RETURN 1', {}, { routing: 'READ', ...(database ? { database } : {}) })
  } catch (cause) {
    await driver.close()
    throw unopened(cause, address)
  }
  return neo4jStore(driver, database, address)
}

function driverOf(address: string, username: string, password: string, patience: number): Driver {
  try {
    return neo4j.driver(address, neo4j.auth.basic(username, password), {
      connectionTimeout: 5_000,
      connectionAcquisitionTimeout: 15_000,
      maxTransactionRetryTime: patience,
      userAgent: 'quanmai',
    })
  } catch (cause) {
    throw unopened(cause, address)
  }
}

interface Table {
  columns: string[]
  rows: CypherValue[][]
}

const tableOf = (records: DriverRecord[]): Table => {
  const columns = records[0] ? records[0].keys.map(String) : []
  return { columns, rows: records.map((record) => columns.map((column) => fromDriver(record.get(column)))) }
}

function neo4jStore(driver: Driver, database: string, address: string): GraphStore {
  const sessionFor = (mode: 'READ' | 'WRITE'): Session =>
    driver.session({
      defaultAccessMode: mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      ...(database ? { database } : {}),
    })

  async function within<T>(mode: 'READ' | 'WRITE', job: (session: Session) => Promise<T>): Promise<T> {
    const session = sessionFor(mode)
    try {
      return await job(session)
    } catch (cause) {
      throw troubleOf(cause, address)
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
  let hold: Hold | null = null
  const writeAll = (statements: Iterable<Statement>) =>
    within('WRITE', async (session) => {
      await hold?.sure()
      for (const { query, parameters } of statements)
        await session.executeWrite((tx) => tx.run(query, toDriver(parameters)))
    })
  /** Rows as the server sends them, some at a time. */
  async function* streamed(query: string): AsyncGenerator<CypherValue[]> {
    const session = sessionFor('READ')
    try {
      for await (const record of session.run(query)) yield [...record.values()].map(fromDriver)
    } catch (cause) {
      throw troubleOf(cause, address)
    } finally {
      await session.close()
    }
  }
  /** Labels of ours whose id is not unique yet. */
  const missing = async () => {
    const { rows } = await read(exportStatements.uniqueLabels())
    return PRIMARY_LABELS.filter((label) => !rows.some(([there]) => there === label))
  }

  return {
    kind: 'neo4j',

    async prepare() {
      for (const label of PRIMARY_LABELS)
        if ((await read(exportStatements.foreignNodes(label))).rows.length > 0)
          throw foreign(address, `nodes with the label ${label}`)
      try {
        await within('WRITE', async (session) => {
          for (const statement of schemaStatements('schema')) await session.run(statement)
          await session.run('CALL db.awaitIndexes(60)')
        })
      } catch (cause) {
        if (/\.Schema\.(Index|Constraint)/.test(String((cause as { code?: string }).code)))
          throw foreign(address, 'an index or a constraint on the same labels and properties', cause)
        // who may only read can still explore what is there
        const readOnly = cause instanceof KnownError && cause.code === 'store-read-only'
        if (!readOnly || (await missing()).length > 0) throw cause
      }
      const [label] = await missing()
      // what has the name of a constraint of ours keeps ours from being made, without a word
      if (label) throw foreign(address, `a constraint of the name ${label.toLowerCase()}_id`)
    },

    async hold() {
      const own = await holdNeo4j(() => sessionFor('WRITE'), address)
      hold = own
      return async () => {
        hold = null
        await own.letGo()
      }
    },

    ask: (query, parameters = {}, options = {}) =>
      within('READ', (session) => ask(session, address, query, parameters, options)),

    ...byStatements({ read, rows: streamed, write: writeAll, batch: BATCH, page: PAGE }),

    close: () => driver.close(),
  }
}

async function ask(
  session: Session,
  address: string,
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
    throw error instanceof KnownError ? error : explained(error, timeout, address)
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
