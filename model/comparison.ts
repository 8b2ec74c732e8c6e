/** POST /api/compare : what is stated of two to four entities, side by side. A cell for each of them, in their order. */
import type { ArticleHit, EntityBrief, FactRow, Named, PathStep } from './api.ts'
import type { EntityType, Status } from './ontology.ts'

/** As many as fit beside one another. */
export const MOST_COMPARED = 4

/** Of each list a comparison holds so many, unless it is asked for more. */
export const FEW_ITEMS = 20
/** Of a list that is longer, the first: the rest is counted. */
export const MOST_ITEMS = 500

/** The rows of entities, in their order. */
export const comparedKinds = [
  'Project',
  'Strategy',
  'Park',
  'Institute',
  'Company',
  'Industry',
] as const satisfies readonly EntityType[]
export type ComparedKind = (typeof comparedKinds)[number]

export interface Comparison {
  entities: EntityBrief[]
  /** Newest first. */
  articles: ComparedCell<ArticleHit & Shared>[]
  /** Those in which one of them has something. */
  rows: ComparedRow[]
  /** What a text gives for two of them or more, by whatever words, in units that can be compared. */
  metrics: Counted<ComparedMetric>
  /** What two of them or more are tied to. */
  common: Counted<CommonTie>
}

export interface ComparedRow {
  kind: ComparedKind
  /** Projects alone: those of this latest stage; '' where no text says one. All of the kind where there is none. */
  stage?: Status | ''
  cells: ComparedCell<ComparedEntity>[]
}
export interface Counted<T> {
  total: number
  /** As many as were asked for. */
  items: T[]
}
/** Shared ones first, then the most written about. */
export interface ComparedCell<T> extends Counted<T> {
  /** How many of them another one has, too. */
  shared: number
}
/** POST /api/compare/items : what follows in one list of a comparison. */
export interface ComparedItemsRequest {
  ids: readonly string[]
  row: ComparedKind | 'articles' | 'metrics' | 'common'
  /** As of ComparedRow. */
  stage?: Status | '' | undefined
  /** The key of a metric whose facts follow; the metrics themselves follow where there is none. */
  metric?: string | undefined
  /** Whose cell, by the order of `ids`; the metrics and what they have in common are one list each. */
  column: number
  offset: number
  most: number
}
/** Of the type that the list holds. */
export interface ComparedItems {
  items: (ComparedEntity | (ArticleHit & Shared) | ComparedMetric | FactRow | CommonTie)[]
}
export interface Shared {
  /** How many of those that are compared have it. */
  holders: number
}
export interface ComparedEntity extends EntityBrief, Shared {
  /** The shortest way on which it is tied to what is compared, from there. */
  steps: ComparedStep[]
  /** What the way goes through. */
  through: Named[]
}
export interface ComparedStep extends PathStep {
  /** Articles that state it. */
  articleCount: number
}

export interface ComparedMetric {
  /** Of what is measured, what it is compared with and the measure of its units. */
  key: string
  /** As most of its facts call it: each may call it otherwise. */
  metric: string
  /** As of FactRow. */
  comparison: string
  /** The latest period first. */
  cells: Counted<FactRow>[]
}

export interface CommonTie {
  entity: EntityBrief
  /** The relations of each to it; none where nothing is stated. */
  cells: ComparedStep[][]
}
