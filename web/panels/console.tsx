import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CypherResponse } from '../../model/api.ts'
import type { CypherValue } from '../../model/graph.ts'
import { ApiError, api } from '../api.ts'
import { useStore } from '../state.ts'
import { say } from '../words.ts'

const FIRST = 'MATCH (p:Entity)-[r:SERVES]->(s:Strategy)\nRETURN p, r, s\nLIMIT 50'

/** A value as one line of text. */
function textOf(value: CypherValue): string {
  if (value === null) return '—'
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  if (typeof value !== 'object') return String(value)
  if ('kind' in value && value.kind === 'node')
    return `(${String((value as { properties: Record<string, unknown> }).properties.name ?? (value as { id: string }).id)})`
  if ('kind' in value && value.kind === 'relationship') return `[${String((value as { type: string }).type)}]`
  return JSON.stringify(value)
}

export function Console() {
  const { language, set } = useStore()
  const [text, setText] = useState(FIRST)
  const [running, setRunning] = useState<AbortController | null>(null)
  const [answer, setAnswer] = useState<CypherResponse | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const saved = useQuery({ queryKey: ['queries'], queryFn: () => api.queries() })
  const run = async () => {
    const control = new AbortController()
    setRunning(control)
    setTrouble(null)
    try {
      setAnswer(await api.cypher({ query: text }, control.signal))
    } catch (error) {
      setAnswer(null)
      if (!control.signal.aborted) setTrouble(error)
    } finally {
      setRunning(null)
    }
  }
  const body = trouble instanceof ApiError ? trouble.body : null
  return (
    <div className="page console">
      <div className="page-head">
        <select
          aria-label={say(language, 'saved')}
          value=""
          onChange={(e) => setText(saved.data?.find((q) => q.name === e.target.value)?.text ?? text)}
        >
          <option value="">{say(language, 'saved')}</option>
          {saved.data?.map((q) => (
            <option key={q.name} value={q.name}>
              {q.title[language]}
            </option>
          ))}
        </select>
        {running ? (
          <button type="button" onClick={() => running.abort()}>
            {say(language, 'cancel')}
          </button>
        ) : (
          <button type="button" className="primary" data-testid="run" onClick={() => void run()}>
            {say(language, 'run')} ⌘↵
          </button>
        )}
        {running && (
          <span role="status" className="muted">
            {say(language, 'running')}
          </span>
        )}
      </div>
      <textarea
        ref={area}
        data-testid="editor"
        aria-label={say(language, 'cypher')}
        spellCheck={false}
        value={text}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if ((e.metaKey || e.ctrlKey) && e.key === 'Enter') void run()
        }}
      />
      {trouble !== null && (
        <p role="alert" className="error" data-testid="cypher-error">
          {body?.position && `${say(language, 'line', { l: body.position.line, c: body.position.column })}: `}
          {body?.message ?? say(language, 'failed')}{' '}
          {body?.hint && <span className="muted">{body.hint}</span>}
        </p>
      )}
      {answer && (
        <>
          <p className="muted">
            {answer.summary.rowCount} {say(language, 'rows')} · {answer.summary.milliseconds} ms
            {answer.summary.truncated && ` · ${say(language, 'cut', { n: answer.rows.length })}`}
          </p>
          {answer.graph.nodes.length > 0 && (
            <button
              type="button"
              data-testid="show-graph"
              onClick={() => set({ graph: answer.graph, view: 'explore', chosen: null })}
            >
              {say(language, 'showGraph')}
            </button>
          )}
          <div className="result">
            <table data-testid="table">
              <thead>
                <tr>
                  {answer.columns.map((c) => (
                    <th key={c} scope="col">
                      {c}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {answer.rows.map((row, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a result have no other name
                  <tr key={i}>
                    {row.map((value, j) => (
                      <td key={answer.columns[j]}>{textOf(value)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  )
}
