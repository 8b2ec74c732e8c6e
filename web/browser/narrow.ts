import { useSyncExternalStore } from 'react'

/** What a query of the window is worth: at this moment, and to a component as long as it stands. */
function watched(query: string): { is: () => boolean; useIs: () => boolean } {
  const list = matchMedia(query)
  const is = () => list.matches
  const listen = (changed: () => void): (() => void) => {
    list.addEventListener('change', changed)
    return () => list.removeEventListener('change', changed)
  }
  return { is, useIs: () => useSyncExternalStore(listen, is) }
}

/** Under this width the graph is a picture of a neighbourhood and panels are sheets; tokens.css has the same bound. */
const narrow = watched('(max-width: 760px)')
/** Where fingers point there is no keyboard to speak of; tokens.css has the same. */
const touched = watched('(hover: none), (pointer: coarse)')

/** Whether the window is a phone's, at this moment. */
export const isNarrow = narrow.is
/** Whether the window is a phone's. */
export const useNarrow = narrow.useIs
/** Whether fingers point, at this moment. */
export const isTouched = touched.is
/** Whether fingers point. */
export const useTouched = touched.useIs
