/** A relation between two entities as scalars, for what needs all of them. */
import type { Modality } from '../model/article.ts'
import type { CypherValue } from '../model/graph.ts'
import type { EntityEdgeType, ServesLevel } from '../model/ontology.ts'

export interface RelationRow {
  from: string
  to: string
  type: EntityEdgeType
  level: ServesLevel | ''
  articleCount: number
  confidence: number
  modality: Modality | ''
  articles: string[]
}

export const relationRowOf = (row: Record<string, CypherValue>): RelationRow => ({
  from: String(row.from),
  to: String(row.to),
  type: row.type as EntityEdgeType,
  level: (row.level ?? '') as ServesLevel | '',
  articleCount: Number(row.articleCount ?? 1),
  confidence: Number(row.confidence ?? 1),
  modality: (row.modality ?? '') as Modality | '',
  articles: Array.isArray(row.articles) ? (row.articles as string[]) : [],
})
