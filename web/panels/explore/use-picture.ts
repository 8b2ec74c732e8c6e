/** Brings what the state holds onto the stage: places first, then the scene, then what is hidden or stands out. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { GraphNode, Subgraph } from '../../../model/graph.ts'
import type { Stage } from '../../canvas/stage.ts'
import { arranged } from '../../scene/arranging.ts'
import { dressOf, isMeasured, type Measured, measured } from '../../scene/measuring.ts'
import type { Traits } from '../../scene/properties.ts'
import { type Dress, PLAIN, updateScene } from '../../scene/scene.ts'
import type { Chosen } from '../../state/attended.ts'
import { pictureOf } from '../../state/history.ts'
import type { Picture, Places } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'

const aspectOf = (): number => Math.max(0.6, Math.min(2.2, innerWidth / Math.max(1, innerHeight)))

/** Measures of the drawn graph where size or colour needs them. */
export function useMeasured(): Measured | null {
  const { graph, sizeBy, colourBy } = useStore()
  const [known, setKnown] = useState<Measured | null>(null)
  const needed = isMeasured(sizeBy) || isMeasured(colourBy)
  useEffect(() => {
    if (!needed || graph.nodes.length === 0) return setKnown(null)
    let stale = false
    measured(graph)
      .then((result) => !stale && setKnown(result))
      .catch(() => {})
    return () => {
      stale = true
    }
  }, [graph, needed])
  return known
}

/**
 * @param first the picture that a visit begins with
 * @param fonts whether the names can be drawn
 */
export function usePicture(
  stage: Stage | null,
  first: Subgraph | undefined,
  fonts: boolean,
  known: Measured | null,
  traits: Traits | null,
): { arranging: boolean } {
  const { graph, places, guides, theme, language, sizeBy, colourBy, framing } = useStore()
  const { chosen, selected, hiddenTypes, hiddenRelations, outside, paths } = useStore()
  const [arranging, setArranging] = useState(false)
  const dress: Dress = useMemo(
    () =>
      sizeBy === 'articles' && colourBy === 'type'
        ? PLAIN
        : dressOf(graph, sizeBy, colourBy, theme, known, traits),
    [graph, sizeBy, colourBy, theme, known, traits],
  )
  const placed = graph.nodes.every(({ id }) => places.has(id))

  useEffect(() => {
    if (placed || graph.nodes.length === 0) return
    const control = new AbortController()
    const state = useStore.getState()
    setArranging(true)
    // an address says what joined the first picture: it joins it again, where it stood
    const joins = state.places.size === 0 && state.layout === 'force' && !state.file
    const before = joins && first && !isAlike(first, graph) ? { ...pictureOf(state), graph: first } : null
    const arrange = (picture: Picture) =>
      arranged(picture, state.layout, true, dress, aspectOf(), state.language, control.signal)
    const stood = before ? arrange(before).then(({ places: at }) => at) : Promise.resolve(state.places)
    stood
      .then((at) => arrange({ ...pictureOf(state), places: at }))
      .then(({ places: next, guides: lines }) => {
        useStore.getState().set({ places: next, ...(state.places.size === 0 ? { guides: lines } : {}) })
      })
      .catch(() => {})
      .finally(() => setArranging(false))
    return () => control.abort()
  }, [graph, placed, dress, first])

  const framed = useRef(-1)
  useEffect(() => {
    if (!stage || !fonts || !placed) return
    const stood = stage.scene.order
    const fresh = graph.nodes.filter(({ id }) => !stage.scene.hasNode(id))
    const stays = graph.nodes.length - fresh.length
    updateScene(stage.scene, graph, places, theme, language, dress)
    const { camera, aim, chosen: own, set } = useStore.getState()
    // another graph altogether wants a frame of its own
    const other = stays < graph.nodes.length / 2 && framed.current !== framing
    if (stood === 0 || other) {
      stage.frame(places.values())
      stage.shown(theme, guides)
      const look = other && stood > 0 ? aim : camera
      if (look) stage.view.look(look, false)
      else stage.view.fit(visible(places), false)
    } else {
      stage.shown(theme, guides)
      void stage.place(places, true)
      const more = fresh.length > 0 && graph.nodes.length > stood
      if (aim && (more || framed.current !== framing)) stage.view.look(aim, true)
      else if (framed.current !== framing) stage.view.fit(visible(places))
      // what was asked for should be seen, with what it was asked for at
      else if (more) stage.view.welcome(spotsOf(own, fresh, places))
    }
    if (aim) set({ aim: null })
    framed.current = framing
    window.__quanmai = {
      ready: true,
      nodeAt: (id) => stage.nodeAt(id),
      edgeAt: (id) => stage.edgeAt(id),
      stage,
    }
  }, [stage, fonts, placed, graph, places, guides, theme, language, dress, framing])

  // the card of a first visit leaves its room to the picture, and the timeline takes some of it
  const guided = useStore((s) => s.guide !== null)
  const timed = useStore((s) => s.timeOpen)
  const floating = useRef({ guided, timed })
  useEffect(() => {
    const { guided: led, timed: lay } = floating.current
    floating.current = { guided, timed }
    if ((!(led && !guided) && lay === timed) || !stage?.view.untouched) return
    // after it is there
    const frame = requestAnimationFrame(() => stage.view.fit(visible(useStore.getState().places)))
    return () => cancelAnimationFrame(frame)
  }, [stage, guided, timed])

  const path = paths?.found[paths.at]
  useEffect(() => {
    stage?.attend({
      chosen,
      selected,
      hiddenTypes,
      hiddenRelations,
      outside,
      path: path ? { nodes: path.nodes.map((n) => n.id), edges: path.steps.map((s) => s.edge) } : null,
    })
  }, [stage, chosen, selected, hiddenTypes, hiddenRelations, outside, path])

  // a path that lies half under what tells of it is no answer
  useEffect(() => {
    if (!stage || !path || !placed) return
    const at = useStore.getState().places
    // after its panel is there
    const frame = requestAnimationFrame(() =>
      stage.view.revealAll(path.nodes.flatMap(({ id }) => at.get(id) ?? [])),
    )
    return () => cancelAnimationFrame(frame)
  }, [stage, path, placed])

  return { arranging }
}

/** Whether both hold the same nodes. */
function isAlike(a: Subgraph, b: Subgraph): boolean {
  const ids = new Set(a.nodes.map(({ id }) => id))
  return ids.size === b.nodes.length && b.nodes.every(({ id }) => ids.has(id))
}

/** Places of what is new, and of what is chosen. */
function spotsOf(chosen: Chosen, fresh: readonly GraphNode[], places: Places) {
  const ids = new Set(fresh.map(({ id }) => id))
  if (chosen?.kind === 'node') ids.add(chosen.id)
  return [...ids].flatMap((id) => places.get(id) ?? [])
}

/** Places of what the picture holds: undo may leave places of nodes that are gone. */
function visible(places: ReadonlyMap<string, { x: number; y: number }>) {
  const { graph } = useStore.getState()
  return graph.nodes.flatMap(({ id }) => places.get(id) ?? [])
}

/** A layout for all of it, in one step that can be undone. */
export async function arrangeAll(
  layout: ReturnType<typeof pictureOf>['layout'],
  signal?: AbortSignal,
): Promise<void> {
  const before = useStore.getState()
  const { places, guides } = await arranged(
    pictureOf(before),
    layout,
    false,
    PLAIN,
    aspectOf(),
    before.language,
    signal,
  )
  const { act, set, framing } = useStore.getState()
  act({ layout, places, guides })
  set({ framing: framing + 1 })
}
