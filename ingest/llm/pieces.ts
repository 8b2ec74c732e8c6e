import type { Article, Span } from '../../model/article.ts'

export interface Piece {
  text: string
}

/**
 * An article in stretches that fit one request: whole paragraphs up to `size` characters, the last ones of a stretch
 * or sentences again at the head of the next (up to a tenth of `size`), a longer paragraph cut behind its sentences. Asides stay out.
 */
export function piecesOf(article: Pick<Article, 'text' | 'asides'>, size: number): Piece[] {
  const lines = paragraphsOf(article).flatMap((line) => cut(line, size))
  const pieces: string[][] = []
  let current: string[] = []
  let length = 0
  for (const line of lines) {
    if (current.length > 0 && length + line.length + 1 > size) {
      pieces.push(current)
      current = tailOf(current, Math.min(size / 10, size - line.length - 1))
      length = lengthOf(current)
    }
    current.push(line)
    length += line.length + 1
  }
  if (current.length > 0) pieces.push(current)
  return pieces.map((piece) => ({ text: piece.join('\n') }))
}

/** Two halves of a piece whose answer was too long; null where it is too short to be halved. */
export function halvesOf({ text }: Piece): [Piece, Piece] | null {
  const lines = text.split('\n').flatMap((line) => cut(line, Math.ceil(text.length / 2)))
  if (text.length < 200 || lines.length < 2) return null
  let at = 1
  while (at < lines.length - 1 && lengthOf(lines.slice(0, at)) < text.length / 2) at++
  return [{ text: lines.slice(0, at).join('\n') }, { text: lines.slice(at).join('\n') }]
}

const lengthOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length + 1, 0)

function paragraphsOf({ text, asides }: Pick<Article, 'text' | 'asides'>): string[] {
  const out: string[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    const aside = asides.some((a: Span) => a.start <= start && a.end >= end)
    if (!aside && line.trim() !== '') out.push(line)
    start = end + 1
  }
  return out
}

/** The last lines that fit into `room`; the last sentences of the last line where it does not fit whole. */
function tailOf(lines: readonly string[], room: number): string[] {
  const out: string[] = []
  let length = 0
  for (let i = lines.length - 1; i > 0; i--) {
    length += lines[i]!.length + 1
    if (length > room) break
    out.unshift(lines[i]!)
  }
  if (out.length > 0) return out
  const last = lines.at(-1)!
  const from = [...last.matchAll(/[。!?！？；;]/g)].find((m) => last.length - m.index - 1 <= room)
  const rest = from ? last.slice(from.index + 1) : ''
  return rest === '' ? [] : [rest]
}

/** A line in parts of at most `size` characters, behind a sentence's end where one is in the second half, else anywhere but within a pair. */
function cut(line: string, size: number): string[] {
  const out: string[] = []
  let rest = line
  while (rest.length > size) {
    const head = rest.slice(0, size)
    const stop = Math.max(...[...'。!?！？；;'].map((mark) => head.lastIndexOf(mark))) + 1
    let at = stop > size / 2 ? stop : size
    if (/[\uD800-\uDBFF]$/.test(rest.slice(0, at))) at--
    out.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  if (rest !== '') out.push(rest)
  return out
}
