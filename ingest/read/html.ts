import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { RawArticle } from '../../model/article.ts'

const BLOCKS = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'LI',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'BR',
  'TR',
  'BLOCKQUOTE',
  'UL',
  'OL',
  'TABLE',
  'HEADER',
  'FOOTER',
])

/** The main text of a saved page, with what its frame says of publisher and date. */
export function articleOfPage(html: string, file: string): RawArticle {
  const { document } = parseHTML(html)
  const meta = (...names: string[]) => {
    for (const name of names) {
      const content = document
        .querySelector(`meta[name="${name}"], meta[property="${name}"]`)
        ?.getAttribute('content')
        ?.trim()
      if (content) return content
    }
    return ''
  }
  const frame = linesOf(document.body ?? document.documentElement)
    .slice(0, 40)
    .join('\n')
  const heading = document.querySelector('h1')?.textContent?.trim() ?? ''
  const site = document.querySelector('title')?.textContent?.trim() ?? ''
  const date =
    meta('PubDate', 'pubdate', 'publishdate', 'article:published_time', 'date') ||
    (/(?:发布|发表)?(?:日期|时间)\s*[:：]\s*(\d{4}\D\d{1,2}\D\d{1,2})/.exec(frame)?.[1] ?? '')
  const source =
    meta('ContentSource', 'source', 'article:author', 'og:site_name') ||
    (/来源\s*[:：]\s*([^\s|]{2,20})/.exec(frame)?.[1] ?? '')
  const author = meta('Author', 'author')
  const main = new Readability(document.cloneNode(true) as unknown as Document, { charThreshold: 80 }).parse()
  const body = main?.content
    ? linesOf(parseHTML(`<!doctype html><html><body>${main.content}</body></html>`).document.body)
    : linesOf(document.body)
  return {
    file,
    text: body.join('\n'),
    ...titleOf(heading || meta('ArticleTitle', 'og:title') || site.split(/[_|]/)[0]!.trim()),
    ...(date ? { date } : {}),
    ...(source ? { source } : {}),
    ...(author ? { authors: [author] } : {}),
  }
}

const titleOf = (title: string) => (title ? { title } : {})

/** Visible text, a line a block. */
function linesOf(root: Element | null): string[] {
  const lines = ['']
  const walk = (node: Node): void => {
    if (node.nodeType === 3) lines[lines.length - 1] += (node.textContent ?? '').replace(/\s+/g, ' ')
    if (node.nodeType !== 1) return
    const { tagName } = node as Element
    if (tagName === 'SCRIPT' || tagName === 'STYLE' || tagName === 'NOSCRIPT') return
    const block = BLOCKS.has(tagName)
    if (block) lines.push('')
    node.childNodes.forEach(walk)
    if (block) lines.push('')
  }
  if (root) walk(root)
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}
