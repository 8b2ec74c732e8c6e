import { useMemo } from 'react'
import type { GraphColumns } from '../../../model/columns.ts'
import { ENTITY_TYPES, type EntityType, entityTypes } from '../../../model/ontology.ts'
import { countsOf } from '../../scene/whole-scene.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Dot } from '../parts.tsx'

/** Types with how many there are in the period, to leave some out. */
export function WholeLegend({ columns }: { columns: GraphColumns }) {
  const { language, hiddenTypes, act, outside } = useStore()
  const counts = useMemo(() => countsOf(columns, outside), [columns, outside])
  const toggle = (type: EntityType) => {
    const next = new Set(hiddenTypes)
    if (!next.delete(type)) next.add(type)
    act({ hiddenTypes: next })
  }
  return (
    <section className="float legend" aria-label={say(language, 'legend')}>
      <ul className="rows">
        {entityTypes
          .filter((type) => counts.has(type))
          .map((type) => (
            <li key={type}>
              <button
                type="button"
                data-testid={`legend-${type}`}
                aria-pressed={!hiddenTypes.has(type)}
                onClick={() => toggle(type)}
              >
                <Dot type={type} /> <span>{ENTITY_TYPES[type][language]}</span>{' '}
                <small>{counts.get(type)!.toLocaleString()}</small>
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}
