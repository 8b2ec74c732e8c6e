import { create } from 'zustand'
import type { Subgraph } from '../../model/graph.ts'
import { type Addressed, stateFrom } from './address.ts'
import { UNATTENDED } from './attended.ts'
import { type Draft, keptDraft } from './draft.ts'
import { attendedIn, changed, type History, redone, type Step, undone } from './history.ts'
import { WIDE } from './lens.ts'
import { type Camera, EMPTY, merged, without } from './picture.ts'

export interface State extends Addressed, Draft, History {
  /** Ids of nodes and edges that lie outside the period: the stage leaves them out. */
  outside: ReadonlySet<string>
  /** Whether the timeline is unfolded, and with what is new since a date. */
  timeOpen: boolean
  sinceOpen: boolean
  /** Whether each node that is clicked joins the selection: what Shift does, for who has none. */
  picking: boolean
  /** The step of the guided first minute; null where there is none. */
  guide: number | null
  theme: 'light' | 'dark'
  /** Raised when the camera should show the whole picture. */
  framing: number
  /** Where the camera should look when the picture changes next; all of it where null. */
  aim: Camera | null
  /** Changes anything; what is attended to so that it can be undone. */
  set(patch: Partial<Omit<State, Verb>>): void
  /** Changes the picture, its time, what is attended to or what Trace leaves out so that it can be undone; with `goesOn` as part of the step before. */
  act(patch: Partial<Omit<Step, 'view'>>, goesOn?: boolean): void
  undo(): void
  redo(): void
  /** Adds nodes and edges to the picture; what is there stays where it is. With `goesOn` as part of the step before. */
  merge(more: Subgraph, goesOn?: boolean): void
  hide(...ids: string[]): void
}
type Verb = 'set' | 'act' | 'undo' | 'redo' | 'merge' | 'hide'

/** The address's own language and look win over what was kept, and that over the browser's. */
function preferences(): Pick<State, 'language' | 'theme'> {
  const params = new URLSearchParams(location.hash.slice(1))
  const language =
    params.get('lang') ??
    localStorage.getItem('language') ??
    (navigator.language.startsWith('zh') ? 'zh' : 'en')
  const theme =
    params.get('theme') ??
    localStorage.getItem('theme') ??
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  return { language: language === 'en' ? 'en' : 'zh', theme: theme === 'dark' ? 'dark' : 'light' }
}

/** Another layout or another graph wants another look at all of it. */
function reframed(state: State, next: (Step & History) | null): Partial<State> {
  if (!next) return {}
  const other = next.layout !== state.layout || next.file !== state.file
  return { ...next, ...(other ? { framing: state.framing + 1 } : {}) }
}

export const useStore = create<State>()((set) => ({
  view: 'explore',
  article: '',
  sentence: '',
  traced: '',
  lens: WIDE,
  period: null,
  outside: new Set(),
  ...keptDraft(),
  timeOpen: false,
  sinceOpen: false,
  picking: false,
  guide: null,
  ...UNATTENDED,
  framing: 0,
  aim: null,
  camera: null,
  ...EMPTY,
  past: [],
  future: [],
  base: new Set(),
  wanted: null,
  whole: false,
  ...stateFrom(location.hash),
  ...preferences(),
  set: (patch) => set((state) => ({ ...patch, ...changed(state, attendedIn(patch)) })),
  act: (patch, goesOn) => set((state) => changed(state, patch, goesOn) ?? {}),
  undo: () => set((state) => reframed(state, undone(state))),
  redo: () => set((state) => reframed(state, redone(state))),
  merge: (more, goesOn) => set((state) => changed(state, { graph: merged(state.graph, more) }, goesOn) ?? {}),
  hide: (...ids) =>
    set((state) => {
      const gone = new Set(ids)
      const next = {
        graph: without(state.graph, gone),
        chosen: state.chosen && gone.has(state.chosen.id) ? null : state.chosen,
        selected: new Set([...state.selected].filter((id) => !gone.has(id))),
      }
      return changed(state, next) ?? {}
    }),
}))
