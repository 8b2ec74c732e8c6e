import { useEffect, useRef, useState } from 'react'
import { api } from '../../requests/api.ts'
import { onceThere } from '../../requests/trouble.ts'
import type { Chosen } from '../../state/attended.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Trouble } from '../parts.tsx'
import { StageHolder } from '../stage-holder.tsx'
import { Waiting } from '../waiting.tsx'
import './explore.css'
import { FileBar } from './file-bar.tsx'
import { withTies } from './following.ts'
import { Legend } from './legend.tsx'
import { Minimap } from './minimap.tsx'
import { NodeMenu } from './node-menu.tsx'
import { PathPanel } from './path-panel.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { Toolbar } from './toolbar/toolbar.tsx'
import { useFirst } from './use-first.ts'
import { useFonts } from './use-fonts.ts'
import { useInset } from './use-inset.ts'
import { useKeys } from './use-keys.ts'
import { useMeasured, usePicture } from './use-picture.ts'
import { useRemains } from './use-remains.ts'
import { useRoom } from './use-room.ts'
import { type NodeMenuAt, useStage } from './use-stage.ts'
import { useTraits } from './use-traits.ts'

export function Explore() {
  const { graph, language, chosen, merge, file, wanted } = useStore()
  const holder = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<NodeMenuAt | null>(null)
  const first = useFirst()
  const stage = useStage(holder, setMenu)
  const known = useMeasured()
  useInset(stage)
  useRoom(stage)
  const traits = useTraits()
  const { arranging } = usePicture(stage, first.data?.subgraph, useFonts(), known, traits)
  useKeys(stage)
  useRemains(stage)

  // a name that was searched for may not be drawn yet
  useEffect(() => {
    if (chosen?.kind !== 'node' || !first.data || graph.nodes.length === 0 || file) return
    if (graph.nodes.some((n) => n.id === chosen.id)) return
    const control = new AbortController()
    const { signal } = control
    onceThere(() => api.neighbours(chosen.id, { limit: 12 }, signal), signal)
      .then(({ subgraph }) => withTies(subgraph, signal))
      .then((more) => !signal.aborted && merge(more, true))
      // its page says what is wrong
      .catch(() => {})
    return () => control.abort()
  }, [chosen, first.data, graph, merge, file])

  // nor may the other end of a relation that was opened in a list; once is enough: what is hidden then stays so
  const brought = useRef<Chosen>(null)
  useEffect(() => {
    if (chosen?.kind !== 'edge' || !first.data || graph.nodes.length === 0 || file) return
    if (graph.edges.some((e) => e.id === chosen.id)) brought.current = chosen
    if (brought.current === chosen) return
    const control = new AbortController()
    const { signal } = control
    onceThere(() => api.subgraph([chosen.from, chosen.to], signal), signal)
      .then(({ subgraph }) => withTies(subgraph, signal))
      .then((more) => {
        if (signal.aborted) return
        brought.current = chosen
        if (more.edges.some((e) => e.id === chosen.id)) merge(more, true)
      })
      .catch(() => {})
    return () => control.abort()
  }, [chosen, first.data, graph, merge, file])

  const drawn = graph.nodes.length > 0
  return (
    <>
      <StageHolder holder={holder} />
      {(first.isPending || (first.data && wanted && !drawn) || (arranging && !drawn)) && <Waiting />}
      {first.isError && !drawn && (
        <div className="notice">
          <Trouble error={first.error} retry={() => void first.refetch()} />
        </div>
      )}
      {first.data && !drawn && first.data.subgraph.nodes.length === 0 && (
        <div className="notice">{say(language, 'empty')}</div>
      )}
      {drawn && stage && (
        <>
          <Toolbar stage={stage} first={first.data} />
          <Legend totals={first.data?.typeCounts ?? {}} known={known} traits={traits} />
          <Minimap stage={stage} />
          <div className="following">
            <FileBar first={first.data} />
            <SelectionBar />
            <PathPanel />
          </div>
          {menu && <NodeMenu at={menu} close={() => setMenu(null)} />}
        </>
      )}
    </>
  )
}
