/** The address of what is seen: everything that someone else needs to see the same. */
import { type EntityEdgeType, type EntityType, entityEdgeTypes, entityTypes } from '../../model/ontology.ts'
import { LAYOUTS } from '../layouts/layout.ts'
import type { Language } from '../words/words.ts'
import type { Attended, Chosen } from './attended.ts'
import { comparedFrom, comparedTo } from './comparing.ts'
import { type Lens, lensFrom, lensTo } from './lens.ts'
import { nthTo, pathsFrom, pathsTo } from './paths.ts'
import { type Period, periodFrom, periodTo } from './period.ts'
import { type Camera, colourByOf, type Picture, sizeByOf } from './picture.ts'

export const VIEWS = ['explore', 'trace', 'read', 'query', 'settings'] as const
export type View = (typeof VIEWS)[number]

/** The picture as an address says it: how it differs from the first one, or all of its nodes. */
export interface Wanted {
  add: string[]
  drop: string[]
  only: string[]
}

/** All that an address speaks of. */
export interface Addressed extends Picture, Attended {
  view: View
  article: string
  /** The sentence of the article that the reader shows; '' for none. */
  sentence: string
  /** What the trace view leaves out, and how it groups. */
  lens: Lens
  /** What the graph shows of time; null for all of it. */
  period: Period | null
  language: Language
  /** Ids of the first picture: the address says how the present one differs. */
  base: ReadonlySet<string>
  /** What the address asks for, until it is there. */
  wanted: Wanted | null
  /** Whether the whole graph is drawn, not a picture of some of it. */
  whole: boolean
  /** Where the camera is, in the layout's pixels; null where it shows all. */
  camera: Camera | null
}

/** An address of more ids than this is none that anyone could send. */
const MOST_IDS = 300
/** Of what is selected together, besides. */
const MOST_SELECTED = 100

const listOf = (text: string | null): string[] => (text ? text.split(',').filter(Boolean) : [])
const oneOf = <T extends string>(words: readonly T[], text: string | null): T | undefined =>
  words.find((word) => word === text)

/** An edge by its type and ends, as its id is in the graph. */
function edgeFrom(id: string): Chosen {
  const [type, from, to] = id.split(':')
  return type && from && to ? { kind: 'edge', id, from, to, type } : null
}

export function stateFrom(hash: string): Partial<Addressed> {
  const params = new URLSearchParams(hash.replace(/^#/, ''))
  const node = params.get('id')
  const off = new Set(listOf(params.get('off')))
  const wanted: Wanted = {
    add: listOf(params.get('add')),
    drop: listOf(params.get('drop')),
    only: listOf(params.get('only')),
  }
  const [x, y, scale] = listOf(params.get('at')).map(Number)
  const selected = listOf(params.get('selected')).slice(0, MOST_SELECTED)
  const looks = [x, y, scale].every((n) => n !== undefined && Number.isFinite(n)) && scale! > 0
  return {
    view: oneOf(VIEWS, params.get('view')) ?? 'explore',
    chosen: node ? { kind: 'node', id: node } : edgeFrom(params.get('edge') ?? ''),
    selected: new Set(selected),
    paths: pathsFrom(params),
    compared: comparedFrom(params),
    article: params.get('article') ?? '',
    sentence: params.get('sentence') ?? '',
    traced: params.get('trace') ?? '',
    lens: lensFrom(params),
    period: periodFrom(params),
    layout: oneOf(LAYOUTS, params.get('layout')) ?? 'force',
    sizeBy: sizeByOf(params.get('size') ?? ''),
    colourBy: colourByOf(params.get('colour') ?? ''),
    hiddenTypes: new Set(entityTypes.filter((type): type is EntityType => off.has(type))),
    hiddenRelations: new Set(entityEdgeTypes.filter((type): type is EntityEdgeType => off.has(type))),
    wanted: wanted.add.length + wanted.drop.length + wanted.only.length > 0 ? wanted : null,
    whole: params.get('whole') === '1',
    camera: looks ? { x: x!, y: y!, scale: scale! } : null,
  }
}

/** How a picture differs from the first one; all of its nodes where most of them are others. */
export function wantedOf(ids: readonly string[], base: ReadonlySet<string>): Wanted {
  const there = new Set(ids)
  const add = ids.filter((id) => !base.has(id))
  const drop = [...base].filter((id) => !there.has(id))
  const only = add.length + drop.length >= ids.length
  const wanted = only ? { add: [], drop: [], only: [...ids] } : { add, drop, only: [] }
  const count = wanted.add.length + wanted.drop.length + wanted.only.length
  return count > MOST_IDS ? { add: [], drop: [], only: [] } : wanted
}

/** @returns the address, and the part of it whose change is a step that the browser's back button undoes */
export function addressOf(state: Addressed): { hash: string; step: string } {
  const { view, chosen, article, sentence, traced, lens, period, language, camera, whole } = state
  const params = new URLSearchParams({ view })
  if (chosen?.kind === 'node') params.set('id', chosen.id)
  if (chosen?.kind === 'edge') params.set('edge', `${chosen.type}:${chosen.from}:${chosen.to}`)
  if (view === 'read' && article) params.set('article', article)
  if (view === 'read' && article && sentence) params.set('sentence', sentence)
  if (view === 'trace' && traced) params.set('trace', traced)
  if (view === 'trace') lensTo(lens, params)
  const selected = whole || state.file ? [] : severalOf(state)
  if (whole && view === 'explore') params.set('whole', '1')
  else {
    pictureTo(state, params)
    // that several are selected is a step, each that joins them is none
    if (selected.length > 0) params.set('selected', '')
    if (state.paths && !state.file) pathsTo(state.paths, params)
    if (!state.file) comparedTo(state.compared, params)
  }
  const step = params.toString()
  if (selected.length > 0) params.set('selected', selected.join(','))
  if (params.has('path')) nthTo(state.paths!, params)
  if (period) periodTo(period, params)
  if (camera && view === 'explore')
    params.set('at', `${Math.round(camera.x)},${Math.round(camera.y)},${Number(camera.scale.toPrecision(3))}`)
  params.set('lang', language)
  return { hash: `#${params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`, step }
}

/** One alone is chosen, not selected; too many are none that an address could name. */
const severalOf = ({ selected }: Addressed): string[] =>
  selected.size > 1 && selected.size <= MOST_SELECTED ? [...selected] : []

function pictureTo(state: Addressed, params: URLSearchParams): void {
  const { graph, base, layout, sizeBy, colourBy, hiddenTypes, hiddenRelations, file, wanted } = state
  if (layout !== 'force') params.set('layout', layout)
  if (sizeBy !== 'articles') params.set('size', sizeBy)
  if (colourBy !== 'type') params.set('colour', colourBy)
  const off = [...hiddenTypes, ...hiddenRelations]
  if (off.length > 0) params.set('off', off.join(','))
  if (file) return
  // what was asked for holds until it is there
  const differs =
    wanted ??
    (base.size > 0 && graph.nodes.length > 0
      ? wantedOf(
          graph.nodes.map((n) => n.id),
          base,
        )
      : null)
  for (const key of ['add', 'drop', 'only'] as const)
    if (differs && differs[key].length > 0) params.set(key, differs[key].join(','))
}
