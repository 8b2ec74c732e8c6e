import { ChevronDown, ChevronUp, Plus } from 'lucide-react'
import { useState } from 'react'
import {
  ENTITY_TYPES,
  type EntityEdgeType,
  type EntityType,
  entityEdgeTypes,
  entityTypes,
} from '../../../model/ontology.ts'
import { isMeasured, type Measured } from '../../scene/measuring.ts'
import type { Traits } from '../../scene/properties.ts'
import { typeOf } from '../../scene/scene.ts'
import { propertyIn } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { say } from '../../words/words.ts'
import { Dot } from '../parts.tsx'
import { CommunityLegend, RampLegend } from './colour-legend.tsx'
import { showMore } from './following.ts'
import { PropertyLegend } from './property-legend.tsx'

/** Pixels of a window that has room for the legend beside the graph. */
const WIDE = 1_200

const toggled = <T,>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}

/** What the shapes and lines mean, how many there are, and which of them are shown. */
export function Legend({
  totals,
  known,
  traits,
}: {
  totals: Partial<Record<EntityType, number>>
  known: Measured | null
  traits: Traits | null
}) {
  const { language, colourBy } = useStore()
  const [open, setOpen] = useState(() => innerWidth >= WIDE)
  const Icon = open ? ChevronDown : ChevronUp
  return (
    <section className="float legend" aria-label={say(language, 'legend')} data-testid="legend">
      <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(language, 'legend')} <Icon size={14} aria-hidden="true" />
      </button>
      {open && (
        <>
          <Types totals={totals} />
          {colourBy === 'community' && known && <CommunityLegend communities={known.communities} />}
          {isMeasured(colourBy) && colourBy !== 'community' && <RampLegend by={colourBy} />}
          {propertyIn(colourBy) && <PropertyLegend property={propertyIn(colourBy)} traits={traits} />}
          <Relations />
        </>
      )}
    </section>
  )
}

function Types({ totals }: { totals: Partial<Record<EntityType, number>> }) {
  const { graph, language, hiddenTypes, colourBy, act, file, outside } = useStore()
  const [busy, setBusy] = useState<EntityType | null>(null)
  const counts = new Map<string, number>()
  const later = new Map<string, number>()
  for (const node of graph.nodes) {
    const there = outside.has(node.id) ? later : counts
    there.set(typeOf(node), (there.get(typeOf(node)) ?? 0) + 1)
  }
  const rows = entityTypes.filter(
    (type) => counts.has(type) || later.has(type) || (!file && (totals[type] ?? 0) > 0),
  )
  const more = (type: EntityType) => {
    setBusy(type)
    void showMore({ types: [type] }).finally(() => setBusy(null))
  }
  return (
    <ul className="rows types">
      {rows.map((type) => {
        const [drawn, all] = [counts.get(type) ?? 0, totals[type] ?? 0]
        const word = ENTITY_TYPES[type][language]
        return (
          <li key={type}>
            <button
              type="button"
              data-testid={`legend-${type}`}
              aria-pressed={!hiddenTypes.has(type)}
              title={say(language, 'drawnOf', { n: drawn, all: Math.max(all, drawn) })}
              onClick={() => act({ hiddenTypes: toggled(hiddenTypes, type) })}
            >
              <Dot type={type} plain={colourBy !== 'type'} /> <span>{word}</span> <small>{drawn}</small>
            </button>
            {!file && all > drawn + (later.get(type) ?? 0) && (
              <button
                type="button"
                className="more"
                data-testid={`more-${type}`}
                disabled={busy !== null}
                aria-label={say(language, 'moreOf', { what: word })}
                title={say(language, 'moreOf', { what: `${word} ${drawn}/${all}` })}
                onClick={() => more(type)}
              >
                <Plus size={12} aria-hidden="true" />
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Relations() {
  const { graph, language, hiddenRelations, act, outside } = useStore()
  const counts = new Map<string, number>()
  // a line is drawn where it and both its ends lie in the period
  for (const { type, id, from, to } of graph.edges)
    counts.set(type, (counts.get(type) ?? 0) + ([id, from, to].some((end) => outside.has(end)) ? 0 : 1))
  const rows: EntityEdgeType[] = entityEdgeTypes.filter((type) => counts.has(type))
  if (rows.length === 0) return null
  return (
    <ul className="rows relations">
      {rows.map((type) => (
        <li key={type}>
          <button
            type="button"
            data-testid={`legend-${type}`}
            aria-pressed={!hiddenRelations.has(type)}
            onClick={() => act({ hiddenRelations: toggled(hiddenRelations, type) })}
          >
            <span className={type === 'SERVES' ? 'line serves' : 'line'} aria-hidden="true" />
            <span>{edgeWord(type, '', language)}</span> <small>{counts.get(type)}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}
