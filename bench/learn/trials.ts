/** What each kind of rule, and what is learned, gives on articles that were not learned from. */
import { lexicon } from '../../ingest/lexicon/lexicon.ts'
import { choose } from '../../ingest/recognize/choose.ts'
import { namesOf } from '../../ingest/recognize/model/names.ts'
import { type Choice, recognizeBy } from '../../ingest/recognize/recognize.ts'
import type { Answer } from './answers.ts'
import { type Counts, count } from './count.ts'
import { type LearnedNames, weightsFrom } from './learn.ts'
import { OPTIONS, type Options, randomOf, shuffle } from './options.ts'

/** Rules by what they go by, each row with those above it. */
const KINDS: readonly [string, RegExp][] = [
  ['lexicon', /^(?:lexicon|place|tag:ns|event|body:bare)/],
  ['+ last words', /^(?:head|body|firm|phase|sector|invested|zone)/],
  ['+ quotes and lists', /^(?:quote|title$|list)/],
  ['+ persons', /person$|^title:list/],
  ['all rules', /./],
]
export const MODEL = 'rules + model'
export const ROWS: readonly string[] = [...KINDS.map(([name]) => name), MODEL]

const byRules =
  (kinds: readonly RegExp[]): Choice =>
  (text, sentences) =>
    sentences.flatMap(({ proposals }) =>
      choose(
        text,
        proposals.filter((c) => kinds.some((kind) => kind.test(c.rule))),
      ),
    )
const byWeights =
  (learned: LearnedNames): Choice =>
  (text, sentences) =>
    namesOf(text, sentences, learned)

export type Trial = Map<string, Counts>

/** Learns from `known` and counts on `others`. */
export function tryOn(known: Answer[], others: readonly Answer[], into: Trial, options = OPTIONS): void {
  const weights = weightsFrom(known, options)
  const choices: [string, Choice][] = [
    ...KINDS.map(([name], i): [string, Choice] => [name, byRules(KINDS.slice(0, i + 1).map(([, r]) => r))]),
    [MODEL, byWeights(weights)],
  ]
  for (const [name, choice] of choices) {
    const counts = into.get(name) ?? new Map()
    into.set(name, counts)
    for (const answer of others) count(answer, recognizeBy(answer.article, lexicon(), choice), counts)
  }
}

/** Every article once on the side that was not learned from. */
export function folds(answers: readonly Answer[], k: number, options: Options = OPTIONS): Trial {
  const order = shuffle([...answers], randomOf(3))
  const trial: Trial = new Map()
  for (let fold = 0; fold < k; fold++)
    tryOn(
      order.filter((_, i) => i % k !== fold),
      order.filter((_, i) => i % k === fold),
      trial,
      options,
    )
  return trial
}
