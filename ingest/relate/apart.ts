/** Relations that a list of equals denies: of names side by side none lies in another or is a part of it. */
import type { RelationMention } from '../../model/article.ts'
import { pushTo } from '../../model/groups.ts'
import type { RelationType } from '../../model/ontology.ts'
import { between, type Scene } from './scene.ts'

const UNEQUAL: ReadonlySet<RelationType> = new Set(['LOCATED_IN', 'PART_OF'])
const BESIDE = /^[”》]?(?:[、和与及]|、?以及)?[“《]?$/
const QUOTED = /[”》][“《]$|[、和与及]/
/** Characters between two of a list at most. */
const WIDEST = 4

/** Those of a sentence that do not list both ends as equals. */
export function withoutEquals(scene: Scene, relations: readonly RelationMention[]): RelationMention[] {
  const equals = new Map<number, ReadonlySet<string>>()
  return relations.filter(({ type, head, tail, sentence }) => {
    if (!UNEQUAL.has(type)) return true
    if (!equals.has(sentence)) equals.set(sentence, equalsIn(scene, sentence))
    return !equals.get(sentence)!.has(keyOf(head, tail))
  })
}

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Pairs of entities that a sentence names side by side. */
function equalsIn(scene: Scene, sentence: number): Set<string> {
  const mentions = scene.bySentence[sentence]!
  const endingAt = new Map<number, number[]>()
  for (const { end, entity } of mentions) pushTo(endingAt, end, entity)
  const out = new Set<string>()
  for (const { start, entity } of mentions)
    for (let gap = 1; gap <= WIDEST; gap++) {
      const before = endingAt.get(start - gap)
      if (!before) continue
      const words = between(scene, start - gap, start)
      if (BESIDE.test(words) && QUOTED.test(words)) for (const other of before) out.add(keyOf(other, entity))
    }
  return out
}
