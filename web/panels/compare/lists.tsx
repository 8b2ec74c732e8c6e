/** What a cell counts: each name with the relations that tie it, each of those with its sentences. */
import type { ReactNode } from 'react'
import type { ArticleHit, FactRow } from '../../../model/api.ts'
import type {
  ComparedCell,
  ComparedEntity,
  ComparedStep,
  Counted,
  Shared,
} from '../../../model/comparison.ts'
import { useStore } from '../../state/state.ts'
import { periodEnds } from '../../words/period-word.ts'
import { say } from '../../words/words.ts'
import { Sentence } from '../evidence/sentence.tsx'
import { numberOf } from '../inspector/amounts.ts'
import { Dot, Trouble } from '../parts.tsx'
import { ownWord, sharedWord, startsOf, stepWord } from './row-words.ts'
import { type Place, useItems } from './use-items.ts'

/** What follows in a list, or how much more is only counted. */
export function Rest({
  list: { next, beyond, loading, error, more },
}: {
  list: ReturnType<typeof useItems>
}) {
  const language = useStore((s) => s.language)
  if (error) return <Trouble error={error} retry={more} />
  if (next > 0)
    return (
      <button type="button" className="quiet" data-testid="more-items" disabled={loading} onClick={more}>
        {loading ? say(language, 'loading') : say(language, 'showMore', { n: next })}
      </button>
    )
  return beyond > 0 ? <p className="muted">{say(language, 'andMore', { n: beyond })}</p> : null
}

function Listed<T extends { id: string }>({
  cell,
  place,
  children,
}: {
  cell: Counted<T>
  place: Place
  children: (item: T) => ReactNode
}) {
  const list = useItems(cell, place)
  return (
    <>
      <ul className="counted">
        {list.items.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
      <Rest list={list} />
    </>
  )
}

function SharedMark({ holders, all }: { holders: number; all: number }) {
  const language = useStore((s) => s.language)
  return holders > 1 ? <span className="shared">{sharedWord(holders, all, language)}</span> : null
}

/** What one of them has: `place` says which, and of what. */
export function EntityList({ cell, place }: { cell: ComparedCell<ComparedEntity>; place: Place }) {
  const [of, all] = [place.ids[place.column]!, place.ids.length]
  const set = useStore((s) => s.set)
  return (
    <Listed cell={cell} place={place}>
      {({ id, name, type, beside, holders, steps, through }) => {
        const starts = startsOf(steps, of)
        return (
          <>
            <button
              type="button"
              className="counted-name"
              data-testid="compared-entity"
              onClick={() => set({ chosen: { kind: 'node', id } })}
            >
              <Dot type={type} />
              <span>
                {name} {beside && <small className="muted">{beside}</small>}
              </span>
              <SharedMark holders={holders} all={all} />
            </button>
            <p className="way">
              {steps.map((step, i) => (
                <span key={step.edge}>
                  <Step step={step} at={starts[i]!} />
                  {through[i] && <span>{through[i].name}</span>}
                </span>
              ))}
            </p>
          </>
        )
      }}
    </Listed>
  )
}

/** A relation by its word; opens its sentences. */
export function Step({ step, at }: { step: ComparedStep; at: string }) {
  const { language, set } = useStore()
  const { edge, from, to, type, articleCount } = step
  return (
    <button
      type="button"
      className="quiet"
      data-testid="compared-step"
      title={say(language, 'articlesOf', { n: articleCount })}
      onClick={() => set({ chosen: { kind: 'edge', id: edge, from, to, type } })}
    >
      {stepWord(step, at, language)}
    </button>
  )
}

export function ArticleList({ cell, place }: { cell: ComparedCell<ArticleHit & Shared>; place: Place }) {
  const { language, set } = useStore()
  return (
    <Listed cell={cell} place={place}>
      {({ id, title, source, date, holders }) => (
        <button
          type="button"
          className="counted-name"
          data-testid="compared-article"
          onClick={() => set({ view: 'read', article: id, sentence: '' })}
        >
          <span>
            {title}{' '}
            <small className="muted">
              {[source, date || say(language, 'noDate')].filter(Boolean).join(' · ')}
            </small>
          </span>
          <SharedMark holders={holders} all={place.ids.length} />
        </button>
      )}
    </Listed>
  )
}

/** Numbers that stand in a cell; opened it has them all. */
const FEW_AMOUNTS = 4

/** The first numbers of a cell, and how many more it has. @param metric what their row is called */
export function Amounts({ items, total, metric }: Counted<FactRow> & { metric: string }) {
  const language = useStore((s) => s.language)
  const first = items.slice(0, FEW_AMOUNTS)
  const more = total - first.length
  return (
    <>
      {first.map((fact) => (
        <Amount key={fact.id} fact={fact} metric={metric} />
      ))}
      {more > 0 && <small className="muted">{say(language, 'andMore', { n: more })}</small>}
    </>
  )
}

/**
 * A number with the period that it is of, and what its text calls it where that is another word than the row's;
 * where there is little room its unit stands below it, and an end below a beginning.
 */
function Amount({ fact, metric }: { fact: FactRow; metric: string }) {
  const language = useStore((s) => s.language)
  const [first, last] = periodEnds(fact.period, language)
  const own = ownWord(fact, metric)
  return (
    <span className="amount">
      <strong>
        {numberOf(fact, language)}
        <wbr />
        {fact.unit}
      </strong>{' '}
      <small>
        <span>{last ? `${first} – ` : first}</span>
        <wbr />
        {last && <span>{last}</span>}
      </small>{' '}
      {own && <small className="muted">{own}</small>}
    </span>
  )
}

/** Each number with its sentence; one alone has been said above. */
export function FactList({ cell, place, metric }: { cell: Counted<FactRow>; place: Place; metric: string }) {
  return (
    <Listed cell={cell} place={place}>
      {(fact) => (
        <>
          {cell.total > 1 && <Amount fact={fact} metric={metric} />}
          <Sentence evidence={fact.evidence} />
        </>
      )}
    </Listed>
  )
}
