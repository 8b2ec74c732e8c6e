/** Hands tasks to the worker; a task that is aborted ends at once, with its worker. */
import type { LayoutInput, LayoutName, LayoutResult } from '../layouts/layout.ts'
import type { MeasureInput, Measures } from '../measures/measures.ts'
import { lostPiece } from '../requests/pieces.ts'
import type { Task, TaskResult } from './task.ts'

let worker: Worker | null = null
let numbers = 0
const waiting = new Map<number, { resolve(result: TaskResult): void; reject(error: Error): void }>()

function start(): Worker {
  const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  made.addEventListener(
    'message',
    ({ data }: MessageEvent<{ number: number; result?: TaskResult; error?: string }>) => {
      const task = waiting.get(data.number)
      waiting.delete(data.number)
      if (data.result) task?.resolve(data.result)
      else task?.reject(new Error(data.error))
    },
  )
  made.addEventListener('error', (event) => {
    // one that did not load has nothing to say
    if (event.message) failAll(new Error(event.message))
    else void lostPiece(event).then(failAll)
  })
  return made
}

function failAll(error: Error): void {
  worker?.terminate()
  worker = null
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}

function run(task: Task, signal?: AbortSignal): Promise<TaskResult> {
  signal?.throwIfAborted()
  worker ??= start()
  const number = ++numbers
  const result = new Promise<TaskResult>((resolve, reject) => waiting.set(number, { resolve, reject }))
  // what runs in a worker can only be stopped by ending it
  signal?.addEventListener('abort', () => waiting.has(number) && failAll(new DOMException('', 'AbortError')))
  worker.postMessage({ number, task })
  return result
}

/** @throws AbortError when stopped */
export const arrange = (layout: LayoutName, input: LayoutInput, signal?: AbortSignal) =>
  run({ kind: 'layout', layout, input }, signal) as Promise<LayoutResult>

export const measure = (input: MeasureInput, signal?: AbortSignal) =>
  run({ kind: 'measure', input }, signal) as Promise<Measures>
