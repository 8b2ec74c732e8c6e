import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes of heap below which nothing is gained. */
const MUCH = 160 * 2 ** 20

/**
 * Gives back what a phase has left behind, before the next one needs room of another kind: V8 lets garbage lie until its
 * own heap is to grow, whatever lies beside it in the process.
 */
export function tidy(): void {
  if (process.memoryUsage().heapTotal < MUCH) return
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
