import { STATUSES, type Status } from '../../../model/ontology.ts'
import { groupColour } from '../../scene/measuring.ts'
import { groupsOf, MOST_GROUPS, scaleOf, type Traits, valuesOf } from '../../scene/properties.ts'
import { hueOf } from '../../scene/tones.ts'
import type { PropertyBy } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'
import { type Language, say } from '../../words/words.ts'
import { RampLegend, wordOf } from './colour-legend.tsx'

const valueWord = (key: string, value: string, language: Language): string =>
  key === 'stage' && value in STATUSES ? STATUSES[value as Status][language] : value

/** What the colours of a property mean: a ramp from its least to its most, or its words with how many have each. */
export function PropertyLegend({ property, traits }: { property: string; traits: Traits | null }) {
  const { graph, language, theme, outside, set } = useStore()
  const shown = graph.nodes.filter(({ id }) => !outside.has(id))
  const values = valuesOf(shown, property, traits)
  const by: PropertyBy = `prop:${property}`
  if (scaleOf(values).size > 0) {
    const sorted = [...values.values()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    return <RampLegend by={by} ends={[String(sorted[0]), String(sorted.at(-1))]} />
  }
  const groups = groupsOf(values, property)
  const named = groups.slice(0, property === 'stage' ? undefined : MOST_GROUPS)
  const others = shown.length - named.reduce((sum, { ids }) => sum + ids.length, 0)
  return (
    <ul className="rows communities" aria-label={wordOf(by, language)} data-testid="groups">
      {named.map(({ value, ids }, i) => (
        <li key={value}>
          <button type="button" onClick={() => set({ selected: new Set(ids), chosen: null })}>
            <span
              className="swatch"
              style={{ background: groupColour(theme, property, value, i) }}
              aria-hidden="true"
            />
            <span>{valueWord(property, value, language)}</span> <small>{ids.length}</small>
          </button>
        </li>
      ))}
      {others > 0 && (
        <li className="rest">
          <span className="swatch" style={{ background: hueOf(theme, 99) }} aria-hidden="true" />
          <span>{say(language, groups.length > named.length ? 'othersOrNone' : 'noneStated')}</span>{' '}
          <small>{others}</small>
        </li>
      )}
    </ul>
  )
}
