/** What encodings and page layouts leave in a text, set right where there is one way only. */

const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ensp: ' ',
  emsp: ' ',
}

/** Bytes of 。 and the character after it, read in the wrong encoding: the pair says which character it was. */
const MOJIBAKE: readonly [RegExp, string][] = [
  [/\?\?茖W/g, '。科學'],
  [/\?\?鞎/g, '。'],
  [/锟斤拷/g, ''],
]

export function decodeEntities(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : ' '
  })
}

export function repairMojibake(text: string): string {
  return MOJIBAKE.reduce((out, [pattern, right]) => out.replace(pattern, right), text)
}

/** Full-width letters and digits to half, odd spaces to plain ones; soft hyphens, zero-width and control characters out. */
export function normalizeCharacters(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe]/g, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b]/g, (c) =>
      String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
}

/** Lines that end in mid-sentence where a column broke them are joined again. */
export function joinWrapped(lines: string[]): string[] {
  const long = lines.filter((line) => line.trim().length >= 20)
  const width = Math.max(0, ...long.map((line) => line.length))
  const wrapped = long.filter((line) => line.length >= width - 3 && !/[。!?！？；:：”…]\s*$/.test(line))
  if (width === 0 || width > 80 || wrapped.length < 3 || wrapped.length < long.length / 2) return lines
  const out: string[] = []
  let open = false
  for (const line of lines) {
    const begins = /^[\s　]{2,}/.test(line) || line.trim() === ''
    if (open && !begins) out[out.length - 1] += line.trim()
    else out.push(line)
    open = line.length >= width - 3 && line.trim() !== '' && !/[。!?！？；…]\s*$/.test(line)
  }
  return out
}
