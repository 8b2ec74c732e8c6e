import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ENTITY_TYPES, type EntityType, entityTypes } from '../../model/ontology.ts'
import { api } from '../api.ts'
import { Stage } from '../stage.ts'
import { useStore } from '../state.ts'
import { say } from '../words.ts'
import { Dot, Trouble } from './parts.tsx'

declare global {
  interface Window {
    /** For tests that click on the canvas. */
    __quanmai?: { ready: boolean; nodeAt: Stage['nodeAt']; edgeAt: Stage['edgeAt'] }
  }
}

const SANS = '"Noto Sans SC Variable"'

export function Explore() {
  const { graph, language, theme, chosen, hiddenTypes, set, merge } = useStore()
  const holder = useRef<HTMLDivElement>(null)
  const stage = useRef<Stage | null>(null)
  const [fonts, setFonts] = useState(false)
  const first = useQuery({ queryKey: ['graph'], queryFn: () => api.graph() })

  useEffect(() => {
    if (first.data && useStore.getState().graph.nodes.length === 0) merge(first.data.subgraph)
  }, [first.data, merge])

  // a name that was searched for may not be drawn yet
  useEffect(() => {
    if (chosen?.kind !== 'node' || !first.data || graph.nodes.some((n) => n.id === chosen.id)) return
    let stale = false
    api
      .graph(chosen.id)
      .then(({ subgraph }) => !stale && merge(subgraph))
      .catch(() => {})
    return () => {
      stale = true
    }
  }, [chosen, first.data, graph, merge])

  useEffect(() => {
    const expand = (id: string) =>
      void api
        .neighbours(id)
        .then(({ subgraph }) => merge(subgraph))
        .catch(() => {})
    const made = new Stage(holder.current!, { choose: (next) => set({ chosen: next }), expand })
    stage.current = made
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.metaKey || event.ctrlKey) return
      const now = useStore.getState().chosen
      if (event.key.toLowerCase() === 'e' && now?.kind === 'node') expand(now.id)
      if (event.key.toLowerCase() === 'f') made.fit()
    }
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onKey)
      made.end()
      stage.current = null
      delete window.__quanmai
    }
  }, [set, merge])

  useEffect(() => {
    const text = graph.nodes.map((n) => String(n.properties.name ?? '')).join('')
    if (!text) return
    // labels drawn before their glyphs have come would stay boxes
    Promise.all([
      document.fonts.load(`500 12px ${SANS}`, text),
      document.fonts.load('500 12px "Inter Variable"', 'A'),
    ])
      .catch(() => {})
      .then(() => setFonts(true))
  }, [graph])

  useEffect(() => {
    const now = stage.current
    if (!fonts || !now) return
    now.show(graph, theme, language)
    window.__quanmai = { ready: true, nodeAt: (id) => now.nodeAt(id), edgeAt: (id) => now.edgeAt(id) }
  }, [graph, theme, language, fonts])

  useEffect(() => {
    if (!fonts) return
    stage.current?.look(chosen, hiddenTypes)
  }, [chosen, hiddenTypes, fonts])

  const centred = chosen?.kind === 'node' && graph.nodes.some((n) => n.id === chosen.id) ? chosen.id : ''
  useEffect(() => {
    if (centred && fonts) stage.current?.centre(centred)
  }, [centred, fonts])

  const toggle = (type: EntityType) => {
    const next = new Set(hiddenTypes)
    if (!next.delete(type)) next.add(type)
    set({ hiddenTypes: next })
  }
  const drawn = entityTypes
    .map((type) => ({ type, count: graph.nodes.filter((n) => n.labels.includes(type)).length }))
    .filter(({ count }) => count > 0)
  return (
    <>
      <div
        className="stage"
        ref={holder}
        data-testid="stage"
        role="img"
        aria-label={say(language, 'graphOf')}
        style={{ background: 'var(--paper)' }}
      />
      {first.isPending && (
        <div className="notice" role="status">
          {say(language, 'loading')}
        </div>
      )}
      {first.isError && (
        <div className="notice">
          <Trouble error={first.error} retry={() => void first.refetch()} />
        </div>
      )}
      {first.data && first.data.subgraph.nodes.length === 0 && (
        <div className="notice">{say(language, 'empty')}</div>
      )}
      {drawn.length > 0 && (
        <fieldset className="float legend" style={{ border: 0, margin: 0 }}>
          <legend style={{ position: 'absolute', clipPath: 'inset(50%)' }}>{say(language, 'legend')}</legend>
          {drawn.map(({ type, count }) => (
            <button
              type="button"
              key={type}
              data-testid={`legend-${type}`}
              aria-pressed={!hiddenTypes.has(type)}
              onClick={() => toggle(type)}
            >
              <Dot type={type} /> {ENTITY_TYPES[type][language]} <small>{count}</small>
            </button>
          ))}
        </fieldset>
      )}
      <div className="float tools">
        <button type="button" onClick={() => stage.current?.zoom(true)} aria-label={say(language, 'zoomIn')}>
          +
        </button>
        <button
          type="button"
          onClick={() => stage.current?.zoom(false)}
          aria-label={say(language, 'zoomOut')}
        >
          −
        </button>
        <button type="button" onClick={() => stage.current?.fit()}>
          {say(language, 'fit')}
        </button>
        <button type="button" onClick={() => first.data && set({ graph: first.data.subgraph, chosen: null })}>
          {say(language, 'startAgain')}
        </button>
      </div>
    </>
  )
}
