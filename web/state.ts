import { create } from 'zustand'
import type { Subgraph } from '../model/graph.ts'
import type { EntityType } from '../model/ontology.ts'
import type { Language } from './words.ts'

export const VIEWS = ['explore', 'trace', 'read', 'query', 'settings'] as const
export type View = (typeof VIEWS)[number]

/** What is chosen: an entity, or an edge by its ends and type. */
export type Chosen =
  | { kind: 'node'; id: string }
  | { kind: 'edge'; id: string; from: string; to: string; type: string }
  | null

export interface State {
  view: View
  chosen: Chosen
  article: string
  traced: string
  language: Language
  theme: 'light' | 'dark'
  graph: Subgraph
  hiddenTypes: ReadonlySet<EntityType>
  set(patch: Partial<Omit<State, 'set' | 'merge' | 'hide'>>): void
  /** Adds nodes and edges to the picture; what is there stays where it is. */
  merge(more: Subgraph): void
  hide(id: string): void
}

const byId = <T extends { id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]

function fromAddress(): Partial<State> {
  const params = new URLSearchParams(location.hash.slice(1))
  const view = params.get('view') as View | null
  const node = params.get('id')
  const language =
    params.get('lang') ??
    localStorage.getItem('language') ??
    (navigator.language.startsWith('zh') ? 'zh' : 'en')
  const theme =
    params.get('theme') ??
    localStorage.getItem('theme') ??
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  return {
    view: view && VIEWS.includes(view) ? view : 'explore',
    chosen: node ? { kind: 'node', id: node } : null,
    article: params.get('article') ?? '',
    traced: params.get('trace') ?? '',
    language: language === 'en' ? 'en' : 'zh',
    theme: theme === 'dark' ? 'dark' : 'light',
  }
}

export const useStore = create<State>()((set) => ({
  view: 'explore',
  chosen: null,
  article: '',
  traced: '',
  language: 'zh',
  theme: 'light',
  graph: { nodes: [], edges: [] },
  hiddenTypes: new Set(),
  ...fromAddress(),
  set: (patch) => set(patch),
  merge: (more) =>
    set(({ graph }) => ({
      graph: { nodes: byId([...graph.nodes, ...more.nodes]), edges: byId([...graph.edges, ...more.edges]) },
    })),
  hide: (id) =>
    set(({ graph, chosen }) => ({
      graph: {
        nodes: graph.nodes.filter((n) => n.id !== id),
        edges: graph.edges.filter((e) => e.from !== id && e.to !== id),
      },
      chosen: chosen?.id === id ? null : chosen,
    })),
}))

/** The address holds the view, what is chosen and how it looks. */
useStore.subscribe(({ view, chosen, article, traced, language, theme }) => {
  const params = new URLSearchParams({ view, lang: language })
  if (chosen?.kind === 'node') params.set('id', chosen.id)
  if (view === 'read' && article) params.set('article', article)
  if (view === 'trace' && traced) params.set('trace', traced)
  history.replaceState(null, '', `#${params}`)
  localStorage.setItem('language', language)
  localStorage.setItem('theme', theme)
  document.documentElement.dataset.theme = theme
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
})
