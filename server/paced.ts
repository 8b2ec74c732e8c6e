/** Long work in pieces, so that what is asked meanwhile is answered in between. */
import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work in a piece. */
const PIECE = 10

/** Lets others be answered before the work goes on. */
export const others = (): Promise<void> => setImmediate()

/** `items.map(work)`. */
export async function pacedMap<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const done: R[] = []
  let began = performance.now()
  for (const item of items) {
    done.push(work(item))
    if (performance.now() - began < PIECE) continue
    await others()
    began = performance.now()
  }
  return done
}
