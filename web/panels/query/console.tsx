import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { CypherValue } from '../../../model/graph.ts'
import { keysHere } from '../../browser/keys.ts'
import { useTouched } from '../../browser/narrow.ts'
import { ApiError, api } from '../../requests/api.ts'
import { piece } from '../../requests/pieces.ts'
import { troubleIn } from '../../requests/trouble.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Said } from '../parts.tsx'
import { parametersIn } from './complete.ts'
import { keptQueries, markedOf, openedAfter } from './opened.ts'
import { Outcome } from './outcome.tsx'
import { type Parameter, Parameters } from './parameters.tsx'
import { Saved } from './saved.tsx'
import { useOwnQueries } from './use-own-queries.ts'
import { useRun } from './use-run.ts'
import { valueOfText } from './values.ts'
import './query.css'

const Editor = lazy(() => piece(() => import('./editor.tsx')).then((m) => ({ default: m.Editor })))
const FIRST = 'MATCH (head:Entity)-[r:SERVES]->(strategy:Strategy)\nRETURN head, r, strategy\nLIMIT 50'

/** Cypher: an editor, what it leaves open, and what comes back. */
export function Console() {
  const { language, draft, openedQuery, filled, set } = useStore()
  const touched = useTouched()
  const text = draft ?? FIRST
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  const work = useRun()
  const saved = useQuery({ queryKey: ['queries'], queryFn: () => api.queries() })
  const own = useOwnQueries()
  const kept = useMemo(() => keptQueries(saved.data, own.own.data), [saved.data, own.own.data])
  const marked = markedOf(text, openedQuery, kept)
  const from = marked && !marked.own ? saved.data?.find(({ name }) => name === marked.name) : undefined
  const parameters = useMemo(
    () =>
      parametersIn(text).map((name): Parameter => {
        const known = from?.parameters.find((own) => own.name === name)
        return { name, type: known?.type ?? 'string', text: filled[name] ?? known?.default ?? '' }
      }),
    [text, from, filled],
  )
  const run = () => {
    const values = parameters.map(({ name, type, text: typed }) => [name, valueOfText(typed, type)] as const)
    const bad = values.filter(([, value]) => value === undefined).map(([name]) => name)
    setWrong(new Set(bad))
    if (bad.length > 0) return
    void work.run({ query: text, parameters: Object.fromEntries(values) as Record<string, CypherValue> })
  }
  const faultOf = (bad: readonly Parameter[]) =>
    say(language, bad.some(({ text: typed }) => typed.trim() === '') ? 'needParameter' : 'wrongParameter', {
      names: bad.map(({ name }) => `$${name}`).join(language === 'zh' ? '、' : ', '),
    })
  const body = work.trouble instanceof ApiError ? work.trouble.body : null
  const position = body?.position
  const fault = useMemo(() => {
    if (!position) return null
    const { said, quoted } = troubleIn(language, work.trouble)
    return { position, message: quoted ? say(language, 'inItsWords') + quoted : said }
  }, [position, language, work.trouble])
  return (
    <div className="page console">
      <div className="console-main">
        <Suspense fallback={<div className="editor waiting">{say(language, 'loading')}</div>}>
          <Editor
            text={text}
            parameters={parameters.map(({ name }) => name)}
            fault={fault}
            onText={(next, replaced) =>
              set({ draft: next, openedQuery: openedAfter(next, replaced, openedQuery, kept) })
            }
            onRun={run}
          />
        </Suspense>
        <Parameters
          parameters={parameters}
          wrong={wrong}
          onChange={(name, typed) => set({ filled: { ...filled, [name]: typed } })}
        />
        <div className="run-bar">
          {work.running ? (
            <button type="button" data-testid="stop" onClick={work.stop}>
              {say(language, 'cancel')}
            </button>
          ) : (
            <button type="button" className="primary" data-testid="run" onClick={run}>
              {say(language, 'run')} <kbd>{keysHere('⌘↵')}</kbd>
            </button>
          )}
          <span role="status" className="muted" data-testid="run-status">
            {work.running ? say(language, 'running') : work.stopped ? say(language, 'stopped') : ''}
          </span>
          {wrong.size > 0 && (
            <span role="alert" className="error">
              {faultOf(parameters.filter(({ name }) => wrong.has(name)))}
            </span>
          )}
        </div>
        {work.trouble !== null && (
          <div role="alert" className="fault" data-testid="cypher-error">
            <Said
              error={work.trouble}
              at={position ? say(language, 'line', { l: position.line, c: position.column }) : ''}
            />
          </div>
        )}
        {!work.answer && work.trouble === null && !work.running && (
          <p className="muted">{keysHere(say(language, touched ? 'queryHintTouched' : 'queryHint'))}</p>
        )}
        {work.answer && <Outcome answer={work.answer} />}
      </div>
      <Saved text={text} marked={marked} saved={saved} queries={own} />
    </div>
  )
}
