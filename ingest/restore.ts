/** Makes the shelf agree with a graph that it did not write: the graph is what is true. */
import type { Annotated, Article, ArticleSource } from '../model/article.ts'
import { changesOfVersion, ORPHAN, versionOf } from './collect.ts'
import { saidOf } from './gather.ts'
import { fromRecord } from './record.ts'
import { type ItemRow, KEYS, SECTIONS, type SourceRow, UNGATHERED } from './shelf/rows.ts'
import type { Change, Shelf } from './shelf/shelf.ts'
import { changesOf } from './understand.ts'

/** Forgets all sources and takes them from the graph's own records. @param records in any order */
export async function restore(shelf: Shelf, records: AsyncIterable<string>): Promise<void> {
  await shelf.write([UNGATHERED])
  for (const section of Object.values(SECTIONS)) await shelf.clear(section)
  await takeIn(shelf, records)
}

/** Takes also these from the graph's own records, as if their sources had been read. @param records in any order */
export async function takeIn(shelf: Shelf, records: AsyncIterable<string>): Promise<void> {
  for await (const record of records) {
    const { article, rules } = fromRecord(record)
    await shelf.write([UNGATHERED, ...(await changesOfArticle(shelf, article, rules))])
  }
}

async function changesOfArticle(shelf: Shelf, article: Annotated, rules: string): Promise<Change[]> {
  const { sources, variants = [], frame, tokens: _, ...layers } = article
  const own = textOf(article)
  const { file, title, date, source, authors, editors, url } = article
  const only = { file, title, date, source, authors, url, variant: -1 }
  const printings: ArticleSource[] = sources ?? [
    { ...only, ...(editors ? { editors } : {}), ...(frame ? { frame } : {}) },
  ]
  const changes: Change[] = []
  for (const { variant, ...facts } of printings) {
    const { editors: _, frame: __, ...text } = variant < 0 ? own : variants[variant]!
    const version: Article = { ...text, ...facts }
    const id = versionOf(version)
    changes.push(...changesOfVersion(id, version), ...(await changesOfItem(shelf, facts.file, id)))
  }
  return [...changes, ...changesOf(article.id, saidOf(own), layers, rules)]
}

/** The cleaned article under its layers. */
function textOf(annotated: Annotated): Article {
  const { id, file, title, date, source, authors, editors, url, text, asides, origin } = annotated
  return {
    ...{ id, file, title, date, source, authors, url, text, asides },
    ...(editors ? { editors } : {}),
    ...(origin ? { origin } : {}),
  }
}

async function changesOfItem(shelf: Shelf, file: string, version: string): Promise<Change[]> {
  const row = /#(\d+)$/.exec(file)
  const name = file.replace(/#\d+$/, '').replace(/(\.zip)\/.*$/i, '$1')
  const source = ORPHAN + name
  const known = await shelf.get<SourceRow>(KEYS.source(source))
  const number = row ? Number(row[1]) - 1 : (known?.items ?? 0)
  const items = Math.max(known?.items ?? 0, number + 1)
  const value: SourceRow = { digest: '', name, items, failures: [] }
  await shelf.write([{ put: KEYS.source(source), value }])
  return [{ put: KEYS.item(source, number), value: { file, version } satisfies ItemRow }]
}
