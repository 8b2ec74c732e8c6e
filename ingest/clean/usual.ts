/** Which characters nearly all Chinese writing is made of: a wrong decoding is mostly others. */

let usual: Set<string> | null = null

/** Characters of the first levels of GB 2312 and Big5. */
function usualCharacters(): Set<string> {
  if (usual) return usual
  usual = new Set()
  const add = (label: string, leads: [number, number], trails: readonly [number, number][]) => {
    const decoder = new TextDecoder(label)
    for (let lead = leads[0]; lead <= leads[1]; lead++)
      for (const [from, to] of trails)
        for (let trail = from; trail <= to; trail++) usual!.add(decoder.decode(new Uint8Array([lead, trail])))
  }
  add('gb18030', [0xb0, 0xd7], [[0xa1, 0xfe]])
  add(
    'big5',
    [0xa4, 0xc6],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  )
  return usual
}

export const isUsual = (character: string): boolean => usualCharacters().has(character)

const PUNCTUATION = /[\u3000-\u303f\uff00-\uff65\u2010-\u2027\u2030\u203b\u00b7\u00b0-\u00b3\u00d7]/

/** 0…1: the share of usual characters among the first 4,000. */
export function plausibility(text: string): number {
  let all = 0
  let good = 0
  for (const c of text.slice(0, 4000)) {
    all++
    const code = c.codePointAt(0)!
    const plain =
      code < 0x7f ? code >= 0x20 || code === 9 || code === 10 || code === 13 : code >= 0xa0 && code < 0x250
    if (plain || isUsual(c) || PUNCTUATION.test(c) || code === 0xfeff) good++
  }
  return all === 0 ? 1 : good / all
}

let gbk: Map<string, [number, number]> | null = null

/** The two bytes of a character in GBK; undefined where it has none. */
export function gbkBytesOf(character: string): [number, number] | undefined {
  if (!gbk) {
    gbk = new Map()
    const decoder = new TextDecoder('gb18030')
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const c = decoder.decode(new Uint8Array([lead, trail]))
        if (trail !== 0x7f && [...c].length === 1 && !gbk.has(c)) gbk.set(c, [lead, trail])
      }
  }
  return gbk.get(character)
}
