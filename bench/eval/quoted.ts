/** The table of figures that README and docs quote, and the sets of articles that it is taken from. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tagger } from '../../ingest/tagger.ts'
import { KnownError } from '../../model/errors.ts'
import { loadGold } from './gold.ts'
import { predict } from './predict.ts'
import { quotedTable } from './report.ts'
import { type Score, scoreOf } from './score.ts'

const HOUSE = join(import.meta.dirname, '../..')
const MARKED = /(<!-- eval -->\n)[\s\S]*?(\n<!-- \/eval -->)/

interface GoldSet {
  name: string
  gold: string
  articles: string[]
  /** Only gold whose id begins so. */
  only?: string
}

/** The sets that are present: the worked answers beside the project, and the project's own held-out articles. */
function goldSets(shared: string): GoldSet[] {
  const folders = ['seeds', 'articles', 'press'].map((name) => join(shared, name)).filter(existsSync)
  const check = join(HOUSE, 'bench/gold/check')
  return [
    { name: 'seeds', gold: join(shared, 'gold'), articles: folders, only: 'seed' },
    { name: 'all worked answers', gold: join(shared, 'gold'), articles: folders },
    { name: 'held out', gold: join(check, 'gold'), articles: [join(check, 'articles')] },
  ].filter(({ gold }) => existsSync(gold))
}

async function scoreOfSet({ gold, articles, only }: GoldSet, tagger: Tagger): Promise<Score> {
  const golds = new Map([...loadGold(gold)].filter(([id]) => !only || id.startsWith(only)))
  return scoreOf(golds, await predict(articles, tagger))
}

/** The table as it is now. */
export async function currentTable(shared: string, tagger: Tagger): Promise<string> {
  const columns: { name: string; score: Score }[] = []
  for (const set of goldSets(shared)) columns.push({ name: set.name, score: await scoreOfSet(set, tagger) })
  return quotedTable(columns)
}

/** The files that quote it, with the table that each holds. */
export const QUOTING: readonly string[] = ['README.md', 'docs/evaluation.md']

export function quotedIn(file: string): string {
  const table = MARKED.exec(readFileSync(join(HOUSE, file), 'utf8'))
  if (!table)
    throw new KnownError(
      'no-table',
      `${file} has no <!-- eval --> … <!-- /eval --> to write the figures in.`,
      400,
    )
  return table[0].replace(MARKED, (whole) => whole.split('\n').slice(1, -1).join('\n').trim())
}

export function quoteIn(file: string, table: string): void {
  const path = join(HOUSE, file)
  quotedIn(file)
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(
      MARKED,
      (_, open: string, close: string) => `${open}\n${table}\n${close}`,
    ),
  )
}
