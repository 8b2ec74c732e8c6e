import { Plus } from 'lucide-react'
import type { Community } from '../../scene/measuring.ts'
import { hueOf, rampOf } from '../../scene/tones.ts'
import { type ColourBy, propertyIn, type SizeBy } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'
import { type Language, say, type Word } from '../../words/words.ts'
import { showMore } from './following.ts'

const WORDS: Partial<Record<string, Word>> = {
  articles: 'byArticles',
  same: 'bySame',
  type: 'byType',
  community: 'byCommunity',
  degree: 'byDegree',
  pagerank: 'byPagerank',
  betweenness: 'byBetweenness',
  'prop:articleCount': 'byArticles',
  'prop:mentionCount': 'byMentions',
  'prop:firstDate': 'byFirst',
  'prop:lastDate': 'byLast',
  'prop:district': 'byDistrictName',
  'prop:industry': 'byIndustryName',
  'prop:stage': 'byStage',
}
/** What a size or colour shows; a property that a file brought goes by its own name. */
export function wordOf(by: SizeBy | ColourBy, language: Language): string {
  const word = WORDS[by]
  return word ? say(language, word) : propertyIn(by)
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
            onClick={() => void showMore({ around: members })}
          >
            <Plus size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** @param ends what stands at the pale and the strong end; low and high unless told */
export function RampLegend({ by, ends }: { by: ColourBy; ends?: readonly [string, string] }) {
  const { language, theme } = useStore()
  const stops = [0, 0.5, 1].map((value) => rampOf(theme, value)).join(', ')
  return (
    <div className="ramp">
      <span>{wordOf(by, language)}</span>
      <span>{ends?.[0] ?? say(language, 'low')}</span>
      <span
        className="bar"
        style={{ background: `linear-gradient(to right, ${stops})` }}
        aria-hidden="true"
      />
      <span>{ends?.[1] ?? say(language, 'high')}</span>
    </div>
  )
}
