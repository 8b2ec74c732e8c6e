/** The API's answers, as server and web both know them. JSON over HTTP under /api; errors are `ErrorBody`. */
import type { Span } from './article.ts'
import type { CypherValue, Subgraph } from './graph.ts'
import type { EntityEdgeType, EntityType, ServesLevel, Status } from './ontology.ts'

/** An entity in a list. */
export interface EntityBrief {
  id: string
  name: string
  type: EntityType
  /** How many articles mention it. */
  articleCount: number
  /** Where others in the list have its name and type: what it is tied to, and they are not. */
  beside?: string
}

/** GET /api/search?q=&types=Park,Company&limit=20 */
export interface SearchHit extends EntityBrief {
  /** Why it matched: which string, and how. */
  why: { kind: 'name' | 'alias' | 'pinyin' | 'initials'; text: string }
  aliases: string[]
}
export interface ArticleHit {
  id: string
  title: string
  date: string
  source: string
}
export interface SearchResponse {
  hits: SearchHit[]
  /** By title, newest first; `by` is what of it matched. */
  articles: (ArticleHit & { by: 'title' | 'pinyin' | 'initials' })[]
  /** Saved queries by title. */
  queries: Pick<SavedQuery, 'name' | 'title'>[]
  /** Users' own queries by name. */
  ownQueries: string[]
}

/** One sentence that states something, with the spans to highlight (offsets into the article's text). */
export interface Evidence {
  article: ArticleHit
  /** Sentence id. */
  sentence: string
  /** The sentence in the article. */
  start: number
  end: number
  text: string
  /** 1-based paragraph. */
  paragraph: number
  /** Mentions of the entities in question, in the article's offsets. */
  marks: (Span & { entity: string; type: EntityType })[]
  /** The word by which a rule read the relation, else the known one that stands nearest to both ends. */
  cue?: Span
  /** SERVES only. */
  level?: ServesLevel
}

export interface FactRow {
  id: string
  metric: string
  value: number
  unit: string
  period: string
  bound: string
  comparison: string
  evidence: Evidence
}
export interface StatusRow {
  id: string
  status: Status
  date: string
  evidence: Evidence
}

/** GET /api/entities/ID */
export interface EntityDetail extends EntityBrief {
  aliases: string[]
  /** Of the articles that mention it, ISO 8601; '' where none is dated. */
  firstDate: string
  lastDate: string
  mentionCount: number
  /** Why its mentions are linked, one line each. */
  reasons: string[]
  facts: FactRow[]
  statuses: StatusRow[]
  /** Its relations by type and direction, with how many there are. */
  relationCounts: { type: EntityEdgeType; direction: 'out' | 'in'; count: number }[]
}

/** GET /api/entities/ID/neighbours?types=&direction=out|in|both&limit= */
export interface NeighboursResponse {
  subgraph: Subgraph
  /** Neighbours that the limit left out. */
  remaining: number
}

/** GET /api/entities/ID/evidence?with=OTHER&type=SERVES&limit=&offset= : sentences that mention it, or that state the named relation with OTHER. */
export interface EvidenceResponse {
  total: number
  /** Newest article first. */
  evidence: Evidence[]
  /** With OTHER: what is stated between the two. */
  relations: StatedRelation[]
}
export interface StatedRelation {
  type: EntityEdgeType
  from: string
  to: string
  /** SERVES only: the strongest. */
  level?: ServesLevel
  modality: 'asserted' | 'planned' | 'negated'
  /** 0…1 */
  confidence: number
  articleCount: number
  /** WORKS_FOR only. */
  roles: string[]
  /** ISO 8601 intervals that the sentences speak of. */
  times: string[]
}

/** GET /api/graph?focus=ID&types=&limit= : entities and their relations, the most important first. */
export interface GraphResponse {
  subgraph: Subgraph
  totals: { nodes: number; edges: number; articles: number }
  /** All entities of the store by type, drawn or not. */
  typeCounts: Partial<Record<EntityType, number>>
}

