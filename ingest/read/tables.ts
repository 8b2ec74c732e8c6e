/** Articles that stand as records: JSON, JSON Lines, CSV, TSV. */

import type { RawArticle } from '../../model/article.ts'
import { KnownError } from '../../model/errors.ts'

const USUAL: Record<'title' | 'text' | 'date' | 'source' | 'url' | 'author', readonly string[]> = {
  title: ['title', '标题', '题目', 'headline'],
  text: ['text', 'content', '正文', '内容', 'body', 'article', '文本', '全文'],
  date: [
    'date',
    '日期',
    '发布日期',
    '发布时间',
    '时间',
    'pubdate',
    'publish_time',
    'published',
    'published_at',
  ],
  source: ['source', '来源', '媒体', '信息来源', 'publisher', 'site', '报纸'],
  url: ['url', '链接', '网址', 'link', 'href'],
  author: ['author', '作者', '记者', 'authors'],
}

/** @param map field → column, where the names are not the usual ones @throws KnownError 'file-columns' */
export function articleOfRecord(
  record: Record<string, unknown>,
  file: string,
  map: Record<string, string> = {},
): RawArticle {
  const keys = new Map(Object.keys(record).map((key) => [key.trim().toLowerCase(), key]))
  const value = (field: keyof typeof USUAL): string => {
    const names = map[field] ? [map[field].toLowerCase()] : USUAL[field]
    const key = names.map((name) => keys.get(name)).find((found) => found !== undefined)
    const found = key === undefined ? undefined : record[key]
    return found === undefined || found === null
      ? ''
      : Array.isArray(found)
        ? found.join('、')
        : String(found)
  }
  const text = value('text')
  if (!text.trim()) {
    throw new KnownError(
      'file-columns',
      `has no text: its columns are ${[...keys.values()].slice(0, 8).join(', ')}.`,
      400,
      { hint: 'Name the column of the text: --map text=…' },
    )
  }
  const [title, date, source, url, author] = [
    value('title'),
    value('date'),
    value('source'),
    value('url'),
    value('author'),
  ]
  return {
    file,
    text,
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    ...(source ? { source } : {}),
    ...(url ? { url } : {}),
    ...(author ? { authors: author.split(/[、,，;；\s]+/).filter(Boolean) } : {}),
  }
}

/** Rows of a CSV or TSV by its header; quotes as RFC 4180 has them. */
export function recordsOfTable(text: string, separator: ',' | '\t'): Record<string, string>[] {
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c !== '"') field += c
      else if (text[i + 1] === '"') {
        field += '"'
        i++
      } else quoted = false
    } else if (c === '"' && field === '') quoted = true
    else if (c === separator || c === '\n') {
      rows.at(-1)!.push(field)
      field = ''
      if (c === '\n') rows.push([])
    } else if (c !== '\r') field += c
  }
  rows.at(-1)!.push(field)
  const [header = [], ...body] = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name.trim(), row[i] ?? ''])))
}

/** Records of a JSON file (an array, an object, or an object that holds one array) or of JSON Lines. @throws KnownError 'file-json' */
export function recordsOfJson(text: string, lines: boolean): Record<string, unknown>[] {
  const parse = (part: string, where: string): unknown => {
    try {
      return JSON.parse(part)
    } catch (cause) {
      throw new KnownError('file-json', `is not JSON${where}: ${(cause as Error).message}`, 400, {
        hint: 'Mend that line or leave it out.',
        cause,
      })
    }
  }
  if (lines) {
    return text
      .split('\n')
      .flatMap((line, i) =>
        line.trim() === '' ? [] : [parse(line, ` in line ${i + 1}`) as Record<string, unknown>],
      )
  }
  const value = parse(text, '')
  if (Array.isArray(value)) return value as Record<string, unknown>[]
  const inner = Object.values(value as object).find((v) => Array.isArray(v) && typeof v[0] === 'object')
  return (inner as Record<string, unknown>[] | undefined) ?? [value as Record<string, unknown>]
}
