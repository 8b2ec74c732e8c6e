import { existsSync } from 'node:fs'
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
import { SHARED } from '../gold.ts'

const LEARN = join(import.meta.dirname, '../../../bench/gold/learn')
const tagger = openTagger()

async function typedF1(golds: ReadonlyMap<string, Gold>, folders: string[], words: Lexicon): Promise<number> {
  const { raws } = await readAll(folders)
  const annotated = raws.map((raw) => relate(link(recognize(segment(cleanArticle(raw), tagger), words))))
  return scoreOf(golds, extractionsOf(annotated, linkCorpus(annotated))).layers.entity_typed.f1
}

const namesOf = (golds: ReadonlyMap<string, Gold>): Set<string> =>
  new Set([...golds.values()].flatMap((g) => g.entities.flatMap((e) => [e.name, ...e.surface])))

/** The worked answers of ../shared are one half of the measure, the project's own the other. */
const SETS = [
  {
    name: 'the worked answers of ../shared',
    gold: join(SHARED, 'gold'),
    folders: ['seeds', 'articles'].map((f) => join(SHARED, f)),
    falls: 0.05,
  },
  {
    name: 'the articles of bench/gold',
    gold: join(LEARN, 'gold'),
    folders: [join(LEARN, 'articles')],
    falls: 0.08,
  },
]

describe('without every name that the answers hold', () => {
  for (const { name, gold, folders, falls } of SETS)
    it.skipIf(!existsSync(gold))(
      `the lexicon still reads ${name}`,
      async () => {
        const golds = loadGold(gold)
        const whole = await typedF1(golds, folders, lexicon())
        const without = await typedF1(golds, folders, lexiconOf(namesOf(golds)))
        expect(whole).toBeGreaterThan(0.7)
        expect(whole - without).toBeLessThan(falls)
      },
      120_000,
    )
})
