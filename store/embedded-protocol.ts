/** What the embedded store's parent asks of its child process. Values are plain: they cross by structured clone. */
import type { CypherValue } from '../model/graph.ts'

export type Request =
  | { op: 'open'; path: string }
  /** Runs statements in one transaction each and commits. */
  | { op: 'write'; query: string; parameters: Record<string, unknown> }
  /** A query of ours. */
  | { op: 'read'; query: string; parameters: Record<string, unknown> }
  /** A user's query: always rolled back. */
  | { op: 'ask'; query: string; parameters: Record<string, unknown>; limit: number }
  | { op: 'checkpoint' }
  | { op: 'close' }

export interface Answer {
  columns: string[]
  rows: CypherValue[][]
  /** How many things the query changed before it was rolled back. */
  writes: number
  truncated: boolean
}

export interface Failure {
  message: string
  gqlStatus: string
}

export type Message = { id: number; request: Request }
export type Reply = { id: number; answer: Answer } | { id: number; failure: Failure }
