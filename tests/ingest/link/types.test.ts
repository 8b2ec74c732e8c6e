import { expect, it } from 'vitest'
import { makeArticle, textOf } from '../../../bench/corpus.ts'
import { linkAll, linkableOf } from '../../../ingest/link/corpus.ts'
import { annotate } from '../../../ingest/pipeline.ts'
import { openTagger } from '../../../ingest/tagger.ts'
import { entityTypes } from '../../../model/ontology.ts'

it('gives the same entities and ids type by type as all at once', () => {
  const tagger = openTagger()
  const articles = Array.from({ length: 40 }, (_, i) =>
    linkableOf(annotate({ file: `${i}`, text: textOf(makeArticle(i)) }, tagger)),
  )
  const all = linkAll(articles)
  const entities = []
  const ids = articles.map(() => [] as string[])
  for (const type of entityTypes) {
    const links = linkAll(
      articles.map((a) => ({ ...a, entities: a.entities.filter((e) => e.type === type) })),
    )
    entities.push(...links.entities)
    for (const [a, own] of links.entityIds.entries())
      own.forEach((id, index) => {
        ids[a]![index] = id
      })
  }
  expect(all.entities.length).toBeGreaterThan(100)
  expect(entities.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(all.entities)
  expect(ids).toEqual(all.entityIds)
})
