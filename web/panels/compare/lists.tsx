/** What a cell counts: each name with the relations that tie it, each of those with its sentences. */
import { type ReactNode, useState } from 'react'
import type { ArticleHit } from '../../../model/api.ts'
import type { ComparedCell, ComparedEntity, ComparedStep, Shared } from '../../../model/comparison.ts'
import { useStore } from '../../state.ts'
import { say } from '../../words.ts'
import { Dot } from '../parts.tsx'
import { sharedWord, startsOf, stepWord } from './row-words.ts'

const FEW = 20

function Listed<T extends { id: string }>({
  cell: { total, items },
  children,
}: {
  cell: ComparedCell<T>
  children: (item: T) => ReactNode
}) {
  const language = useStore((s) => s.language)
  const [shown, setShown] = useState(FEW)
  return (
    <>
      <ul className="counted">
        {items.slice(0, shown).map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
      {items.length > shown ? (
        <button type="button" className="quiet" onClick={() => setShown(shown + 100)}>
          {say(language, 'showMore', { n: Math.min(100, items.length - shown) })}
        </button>
      ) : (
        total > items.length && (
          <p className="muted">{say(language, 'andMore', { n: total - items.length })}</p>
        )
      )}
    </>
  )
}

function SharedMark({ holders, all }: { holders: number; all: number }) {
  const language = useStore((s) => s.language)
  return holders > 1 ? <span className="shared">{sharedWord(holders, all, language)}</span> : null
}

/** @param of the entity whose cell it is @param all how many are compared */
export function EntityList({
  cell,
  of,
  all,
}: {
  cell: ComparedCell<ComparedEntity>
  of: string
  all: number
}) {
  const set = useStore((s) => s.set)
  return (
    <Listed cell={cell}>
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

export function ArticleList({ cell, all }: { cell: ComparedCell<ArticleHit & Shared>; all: number }) {
  const { language, set } = useStore()
  return (
    <Listed cell={cell}>
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
          <SharedMark holders={holders} all={all} />
        </button>
      )}
    </Listed>
  )
}
