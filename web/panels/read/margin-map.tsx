import { ENTITY_TYPES, type EntityType } from '../../../model/ontology.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import type { Mention } from './paragraphs.ts'

/** Where in the article its entities stand, top to bottom; a click goes there. */
export function MarginMap({
  length,
  mentions,
  hidden,
  chosen,
  onJump,
}: {
  length: number
  mentions: readonly Mention[]
  hidden: ReadonlySet<EntityType>
  chosen: string
  onJump(start: number): void
}) {
  const { theme, language } = useStore()
  const shown = mentions.filter(({ type }) => !hidden.has(type))
  const jump = (event: React.MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const at = ((event.clientY - box.top) / box.height) * length
    const nearest = [...shown].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]
    if (nearest) onJump(nearest.start)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the index beside it does the same for the keyboard
    <svg
      className="margin-map"
      viewBox="0 0 14 1000"
      preserveAspectRatio="none"
      role="img"
      aria-label={say(language, 'marginMap')}
      data-testid="margin-map"
      onClick={jump}
    >
      {shown.map(({ start, end, entity, type }) => (
        <rect
          key={`${start}-${end}-${entity}`}
          x={entity === chosen ? 0 : 3}
          y={(start / length) * 1000}
          width={entity === chosen ? 14 : 8}
          height={entity === chosen ? 5 : 3}
          fill={ENTITY_TYPES[type][theme]}
          opacity={chosen && entity !== chosen ? 0.25 : 0.9}
        />
      ))}
    </svg>
  )
}
