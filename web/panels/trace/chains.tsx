import { useState } from 'react'
import type { TraceChain, TraceStep } from '../../../model/api.ts'
import type { Chosen } from '../../state/attended.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Dot } from '../parts.tsx'
import { linkKey } from './lanes.ts'
import { fullStepWord } from './step-words.ts'

/** A step as what the inspector opens: always along the relation, whichever way the chain walks it. */
export const chosenOf = (step: TraceStep): Chosen => ({
  kind: 'edge',
  id: linkKey(step),
  from: step.backwards ? step.to.id : step.from.id,
  to: step.backwards ? step.from.id : step.to.id,
  type: step.relation,
})

const PAGE = 20

/** Every chain in words: what the picture shows, for reading and for the keyboard. */
export function Chains({ chains }: { chains: readonly TraceChain[] }) {
  const language = useStore((s) => s.language)
  const [shown, setShown] = useState(PAGE)
  if (chains.length === 0) return null
  return (
    <section className="chains">
      <h3>
        {say(language, 'allChains')} · {chains.length}
      </h3>
      <ol>
        {chains.slice(0, shown).map((chain) => (
          <ChainRow key={chain.steps.map(linkKey).join()} chain={chain} />
        ))}
      </ol>
      {chains.length > shown && (
        <button type="button" className="quiet" onClick={() => setShown(shown + 50)}>
          {say(language, 'showMore', { n: Math.min(50, chains.length - shown) })}
        </button>
      )}
    </section>
  )
}

function ChainRow({ chain }: { chain: TraceChain }) {
  const { language, chosen, set } = useStore()
  return (
    <li data-testid="chain">
      <span
        className="bar"
        role="img"
        aria-label={`${say(language, 'strength')} ${chain.strength.toFixed(2)}`}
        title={`${say(language, 'strength')} ${chain.strength.toFixed(2)}`}
      >
        <span style={{ width: `${Math.max(4, chain.strength * 100)}%` }} />
      </span>
      <span className="chain-words">
        <Dot type={chain.steps[0]!.from.type} /> {chain.steps[0]!.from.name}
        {chain.steps.map((step) => (
          <span key={linkKey(step)} className="chain-hop">
            <button
              type="button"
              className={`step${step.relation === 'SERVES' ? ' serves' : ''}`}
              data-testid="chain-step"
              aria-pressed={chosen?.id === linkKey(step)}
              onClick={() => set({ chosen: chosenOf(step) })}
            >
              {fullStepWord(step, language)} · {step.articleCount}
            </button>
            <span>
              <Dot type={step.to.type} /> {step.to.name}
            </span>
          </span>
        ))}
      </span>
    </li>
  )
}
