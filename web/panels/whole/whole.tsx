import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { GraphColumns } from '../../../model/columns.ts'
import { Stage } from '../../canvas/stage.ts'
import { api } from '../../requests/api.ts'
import { doing } from '../../requests/doing.ts'
import { fillScene } from '../../scene/whole-scene.ts'
import { EMPTY } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Minimap } from '../explore/minimap.tsx'
import { typing } from '../explore/use-keys.ts'
import { Trouble } from '../parts.tsx'
import { StageHolder } from '../stage-holder.tsx'
import { Timeline } from '../time/timeline.tsx'
import '../explore/explore.css'
import { useWithin } from './use-within.ts'
import { WholeLegend } from './whole-legend.tsx'

/** Every entity and every relation, laid out by the server: for where things lie, not for each of them. */
export function WholeGraph() {
  const { language, theme, chosen, hiddenTypes, outside, set } = useStore()
  const holder = useRef<HTMLDivElement>(null)
  const [columns, setColumns] = useState<GraphColumns | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  const [stage, setStage] = useState<Stage | null>(null)
  const shown = useWithin(columns)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with each try
  useEffect(() => {
    const control = new AbortController()
    api
      .whole(control.signal)
      .then((whole) => {
        setError(null)
        setColumns(whole)
      })
      .catch((cause: unknown) => !control.signal.aborted && setError(cause))
    return () => control.abort()
  }, [tries])

  useEffect(() => {
    if (!columns) return
    const made = new Stage(
      holder.current!,
      {
        choose: (next) => useStore.getState().set({ chosen: next }),
        expand: around,
        moved: () => {},
      },
      { large: true },
    )
    fillScene(made.scene, columns, theme)
    made.shown(theme)
    window.__quanmai = {
      ready: true,
      nodeAt: (id) => made.nodeAt(id),
      edgeAt: (id) => made.edgeAt(id),
      stage: made,
    }
    setStage(made)
    return () => {
      made.end()
      delete window.__quanmai
      setStage(null)
    }
  }, [columns, theme])

  // with the panels there that it keeps clear of
  useEffect(() => stage?.view.fit(undefined, false), [stage])
  useEffect(() => {
    stage?.attend({ chosen, hiddenTypes, outside })
    if (stage && chosen?.kind === 'node') stage.view.reveal(chosen.id)
  }, [stage, chosen, hiddenTypes, outside])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (typing(event.target) || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.key.toLowerCase() === 'f') stage?.view.fit()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [stage])

  return (
    <>
      <StageHolder holder={holder} />
      <div className="float whole-bar">
        <button type="button" data-testid="leave-whole" onClick={() => set({ whole: false, camera: null })}>
          <ArrowLeft size={14} aria-hidden="true" /> {say(language, 'leaveWhole')}
        </button>
        {chosen?.kind === 'node' && (
          <button type="button" data-testid="around" onClick={() => around(chosen.id)}>
            {say(language, 'around')}
          </button>
        )}
        {columns && (
          <span className="muted" data-testid="whole-count">
            {say(language, 'wholeCount', {
              nodes: columns.ids.length.toLocaleString(),
              edges: columns.from.length.toLocaleString(),
            })}
          </span>
        )}
      </div>
      {!stage && !error && (
        <div className="notice" role="status">
          {say(language, 'wholeLoading')}
        </div>
      )}
      {error !== null && (
        <div className="notice">
          <Trouble error={error} retry={() => setTries(tries + 1)} />
        </div>
      )}
      {stage && columns && (
        <>
          <WholeLegend columns={columns} />
          <Minimap stage={stage} />
          <Timeline shown={shown} />
        </>
      )}
    </>
  )
}

/** Leaves the whole for one entity and what is round it. */
function around(id: string): void {
  void doing(async (signal) => {
    const { subgraph } = await api.neighbours(id, { limit: 60 }, signal)
    const { act, set, framing } = useStore.getState()
    act({ ...EMPTY, graph: subgraph, chosen: { kind: 'node', id } })
    set({ whole: false, camera: null, framing: framing + 1 })
  })
}
