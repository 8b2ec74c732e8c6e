/** Learns which names of an article are one thing though the rules of linking keep them apart. */
import { type Joins, type JoinsFile, join } from '../../ingest/join/join.ts'
import { FIELDS, pairsOf } from '../../ingest/join/resembling.ts'
import { type Tree, Trees } from '../../ingest/learned/trees.ts'
import { plainOf } from '../../ingest/link/forms.ts'
import type { Linked } from '../../model/article.ts'
import type { Paired } from './paired.ts'
import { BOOST, boost, type Case } from './trees.ts'

/** Pairs of which more than half are one thing: below it what is two things is joined as often. */
const BOUND = 0.6
const OPTIONS = { ...BOOST, trees: 160 }
const FOLDS = 3

/** Pairs of an article as the rules link it; of names that no answer knows, and of those that may be left out, nothing is known. */
function casesOf({ gold, article, goldOf }: Paired): Case[] {
  const byForm = new Map<string, number>()
  gold.entities.forEach((e, g) => {
    for (const form of [e.name, ...e.surface]) byForm.set(plainOf(form), g)
  })
  const answerOf = article.entities.map(({ name, mentions }, i) => {
    if (goldOf[i]! >= 0) return goldOf[i]!
    const forms = [name, ...mentions.map((m) => article.mentions[m]!.text)].map(plainOf)
    return forms.map((form) => byForm.get(form)).find((g) => g !== undefined) ?? -1
  })
  return pairsOf(article).flatMap(({ short, long, values }): Case[] => {
    const [a, b] = [answerOf[short]!, answerOf[long]!]
    const known = [a, b].filter((g) => g >= 0)
    if (known.length === 0 || (known.length === 1 && gold.entities[known[0]!]!.optional)) return []
    return [{ values, start: values[0]!, right: a === b }]
  })
}

const treesFrom = (cases: readonly (readonly Case[])[]): Tree[] => boost(cases.flat(), OPTIONS)

/** Each article, linked by the rules, with its names joined by what was learned from the others. */
export function joinedByFolds(paired: readonly Paired[]): Linked[] {
  const cases = paired.map(casesOf)
  const folds = Array.from(
    { length: FOLDS },
    (_, fold): Joins => ({
      trees: new Trees(treesFrom(cases.filter((_, i) => i % FOLDS !== fold))),
      bound: BOUND,
    }),
  )
  return paired.map(({ article }, i) => join(article, folds[i % FOLDS]!))
}

/** @param paired articles as the rules link them, by names that were not learned from them */
export const joinsFileOf = (paired: readonly Paired[], digest: string): JoinsFile => ({
  about: `Which names of an article are one thing. Written by npm run train from bench/gold (${digest}).`,
  bound: BOUND,
  fields: FIELDS,
  trees: treesFrom(paired.map(casesOf)),
})
