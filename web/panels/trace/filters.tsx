import { type ReactNode, useId } from 'react'
import type { TraceFacets } from '../../../model/api.ts'
import { STATUSES } from '../../../model/ontology.ts'
import { useNarrow } from '../../browser/narrow.ts'
import { type Lens, WIDE } from '../../state/lens.ts'
import { useStore } from '../../state/state.ts'
import { say, type Word } from '../../words/words.ts'

/** How many things leave something out. */
const setOf = (lens: Lens): number =>
  (Object.keys(WIDE) as (keyof Lens)[]).filter((key) => key !== 'group' && lens[key] !== '').length

/** Whether nothing is left out. */
export const isWide = (lens: Lens): boolean => setOf(lens) === 0

const GROUPS: readonly [Lens['group'], Word][] = [
  ['', 'byStrength'],
  ['industry', 'byIndustry'],
  ['district', 'byDistrict'],
]

/** What to leave out by district, industry, stage and time; how to group. @param emptied whether they leave nothing: what stands in its place clears them */
export function Filters({
  facets,
  group,
  emptied = false,
}: {
  facets: TraceFacets
  group: boolean
  emptied?: boolean
}) {
  const { language, lens, act } = useStore()
  const narrow = useNarrow()
  const put = (patch: Partial<Lens>) => act({ lens: { ...lens, ...patch } })
  const choices = (
    <>
      <Choice
        word="district"
        value={lens.district}
        options={facets.districts.map(({ id, name, count }) => [id, `${name} ${count}`])}
        onChange={(district) => put({ district })}
      />
      <Choice
        word="industry"
        value={lens.industry}
        options={facets.industries.map(({ id, name, count }) => [id, `${name} ${count}`])}
        onChange={(industry) => put({ industry })}
      />
      <Choice
        word="stage"
        value={lens.stage}
        options={facets.stages.map(({ stage, count }) => [stage, `${STATUSES[stage][language]} ${count}`])}
        onChange={(stage) => put({ stage: stage as Lens['stage'] })}
      />
      <When word="since" value={lens.since} facets={facets} onChange={(since) => put({ since })} />
      <When word="until" value={lens.until} facets={facets} onChange={(until) => put({ until })} />
      {!isWide(lens) && !emptied && <ClearFilters className="quiet" />}
    </>
  )
  return (
    <div className="lens" data-testid="trace-filters">
      {group && (
        <fieldset className="segments">
          <legend>{say(language, 'groupBy')}</legend>
          {GROUPS.map(([value, word]) => (
            <button
              type="button"
              key={word}
              data-testid={`group-${value || 'strength'}`}
              aria-pressed={lens.group === value}
              onClick={() => put({ group: value })}
            >
              {say(language, word)}
            </button>
          ))}
        </fieldset>
      )}
      {narrow ? <Folded set={setOf(lens)}>{choices}</Folded> : choices}
    </div>
  )
}

export function ClearFilters({ className }: { className?: string }) {
  const { language, lens, act } = useStore()
  return (
    <button
      type="button"
      className={className}
      data-testid="clear-filters"
      onClick={() => act({ lens: { ...WIDE, group: lens.group } })}
    >
      {say(language, 'clearFilters')}
    </button>
  )
}

/** Behind one line, which says how many are set: on a phone what they leave stands below them. */
function Folded({ set, children }: { set: number; children: ReactNode }) {
  const language = useStore((s) => s.language)
  return (
    <details className="folded">
      <summary className={set > 0 ? 'set' : ''} data-testid="fold-filters">
        {set > 0 ? say(language, 'filtersSet', { n: set }) : say(language, 'filters')}
      </summary>
      <div className="lens">{children}</div>
    </details>
  )
}

function Choice({
  options,
  ...rest
}: {
  word: 'district' | 'industry' | 'stage'
  value: string
  options: [value: string, text: string][]
  onChange(value: string): void
}) {
  // a filter that leaves nothing can still be taken back
  const known = options.some(([own]) => own === rest.value)
  return (
    <Pick {...rest} known={known} none={options.length === 0}>
      {options.map(([own, text]) => (
        <option key={own} value={own}>
          {text}
        </option>
      ))}
    </Pick>
  )
}

/** A year or a month between the oldest and the newest article. */
function When({
  facets,
  ...rest
}: {
  word: 'since' | 'until'
  value: string
  facets: TraceFacets
  onChange(value: string): void
}) {
  const language = useStore((s) => s.language)
  const years = yearsOf(facets)
  const known = rest.value.length <= 7 && years.some((year) => rest.value.startsWith(year))
  return (
    <Pick {...rest} known={known} none={years.length === 0}>
      {years.map((year) => (
        <optgroup key={year} label={year}>
          <option value={year}>{say(language, 'wholeYear', { year })}</option>
          {MONTHS.map((month) => (
            <option key={month} value={`${year}-${month}`}>
              {`${year}-${month}`}
            </option>
          ))}
        </optgroup>
      ))}
    </Pick>
  )
}

/** One of the options, or any. @param known whether the value is among them @param none whether there are none */
function Pick({
  word,
  value,
  known,
  none,
  onChange,
  children,
}: {
  word: 'district' | 'industry' | 'stage' | 'since' | 'until'
  value: string
  known: boolean
  none: boolean
  onChange(value: string): void
  children: ReactNode
}) {
  const language = useStore((s) => s.language)
  const id = useId()
  return (
    <div className={`choice${value ? ' set' : ''}`}>
      <label htmlFor={id}>{say(language, word)}</label>
      <select
        id={id}
        data-testid={`filter-${word}`}
        value={value}
        disabled={none && value === ''}
        onChange={(e) => onChange(e.target.value)}
      >
        <option value="">{say(language, 'any')}</option>
        {value !== '' && !known && <option value={value}>{value}</option>}
        {children}
      </select>
    </div>
  )
}

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

/** Newest first. */
function yearsOf({ since, until }: TraceFacets): string[] {
  const [from, to] = [Number(since.slice(0, 4)), Number(until.slice(0, 4))]
  return from > 0 && to >= from ? Array.from({ length: to - from + 1 }, (_, i) => String(to - i)) : []
}
