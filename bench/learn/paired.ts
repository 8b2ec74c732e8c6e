/** Worked answers beside what the pipeline reads, before names are joined. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { lexicon } from '../../ingest/lexicon/lexicon.ts'
import { link } from '../../ingest/link/link.ts'
import { namesOf } from '../../ingest/recognize/model/names.ts'
import { recognizeBy } from '../../ingest/recognize/recognize.ts'
import { openTagger, type Tagger } from '../../ingest/tagger.ts'
import type { Linked } from '../../model/article.ts'
import type { Gold } from '../eval/gold.ts'
import { linkedOf } from '../eval/linked.ts'
import { goldStrings, matchEntities, setOf } from '../eval/match.ts'
import { type Answer, answersOf, digestOf, wholeAnswers } from './answers.ts'
import { weightsFrom } from './learn.ts'
import { randomOf, shuffle } from './options.ts'

export interface Paired {
  id: string
  gold: Gold
  article: Linked
  /** For each entity of `article` the gold entity that it is, by index; -1 where gold has none. */
  goldOf: readonly number[]
}

const FOLDS = 3
const ROOM = join(import.meta.dirname, '../../ingest')
const CACHE = join(import.meta.dirname, '../../.cache/paired')
/** What decides which names are read, in ingest/ and here. */
const NAMING = ['clean', 'lexicon', 'recognize', 'link', 'learned', 'segment.ts', 'tagger.ts']
const LEARNING = ['answers.ts', 'inside.ts', 'learn.ts', 'often.ts', 'options.ts']

/** With the answers' own names: entity i is gold entity i. */
export const withAnswers = ({ id, gold, article }: Answer): Paired => ({
  id,
  gold,
  article: linkedOf(gold, article),
  goldOf: gold.entities.map((_, i) => i),
})

/**
 * With names read by weights that were learned without the article (one of three folds): as good as they are on an article
 * that is new to them. Learned once and kept in .cache until the answers or what names go by change. Names that the rules of
 * linking keep apart are not joined yet.
 */
export function linkedByRules(tagger: Tagger = openTagger()): Paired[] {
  const answers = [...wholeAnswers(tagger), ...answersOf('names', tagger)]
  const kept = linkedByFolds(answers)
  return answers.map(({ id, gold }) => {
    const article = kept[id]!
    return { id, gold, article, goldOf: pairedWith(gold, article) }
  })
}

function linkedByFolds(answers: readonly Answer[]): Record<string, Linked> {
  const file = join(CACHE, `${digestOf()}-${namingDigest()}.json`)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Linked>
  } catch {}
  const order = shuffle([...answers], randomOf(5))
  const out: Record<string, Linked> = {}
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = weightsFrom(order.filter((_, i) => i % FOLDS !== fold))
    for (const { id, article } of order.filter((_, i) => i % FOLDS === fold))
      out[id] = link(recognizeBy(article, lexicon(), (text, sentences) => namesOf(text, sentences, weights)))
  }
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(file, JSON.stringify(out))
  return out
}

function namingDigest(): string {
  const hash = createHash('sha256')
  const add = (path: string): void => {
    // names that are read by folds do not go by the weights that lie there
    if (/model\/[\w-]+\.json\.gz$/.test(path)) return
    if (/\.\w+$/.test(path)) hash.update(relative(ROOM, path)).update(readFileSync(path))
    else for (const name of readdirSync(path).sort()) add(join(path, name))
  }
  for (const part of NAMING) add(join(ROOM, part))
  for (const part of LEARNING) add(join(import.meta.dirname, part))
  return hash.digest('hex').slice(0, 16)
}

/** For each entity read the answer's entity that it is, by index; -1 where the answer has none. */
export function pairedWith(gold: Gold, { entities, mentions }: Linked): number[] {
  const names = {
    gold: gold.entities.map(goldStrings),
    predicted: entities.map((e) =>
      setOf([e.name, ...e.aliases, ...e.mentions.map((m) => mentions[m]!.text)]),
    ),
  }
  const pairs = matchEntities(gold.entities, entities, names, false)
  return entities.map((_, p) => pairs.get(p) ?? -1)
}
