/** What a view was left with, for as long as the page is open: it is found again as it was. */
import { type RefCallback, useCallback, useState } from 'react'

const words = new Map<string, string>()
const tops = new Map<string, number>()

/** As useState, but what it holds outlives the view. */
export function useKept(key: string): [string, (next: string) => void] {
  const [word, setWord] = useState(() => words.get(key) ?? '')
  const keep = useCallback(
    (next: string) => {
      words.set(key, next)
      setWord(next)
    },
    [key],
  )
  return [word, keep]
}

/** For an element that scrolls: it is where it was left, by this key. */
export const useScrolled = (key: string): RefCallback<HTMLElement> =>
  useCallback(
    (element) => {
      if (!element) return
      element.scrollTop = tops.get(key) ?? 0
      const keep = () => void tops.set(key, element.scrollTop)
      element.addEventListener('scroll', keep, { passive: true })
      return () => element.removeEventListener('scroll', keep)
    },
    [key],
  )
