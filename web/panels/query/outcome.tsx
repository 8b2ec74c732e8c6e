import { Download, Waypoints } from 'lucide-react'
import type { CypherResponse } from '../../../model/api.ts'
import { download } from '../../exchange/download.ts'
import { csvOf } from '../../exchange/sheet.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { ResultTable } from './result-table.tsx'
import { recordsOf, textOf } from './values.ts'

/** What a query came to: how much, what the database remarks, the table, and ways on. */
export function Outcome({ answer }: { answer: CypherResponse }) {
  const { language, act, set } = useStore()
  const { summary, columns, rows, graph } = answer
  const csv = () =>
    csvOf({
      columns: columns.map((title) => ({ title, width: 20 })),
      rows: rows.map((row) => row.map((value) => (typeof value === 'number' ? value : textOf(value)))),
    })
  return (
    <section className="outcome" data-testid="outcome">
      <div className="run-bar">
        <span className="muted">
          {say(language, 'rowsOf', { n: summary.rowCount })} · {summary.milliseconds} ms
          {summary.truncated && ` · ${say(language, 'cut', { n: rows.length })}`}
        </span>
        {graph.nodes.length > 0 && (
          <button
            type="button"
            data-testid="show-graph"
            onClick={() => {
              act({ graph, chosen: null })
              set({ view: 'explore' })
            }}
          >
            <Waypoints size={14} aria-hidden="true" />{' '}
            {say(language, 'showGraphOf', { n: graph.nodes.length, m: graph.edges.length })}
          </button>
        )}
        {rows.length > 0 && (
          <>
            <button
              type="button"
              data-testid="export-csv"
              onClick={() => download('quanmai-query.csv', csv(), 'text/csv;charset=utf-8')}
            >
              <Download size={14} aria-hidden="true" /> CSV
            </button>
            <button
              type="button"
              data-testid="export-rows"
              onClick={() => download('quanmai-query.json', recordsOf(answer), 'application/json')}
            >
              <Download size={14} aria-hidden="true" /> JSON
            </button>
          </>
        )}
      </div>
      {summary.notifications.length > 0 && (
        <ul className="remarks" data-testid="notifications" aria-label={say(language, 'remarks')}>
          {summary.notifications.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      {rows.length === 0 ? (
        <p className="muted">{say(language, 'noRows')}</p>
      ) : (
        <ResultTable answer={answer} />
      )}
    </section>
  )
}
