/** Worked answers beside what the pipeline reads, its names joined: what statements are learned from. */
import { openTagger, type Tagger } from '../../ingest/tagger.ts'
import { joinedByFolds } from './joins.ts'
import { linkedByRules, type Paired, pairedWith } from './paired.ts'

/** With names that were read, and joined, by what was learned without the article. */
export function withNamesRead(tagger: Tagger = openTagger()): Paired[] {
  const linked = linkedByRules(tagger)
  const joined = joinedByFolds(linked)
  return linked.map(({ id, gold }, i) => ({
    id,
    gold,
    article: joined[i]!,
    goldOf: pairedWith(gold, joined[i]!),
  }))
}
