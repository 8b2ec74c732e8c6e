/** What a person asked for and waits for: shown after a moment, can be stopped, and says what went wrong. */
import { create } from 'zustand'

interface Doing {
  /** What has run for longer than a moment. */
  running: readonly AbortController[]
  /** With how to try again, where that may help. */
  failed: { error: unknown; again?: () => void } | null
}
export const useDoing = create<Doing>()(() => ({ running: [], failed: null }))

/** Milliseconds that pass as at once. */
const MOMENT = 100

/** Says on the page what went wrong. */
export const tell = (error: unknown, again?: () => void): void =>
  useDoing.setState({ failed: { error, ...(again ? { again } : {}) } })

/** @returns undefined where it failed or was stopped: the page says so */
export async function doing<T>(job: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const control = new AbortController()
  useDoing.setState({ failed: null })
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
