/** From what the sources said to the articles that are to be in the graph: printings folded, each with its sources. */
import { createHash } from 'node:crypto'
import type { Article, ArticleSource } from '../model/article.ts'
import { pushTo } from '../model/groups.ts'
import { fold } from './fold/fold.ts'
import type { Sketch } from './fold/sketch.ts'
import { inOrder } from './in-order.ts'
import { counting, type Progress } from './progress.ts'
import { type FoldRow, type ItemRow, KEYS, SECTIONS, type SketchRow, UNGATHERED } from './shelf/rows.ts'
import type { Change, Shelf } from './shelf/shelf.ts'

interface Gathered {
  article: Article
  row: FoldRow
}

/** Folds what is on the shelf and drops what no source says any more. @returns ids of the articles, sorted, and how many printings are folded into others */
export async function gather(
  shelf: Shelf,
  onProgress: (progress: Progress) => void = () => {},
): Promise<{ articles: string[]; folded: number }> {
  const folded = await shelf.get<number>('folded')
  if (folded !== undefined && !(await shelf.get<boolean>(UNGATHERED.put))) {
    const articles: string[] = []
    for await (const id of shelf.keys(SECTIONS.folds)) articles.push(id)
    return { articles, folded }
  }
  const files = await filesOfVersions(shelf)
  await sweep(shelf, files)
  // the same text is the same article, whatever its sources say of it
  const sameText = new Map<string, { size: number; versions: string[] }>()
  for await (const [version, { text, size }] of shelf.rows<SketchRow>(SECTIONS.sketches)) {
    const own = sameText.get(text)
    if (own) own.versions.push(version)
    else sameText.set(text, { size, versions: [version] })
  }
  // each text is compared, then put to its article
  const told = counting('fold', sameText.size * 2, onProgress)
  const into = await fold(
    [...sameText].map(([text, { size }]) => ({ id: text, size })),
    (texts) =>
      shelf.getMany<SketchRow>(texts.map((text) => KEYS.sketch(sameText.get(text)!.versions[0]!))) as Promise<
        Sketch[]
      >,
    { onFolded: told },
  )
  const members = new Map<string, string[]>()
  for (const [text, long] of into) pushTo(members, long, text)
  const kept = new Set<string>()
  let batch: Change[] = []
  let printings = 0
  for (const [long, texts] of [...members].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = texts.flatMap((text) => sameText.get(text)!.versions)
    const { row } = await gatherOne(shelf, sameText.get(long)!.versions[0]!, own, files)
    printings += own.reduce((sum, id) => sum + files.get(id)!.length, 0)
    kept.add(long)
    batch.push({ put: KEYS.fold(long), value: row })
    if (batch.length >= 500) {
      await shelf.write(batch)
      batch = []
    }
    told(texts.length, row.printings[0]!.files[0]!)
  }
  for await (const id of shelf.keys(SECTIONS.folds)) if (!kept.has(id)) batch.push({ del: KEYS.fold(id) })
  await shelf.write([...batch, { put: 'folded', value: printings - kept.size }, { del: UNGATHERED.put }])
  told()
  return { articles: [...kept].sort(), folded: printings - kept.size }
}

/** The article of a fold, with its sources. */
export async function articleOf(shelf: Shelf, { version, printings }: FoldRow): Promise<Article> {
  const files = new Map(printings.map(({ version: id, files: own }) => [id, own]))
  return (await gatherOne(shelf, version, [...files.keys()], files)).article
}

async function gatherOne(
  shelf: Shelf,
  long: string,
  members: readonly string[],
  files: ReadonlyMap<string, string[]>,
): Promise<Gathered> {
  const ids = [long, ...members.filter((id) => id !== long).sort()]
  const versions = (await shelf.getMany<Article>(ids.map(KEYS.version))).map((version) => version!)
  const main = versions[0]!
  const variants: Article[] = []
  const variantOf = versions.map((version) => {
    if (version.text === main.text) return -1
    const known = variants.findIndex(({ text }) => text === version.text)
    return known >= 0 ? known : variants.push(version) - 1
  })
  const sources = versions
    .flatMap((version, i) =>
      files
        .get(ids[i]!)!
        .map((file): ArticleSource => ({ ...saidOfPrinting(version), file, variant: variantOf[i]! })),
    )
    .sort(bySource)
  // what the printings of this very text say comes first
  const ranked = [
    ...sources.filter(({ variant }) => variant === -1),
    ...sources.filter(({ variant }) => variant >= 0),
  ]
  const first = (key: 'title' | 'date' | 'source' | 'url') =>
    ranked.find((source) => source[key] !== '')?.[key] ?? ''
  const article: Article = {
    ...main,
    file: sources.map(({ file }) => file).sort()[0]!,
    title: first('title'),
    date: first('date'),
    source: first('source'),
    authors: ranked.find(({ authors }) => authors.length > 0)?.authors ?? [],
    url: first('url'),
  }
  for (const key of ['editors', 'frame'] as const) {
    const own = ranked.find((source) => source[key])?.[key]
    if (own) article[key] = own
  }
  if (sources.length > 1) article.sources = sources
  if (variants.length > 0) article.variants = variants
  return {
    article,
    row: {
      version: long,
      printings: ids.map((version) => ({ version, files: files.get(version)! })),
      said: saidOf(article),
      digest: digestOf(article),
    },
  }
}

/** What a printing says of itself. */
const saidOfPrinting = ({ title, date, source, authors, editors, frame, url }: Article) => ({
  title,
  date,
  source,
  authors,
  ...(editors ? { editors } : {}),
  ...(frame ? { frame } : {}),
  url,
})

const digestOf = (article: object): string =>
  createHash('sha256').update(inOrder(article)).digest('hex').slice(0, 24)

/** Digest of what is understood of an article: its text and facts, not where they were found. */
export function saidOf({ file: _, frame: __, sources: ___, variants: ____, ...said }: Article): string {
  return digestOf(said)
}

const bySource = (a: ArticleSource, b: ArticleSource): number => {
  for (const key of ['date', 'source', 'file'] as const) {
    if (a[key] === b[key]) continue
    if (a[key] === '' || b[key] === '') return a[key] === '' ? 1 : -1
    return a[key] < b[key] ? -1 : 1
  }
  return a.variant - b.variant
}

/** Version → display names of the files that hold it, sorted. */
async function filesOfVersions(shelf: Shelf): Promise<Map<string, string[]>> {
  const files = new Map<string, string[]>()
  for await (const [, { file, version }] of shelf.rows<ItemRow>(SECTIONS.items)) pushTo(files, version, file)
  for (const own of files.values()) own.sort()
  return files
}

/** Takes cleaned texts off the shelf that no source holds. */
async function sweep(shelf: Shelf, files: ReadonlyMap<string, unknown>): Promise<void> {
  const gone: Change[] = []
  for await (const id of shelf.keys(SECTIONS.versions))
    if (!files.has(id)) gone.push({ del: KEYS.version(id) }, { del: KEYS.sketch(id) })
  await shelf.write(gone)
}
