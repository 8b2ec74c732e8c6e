import { useEffect, useRef, useState } from 'react'
import type { CypherRequest, CypherResponse } from '../../../model/api.ts'
import { api } from '../../requests/api.ts'

export interface Run {
  running: boolean
  answer: CypherResponse | null
  trouble: unknown
  /** Whether the last run was stopped. */
  stopped: boolean
  run(request: CypherRequest): Promise<void>
  stop(): void
}

/** One query at a time; a new one stops the one before. */
export function useRun(): Run {
  const control = useRef<AbortController | null>(null)
  const [running, setRunning] = useState(false)
  const [stopped, setStopped] = useState(false)
  const [answer, setAnswer] = useState<CypherResponse | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  // leaving the page stops what nobody waits for any more
  useEffect(() => () => control.current?.abort(), [])
  return {
    running,
    answer,
    trouble,
    stopped,
    stop: () => control.current?.abort(),
    async run(request) {
      control.current?.abort()
      const own = new AbortController()
      control.current = own
      setRunning(true)
      setStopped(false)
      setTrouble(null)
      try {
        setAnswer(await api.cypher(request, own.signal))
      } catch (error) {
        if (control.current !== own) return
        setAnswer(null)
        if (own.signal.aborted) setStopped(true)
        else setTrouble(error)
      } finally {
        if (control.current === own) setRunning(false)
      }
    },
  }
}
