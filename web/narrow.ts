import { useSyncExternalStore } from 'react'

/** Under this width the graph is a picture of a neighbourhood and panels are sheets; tokens.css has the same bound. */
const narrow = matchMedia('(max-width: 760px)')

const listen = (changed: () => void): (() => void) => {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** Whether the window is a phone's, at this moment. */
export const isNarrow = (): boolean => narrow.matches
/** Whether the window is a phone's. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => narrow.matches)
