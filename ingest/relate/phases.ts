/** Names for parts that are called by their number alone: 二期, a part of 云江新港, is 云江新港二期. */
import type { ArticleEntity, RelationMention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { plainOf } from '../link/forms.ts'
import { BARE_PART, WHOLE_IN_FRONT } from '../link/phases.ts'
import { Renaming } from './renaming.ts'

const WHOLES: ReadonlySet<EntityType> = new Set(['Project', 'Park', 'Institute'])

/** Entities with bare parts called by what they are part of, where that is one thing and nothing else goes by the name. */
export function withPhasesNamed(
  entities: readonly ArticleEntity[],
  relations: readonly Pick<RelationMention, 'head' | 'type' | 'tail'>[],
): ArticleEntity[] {
  const bare = new Set(entities.filter((e) => BARE_PART.test(plainOf(e.name))).map((e) => e.index))
  if (bare.size === 0) return [...entities]
  const wholes = new Map<number, Set<number>>()
  for (const { head, type, tail } of relations)
    if (type === 'PART_OF' && bare.has(head) && !bare.has(tail) && WHOLES.has(entities[tail]!.type))
      wholes.set(head, (wholes.get(head) ?? new Set()).add(tail))
  const renaming = new Renaming(entities)
  return entities.map((e) => {
    const [whole, ...others] = wholes.get(e.index) ?? []
    if (whole === undefined || others.length > 0) return e
    return renaming.called(e, entities[whole]!.name + e.name.replace(WHOLE_IN_FRONT, ''), '所属')
  })
}
