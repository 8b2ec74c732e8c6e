import { createHash } from 'node:crypto'
import type { Article, RawArticle, Span } from '../../model/article.ts'
import { dateInAddress, isoDateOf } from './dates.ts'
import { removeGlosses } from './glosses.ts'
import { factsOfLine, factsOfParagraph, looksLikeTitle } from './metadata.ts'
import { decodeEntities, joinWrapped, normalizeCharacters, repairMojibake } from './repair.ts'
import { simplify } from './script.ts'
import { Traced } from './traced.ts'

/** The changes to characters, in the order in which they must be made. */
const STEPS = [decodeEntities, normalizeCharacters, repairMojibake, removeGlosses, simplify] as const

const cleaned = (text: string): Traced => STEPS.reduce((traced, step) => step(traced), Traced.of(text))

/** One line as it stands in cleaned text. */
export const cleanLine = (text: string): string => cleaned(text).text.replace(/\s+/g, ' ').trim()

export const cleanLines = (lines: readonly string[]): string[] =>
  cleaned(lines.join('\n'))
    .text.split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())

/** Cleaned text with what its lines say of the article; what the file itself said wins. */
export function cleanArticle(raw: RawArticle): Article {
  const given = raw.title ? cleanLine(raw.title) : ''
  const traced = withTitle(layout(cleaned(raw.text)), given)
  const { text } = traced
  const said = factsOf(text, given)
  const origin = traced.runs()
  const url = raw.url ?? ''
  const editors = raw.editors?.map(cleanLine).filter(Boolean) ?? said.editors
  const frame = raw.frame ? linesOfFrame(raw.frame) : []
  return {
    id: articleIdOf(text),
    file: raw.file,
    title: given || said.title,
    date:
      givenDate(raw.date ?? '') || said.date || dateInAddress(url) || said.weakDate || presentYearOf(text),
    source: (raw.source && cleanLine(raw.source)) || said.source,
    authors: raw.authors?.map(cleanLine).filter(Boolean) ?? said.authors,
    url,
    text,
    asides: said.asides,
    ...(editors.length > 0 ? { editors } : {}),
    ...(frame.length > 0 ? { frame } : {}),
    ...(origin.length > 0 ? { origin } : {}),
  }
}

/** Characters of a page's frame that are kept: some pages list all that their site has. */
const FRAME = 8_000

function linesOfFrame(lines: readonly string[]): string[] {
  let size = 0
  return cleanLines(lines).filter((line) => {
    size += line.length
    return line !== '' && size <= FRAME
  })
}

/** Lines whole again, odd blanks and lost question marks out, a notice at a paragraph's end on a line of its own. */
function layout(text: Traced): Traced {
  const lines = joinWrapped(text.replace(/(?<![^\S\n])[^\S\n]+(?=\n|$)/g, '').replace(/^[?？]+$/gm, ''))
    .replace(
      /(?<=[。!?！？”…])[^\S\n]*(?=[(（【[](?:责任编辑|编辑|责编|值班编辑|本文来源|来源)\s*[:：])/g,
      '\n',
    )
    .replace(/\n{3,}/g, '\n\n')
  const start = lines.text.search(/\S/)
  return start < 0 ? lines.slice(0, 0) : lines.slice(start, lines.text.trimEnd().length)
}

const withTitle = (text: Traced, title: string): Traced => {
  const bare = (line: string) => line.replace(/\s+/g, '')
  const top = text.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 8)
  return title && !top.some((line) => bare(line) === bare(title))
    ? Traced.added(`${title}\n`).before(text)
    : text
}

const givenDate = (date: string): string => isoDateOf(date) || (/^\d{4}$/.test(date) ? date : '')

interface Said {
  title: string
  date: string
  weakDate: string
  source: string
  authors: string[]
  editors: string[]
  asides: Span[]
}

function factsOf(text: string, given: string): Said {
  const said: Said = { title: '', date: '', weakDate: '', source: '', authors: [], editors: [], asides: [] }
  const body: string[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    if (line.trim() !== '') {
      const facts = factsOfLine(line)
      if (facts.aside) {
        said.asides.push({ start, end })
        said.date ||= facts.date ?? ''
        said.weakDate ||= facts.weakDate ?? ''
        said.source ||= facts.source ?? ''
        if (said.authors.length === 0) said.authors = facts.authors ?? []
        said.editors.push(...(facts.editors ?? []).filter((name) => !said.editors.includes(name)))
      } else {
        if (!given && body.length === 0 && looksLikeTitle(line)) said.title = line.trim()
        body.push(line)
      }
    }
    start = end + 1
  }
  for (const line of [...body.slice(0, 4), ...body.slice(-2)]) {
    const facts = factsOfParagraph(line)
    said.source ||= facts.source ?? ''
    if (said.authors.length === 0) said.authors = facts.authors ?? []
  }
  return said
}

/** The same text has the same id, however its lines are broken. */
function articleIdOf(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, '')).digest('hex').slice(0, 16)
}

/** 2023年已过半, 2025年伊始: the year that a text begins in, where no line says when it was published. */
const PRESENT = /^(20\d{2})年(?:已?经?过半|伊始|开局|开年|新春|即将|接近尾声|进入|行至|的第一)/m
const OPENING = 600

const presentYearOf = (text: string): string => PRESENT.exec(text.slice(0, OPENING))?.[1] ?? ''
