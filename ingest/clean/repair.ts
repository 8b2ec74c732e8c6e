/** What encodings and page layouts leave in a text, set right where there is one way only. */
import type { Traced } from './traced.ts'
import { gbkBytesOf, isUsual } from './usual.ts'

const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  times: '×',
  deg: '°',
  permil: '‰',
  copy: '©',
  reg: '®',
  sup2: '²',
  sup3: '³',
  yen: '¥',
  shy: '',
  zwnj: '',
  zwj: '',
}

export const decodeEntities = (text: Traced): Traced =>
  text.text.includes('&')
    ? text.replace(/&(?:amp;)?(#x?[0-9a-f]{1,6}|[a-z]{2,8}[23]?);/gi, (m) => {
        const name = m[1]!
        if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? m[0]
        const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
        return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
          ? String.fromCodePoint(code)
          : ' '
      })
    : text

export const repairMojibake = (text: Traced): Traced =>
  repairShifted(repairUtf8AsLatin(text))
    .replace(/锟斤拷|烫烫烫|屯屯屯/g, '')
    .replace(/\ufffd+/g, '')

/**
 * GBK that lost its step: the first byte of 。 became a question mark, its second one pairs with the next character's
 * first, and so on until a Traditional character's second byte stands alone as a letter: ??茖W → 。科學. Taken back only
 * where the garbled characters are rare ones and all that come out are usual.
 */
const repairShifted = (text: Traced): Traced =>
  text.text.includes('?') || text.text.includes('？')
    ? text.replace(/[?？]([!-~！-～])(\p{Script=Han}{1,8}?)([@-~])/gu, (m) => {
        const [whole, mark, garbled, last] = m as unknown as [string, string, string, string]
        if ([...garbled].every(isUsual)) return whole
        const pairs = [...garbled].map(gbkBytesOf)
        if (pairs.some((pair) => pair === undefined)) return whole
        const code = mark.charCodeAt(0)
        const second = (code > 0xff00 ? code - 0xfee0 : code) + 0x80
        const bytes = [0xa1, 0xa3, second, ...pairs.flatMap((pair) => pair!), last.charCodeAt(0)]
        const right = new TextDecoder('gb18030').decode(new Uint8Array(bytes))
        return right[0] === '。' && [...right.slice(1)].every(isUsual) ? right : whole
      })
    : text

/** UTF-8 that was read as Windows-1252: ä¸­å¤® → 中央; a line at a time, and only where all of it comes out as Han. */
function repairUtf8AsLatin(text: Traced): Traced {
  if (!/[\u00e4-\u00e9][\u0080-\u00ff\u0152-\u2122]{2}/.test(text.text)) return text
  return text.replace(/(?:[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u2122]{1,2}){2,}/g, (m) => {
    const bytes = [...m[0]].map((c) => CP1252.get(c) ?? c.charCodeAt(0))
    if (bytes.some((byte) => byte > 0xff)) return m[0]
    try {
      const right = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes))
      return /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2010-\u2027]+$/u.test(right) ? right : m[0]
    } catch {
      return m[0]
    }
  })
}
const CP1252 = new Map(
  [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].flatMap((c, i): [string, number][] =>
    c === ' ' ? [] : [[c, 0x80 + i]],
  ),
)

/** Full-width letters and digits to half, odd spaces to plain ones; soft hyphens, zero-width and control characters out. */
export const normalizeCharacters = (text: Traced): Traced =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(
      /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe]|\p{Variation_Selector}|\u034f/gu,
      '',
    )
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g, ' ')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b\uff0e\uff0f]/g, (m) =>
      /[\uff0e\uff0f]/.test(m[0]) &&
      !/\d/.test(m.input[m.index - 1] ?? '') &&
      !/[\uff10-\uff19]/.test(m.input[m.index - 1] ?? '')
        ? m[0]
        : String.fromCharCode(m[0].charCodeAt(0) - 0xfee0),
    )
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')

/** Lines that end in mid-sentence where a column broke them are joined again. */
export function joinWrapped(text: Traced): Traced {
  const lines = text.text.split('\n')
  const long = lines.filter((line) => line.trim().length >= 20)
  const width = Math.max(0, ...long.map((line) => line.length))
  const wrapped = long.filter((line) => line.length >= width - 3 && !/[。!?！？；:：”…]\s*$/.test(line))
  if (width === 0 || width > 80 || wrapped.length < 3 || wrapped.length < long.length / 2) return text
  const breaks = new Set<number>()
  let at = 0
  let open = false
  for (const line of lines) {
    const begins = /^[\s　]{2,}/.test(line) || line.trim() === ''
    if (open && !begins) breaks.add(at - 1)
    open = line.length >= width - 3 && line.trim() !== '' && !/[。!?！？；…]\s*$/.test(line)
    at += line.length + 1
  }
  return text.replace(/\n[^\S\n]*/g, (m) => (breaks.has(m.index) ? '' : m[0]))
}
