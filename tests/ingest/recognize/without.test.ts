import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Gold, loadGold } from '../../../bench/eval/gold.ts'
import { scoreOf } from '../../../bench/eval/score.ts'
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { extractionsOf } from '../../../ingest/extraction.ts'
import { type Lexicon, lexicon, lexiconOf } from '../../../ingest/lexicon/lexicon.ts'
import { linkCorpus } from '../../../ingest/link/corpus.ts'
import { link } from '../../../ingest/link/link.ts'
import { recognize } from '../../../ingest/recognize/recognize.ts'
import { relate } from '../../../ingest/relate/relate.ts'
import { readAll } from '../../../ingest/run.ts'
import { segment } from '../../../ingest/segment.ts'
import { openTagger } from '../../../ingest/tagger.ts'
import { hasGold, SHARED, someOfOurs } from '../gold.ts'

const tagger = openTagger()

async function typedF1(golds: ReadonlyMap<string, Gold>, paths: string[], words: Lexicon): Promise<number> {
  const { raws } = await readAll(paths)
  const annotated = raws.map((raw) => relate(link(recognize(segment(cleanArticle(raw), tagger), words))))
  return scoreOf(golds, extractionsOf(annotated, linkCorpus(annotated))).layers.entity_typed.f1
}

const namesOf = (golds: ReadonlyMap<string, Gold>): Set<string> =>
  new Set([...golds.values()].flatMap((g) => g.entities.flatMap((e) => [e.name, ...e.surface])))

/** The worked answers of ../shared are one half of the measure, the project's own the other. */
const SETS = [
  {
    name: 'the worked answers of ../shared',
    isHere: hasGold,
    read: () => ({
      golds: loadGold(join(SHARED, 'gold')),
      articles: ['seeds', 'articles'].map((f) => join(SHARED, f)),
    }),
    falls: 0.05,
  },
  {
    name: 'articles of bench/gold',
    isHere: true,
    read: someOfOurs,
    falls: 0.08,
  },
]

describe('without every name that the answers hold', () => {
  for (const { name, isHere, read, falls } of SETS)
    it.skipIf(!isHere)(
      `the lexicon still reads ${name}`,
      async () => {
        const { golds, articles } = read()
        const whole = await typedF1(golds, articles, lexicon())
        const without = await typedF1(golds, articles, lexiconOf(namesOf(golds)))
        expect(whole).toBeGreaterThan(0.7)
        expect(whole - without).toBeLessThan(falls)
      },
      120_000,
    )
})
