import type { RawArticle } from '../../model/article.ts'
import { articleOfRecord } from './records.ts'

/** Markdown as text: front matter to fields, marks of layout out. */
export function articleOfMarkdown(source: string, file: string): RawArticle {
  const text = source.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '')
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const fields = Object.fromEntries(
    (front?.[1] ?? '')
      .split('\n')
      .map((line) => /^([\p{L}\w-]+):\s*["']?(.*?)["']?$/u.exec(line.trimEnd()))
      .filter((m) => m !== null)
      .map((m) => [m[1]!, m[2]!]),
  )
  const body = withoutComments(text.slice(front?.[0].length ?? 0).replace(/^(?:```|~~~).*$/gm, ''))
    .replace(/^#{1,6}\s+(.*)$/gm, (_, words: string) => headingOf(words))
    .replace(/^(?:=+|-{3,}|\*{3,}|_{3,})\s*$/gm, '')
    .replace(/!\[[^[\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)/g, '')
    .replace(/\[([^[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g, '$1')
    .replace(/^[ \t]*(?:[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/(\*\*|__)(?=\S)(.{0,2000}?\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/^>\s?/gm, '')
    .replace(/^(?=.*\|)[ \t:|-]+$/gm, '')
    .replace(/<\/?(?:br|p|div|span|font|center|b|i|strong|em)\b[^<>\n]*>/gi, '')
  const heading = headingOf(/^#\s+(.+)$/m.exec(text.slice(front?.[0].length ?? 0))?.[1] ?? '')
  if (front) return articleOfRecord({ ...(heading ? { title: heading } : {}), ...fields, text: body }, file)
  return { file, text: body, ...(heading ? { title: heading.replace(/[*_`]/g, '') } : {}) }
}

/** Without the marks that may close a heading. */
const headingOf = (words: string): string => words.replace(/(?<![\s#])[\s#]+$/, '')

/** A comment that is not closed is text. */
function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const start = text.indexOf('<!--', at)
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4)
    if (end < 0) return kept + text.slice(at)
    kept += text.slice(at, start)
    at = end + 3
  }
}