/** GET /api/articles/ID */
export interface ArticleDetail extends ArticleHit {
  authors: string[]
  editors: string[]
  url: string
  file: string
  text: string
  /** Stretches of the text that are not read for entities. */
  asides: Span[]
  /** Lines of its page outside the text, as a saved page has them. */
  frame: string[]
  /** Every printing that was read, by date; none where there is just one. */
  printings: ArticlePrinting[]
  sentences: (Span & { id: string; index: number; paragraph: number })[]
  mentions: (Span & { entity: string; name: string; type: EntityType })[]
}

export interface ArticlePrinting {
  /** '' where it is not known, as the others. */
  source: string
  title: string
  date: string
  url: string
  file: string
}

/** GET /api/articles?q=&source=&year=&limit=&offset= : newest first. */
export interface ArticlesResponse {
  /** Of those that match. */
  total: number
  /** `alsoIn`: other publishers that printed it. */
  articles: (ArticleHit & { entityCount: number; alsoIn: string[] })[]
  /** All publishers and years there are, with how many articles; the most first, the newest first. */
  sources: { source: string; count: number }[]
  years: { year: string; count: number }[]
}

/** What a trace is filtered and grouped by. */
export interface TraceEntity extends EntityBrief {
  /** Places that it lies in or that develop it: districts before cities before what is smaller or larger. */
  districts: Named[]
  /** Whose districts these are (its park, its parts, who builds it), where no text says where it lies itself. */
  placedBy: Named | null
  industries: Named[]
  /** The latest stage that a sentence states; '' where none does. */
  stage: Status | ''
}
/** POST /api/traits {ids} : what entities are grouped by; '' where no text says. */
export interface EntityTraits {
  district: string
  industry: string
  stage: Status | ''
}
export interface TraitsResponse {
  traits: Record<string, EntityTraits>
}
export interface Named {
  id: string
  name: string
}
/** How many of what is traced have each value, before any filter. */
export interface TraceFacets {
  districts: (Named & { count: number })[]
  industries: (Named & { count: number })[]
  stages: { stage: Status; count: number }[]
  /** Dates of the oldest and the newest article behind it; '' where none is dated. */
  since: string
  until: string
}

/** GET /api/trace?from=ID[&to=ID][&district=&industry=&stage=&since=&until=&limit=]; from a strategy: what serves it (chains end there). */
export interface TraceStep {
  from: EntityBrief
  to: EntityBrief
  relation: EntityEdgeType
  /** The relation runs from `to` to `from`: an owner leads to what belongs to it. */
  backwards: boolean
  level?: ServesLevel
  /** 0…1 */
  strength: number
  /** Articles that state it, in the time asked for. */
  articleCount: number
  /** Only announced, not yet so. */
  planned: boolean
  /** The strongest sentences, newest first; each names one of `TraceResponse.articles`. */
  evidence: TraceSentence[]
}
export interface TraceSentence {
  article: string
  sentence: string
  start: number
  end: number
  text: string
  /** 1-based. */
  paragraph: number
}
export interface TraceChain {
  /** 0…1: the product of its steps' strengths (level and number of articles). */
  strength: number
  steps: TraceStep[]
}
export interface TraceResponse {
  from: TraceEntity
  chains: TraceChain[]
  /** Chains that the limit left out. */
  remaining: number
  /** What leads to where the trace starts: who builds or owns it. Empty from a strategy, and between two. */
  behind: TraceStep[]
  /** 断链: entities in reach that no text ties to a strategy. */
  gaps: EntityBrief[]
  /** All that chains, gaps and `behind` name, each once. */
  entities: TraceEntity[]
  /** All that the steps' sentences stand in, each once. */
  articles: ArticleHit[]
  facets: TraceFacets
}

/** GET /api/trace/gaps?types=Project&district=&industry=&stage=&since=&until=&limit=&offset= : what is tied to nothing. */
export interface GapsResponse {
  /** By type: how many there are, and how many a chain ties to a strategy. */
  coverage: { type: EntityType; total: number; tied: number }[]
  /** Strategies with the most projects, parks, institutes and companies one step away. */
  served: (EntityBrief & { heads: number })[]
  /** Projects, parks, institutes and companies that no text ties to a strategy, the most written about first. */
  entities: TraceEntity[]
  total: number
  /** Strategies with no project, park, institute or company under them. */
  strategies: EntityBrief[]
  strategyTotal: number
  /** Of the entities, before any filter. */
  facets: TraceFacets
}

