import jschardet from 'jschardet'
import { KnownError } from '../../model/errors.ts'

/** BOM → strict UTF-8 → declared charset → detection. What cannot be decoded is refused. @throws KnownError 'file-encoding' */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder('utf-8').decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const zeros = [0, 0]
  const head = bytes.subarray(0, 4096)
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++
  })
  if (zeros[0]! + zeros[1]! > 0) {
    const wide = zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be'
    const text = strict(wide, bytes)
    if (text !== null && bytes.length % 2 === 0 && looksLikeText(text)) return text
    throw new KnownError('file-binary', 'is not a text file.', 400, {
      hint: 'Give text, web pages, JSON Lines or CSV.',
    })
  }
  const utf8 = strict('utf-8', bytes)
  if (utf8 !== null) return utf8
  const ascii = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(ascii)?.[1]
  const guessed = jschardet.detect(Buffer.from(bytes.subarray(0, 65_536)))?.encoding
  for (const label of [declared, guessed, 'gb18030', 'big5']) {
    const text = label ? strict(/^gb(2312|k)?$/i.test(label) ? 'gb18030' : label, bytes) : null
    if (text !== null && looksLikeText(text)) return text
  }
  throw new KnownError('file-encoding', 'is in an encoding that can not be made out.', 400, {
    hint: 'Save it as UTF-8.',
  })
}

function strict(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Chinese news is Han characters, their punctuation, digits and letters: a wrong decoding is mostly something else. */
function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 4000)
  const strange = sample.match(/[^\p{Script=Han}\p{P}\p{S}\p{N}\p{Script=Latin}\s]/gu)?.length ?? 0
  return strange <= sample.length * 0.05
}
