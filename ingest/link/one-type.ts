/** One thing by two names is of one type: 云谷小镇项目 and 云谷小镇, 云江自贸港 and 自贸港. */
import type { Mention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { plainOf, withoutPlace } from './forms.ts'

const WORK = /(?:项目|工程)$/
/** What a work may be taken for where its name stands without 项目. */
const BUILT: ReadonlySet<EntityType> = new Set(['Park', 'Institute', 'Place'])
/** What a zone may be taken for where its place is left out. */
const ZONED: ReadonlySet<EntityType> = new Set(['Place', 'Strategy'])
const LEAST = 3

/** Mentions as they are, but that those of a shorter name have the type of the longer one that they stand for. */
export function ofOneType(mentions: readonly Mention[]): readonly Mention[] {
  const types = new Map<string, Set<EntityType>>()
  for (const { text, type } of mentions) {
    const plain = plainOf(text)
    const known = types.get(plain)
    if (known) known.add(type)
    else types.set(plain, new Set([type]))
  }
  const better = new Map<string, EntityType>()
  for (const [long, own] of types) {
    if (own.size !== 1) continue
    const [type] = own
    const [short, wrong] =
      type === 'Project'
        ? [long.replace(WORK, ''), BUILT]
        : type === 'Park'
          ? [withoutPlace(long, LEAST), ZONED]
          : [long, ZONED]
    const others = short !== long && short.length >= LEAST ? types.get(short) : undefined
    if (others && [...others].every((t) => wrong.has(t))) better.set(short, type!)
  }
  if (better.size === 0) return mentions
  return mentions.map((m) => {
    const type = better.get(plainOf(m.text))
    return type ? { ...m, type } : m
  })
}