/** GET /api/timeline : how many articles were published at each date, how many sentences speak of each time; oldest first. */
export interface TimelineResponse {
  /** ISO 8601, as exact as known. */
  published: { time: string; count: number }[]
  /** ISO 8601 dates or `start/end` intervals. */
  spoken: { time: string; count: number }[]
  /** Articles without a date. */
  undated: number
}

/** POST /api/activity {ids} : when entities and the relations among them are written about, and spoken of. */
export interface ActivityResponse {
  /** Dates and intervals, each once; nodes and edges name them by number. */
  times: string[]
  nodes: Activity[]
  edges: Activity[]
}
export type Activity = [id: string, published: number[], spoken: number[]]

/** GET /api/new?since=2024-01-01&limit= : what nothing before this date had. */
export interface NewResponse {
  articles: ArticleHit[]
  articleTotal: number
  entities: EntityBrief[]
  entityTotal: number
  /** Ties to strategies that were first stated since; newest first. */
  serves: { from: EntityBrief; to: EntityBrief; date: string }[]
  servesTotal: number
}

/** POST /api/cypher {query, parameters?, limit?} */
export interface CypherRequest {
  query: string
  parameters?: Record<string, CypherValue>
  /** Rows at most; 1,000 unless told. */
  limit?: number
}
export interface CypherResponse {
  columns: string[]
  rows: CypherValue[][]
  graph: Subgraph
  summary: { rowCount: number; truncated: boolean; milliseconds: number; notifications: string[] }
}

/** GET /api/own-queries : what users saved, by name. */
export interface OwnQuery {
  name: string
  text: string
}
/** GET /api/queries : saved queries. */
export interface SavedQuery {
  name: string
  title: { zh: string; en: string }
  parameters: {
    name: string
    type: 'string' | 'integer' | 'float' | 'boolean' | 'entity'
    default?: string
  }[]
  text: string
}

/** GET /api/status */
export interface StatusResponse {
  version: string
  store: 'embedded' | 'neo4j'
  entities: number
  articles: number
}

/** POST /api/subgraph {ids} : these entities and the relations among them. */
export interface SubgraphResponse {
  subgraph: Subgraph
}

/** POST /api/degrees {ids} : how many other entities each is tied to. */
export interface DegreesResponse {
  degrees: Record<string, number>
}

/** POST /api/more {drawn, around?, types?, limit?} : what is not drawn yet, the most important first. */
export interface MoreRequest {
  drawn: string[]
  /** What it should be tied to; anything that is drawn unless told. */
  around?: string[]
  types?: EntityType[]
  limit?: number
}

/** POST /api/paths {ids, k?, types?, relations?, since?, until?, confidence?} : k paths between two entities, or what ties more of them together. */
export interface PathsRequest {
  ids: string[]
  k?: number
  types?: EntityType[]
  relations?: EntityEdgeType[]
  since?: string
  until?: string
  confidence?: number
}
export interface PathStep {
  /** The relation's id in the graph. */
  edge: string
  type: EntityEdgeType
  level?: ServesLevel
  /** The relation's own direction, whichever way the path takes it. */
  from: string
  to: string
}
export interface Path {
  nodes: EntityBrief[]
  steps: PathStep[]
}
export interface PathsResponse {
  paths: Path[]
  subgraph: Subgraph
}

/** GET /api/views, POST /api/views, DELETE /api/views/NAME : pictures that were saved under a name. */
export interface SavedView {
  name: string
  /** Ids with their places. */
  nodes: [id: string, x: number, y: number][]
  hiddenTypes: string[]
  hiddenRelations: string[]
  pinned: string[]
  layout: string
  sizeBy: string
  colourBy: string
  camera: { x: number; y: number; ratio: number }
}
