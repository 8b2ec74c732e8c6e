/** Learning from the worked answers. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answersOf, digestOf, lessonsOf } from '../../bench/learn/answers.ts'
import { insideFileOf, namesFileOf } from '../../bench/learn/file.ts'
import { weightsFrom } from '../../bench/learn/learn.ts'
import { OPTIONS } from '../../bench/learn/options.ts'
import { unzipped, zipped } from '../../ingest/learned/zipped.ts'
import { decode } from '../../ingest/recognize/model/decode.ts'
import { latticeOf } from '../../ingest/recognize/model/lattice.ts'
import { openTagger } from '../../ingest/tagger.ts'

const INGEST = join(import.meta.dirname, '../../ingest')
const FILES = [
  'recognize/model/weights.json.gz',
  'recognize/model/inside.json.gz',
  'join/weights.json.gz',
  'relate/facts/weights.json.gz',
  'relate/pairs/weights.json.gz',
  'relate/statuses/weights.json.gz',
]

describe('learning', () => {
  const answers = answersOf('names', openTagger()).slice(0, 2)
  const options = { ...OPTIONS, epochs: 6, forget: [0], drop: 0, least: 1 }

  it('gives the same bytes for the same answers', () => {
    const files = () => {
      const { weights, inside } = weightsFrom(answers, options)
      return [zipped(namesFileOf(weights, digestOf())), zipped(insideFileOf(inside, digestOf()))]
    }
    expect(files()).toEqual(files())
  }, 120_000)

  it('knows afterwards what it was taught', () => {
    const { weights } = weightsFrom(answers, options)
    let [right, all] = [0, 0]
    for (const { shape, names } of answers.flatMap((a) => lessonsOf(a))) {
      const found = decode(latticeOf(shape, weights), weights, 0).map((f) => `${f.first}-${f.last}-${f.type}`)
      all += names.length
      right += names.filter((n) => found.includes(`${n.first}-${n.last}-${n.type}`)).length
    }
    expect(all).toBeGreaterThan(60)
    expect(right / all).toBeGreaterThan(0.9)
  }, 120_000)

  it.each(FILES)('of %s was done anew since the answers changed', (file) => {
    expect(unzipped<{ about: string }>(join(INGEST, file)).about).toContain(digestOf())
  })
})
