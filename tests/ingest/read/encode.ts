/** Encodings that Node only decodes: their tables turned round. */
const tables = new Map<string, Map<string, number[]>>()

function tableOf(label: 'gb18030' | 'big5'): Map<string, number[]> {
  const known = tables.get(label)
  if (known) return known
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder(label)
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const c = decoder.decode(new Uint8Array([lead, trail]))
      if ([...c].length === 1 && c !== '\ufffd' && !table.has(c)) table.set(c, [lead, trail])
    }
  tables.set(label, table)
  return table
}

const wide = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

export const ENCODERS = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with BOM': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le with BOM': (text: string) => wide(`\ufeff${text}`, false),
  'utf-16be with BOM': (text: string) => wide(`\ufeff${text}`, true),
  'utf-16le': (text: string) => wide(text, false),
  'utf-16be': (text: string) => wide(text, true),
  gb18030: (text: string) => twoBytes(text, 'gb18030'),
  big5: (text: string) => twoBytes(text, 'big5'),
} as const
export type Encoding = keyof typeof ENCODERS

/** @throws where the encoding has no such character */
function twoBytes(text: string, label: 'gb18030' | 'big5'): Buffer {
  const table = tableOf(label)
  return Buffer.from(
    [...text].flatMap((c) => {
      if (c < '\x80') return [c.charCodeAt(0)]
      const bytes = table.get(c)
      if (!bytes) throw new Error(`${label} has no ${c}`)
      return bytes
    }),
  )
}
