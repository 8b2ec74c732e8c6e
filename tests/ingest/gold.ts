/** The worked answers of ../shared, where they are present, as layers that a step can be tried on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gold } from '../../bench/eval/gold.ts'
import { cleanArticle } from '../../ingest/clean/clean.ts'
import { anaphorsOf, setMembers } from '../../ingest/link/references.ts'
import { segment } from '../../ingest/segment.ts'
import { openTagger } from '../../ingest/tagger.ts'
import type { ArticleEntity, Linked, Mention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'

export const SHARED = join(import.meta.dirname, '../../../shared')
export const hasGold = existsSync(join(SHARED, 'gold'))

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
  const segmented = segment(article, openTagger())
  const forms = gold.entities
    .flatMap((e, index) =>
      [...new Set([e.name, ...e.surface])].map((text) => ({ text, index, type: e.type })),
    )
    .sort((a, b) => b.text.length - a.text.length)
  const taken: { start: number; end: number; index: number; type: EntityType }[] = []
  // a form inside a longer form is kept where it owns the name's front (玲珑轮胎 in 玲珑轮胎研发科创基地), else where it stands nowhere else
  const place = (anywhere: boolean) => {
    const before = new Set(taken.map((t) => t.index))
    for (const form of forms) {
      if (anywhere && before.has(form.index)) continue
      for (let at = article.text.indexOf(form.text); at >= 0; at = article.text.indexOf(form.text, at + 1)) {
        const end = at + form.text.length
        const inside = taken.some(
          (t) => t.start <= at && t.end >= end && (t.index === form.index || (!anywhere && t.start !== at)),
        )
        const crossing = taken.some(
          (t) =>
            (t.start < at && at < t.end && t.end < end) || (at < t.start && t.start < end && end < t.end),
        )
        if (!inside && !crossing) taken.push({ start: at, end, index: form.index, type: form.type })
      }
    }
  }
  place(false)
  place(true)
  taken.sort((a, b) => a.start - b.start || b.end - a.end)
  const sentenceAt = (at: number) => segmented.sentences.findIndex((s) => s.start <= at && at < s.end)
  const placed = taken.filter((t) => sentenceAt(t.start) >= 0)
  const mentions: Mention[] = placed.map((t) => ({
    start: t.start,
    end: t.end,
    text: article.text.slice(t.start, t.end),
    type: t.type,
    confidence: 1,
    rule: 'gold',
    sentence: sentenceAt(t.start),
  }))
  const entities: ArticleEntity[] = gold.entities.map((e, index) => ({
    index,
    name: e.name,
    type: e.type,
    aliases: [...new Set([e.name, ...e.surface])].sort(),
    mentions: placed.flatMap((t, m) => (t.index === index ? [m] : [])),
    members: [],
    reasons: [],
    qualified: '',
  }))
  const entityOf = placed.map((t) => t.index)
  setMembers({ ...segmented, mentions }, entities, entityOf)
  return {
    ...segmented,
    mentions,
    entities,
    entityOf,
    anaphors: anaphorsOf({ ...segmented, mentions }, entities, entityOf),
    district: '',
  }
}
