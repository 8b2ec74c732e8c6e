/** The worked answers of ../shared, where they are present, as layers that a step can be tried on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Gold, loadGold } from '../../bench/eval/gold.ts'
import { linkedOf } from '../../bench/eval/linked.ts'
import { cleanArticle } from '../../ingest/clean/clean.ts'
import { segment } from '../../ingest/segment.ts'
import { openTagger } from '../../ingest/tagger.ts'
import type { Linked } from '../../model/article.ts'

export const SHARED = join(import.meta.dirname, '../../../shared')
export const hasGold = existsSync(join(SHARED, 'gold'))

const LEARN = join(import.meta.dirname, '../../bench/gold/learn')
/** Of the project's own articles a few hundred: they say what all would say in minutes. */
const SOME = /^g-[a-s]\d/
export const someOfOurs = (): { golds: Map<string, Gold>; articles: string[] } => {
  const golds = new Map([...loadGold(join(LEARN, 'gold'))].filter(([id]) => SOME.test(id)))
  return { golds, articles: [...golds.keys()].map((id) => join(LEARN, 'articles', `${id}.txt`)) }
}

/** `folder` holds gold/ID.json beside clean/ID.clean.txt or articles/ID.txt. */
export const goldIds = (folder = SHARED): string[] =>
  existsSync(join(folder, 'gold'))
    ? readdirSync(join(folder, 'gold'))
        .filter((f) => f.endsWith('.json'))
        .map((f) => f.slice(0, -5))
        .sort()
    : []
export const goldOf = (id: string, folder = SHARED): Gold =>
  JSON.parse(readFileSync(join(folder, 'gold', `${id}.json`), 'utf8'))
export const cleanTextOf = (id: string, folder = SHARED): string => {
  const clean = join(folder, 'clean', `${id}.clean.txt`)
  if (existsSync(clean)) return readFileSync(clean, 'utf8')
  const file = `${id}.txt`
  return cleanArticle({ file, text: readFileSync(join(folder, 'articles', file), 'utf8') }).text
}

/** The gold article with perfect mentions and entities: what `relate` is given on its best day. Index i is gold entity i. */
export function goldLinked(id: string, folder = SHARED): Linked {
  const gold = goldOf(id, folder)
  const article = {
    id,
    file: `${id}.txt`,
    title: gold.title,
    date: gold.date,
    source: gold.source,
    authors: [],
    url: '',
    text: cleanTextOf(id, folder),
    asides: [],
  }
  return linkedOf(gold, segment(article, openTagger()))
}
