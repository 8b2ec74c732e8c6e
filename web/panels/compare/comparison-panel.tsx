import { useMutation, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Comparison, MOST_ITEMS } from '../../../model/comparison.ts'
import { ENTITY_TYPES } from '../../../model/ontology.ts'
import { useKept, useScrolled } from '../../browser/kept.ts'
import { download, fileNameOf } from '../../exchange/download.ts'
import { csvOf } from '../../exchange/sheet.ts'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Side } from '../inspector/side.tsx'
import { Dot, Trouble } from '../parts.tsx'
import './compare.css'
import { Amounts, ArticleList, EntityList, FactList, Rest, Step } from './lists.tsx'
import { commonWord, metricWord, rowWord } from './row-words.ts'
import { comparisonSheet } from './sheet.ts'
import { useItems } from './use-items.ts'

/** Pixels that the panel takes: as many as its columns want in a window that has few, else as many as it may. */
const usualOf = (columns: number): number => Math.max(150 * (columns + 1), innerWidth - 560)

/** What several things have, side by side: every cell opens what it counts, down to the sentences. */
export function ComparisonPanel() {
  const { language, compared, set } = useStore()
  const key = compared.join()
  const answer = useQuery({
    queryKey: ['compare', key],
    queryFn: ({ signal }) => api.compare(compared, signal),
  })
  const scrolled = useScrolled(`comparison ${key}`)
  return (
    <Side
      testid="comparison"
      label={say(language, 'compare')}
      shows={key}
      usual={usualOf(compared.length)}
      // where it was left is known once there is something to scroll
      {...(answer.data ? { attach: scrolled } : {})}
      close={() => set({ compared: [] })}
    >
      <h2>{say(language, 'compare')}</h2>
      {answer.isPending && <p role="status">{say(language, 'loading')}</p>}
      {answer.isError && <Trouble error={answer.error} retry={() => void answer.refetch()} />}
      {answer.data && <Table comparison={answer.data} />}
    </Side>
  )
}

