import { useRef } from 'react'
import { type EntityType, entityTypes } from '../../../model/ontology.ts'
import { useStore } from '../../state/state.ts'
import { say, typeWord } from '../../words/words.ts'
import { Dot } from '../parts.tsx'
import type { entitiesIn } from './paragraphs.ts'

type Entities = ReturnType<typeof entitiesIn>

/** What the article names: types that can be left unmarked, entities that lead to where they stand. */
export function EntityIndex({
  entities,
  hidden,
  onHide,
  chosen,
  onJump,
  onEntity,
}: {
  entities: Entities
  hidden: ReadonlySet<EntityType>
  onHide(hidden: ReadonlySet<EntityType>): void
  chosen: string
  onJump(start: number): void
  onEntity(entity: string): void
}) {
  const language = useStore((s) => s.language)
  const turns = useRef(new Map<string, number>())
  const present = entityTypes.filter((type) => entities.some((own) => own.type === type))
  const toggle = (type: EntityType) => {
    const next = new Set(hidden)
    if (!next.delete(type)) next.add(type)
    onHide(next)
  }
  const next = (entity: string, starts: readonly number[]) => {
    const turn = turns.current.get(entity) ?? 0
    turns.current.set(entity, turn + 1)
    onJump(starts[turn % starts.length]!)
    onEntity(entity)
  }
  return (
    <aside className="entity-index" aria-label={say(language, 'marginMap')} data-testid="entity-index">
      {present.map((type) => (
        <section key={type}>
          <button
            type="button"
            className="type-toggle"
            aria-pressed={!hidden.has(type)}
            data-testid={`mark-${type}`}
            onClick={() => toggle(type)}
          >
            <Dot type={type} /> {typeWord(type, language)}
          </button>
          {!hidden.has(type) && (
            <ul>
              {entities
                .filter((own) => own.type === type)
                .map(({ entity, name, starts }) => (
                  <li key={entity}>
                    <button
                      type="button"
                      aria-pressed={entity === chosen}
                      onClick={() => next(entity, starts)}
                    >
                      {name} <span className="muted">{starts.length}</span>
                    </button>
                  </li>
                ))}
            </ul>
          )}
        </section>
      ))}
    </aside>
  )
}
