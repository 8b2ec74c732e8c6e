import { useState } from 'react'
import type { FactRow } from '../../../model/api.ts'
import { useStore } from '../../state/state.ts'
import { periodWord } from '../../words/period-word.ts'
import { say } from '../../words/words.ts'
import { Sentence } from '../evidence/sentence.tsx'
import { amountOf, comparisonOf } from './amounts.ts'
import { Fold } from './fold.tsx'

const FEW = 8

/** The numbers that texts state, each with its sentence. */
export function Facts({ facts }: { facts: readonly FactRow[] }) {
  const language = useStore((s) => s.language)
  const [all, setAll] = useState(false)
  return (
    <section data-testid="facts">
      <h3>{say(language, 'facts')}</h3>
      <ul className="facts">
        {facts.slice(0, all ? undefined : FEW).map((fact) => (
          <li key={fact.id}>
            <Fold
              line={
                <>
                  <span>{fact.metric || say(language, 'number')}</span>
                  <strong>{amountOf(fact, language)}</strong>
                  <span className="muted">
                    {[comparisonOf(fact, language), periodWord(fact.period, language)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </>
              }
            >
              {() => <Sentence evidence={fact.evidence} />}
            </Fold>
          </li>
        ))}
      </ul>
      {facts.length > FEW && !all && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          {say(language, 'showMore', { n: facts.length - FEW })}
        </button>
      )}
    </section>
  )
}
