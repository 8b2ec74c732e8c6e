import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeArticle, textOf } from '../../../bench/corpus.ts'
import { linkAll, linkableOf, linkCorpus } from '../../../ingest/link/corpus.ts'
import { annotate } from '../../../ingest/pipeline.ts'
import { project } from '../../../ingest/project.ts'
import { settleEntities } from '../../../ingest/settle-entities.ts'
import { Shelf } from '../../../ingest/shelf/shelf.ts'
import { openTagger } from '../../../ingest/tagger.ts'
import { changesOf } from '../../../ingest/understand.ts'
import type { GraphNode } from '../../../model/graph.ts'
import { entityTypes } from '../../../model/ontology.ts'

const tagger = openTagger()
const articles = Array.from({ length: 40 }, (_, i) =>
  annotate({ file: `${i}`, text: textOf(makeArticle(i)) }, tagger),
).sort((a, b) => (a.id < b.id ? -1 : 1))

it('gives the same entities and ids type by type as all at once', () => {
  const linkable = articles.map(linkableOf)
  const all = linkAll(linkable)
  const entities = []
  const ids = linkable.map(() => [] as string[])
  for (const type of entityTypes) {
    const links = linkAll(
      linkable.map((a) => ({ ...a, entities: a.entities.filter((e) => e.type === type) })),
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

describe('entities that are put together a share at a time', () => {
  let shelf: Shelf
  beforeAll(async () => {
    shelf = await Shelf.open()
    for (const { tokens: _, ...layers } of articles) await shelf.write(changesOf(layers.id, '', layers))
  })
  afterAll(() => shelf.close())

  it.each([1, 40, 30_000])('are the same as all at once, %i names at a time', async (together) => {
    const nodes: GraphNode[] = []
    const owners: string[] = []
    const sink = {
      replace: async (owner: string, piece: { nodes: GraphNode[] }) => {
        owners.push(owner)
        nodes.push(...piece.nodes)
      },
      flush: async () => {},
    }
    for (const type of entityTypes) await settleEntities(shelf, sink, type, together)
    const whole = project(articles, linkCorpus(articles)).nodes.filter(({ labels }) => labels[0] === 'Entity')
    expect(nodes.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(whole)
    expect(owners).toHaveLength(entityTypes.length * 16)
  })
})
