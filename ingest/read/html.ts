import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { RawArticle } from '../../model/article.ts'
import { cleanLines } from '../clean/clean.ts'
import { factsOfLine, type LineFacts } from '../clean/metadata.ts'
import { linesOf } from './dom.ts'

/** The main text of a saved page, with what its head and its frame say of title, publisher, date and authors. */
export function articleOfPage(html: string, file: string): RawArticle {
  const { document } = parseHTML(
    /<html|<body/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
  )
  const metas = metasOf(document)
  const meta = (...names: string[]) =>
    names.map((name) => metas.get(name.toLowerCase())).find((content) => content) ?? ''
  const lines = linesOf(document.body ?? document.documentElement)
  const frame = factsOfFrame(lines)
  const heading = [...document.querySelectorAll('h1')]
    .map((h) => h.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    .find((text) => text.length >= 4)
  const site = document.querySelector('title')?.textContent?.trim() ?? ''
  const title = meta('ArticleTitle') || heading || meta('og:title', 'twitter:title') || withoutSite(site)
  const date =
    meta('PubDate', 'publishdate', 'article:published_time', 'datePublished', 'publish-date', 'date') ||
    (document.querySelector('time[datetime]')?.getAttribute('datetime') ?? '') ||
    (frame.date ?? '')
  const source = meta('ContentSource', 'source') || (frame.source ?? '') || meta('og:site_name')
  const author = meta('Author', 'article:author')
  const authors = author && !/^https?:/.test(author) ? [author] : (frame.authors ?? [])
  const url =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ||
    meta('og:url') ||
    (/<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 2000))?.[1] ?? '')
  const editor = meta('editor')
  const editors = editor ? [editor] : (frame.editors ?? [])
  const main = mainLines(document, lines)
  const rest = restOf(lines, main, title)
  return {
    file,
    text: main.join('\n'),
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    ...(source ? { source } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(editors.length > 0 ? { editors } : {}),
    ...(rest.length > 0 ? { frame: rest } : {}),
    ...(/^https?:\/\//.test(url) ? { url } : {}),
  }
}

/** The head's meta elements by name; the first of a name is what it says. */
function metasOf(document: Document): Map<string, string> {
  const metas = new Map<string, string>()
  for (const element of document.querySelectorAll('meta'))
    for (const key of ['name', 'property', 'itemprop']) {
      const name = element.getAttribute(key)?.toLowerCase()
      if (name && !metas.has(name)) metas.set(name, element.getAttribute('content')?.trim() ?? '')
    }
  return metas
}

/** What the lines before and after an article say of it. */
function factsOfFrame(lines: readonly string[]): Omit<LineFacts, 'aside'> {
  const facts: Omit<LineFacts, 'aside'> = {}
  const near = [...lines.slice(0, 60), ...lines.slice(-20)].filter((line) => line.length <= 160)
  for (const line of cleanLines(near)) {
    const { date, source, authors, editors } = factsOfLine(line)
    if (date) facts.date ??= date
    if (source) facts.source ??= source
    if (authors && authors.length > 0) facts.authors ??= authors
    if (editors) facts.editors ??= editors
  }
  return facts
}

/** Lines of the page that are not the article's. */
function restOf(lines: readonly string[], main: readonly string[], title: string): string[] {
  const bare = (line: string) => line.replace(/\s+/g, '')
  const known = new Set([...main, title].map(bare))
  const text = main.map(bare).join('')
  // a short line may well stand in the article by chance
  return lines.filter((line) => !known.has(bare(line)) && (line.length < 12 || !text.includes(bare(line))))
}

/** Readability's choice; where that leaves most of a plain page out, the page without its links. The document is used up. */
function mainLines(document: Document, lines: string[]): string[] {
  const main = new Readability<Element>(document, {
    charThreshold: 80,
    serializer: (content) => content as Element,
  }).parse()
  const chosen = linesOf(main?.content ?? null)
  const size = (list: string[]) => list.reduce((sum, line) => sum + line.length, 0)
  return size(chosen) >= 40 ? chosen : lines
}

/** 标题_栏目_网站 → 标题 */
const withoutSite = (title: string): string =>
  title.split(/\s*[_|]\s*|\s+[-–—]+\s*(?=\S{2,12}$)|--/)[0]!.trim()
