/** Undo and redo: pictures that were, and pictures that were taken back. */
import { PICTURE_KEYS, type Picture } from './picture.ts'

/** As many steps as can be taken back. */
const DEPTH = 100

export interface History {
  past: readonly Picture[]
  future: readonly Picture[]
}

export const pictureOf = (state: Picture): Picture =>
  Object.fromEntries(PICTURE_KEYS.map((key) => [key, state[key]])) as unknown as Picture

const same = (state: Picture, patch: Partial<Picture>): boolean =>
  (Object.keys(patch) as (keyof Picture)[]).every((key) => Object.is(state[key], patch[key]))

/** A change of the picture that can be taken back; null where nothing changes. */
export function changed(
  state: Picture & History,
  patch: Partial<Picture>,
): (Partial<Picture> & History) | null {
  if (same(state, patch)) return null
  return { ...patch, past: [...state.past, pictureOf(state)].slice(-DEPTH), future: [] }
}

export function undone(state: Picture & History): (Picture & History) | null {
  const before = state.past.at(-1)
  return before
    ? { ...before, past: state.past.slice(0, -1), future: [pictureOf(state), ...state.future] }
    : null
}

export function redone(state: Picture & History): (Picture & History) | null {
  const after = state.future[0]
  return after ? { ...after, past: [...state.past, pictureOf(state)], future: state.future.slice(1) } : null
}
