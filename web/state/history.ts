/** Undo and redo: steps that were, and steps that were taken back. */
import type { View } from './address.ts'
import type { Attended } from './attended.ts'
import type { Lens } from './lens.ts'
import type { Period } from './period.ts'
import { PICTURE_KEYS, type Picture } from './picture.ts'

/** As many steps as can be taken back. */
const DEPTH = 100

/** All that can be taken back, with the view in which it was done: there it is seen. */
export interface Step extends Picture, Attended {
  period: Period | null
  lens: Lens
  view: View
}
const ATTENDED_KEYS = [
  'chosen',
  'selected',
  'paths',
  'compared',
  'traced',
] as const satisfies (keyof Attended)[]
const STEP_KEYS: readonly (keyof Step)[] = [...PICTURE_KEYS, ...ATTENDED_KEYS, 'period', 'lens', 'view']

export interface History {
  past: readonly Step[]
  future: readonly Step[]
}

const picked = <T, K extends keyof T>(state: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, state[key]])) as Pick<T, K>

export const pictureOf = (state: Picture): Picture => picked(state, PICTURE_KEYS)
export const stepOf = (state: Step): Step => picked(state, STEP_KEYS)

/** What of a change is of what is attended to. */
export const attendedIn = (patch: Partial<Attended>): Partial<Attended> =>
  picked(
    patch,
    ATTENDED_KEYS.filter((key) => key in patch),
  )

/** The same, or sets or lists of the same, or the same entity or edge chosen anew. */
function alike(a: unknown, b: unknown): boolean {
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one))
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one === b[i])
  const id = (one: unknown) => (one && typeof one === 'object' && 'id' in one ? one.id : undefined)
  return Object.is(a, b) || (id(a) !== undefined && id(a) === id(b))
}
const same = (state: Step, patch: Partial<Step>): boolean =>
  (Object.keys(patch) as (keyof Step)[]).every((key) => alike(state[key], patch[key]))

/**
 * A change that can be taken back; null where nothing changes.
 * @param goesOn it belongs to the step before, as each move of a drag does
 */
export function changed(
  state: Step & History,
  patch: Partial<Step>,
  goesOn = false,
): (Partial<Step> & History) | null {
  if (same(state, patch)) return null
  const past = goesOn ? state.past : [...state.past, stepOf(state)].slice(-DEPTH)
  return { ...patch, past, future: [] }
}

/** A step that was taken before anything was drawn does not take the drawing away. */
const drawn = (step: Step, state: Step): Step =>
  step.graph.nodes.length === 0 && state.graph.nodes.length > 0 ? { ...step, ...pictureOf(state) } : step

export function undone(state: Step & History): (Step & History) | null {
  const before = state.past.at(-1)
  return before
    ? {
        ...drawn(before, state),
        past: state.past.slice(0, -1),
        future: [{ ...stepOf(state), view: before.view }, ...state.future],
      }
    : null
}

export function redone(state: Step & History): (Step & History) | null {
  const after = state.future[0]
  return after
    ? {
        ...drawn(after, state),
        past: [...state.past, { ...stepOf(state), view: after.view }],
        future: state.future.slice(1),
      }
    : null
}
