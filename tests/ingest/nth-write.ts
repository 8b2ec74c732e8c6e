/** A store whose write of one number meets something. */
import type { GraphStore } from '../../store/store.ts'

const WRITES: ReadonlySet<string | symbol> = new Set(['putNodes', 'putEdges', 'removeNodes', 'removeEdges'])

/** The store, but that this is done in place of its write of this number, counted from 1. @param instead may call the write */
export function atWrite(
  store: GraphStore,
  at: number,
  instead: (write: () => Promise<void>) => Promise<void>,
): GraphStore {
  let count = 0
  return new Proxy(store, {
    get: (own, name) => {
      const value = own[name as keyof GraphStore]
      if (typeof value !== 'function') return value
      if (!WRITES.has(name) || ++count !== at) return value.bind(own)
      return (items: never[]) => instead(() => (value as (items: never[]) => Promise<void>).call(own, items))
    },
  })
}
