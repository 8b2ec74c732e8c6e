/** Which kinds of files are read: told by the ending, else by the first bytes. */

export type Kind =
  | 'text'
  | 'markdown'
  | 'page'
  | 'mhtml'
  | 'docx'
  | 'pdf'
  | 'json'
  | 'jsonl'
  | 'csv'
  | 'tsv'
  | 'zip'

export const ENDINGS: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'page',
  '.htm': 'page',
  '.xhtml': 'page',
  '.shtml': 'page',
  '.mhtml': 'mhtml',
  '.mht': 'mhtml',
  '.docx': 'docx',
  '.doc': 'docx',
  '.pdf': 'pdf',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.zip': 'zip',
}

/** Kinds that are read row by row, however long they are. */
export const TABLES: ReadonlySet<Kind> = new Set(['jsonl', 'csv', 'tsv'])

export const endingOf = (name: string): string => /\.[^./\\]{1,10}$/.exec(name)?.[0].toLowerCase() ?? ''

export const kindOfName = (name: string): Kind | undefined => ENDINGS[endingOf(name)]

const TYPES: readonly [RegExp, Kind][] = [
  [/\b(html|xhtml)\b/, 'page'],
  [/\bpdf\b/, 'pdf'],
  [/wordprocessingml/, 'docx'],
  [/\b(x-ndjson|jsonl?ines|jsonl)\b/, 'jsonl'],
  [/\bjson\b/, 'json'],
  [/\bcsv\b/, 'csv'],
  [/tab-separated/, 'tsv'],
  [/\bmarkdown\b/, 'markdown'],
  [/\bzip\b/, 'zip'],
  [/^(multipart\/related|message\/rfc822)/, 'mhtml'],
]

/** @param type a Content-Type */
export const kindOfType = (type: string): Kind | undefined =>
  TYPES.find(([pattern]) => pattern.test(type.toLowerCase()))?.[1]

const starts = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text

/** What the first bytes give away: files are often called .txt or .doc whatever they hold. */
export function kindOfBytes(bytes: Uint8Array): Kind | undefined {
  if (starts(bytes, '%PDF-')) return 'pdf'
  const head = Buffer.from(bytes.subarray(0, 4096))
  if (starts(bytes, 'PK\x03\x04'))
    return head.includes('word/') || head.includes('[Content_Types]') ? 'docx' : 'zip'
  const text = head
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^[\u00ef\u00bb\u00bf\u00ff\u00fe\s]+/, '')
  if (
    /^(?:From|Subject|Date|MIME-Version|Snapshot-Content-Location):/i.test(text) &&
    /multipart\/related/i.test(text)
  )
    return 'mhtml'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head)\b/i.test(text)) return 'page'
  if (/^\{[^\n]*\}\s*(?:\n|$)/.test(text)) return 'jsonl'
  if (/^[{[]\s*["{\]}\n]/.test(text)) return 'json'
  return undefined
}

const starts4 = (bytes: Uint8Array, ...wanted: number[]) => wanted.every((byte, i) => bytes[i] === byte)

/** An old Word or a locked Office file: a compound document, which is not read. */
export const isCompound = (bytes: Uint8Array): boolean => starts4(bytes, 0xd0, 0xcf, 0x11, 0xe0)
