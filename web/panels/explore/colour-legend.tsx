import { Plus } from 'lucide-react'
import { hueOf, rampOf } from '../../canvas/tones.ts'
import { showMore } from '../../following.ts'
import type { Community } from '../../measuring.ts'
import type { ColourBy } from '../../picture.ts'
import { useStore } from '../../state.ts'
import { say, type Word } from '../../words.ts'

export const COLOUR_WORDS: Record<ColourBy, Word> = {
  type: 'byType',
  community: 'byCommunity',
  degree: 'byDegree',
  pagerank: 'byPagerank',
  betweenness: 'byBetweenness',
  first: 'byFirst',
}

/** Communities by name; a click selects one, plus brings in more round it. */
export function CommunityLegend({ communities }: { communities: readonly Community[] }) {
  const { language, theme, set } = useStore()
  return (
    <ul className="rows communities" aria-label={say(language, 'communities')} data-testid="communities">
      {communities.slice(0, 12).map(({ number, name, members }, i) => (
        <li key={number}>
          <button
            type="button"
            title={say(language, 'communityOf', { name })}
            onClick={() => set({ selected: new Set(members), chosen: null })}
          >
            <span className="swatch" style={{ background: hueOf(theme, i) }} aria-hidden="true" />
            <span>{name}</span> <small>{members.length}</small>
          </button>
          <button
            type="button"
            className="more"
            aria-label={say(language, 'moreOf', { what: name })}
            title={say(language, 'moreOf', { what: name })}
            onClick={() => void showMore({ around: members }).catch(() => {})}
          >
            <Plus size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}

export function RampLegend({ by }: { by: ColourBy }) {
  const { language, theme } = useStore()
  const stops = [0, 0.5, 1].map((value) => rampOf(theme, value)).join(', ')
  return (
    <div className="ramp">
      <span>{say(language, COLOUR_WORDS[by])}</span>
      <span>{say(language, 'low')}</span>
      <span
        className="bar"
        style={{ background: `linear-gradient(to right, ${stops})` }}
        aria-hidden="true"
      />
      <span>{say(language, 'high')}</span>
    </div>
  )
}
