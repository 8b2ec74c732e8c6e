import { useEffect, useState } from 'react'
import {
  ENTITY_TYPES,
  type EntityEdgeType,
  type EntityType,
  entityEdgeTypes,
  entityTypes,
} from '../../../model/ontology.ts'
import { DATE, type PathFilters as Filters } from '../../state/paths.ts'
import { useStore } from '../../state/state.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { say } from '../../words/words.ts'

const toggled = <T,>(set: ReadonlySet<T>, item: T): T[] =>
  set.has(item) ? [...set].filter((other) => other !== item) : [...set, item]

/** What a path may go through and over, of which time, how surely stated, and how many paths are wanted. */
export function PathFilters({
  filters,
  change,
  several,
}: {
  filters: Filters
  change: (next: Filters) => void
  several: boolean
}) {
  const language = useStore((s) => s.language)
  const { since = '', until = '' } = filters
  const [dates, setDates] = useState({ since, until })
  // back and undo change them from outside
  useEffect(() => setDates({ since, until }), [since, until])
  const [types, relations] = [new Set(filters.types ?? []), new Set(filters.relations ?? [])]
  const toggleType = (type: EntityType) => change({ ...filters, types: toggled(types, type) })
  const toggleRelation = (type: EntityEdgeType) => change({ ...filters, relations: toggled(relations, type) })
  const date = (key: 'since' | 'until') => (
    <label>
      {say(language, key)}
      <input
        value={dates[key]}
        placeholder="2021-03"
        size={8}
        inputMode="numeric"
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        onChange={(event) => setDates({ ...dates, [key]: event.target.value })}
        onBlur={() =>
          (dates[key] === '' || DATE.test(dates[key])) &&
          dates[key] !== (filters[key] ?? '') &&
          change({ ...filters, [key]: dates[key] })
        }
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </label>
  )
  return (
    <details className="filters">
      <summary>{say(language, 'filters')}</summary>
      <Chips
        word="through"
        all={entityTypes}
        chosen={types}
        nameOf={(type) => ENTITY_TYPES[type][language]}
        toggle={toggleType}
      />
      <Chips
        word="over"
        all={entityEdgeTypes}
        chosen={relations}
        nameOf={(type) => edgeWord(type, '', language)}
        toggle={toggleRelation}
      />
      <div className="fields">
        {date('since')}
        {date('until')}
        <label>
          {say(language, 'confidenceAtLeast')}
          <select
            value={filters.confidence ?? 0}
            onChange={(event) => change({ ...filters, confidence: Number(event.target.value) })}
          >
            {[0, 0.5, 0.7, 0.8, 0.9].map((value) => (
              <option key={value} value={value}>
                {value === 0 ? say(language, 'any') : value}
              </option>
            ))}
          </select>
        </label>
        {!several && (
          <label>
            {say(language, 'howMany')}
            <select
              value={filters.k ?? 5}
              onChange={(event) => change({ ...filters, k: Number(event.target.value) })}
            >
              {[1, 3, 5, 10, 20].map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          </label>
        )}
      </div>
    </details>
  )
}

/** What a path may go through: none chosen is any. */
function Chips<T extends string>({
  word,
  all,
  chosen,
  nameOf,
  toggle,
}: {
  word: 'through' | 'over'
  all: readonly T[]
  chosen: ReadonlySet<T>
  nameOf: (item: T) => string
  toggle: (item: T) => void
}) {
  const language = useStore((s) => s.language)
  return (
    <fieldset>
      <legend>
        {say(language, word === 'over' ? 'overRelations' : word)}
        {chosen.size === 0 && ` · ${say(language, 'any')}`}
      </legend>
      <div className="chips">
        {all.map((item) => (
          <button
            type="button"
            key={item}
            aria-pressed={chosen.has(item)}
            data-testid={`${word}-${item}`}
            onClick={() => toggle(item)}
          >
            {nameOf(item)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
