/** Relations that a list of equals denies: of names side by side none lies in another or is a part of it. */
import type { RelationMention } from '../../model/article.ts'
import type { RelationType } from '../../model/ontology.ts'
import { between, type Scene } from './scene.ts'

const UNEQUAL: ReadonlySet<RelationType> = new Set(['LOCATED_IN', 'PART_OF'])
const BESIDE = /^[”》]?(?:[、和与及]|、?以及)?[“《]?$/
const QUOTED = /[”》][“《]$|[、和与及]/

/** Those of a sentence that do not list both ends as equals. */
export const withoutEquals = (scene: Scene, relations: readonly RelationMention[]): RelationMention[] =>
  relations.filter((r) => !UNEQUAL.has(r.type) || !areEquals(scene, r))

function areEquals(scene: Scene, { head, tail, sentence }: RelationMention): boolean {
  const { mentions } = scene.article
  const { start, end } = scene.article.sentences[sentence]!
  const spots = (entity: number) =>
    scene.article.entities[entity]!.mentions.map((m) => mentions[m]!).filter(
      (m) => m.start >= start && m.end <= end,
    )
  const heads = spots(head)
  const tails = spots(tail)
  const beside = (a: { end: number }, b: { start: number }) => {
    const gap = b.start >= a.end && b.start - a.end <= 4 ? between(scene, a.end, b.start) : null
    return gap !== null && BESIDE.test(gap) && QUOTED.test(gap)
  }
  return heads.some((a) => tails.some((b) => beside(a, b) || beside(b, a)))
}
