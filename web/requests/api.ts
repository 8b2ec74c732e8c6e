/** The only place that fetches. */
import type {
  ActivityResponse,
  ArticleDetail,
  ArticlesResponse,
  CypherRequest,
  CypherResponse,
  DegreesResponse,
  EntityDetail,
  EvidenceResponse,
  GapsResponse,
  GraphResponse,
  MoreRequest,
  NeighboursResponse,
  NewResponse,
  OwnQuery,
  PathsRequest,
  PathsResponse,
  SavedQuery,
  SavedView,
  SearchResponse,
  StatusResponse,
  SubgraphResponse,
  TimelineResponse,
  TraceResponse,
  TraitsResponse,
} from '../../model/api.ts'
import { decodeColumns, type GraphColumns } from '../../model/columns.ts'
import {
  type ComparedItems,
  type ComparedItemsRequest,
  type Comparison,
  FEW_ITEMS,
} from '../../model/comparison.ts'
import type { ErrorBody } from '../../model/errors.ts'
import type { EntityEdgeType, EntityType } from '../../model/ontology.ts'
import type { Lens } from '../state/lens.ts'
import type { Period } from '../state/period.ts'

export class ApiError extends Error {
  readonly body: ErrorBody['error']
  constructor(body: ErrorBody['error']) {
    super(body.message)
    this.body = body
  }
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init)
  const body = (await response.json()) as T | ErrorBody
  if (!response.ok) throw new ApiError((body as ErrorBody).error)
  return body as T
}

const send = <T>(path: string, body: object, signal?: AbortSignal): Promise<T> =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  })

const query = (values: Record<string, string | number | undefined>): string => {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(values))
    if (value !== undefined && value !== '') params.set(key, String(value))
  const text = params.toString()
  return text ? `?${text}` : ''
}
const id = encodeURIComponent
const filterOf = ({ district, industry, stage, since, until }: Lens) => ({
  district,
  industry,
  stage,
  since,
  until,
})

export const api = {
  /** The page as the server has it now. */
  page: async (): Promise<string> => {
    const response = await fetch('/', { cache: 'no-store' })
    if (!response.ok) throw new Error(`the page is not there: ${response.status}`)
    return response.text()
  },
  status: () => ask<StatusResponse>('/api/status'),
  search: (q: string, signal?: AbortSignal) =>
    ask<SearchResponse>(`/api/search${query({ q, limit: 12 })}`, signal ? { signal } : {}),
  graph: (focus?: string) => ask<GraphResponse>(`/api/graph${query({ focus, limit: 160 })}`),
  whole: async (signal: AbortSignal): Promise<GraphColumns> => {
    const response = await fetch('/api/whole', { signal })
    if (!response.ok) throw new ApiError(((await response.json()) as ErrorBody).error)
    return decodeColumns(new Uint8Array(await response.arrayBuffer()))
  },
  /** Bits in the order of the columns: a bit for each entity, then one for each relation. */
  wholeWithin: async ({ by, from, to }: Period, signal: AbortSignal): Promise<Uint8Array> => {
    const response = await fetch(`/api/whole/period${query({ by, from, to })}`, { signal })
    if (!response.ok) throw new ApiError(((await response.json()) as ErrorBody).error)
    return new Uint8Array(await response.arrayBuffer())
  },
  entity: (entity: string) => ask<EntityDetail>(`/api/entities/${id(entity)}`),
  neighbours: (
    entity: string,
    { limit = 40, ...over }: { types?: string; direction?: 'out' | 'in'; limit?: number } = {},
    signal: AbortSignal | null = null,
  ) =>
    ask<NeighboursResponse>(`/api/entities/${id(entity)}/neighbours${query({ ...over, limit })}`, { signal }),
  subgraph: (ids: string[], signal?: AbortSignal) => send<SubgraphResponse>('/api/subgraph', { ids }, signal),
  traits: (ids: string[]) => send<TraitsResponse>('/api/traits', { ids }),
  degrees: (ids: string[]) => send<DegreesResponse>('/api/degrees', { ids }),
  more: (request: MoreRequest, signal: AbortSignal) => send<NeighboursResponse>('/api/more', request, signal),
  paths: (request: PathsRequest, signal?: AbortSignal) => send<PathsResponse>('/api/paths', request, signal),
  compare: (ids: readonly string[], signal: AbortSignal | undefined, most = FEW_ITEMS) =>
    send<Comparison>('/api/compare', { ids, most }, signal),
  comparedItems: (request: ComparedItemsRequest, signal: AbortSignal) =>
    send<ComparedItems>('/api/compare/items', request, signal),
  views: () => ask<SavedView[]>('/api/views'),
  saveView: (view: SavedView) => send<SavedView>('/api/views', view),
  removeView: (name: string) => ask<{ removed: string }>(`/api/views/${id(name)}`, { method: 'DELETE' }),
  related: (entity: string, type: EntityEdgeType, direction: 'out' | 'in', signal: AbortSignal) =>
    ask<NeighboursResponse>(
      `/api/entities/${id(entity)}/neighbours${query({ types: type, direction, limit: 60 })}`,
      { signal },
    ),
  evidence: (
    entity: string,
    more: { with?: string; type?: string; limit?: number; offset?: number },
    signal: AbortSignal,
  ) => ask<EvidenceResponse>(`/api/entities/${id(entity)}/evidence${query(more)}`, { signal }),
  articles: (
    filter: { q: string; source: string; year: string; limit: number; offset: number },
    signal: AbortSignal,
  ) => ask<ArticlesResponse>(`/api/articles${query(filter)}`, { signal }),
  article: (article: string) => ask<ArticleDetail>(`/api/articles/${id(article)}`),
  trace: (from: string, lens: Lens, signal: AbortSignal) =>
    ask<TraceResponse>(`/api/trace${query({ from, ...filterOf(lens) })}`, { signal }),
  served: () => ask<GapsResponse>(`/api/trace/gaps${query({ limit: 1 })}`),
  gaps: (lens: Lens, types: readonly EntityType[], limit: number, signal: AbortSignal) =>
    ask<GapsResponse>(`/api/trace/gaps${query({ types: types.join(','), limit, ...filterOf(lens) })}`, {
      signal,
    }),
  timeline: () => ask<TimelineResponse>('/api/timeline'),
  activity: (ids: string[], signal: AbortSignal) => send<ActivityResponse>('/api/activity', { ids }, signal),
  newSince: (since: string, signal: AbortSignal) =>
    ask<NewResponse>(`/api/new${query({ since })}`, { signal }),
  ownQueries: () => ask<OwnQuery[]>('/api/own-queries'),
  saveOwnQuery: (own: OwnQuery) => send<OwnQuery>('/api/own-queries', own),
  removeOwnQuery: (name: string) =>
    ask<{ removed: string }>(`/api/own-queries/${id(name)}`, { method: 'DELETE' }),
  queries: () => ask<SavedQuery[]>('/api/queries'),
  cypher: (request: CypherRequest, signal: AbortSignal) =>
    ask<CypherResponse>('/api/cypher', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal,
    }),
}
