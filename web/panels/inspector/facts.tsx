import { useState } from 'react'
import type { FactRow } from '../../../model/api.ts'
import { useStore } from '../../state.ts'
import { type Language, say, type Word } from '../../words.ts'
import { Sentence } from '../evidence/sentence.tsx'
import { Fold } from './fold.tsx'

const BOUNDS: Record<string, Word> = { about: 'about', over: 'over', under: 'under' }
const COMPARISONS: Record<string, Word> = { yoy: 'yoy', mom: 'mom', rank: 'rank', share: 'share' }

const amountOf = ({ bound, value, unit }: FactRow, language: Language): string =>
  `${BOUNDS[bound] ? `${say(language, BOUNDS[bound])} ` : ''}${value.toLocaleString('zh-CN', { maximumFractionDigits: 4 })}${unit}`
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
                    {[
                      COMPARISONS[fact.comparison] && say(language, COMPARISONS[fact.comparison]!),
                      fact.period,
                    ]
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
