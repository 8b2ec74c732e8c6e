/** What lies on the shelf, and under which keys. Every key begins with its section. */
import type { Annotated } from '../../model/article.ts'
import type { Sketch } from '../fold/sketch.ts'
import type { Linkable } from '../link/linking.ts'
import type { ReadFailure } from '../read/read.ts'

/** Separates parts of a key; no path or id holds it. */
const SEP = '\u0001'

export const KEYS = {
  /** → SourceRow. */
  source: (key: string) => `s${SEP}${key}`,
  /** → ItemRow. */
  item: (source: string, number: number) => `i${SEP}${source}${SEP}${String(number).padStart(9, '0')}`,
  itemsOf: (source: string) => `i${SEP}${source}${SEP}`,
  /** → Article, cleaned. */
  version: (id: string) => `c${SEP}${id}`,
  /** → Sketch. */
  sketch: (id: string) => `k${SEP}${id}`,
  /** → FoldRow: the articles that are to be in the graph. */
  fold: (article: string) => `a${SEP}${article}`,
  /** → UnderstoodRow. */
  understood: (article: string) => `u${SEP}${article}`,
  /** → Layers. */
  layers: (article: string) => `v${SEP}${article}`,
  /** → LinkRow. */
  link: (type: string, article: string) => `l${SEP}${type}${SEP}${article}`,
  linksOf: (type: string) => `l${SEP}${type}${SEP}`,
  /** → [index, corpus id][] of its entities of this type. */
  ids: (article: string, type: string) => `e${SEP}${article}${SEP}${type}`,
  idsOf: (article: string) => `e${SEP}${article}${SEP}`,
  /** Edges whose statements have changed. */
  touched: (edge: string) => `t${SEP}${edge}`,
  /** → Stated[]: what this article states on this edge. */
  stated: (edge: string, article: string) => `p${SEP}${edge}${SEP}${article}`,
  statedOn: (edge: string) => `p${SEP}${edge}${SEP}`,
  /** → BlockRow: what the graph holds of an article. */
  block: (article: string) => `b${SEP}${article}`,
  /** → string: digest of a node or an edge as it was written, under the piece of the graph that it belongs to. */
  written: (owner: string, item: string) => `h${SEP}${owner}${SEP}${item}`,
  writtenBy: (owner: string) => `h${SEP}${owner}${SEP}`,
} as const

export const SECTIONS = {
  sources: `s${SEP}`,
  items: `i${SEP}`,
  versions: `c${SEP}`,
  sketches: `k${SEP}`,
  folds: `a${SEP}`,
  understood: `u${SEP}`,
  layers: `v${SEP}`,
  links: `l${SEP}`,
  ids: `e${SEP}`,
  stated: `p${SEP}`,
  touched: `t${SEP}`,
  blocks: `b${SEP}`,
  written: `h${SEP}`,
} as const

/** Stands while what the sources say has changed and is not gathered yet. */
export const UNGATHERED = { put: 'ungathered', value: true } as const

export const partsOf = (key: string): string[] => key.split(SEP)

export interface SourceRow {
  /** SHA-256 of its bytes with how they were read. */
  digest: string
  /** Of the file with these bytes, with how it was read: the same again need not be opened. '' where that is not sure. */
  stamp?: string
  name: string
  items: number
  /** Of its one item; '' where it has more. */
  version?: string
  failures: ReadFailure[]
}
export interface ItemRow {
  /** Display name: file, or file#row. */
  file: string
  version: string
}
/** An article of the graph: its text is that of `version`. */
export interface FoldRow {
  version: string
  /** The version itself first, then those that are printings of it. */
  printings: { version: string; files: string[] }[]
  /** Digest of its text and facts: what is understood. */
  said: string
  /** Digest of the same with its sources. */
  digest: string
}
/** What was understood of an article: its layers as one line. */
export interface UnderstoodRow {
  /** `FoldRow.said` that it was understood from. */
  said: string
  /** Fingerprint of the rules that understood it. */
  rules: string
  /** The reader beside the rules; '' where they read it alone. */
  readBy: string
  /** Of its layers. */
  digest: string
}
export type Layers = Omit<Annotated, 'tokens' | 'frame' | 'sources' | 'variants'>
export interface LinkRow extends Linkable {
  date: string
  /** How often each of `entities` is named. */
  mentions: number[]
}
export interface BlockRow {
  digest: string
  /** Edges that it states something on. */
  edges: string[]
}
export interface SketchRow extends Sketch {
  /** Id of the article with this text. */
  text: string
}
