/** Runs beside the page: layouts and measures. */
import { layouts } from '../layouts/all.ts'
import { measuresOf } from '../measures/measures.ts'
import type { Task, TaskResult } from './task.ts'

addEventListener('message', ({ data }: MessageEvent<{ number: number; task: Task }>) => {
  const { number, task } = data
  try {
    const result: TaskResult =
      task.kind === 'layout' ? layouts[task.layout](task.input) : measuresOf(task.input)
    postMessage({ number, result })
  } catch (error) {
    postMessage({ number, error: error instanceof Error ? error.message : String(error) })
  }
})
