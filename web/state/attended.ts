/** What is attended to, beside what is drawn. */
import type { Paths } from './paths.ts'

/** What is chosen: an entity, or an edge by its ends and type. */
export type Chosen =
  | { kind: 'node'; id: string }
  | { kind: 'edge'; id: string; from: string; to: string; type: string }
  | null

export interface Attended {
  chosen: Chosen
  /** Nodes that are selected together, the last chosen one among them. */
  selected: ReadonlySet<string>
  /** The paths that are shown. */
  paths: Paths | null
  /** Ids of what is laid side by side; empty for nothing. */
  compared: readonly string[]
  /** The entity whose chains are shown, GAPS for all gaps, '' for none. */
  traced: string
}

/** Nothing of the graph is attended to. */
export const UNATTENDED = {
  chosen: null,
  selected: new Set<string>(),
  paths: null,
  compared: [] as readonly string[],
} as const

/** In place of an entity's id: every gap of the graph. */
export const GAPS = 'gaps'
