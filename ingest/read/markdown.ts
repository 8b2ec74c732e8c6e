import type { RawArticle } from '../../model/article.ts'
import { articleOfRecord } from './records.ts'

/** Markdown as text: front matter to fields, marks of layout out. */
export function articleOfMarkdown(source: string, file: string): RawArticle {
  const text = source.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '')
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const fields = Object.fromEntries(
    (front?.[1] ?? '')
      .split('\n')
      .map((line) => /^([\p{L}\w-]+):\s*["']?(.*?)["']?\s*$/u.exec(line))
      .filter((m) => m !== null)
      .map((m) => [m[1]!, m[2]!]),
  )
  const body = text
    .slice(front?.[0].length ?? 0)
    .replace(/^(?:```|~~~).*$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^#{1,6}\s+(.*?)\s*#*$/gm, '$1')
    .replace(/^(?:=+|-{3,}|\*{3,}|_{3,})\s*$/gm, '')
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, '')
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^[ \t]*(?:[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/^>\s?/gm, '')
    .replace(/^\|?[\s:|-]+\|[\s:|-]*$/gm, '')
    .replace(/<\/?(?:br|p|div|span|font|center|b|i|strong|em)\b[^>\n]*>/gi, '')
  const heading = /^#\s+(.+?)\s*#*$/m.exec(text.slice(front?.[0].length ?? 0))?.[1]
  if (front) return articleOfRecord({ ...(heading ? { title: heading } : {}), ...fields, text: body }, file)
  return { file, text: body, ...(heading ? { title: heading.replace(/[*_`]/g, '') } : {}) }
}