function Table({ comparison }: { comparison: Comparison }) {
  const { language, set } = useStore()
  const { entities, articles, rows, metrics, common } = comparison
  const ids = entities.map(({ id }) => id)
  const all = entities.length
  // a file holds all that the lists do
  const saving = useMutation({
    mutationFn: async () => {
      const whole = await api.compare(ids, undefined, MOST_ITEMS)
      download(
        `${fileNameOf([say(language, 'compare'), ...entities.map(({ name }) => name)].join('-'))}.csv`,
        csvOf(comparisonSheet(whole, language)),
        'text/csv;charset=utf-8',
      )
    },
  })
  const [open, setOpen] = useKept(`comparison ${ids.join()}`)
  const measures = useItems(metrics, { ids, row: 'metrics', column: 0 })
  const ties = useItems(common, { ids, row: 'common', column: 0 })
  /** A line of cells, and under it what the one that is open holds. */
  const line = (
    key: string,
    heading: ReactNode,
    cells: readonly { face: ReactNode; label: string; inside: (() => ReactNode) | null }[],
    under = false,
  ) => {
    const at = cells.findIndex((_, i) => open === `${key} ${i}`)
    return [
      <tr key={key} className={under ? 'under' : undefined} data-testid={`row-${key}`}>
        <th scope="row">{heading}</th>
        {cells.map(({ face, inside }, i) => (
          <td key={entities[i]!.id}>
            {inside ? (
              <button
                type="button"
                className="quiet"
                aria-expanded={at === i}
                data-testid={`cell-${key}-${i}`}
                onClick={() => setOpen(at === i ? '' : `${key} ${i}`)}
              >
                {face}
              </button>
            ) : (
              face
            )}
          </td>
        ))}
      </tr>,
      cells[at]?.inside && (
        <tr key={`${key} open`} className="opened" data-testid="opened">
          <td colSpan={all + 1}>
            <p className="kind">
              <Dot type={entities[at]!.type} /> {entities[at]!.name} · {cells[at].label}
            </p>
            {cells[at].inside()}
          </td>
        </tr>
      ),
    ]
  }
  const counts = <C extends { total: number; shared: number }>(
    cells: readonly C[],
    word: string,
    list: (cell: C, i: number) => ReactNode,
  ) =>
    cells.map((cell, i) => ({
      face: cell.total > 0 ? <Count {...cell} /> : <span className="muted">–</span>,
      label: `${word} ${cell.total}`,
      inside: cell.total > 0 ? () => list(cell, i) : null,
    }))
  const section = (word: string) => (
    <tr className="section">
      <th colSpan={all + 1} scope="rowgroup">
        {word}
      </th>
    </tr>
  )
  const rest = (list: ReturnType<typeof useItems>) => (
    <tr className="rest">
      <td colSpan={all + 1}>
        <Rest list={list} />
      </td>
    </tr>
  )
  const bare = rows.length + metrics.total + common.total === 0
  return (
    <>
      <div className="actions">
        <button
          type="button"
          data-testid="comparison-csv"
          disabled={saving.isPending}
          onClick={() => saving.mutate()}
        >
          <Download size={14} aria-hidden="true" /> {saving.isPending ? say(language, 'loading') : 'CSV'}
        </button>
        {saving.isError && <Trouble error={saving.error} retry={() => saving.mutate()} />}
      </div>
      <table className="compared">
        <colgroup>
          <col className="heads" />
          {entities.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td />
            {entities.map(({ id, name, type, beside }) => (
              <th key={id} scope="col">
                <button
                  type="button"
                  className="counted-name"
                  data-testid="compared-thing"
                  onClick={() => set({ chosen: { kind: 'node', id } })}
                >
                  <span>{name}</span>
                </button>
                <span className="kind">
                  <Dot type={type} /> {[ENTITY_TYPES[type][language], beside].filter(Boolean).join(' · ')}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {line(
            'articles',
            say(language, 'articleRow'),
            counts(articles, say(language, 'articleRow'), (cell, column) => (
              <ArticleList cell={cell} place={{ ids, row: 'articles', column }} />
            )),
          )}
          {rows.map((row) => {
            const word = rowWord(row, language)
            const { kind, stage } = row
            const list = counts(row.cells, word, (cell, column) => (
              <EntityList cell={cell} place={{ ids, row: kind, stage, column }} />
            ))
            const at = stage === '' ? '-none' : stage ? `-${stage}` : ''
            return line(kind + at, word, list, stage !== undefined)
          })}
        </tbody>
        {metrics.total > 0 && (
          <tbody data-testid="compared-metrics">
            {section(`${say(language, 'facts')} · ${metrics.total}`)}
            {measures.items.map((row, n) =>
              line(
                `fact${n}`,
                metricWord(row, language),
                row.cells.map((cell, column) => ({
                  face:
                    cell.total > 0 ? (
                      <Amounts {...cell} metric={row.metric} />
                    ) : (
                      <span className="muted">–</span>
                    ),
                  label: metricWord(row, language),
                  inside:
                    cell.total === 0
                      ? null
                      : () => (
                          <FactList
                            cell={cell}
                            place={{ ids, row: 'metrics', metric: row.key, column }}
                            metric={row.metric}
                          />
                        ),
                })),
              ),
            )}
            {rest(measures)}
          </tbody>
        )}
        {common.total > 0 && (
          <tbody data-testid="common">
            {section(`${commonWord(all, language)} · ${common.total}`)}
            {ties.items.map(({ entity, cells }) =>
              line(
                `common-${entity.id}`,
                <button
                  type="button"
                  className="counted-name"
                  onClick={() => set({ chosen: { kind: 'node', id: entity.id } })}
                >
                  <Dot type={entity.type} />
                  <span>
                    {entity.name} {entity.beside && <small className="muted">{entity.beside}</small>}
                  </span>
                </button>,
                cells.map((steps, i) => ({
                  face: steps.map((step) => <Step key={step.edge} step={step} at={entities[i]!.id} />),
                  label: '',
                  inside: null,
                })),
              ),
            )}
            {rest(ties)}
          </tbody>
        )}
      </table>
      {bare && <p className="muted">{say(language, 'nothingCompared')}</p>}
    </>
  )
}

function Count({ total, shared }: { total: number; shared: number }) {
  const language = useStore((s) => s.language)
  return (
    <>
      <strong>{total}</strong>
      {shared > 0 && <small className="shared">{say(language, 'sharedCount', { n: shared })}</small>}
    </>
  )
}
