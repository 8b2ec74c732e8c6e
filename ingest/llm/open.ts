/** Composition: a reader that asks a real server and keeps its answers on disk. */
import { setTimeout as wait } from 'node:timers/promises'
import pLimit from 'p-limit'
import { openCache } from './cache.ts'
import { Chat, type World } from './chat.ts'
import { Budget, type Limits } from './limits.ts'
import { LlmReader, type ReaderOptions } from './reader.ts'
import type { ChatOptions } from './wire.ts'

export interface LlmOptions extends ChatOptions, ReaderOptions {
  /** Folder of the answers. */
  cache: string
  limits: Limits
}

const REAL: World = {
  fetch: (...call) => fetch(...call),
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
}

/** Asks nothing yet. @throws KnownError where the cache's folder can not be made */
export function openReader(options: LlmOptions, world: World = REAL): LlmReader {
  const budget = new Budget(options.limits)
  const stop = new AbortController()
  const chat = new Chat(options, budget, world, stop.signal)
  return new LlmReader(options, {
    chat,
    budget,
    cache: openCache(options.cache),
    limit: pLimit(options.concurrency),
    stop,
  })
}
