import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { RawArticle } from '../../model/article.ts'
import { cleanLine } from '../clean/clean.ts'
import { factsOfLine, type LineFacts } from '../clean/metadata.ts'
import { linesOf } from './dom.ts'

/** The main text of a saved page, with what its head and its frame say of title, publisher, date and authors. */
export function articleOfPage(html: string, file: string): RawArticle {
  const { document } = parseHTML(
    /<html|<body/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
  )
  const meta = (...names: string[]) => {
    for (const name of names) {
      const content = document
        .querySelector(`meta[name="${name}" i], meta[property="${name}" i], meta[itemprop="${name}" i]`)
        ?.getAttribute('content')
        ?.trim()
      if (content) return content
    }
    return ''
  }
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

/** What the lines before and after an article say of it. */
function factsOfFrame(lines: readonly string[]): Omit<LineFacts, 'aside'> {
  const facts: Omit<LineFacts, 'aside'> = {}
  for (const line of [...lines.slice(0, 60), ...lines.slice(-20)]) {
    if (line.length > 160) continue
    const { date, source, authors, editors } = factsOfLine(cleanLine(line))
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

/** Readability's choice; where that leaves most of a plain page out, the page without its links. */
function mainLines(document: Document, lines: string[]): string[] {
  const main = new Readability(document.cloneNode(true) as Document, { charThreshold: 80 }).parse()
  const chosen = main?.content
    ? linesOf(parseHTML(`<!doctype html><html><body>${main.content}</body></html>`).document.body)
    : []
  const size = (list: string[]) => list.reduce((sum, line) => sum + line.length, 0)
  return size(chosen) >= 40 ? chosen : lines
}

/** 标题_栏目_网站 → 标题 */
const withoutSite = (title: string): string =>
  title.split(/\s*[_|]\s*|\s+[-–—]+\s*(?=\S{2,12}$)|--/)[0]!.trim()
