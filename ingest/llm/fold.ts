/** Text as quotes are looked up in it: without what a model changes in copying, with the way back to the offsets. */
export interface Folded {
  text: string
  /** For each character of `text` where its source begins, and where it ends. */
  starts: Uint32Array
  ends: Uint32Array
}

const QUOTES = /[“”„‟〝〞＂「」『』]/u

/** NFKC, no whitespace, one kind of double quotes. Letter for letter otherwise: a quote that was reworded is not found. */
export function foldOf(source: string): Folded {
  const parts: string[] = []
  const [starts, ends]: [number[], number[]] = [[], []]
  let at = 0
  for (const char of source) {
    const end = at + char.length
    const folded = QUOTES.test(char) ? '"' : char.normalize('NFKC').replace(/\s+/gu, '')
    for (let i = 0; i < folded.length; i++) {
      starts.push(at)
      ends.push(end)
    }
    parts.push(folded)
    at = end
  }
  return { text: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** Every place where `wanted` stands in the source, as offsets into the source; at most `most`. */
export function placesOf(
  folded: Folded,
  wanted: string,
  most = Number.POSITIVE_INFINITY,
): { start: number; end: number }[] {
  const needle = foldOf(wanted).text
  const out: { start: number; end: number }[] = []
  if (needle === '') return out
  for (
    let at = folded.text.indexOf(needle);
    at >= 0 && out.length < most;
    at = folded.text.indexOf(needle, at + needle.length)
  )
    out.push({ start: folded.starts[at]!, end: folded.ends[at + needle.length - 1]! })
  return out
}
