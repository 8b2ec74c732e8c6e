import jschardet from 'jschardet'
import { markedEncoding } from '../../model/encoding.ts'
import { KnownError } from '../../model/errors.ts'
import { plausibility } from '../clean/usual.ts'

/** BOM → strict UTF-8 → declared charset → detection. What cannot be decoded is refused. @throws KnownError 'file-encoding' */
export function decodeText(bytes: Uint8Array, declared = ''): string {
  return decoderFor(bytes, declared, true).decode(bytes)
}

/** Text of a long file piece by piece; the encoding is settled on its beginning. @throws KnownError 'file-encoding' */
export async function* decodeStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let head: Uint8Array[] = []
  let size = 0
  let decoder: TextDecoder | null = null
  let line = 1
  const decode = (bytes?: Uint8Array): string => {
    try {
      const text = bytes ? decoder!.decode(bytes, { stream: true }) : decoder!.decode()
      line += text.split('\n').length - 1
      return text
    } catch (cause) {
      throw refusal(`stops being ${decoder!.encoding.toUpperCase()} near line ${line}`, cause)
    }
  }
  for await (const chunk of chunks) {
    if (decoder) {
      yield decode(chunk)
      continue
    }
    head.push(chunk)
    size += chunk.length
    // plain ASCII says nothing yet of what comes
    if (size < ENOUGH || (size < 8 * 2 ** 20 && chunk.every((byte) => byte < 0x80))) continue
    const bytes = Buffer.concat(head)
    decoder = decoderFor(bytes, '', false)
    head = []
    yield decode(bytes)
  }
  if (!decoder) {
    const bytes = Buffer.concat(head)
    decoder = decoderFor(bytes, '', true)
    yield decode(bytes)
  }
  yield decode()
}

const ENOUGH = 256 * 2 ** 10

function decoderFor(bytes: Uint8Array, declared: string, whole: boolean): TextDecoder {
  const label = markedEncoding(bytes)
  if (label) return new TextDecoder(label, { fatal: whole })
  const head = bytes.subarray(0, ENOUGH)
  const zeros = [0, 0]
  for (let i = 0; i < Math.min(4096, head.length); i++) if (head[i] === 0) zeros[i % 2]!++
  if (zeros[0]! + zeros[1]! > 0) {
    const wide = zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be'
    if (fits(wide, bytes, whole)) return new TextDecoder(wide, { fatal: true })
    throw new KnownError('file-binary', 'is not a text file.', 400, {
      hint: 'Give text, web pages, Word, PDF, JSON Lines, CSV or a zip of these.',
    })
  }
  if (decodes('utf-8', bytes, whole)) return new TextDecoder('utf-8', { fatal: true })
  const cut = cutTail(bytes)
  if (whole && cut > 0 && decodes('utf-8', bytes.subarray(0, bytes.length - cut), true))
    return new TextDecoder('utf-8')
  const said = declared || charsetIn(bytes)
  if (said && fits(said, bytes, whole)) return new TextDecoder(aliasOf(said), { fatal: true })
  const guessed = jschardet.detect(Buffer.from(head.subarray(0, 65_536)))?.encoding ?? ''
  const best = ['gb18030', 'big5', 'utf-16le', 'utf-16be', guessed]
    .filter((label) => label !== '' && decodes(label, bytes, whole))
    .map((label) => ({ label, score: scoreOf(label, bytes) }))
    .sort((a, b) => b.score - a.score)[0]
  if (best && best.score >= PLAUSIBLE) return new TextDecoder(aliasOf(best.label), { fatal: true })
  throw refusal('is in an encoding that can not be made out')
}

/** Share of usual characters from which a decoding is believed: Chinese news has 0.99, a wrong reading under 0.7. */
const PLAUSIBLE = 0.9

const refusal = (what: string, cause?: unknown) =>
  new KnownError('file-encoding', `${what}.`, 400, { hint: 'Save it as UTF-8.', cause })

/** GB2312 and GBK are parts of GB18030, and pages that declare them often hold more. */
const aliasOf = (label: string): string =>
  /^(gb_?2312(-80)?|gbk|cp936|x-gbk)$/i.test(label) ? 'gb18030' : label

function charsetIn(bytes: Uint8Array): string {
  const ascii = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(ascii)?.[1] ?? ''
}

function decodes(label: string, bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder(aliasOf(label), { fatal: true }).decode(bytes, { stream: !whole })
    return true
  } catch {
    return false
  }
}

const scoreOf = (label: string, bytes: Uint8Array): number =>
  plausibility(new TextDecoder(aliasOf(label)).decode(bytes.subarray(0, 16_384), { stream: true }))

const fits = (label: string, bytes: Uint8Array, whole: boolean): boolean =>
  decodes(label, bytes, whole) && scoreOf(label, bytes) >= PLAUSIBLE

/** Bytes of a UTF-8 character that the end of the file cuts in two; 0 where none is. */
function cutTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}
