import type { ArticleEntity, Linked } from '../../model/article.ts'
import { type Merge, MODEL_RULE } from './merge.ts'
import type { VerifiedName } from './names.ts'

/** 一期 and 二期 are two things, whatever a model says. */
const NUMBERED = /[一二三四五六七八九十\d]+(?:期|区|号楼?|标段)$/

/**
 * Entities that a model calls one become one, each with its reason. Where the rules win (`fill`) they join only what
 * they do not hold apart themselves: of two forms one was found by the model alone.
 */
export function mergeLinks(linked: Linked, names: readonly VerifiedName[], merge: Merge): Linked {
  const mentionAt = new Map(linked.mentions.map((m, i) => [`${m.start} ${m.end}`, i]))
  const parent = linked.entities.map((_, i) => i)
  const rootOf = (i: number): number => (parent[i] === i ? i : rootOf(parent[i]!))
  const news = linked.entities.map((e) => e.mentions.every((m) => linked.mentions[m]!.rule === MODEL_RULE))
  for (const { places } of names) {
    const meant = places.flatMap(({ start, end }) => {
      const mention = mentionAt.get(`${start} ${end}`)
      const entity = mention === undefined ? -1 : linked.entityOf[mention]!
      return entity < 0 ? [] : [entity]
    })
    const [first, ...others] = [...new Set(meant)].sort((a, b) => a - b)
    for (const other of others) {
      const [a, b] = [linked.entities[first!]!, linked.entities[other]!]
      if (a.type !== b.type || numberOf(a) !== numberOf(b)) continue
      if (merge === 'fill' && !news[first!] && !news[other]) continue
      const [ra, rb] = [rootOf(first!), rootOf(other)]
      parent[Math.max(ra, rb)] = Math.min(ra, rb)
    }
  }
  return joined(
    linked,
    linked.entities.map((_, i) => rootOf(i)),
  )
}

const numberOf = ({ name }: ArticleEntity) => NUMBERED.exec(name)?.[0] ?? ''

/** Every entity with those whose root it is, indexes renewed all over. */
function joined(linked: Linked, rootOf: readonly number[]): Linked {
  const roots = [...new Set(rootOf)].sort((a, b) => a - b)
  const indexOf = new Map(roots.map((root, index) => [root, index]))
  const renewed = (entity: number) => indexOf.get(rootOf[entity]!)!
  const entities = roots.map((root, index): ArticleEntity => {
    const parts = linked.entities.filter((_, i) => rootOf[i] === root)
    const fullest = parts.reduce((best, part) => (part.name.length > best.name.length ? part : best))
    return {
      index,
      name: fullest.name,
      type: fullest.type,
      aliases: [...new Set(parts.flatMap((p) => p.aliases))].sort(),
      mentions: parts.flatMap((p) => p.mentions).sort((a, b) => a - b),
      members: [...new Set(parts.flatMap((p) => p.members).map(renewed))]
        .filter((member) => member !== index)
        .sort((a, b) => a - b),
      reasons: [
        ...parts.flatMap((p) => p.reasons),
        ...parts.flatMap((p) => (p === fullest ? [] : [`${p.name} → ${fullest.name}(语言模型)`])),
      ],
      qualified: fullest.qualified || (parts.find((p) => p.qualified !== '')?.qualified ?? ''),
    }
  })
  return {
    ...linked,
    entities,
    entityOf: linked.entityOf.map((entity) => (entity < 0 ? entity : renewed(entity))),
    anaphors: linked.anaphors.map((anaphor) => ({
      ...anaphor,
      entities: [...new Set(anaphor.entities.map(renewed))],
    })),
  }
}
