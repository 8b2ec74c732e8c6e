/** Articles that stand as records: rows of a table, objects of JSON. */
import { parseHTML } from 'linkedom'
import type { RawArticle } from '../../model/article.ts'
import { KnownError } from '../../model/errors.ts'
import { linesOf } from './dom.ts'

export type ArticleField = 'title' | 'text' | 'date' | 'source' | 'url' | 'author' | 'editor'

/** The names that columns usually have, in the order in which they are tried. */
const USUAL_COLUMNS: Record<ArticleField, readonly string[]> = {
  title: ['title', '标题', '標題', '题目', '新闻标题', '文章标题', 'headline', 'subject', 'name', '名称'],
  text: [
    'text',
    'content',
    '正文',
    '内容',
    '內容',
    '新闻内容',
    '文章内容',
    '正文内容',
    'body',
    'article',
    '文本',
    '全文',
    'html',
    'maintext',
    'raw_text',
  ],
  date: [
    'date',
    '日期',
    '发布日期',
    '发布时间',
    '發布日期',
    '時間',
    '时间',
    'pubdate',
    'pub_date',
    'publish_date',
    'publish_time',
    'published',
    'published_at',
    'publishtime',
    'datetime',
    'time',
    '发表时间',
    '刊发日期',
  ],
  source: [
    'source',
    '来源',
    '來源',
    '媒体',
    '信息来源',
    '新闻来源',
    '文章来源',
    'publisher',
    'site',
    'media',
    '报纸',
    '网站',
  ],
  url: ['url', '链接', '網址', '网址', '原文链接', 'link', 'href', '地址'],
  author: ['author', '作者', '记者', '記者', 'authors', 'byline'],
  editor: ['editor', '编辑', '責任編輯', '责任编辑', '責編', '责编', 'editors'],
}

const FIELDS = Object.keys(USUAL_COLUMNS) as ArticleField[]

/** @throws KnownError 'bad-map' where a name is not a field */
export function checkMap(map: Record<string, string>): void {
  const wrong = Object.keys(map).find((field) => !FIELDS.includes(field as ArticleField))
  if (wrong !== undefined)
    throw new KnownError('bad-map', `--map: there is no field “${wrong}”.`, 400, {
      hint: `Fields: ${FIELDS.join(', ')}`,
    })
}

/** @param map field → column (a.b for an inner one), where the names are not the usual ones @throws KnownError 'file-columns', 'row-empty' */
export function articleOfRecord(
  record: Record<string, unknown>,
  file: string,
  map: Record<string, string> = {},
): RawArticle {
  const keys = new Map(Object.keys(record).map((key) => [key.trim().toLowerCase(), key]))
  const keyOf = (field: ArticleField): string | undefined =>
    (map[field] ? [map[field].trim().toLowerCase()] : USUAL_COLUMNS[field])
      .map((name) => keys.get(name))
      .find((found) => found !== undefined)
  const value = (field: ArticleField): string => {
    const key = keyOf(field)
    if (key !== undefined) return plain(record[key])
    return map[field]?.includes('.') ? plain(inner(record, map[field].split('.'))) : ''
  }
  const text = textOf(value('text'))
  if (!text.trim()) {
    if (keyOf('text') !== undefined)
      throw new KnownError('row-empty', 'has no text.', 400, { hint: 'Leave it out.' })
    throw new KnownError(
      'file-columns',
      `has no column of text: its columns are ${[...keys.values()].slice(0, 12).join(', ')}.`,
      400,
      { hint: 'Name the column of the text: --map text=…' },
    )
  }
  const [title, date, source, url, author, editor] = [
    value('title'),
    dateOf(value('date')),
    value('source'),
    value('url'),
    value('author'),
    value('editor'),
  ]
  return {
    file,
    text,
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    ...(source ? { source } : {}),
    ...(/^https?:\/\//i.test(url) ? { url } : {}),
    ...(author ? { authors: namesIn(author) } : {}),
    ...(editor ? { editors: namesIn(editor) } : {}),
  }
}

const namesIn = (text: string): string[] => text.split(/[、,，;；\s]+/).filter(Boolean)

const plain = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : Array.isArray(value)
      ? value.map(plain).join('、')
      : typeof value === 'object'
        ? ''
        : String(value).trim()

const inner = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key.trim()] : undefined,
    value,
  )

/** Scrapers keep the article's markup in its column. */
const textOf = (text: string): string =>
  /<(?:p|div|br|span)\b[^>]*>/i.test(text) && /<\/(?:p|div|span)>|<br/i.test(text)
    ? linesOf(parseHTML(`<!doctype html><html><body>${text}</body></html>`).document.body).join('\n')
    : text

/** Seconds or milliseconds since 1970 as a day in China; 20210111 with its hyphens. */
function dateOf(text: string): string {
  if (/^(?:19|20)\d{6}$/.test(text)) return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  if (!/^\d{10}(?:\d{3})?(?:\.\d+)?$/.test(text)) return text
  const milliseconds = Number(text) * (text.split('.')[0]!.length === 10 ? 1000 : 1)
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 10)
}
