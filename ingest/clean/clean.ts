import { createHash } from 'node:crypto'
import type { Article, RawArticle, Span } from '../../model/article.ts'
import { removeGlosses } from './glosses.ts'
import { factsOfLine, isoDateOf, looksLikeTitle } from './metadata.ts'
import { decodeEntities, joinWrapped, normalizeCharacters, repairMojibake } from './repair.ts'
import { simplify } from './script.ts'

/** Cleaned text with what its lines say of the article; what the file itself said wins. */
export function cleanArticle(raw: RawArticle): Article {
  const clean = (text: string) =>
    simplify(removeGlosses(repairMojibake(normalizeCharacters(decodeEntities(text)))))
  const body = joinWrapped(
    clean(raw.text)
      .split('\n')
      .map((line) => line.replace(/\s+$/u, '').replace(/^[?？]+$/u, '')),
  )
  const given = raw.title ? clean(raw.title).trim() : ''
  const lines = given && !body.slice(0, 8).some((line) => line.trim() === given) ? [given, ...body] : body
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

  const asides: Span[] = []
  let title = given
  let date = raw.date ? isoDateOf(raw.date) || (/^\d{4}$/.test(raw.date) ? raw.date : '') : ''
  let weakDate = ''
  let source = raw.source ? clean(raw.source).trim() : ''
  let authors = raw.authors?.map((name) => clean(name).trim()) ?? []
  let start = 0
  let seen = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    if (line.trim() !== '') {
      const facts = factsOfLine(line)
      if (facts.aside) {
        asides.push({ start, end })
        date ||= facts.date ?? ''
        weakDate ||= facts.weakDate ?? ''
        source ||= facts.source ?? ''
        if (authors.length === 0) authors = facts.authors ?? []
      } else {
        if (!title && seen === 0 && looksLikeTitle(line)) title = line.trim()
        seen++
      }
    }
    start = end + 1
  }
  return {
    id: articleIdOf(text),
    file: raw.file,
    title,
    date: date || weakDate || spokenDateOf(text),
    source,
    authors,
    url: raw.url ?? '',
    text,
    asides,
  }
}

/** The same text has the same id, however its lines are broken. */
function articleIdOf(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, '')).digest('hex').slice(0, 16)
}

/** The year that the first paragraphs speak of, where no line says when they were published. */
function spokenDateOf(text: string): string {
  return /(20\d{2})年/.exec(text.slice(0, 600))?.[1] ?? ''
}
