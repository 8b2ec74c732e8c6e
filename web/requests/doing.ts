/** What a person asked for and waits for: shown after a moment, can be stopped, and says what went wrong. */
import { create } from 'zustand'
import type { Word } from '../words/words.ts'

interface Doing {
  /** What has run for longer than a moment. */
  running: readonly AbortController[]
  /** With how to try again, where that may help. */
  failed: { error: unknown; again?: () => void } | null
  /** What it came to, where nothing else shows it. */
  said: Word | null
}
export const useDoing = create<Doing>()(() => ({ running: [], failed: null, said: null }))

/** Milliseconds that pass as at once. */
const MOMENT = 100

/** Says on the page what went wrong. */
export const tell = (error: unknown, again?: () => void): void =>
  useDoing.setState({ failed: { error, ...(again ? { again } : {}) } })

/** Says for a while what it came to. */
export const note = (said: Word): void => useDoing.setState({ said })

/** @returns undefined where it failed or was stopped: the page says so */
export async function doing<T>(job: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const control = new AbortController()
  useDoing.setState({ failed: null, said: null })
  const timer = setTimeout(
    () => useDoing.setState(({ running }) => ({ running: [...running, control] })),
    MOMENT,
  )
  try {
    return await job(control.signal)
  } catch (error) {
    if (!control.signal.aborted) tell(error, () => void doing(job))
    return undefined
  } finally {
    clearTimeout(timer)
    useDoing.setState(({ running }) => ({ running: running.filter((other) => other !== control) }))
  }
}

export function stopAll(): void {
  for (const control of useDoing.getState().running) control.abort()
}
