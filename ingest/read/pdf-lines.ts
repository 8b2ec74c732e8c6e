/** From runs of text on pages to paragraphs: what a page layout broke is joined, running heads and page numbers go. */

/** Lengths in points; y grows upwards. */
export interface PdfRun {
  text: string
  x: number
  y: number
  width: number
  size: number
}
interface Line {
  text: string
  x: number
  end: number
  y: number
  size: number
}

export function paragraphsOfPages(pages: readonly (readonly PdfRun[])[]): string[] {
  const paged = pages.map(linesOfPage)
  const heads = new Map<string, number>()
  for (const lines of paged)
    for (const { text } of [lines[0], lines.at(-1)].filter((line) => line !== undefined))
      heads.set(bare(text), (heads.get(bare(text)) ?? 0) + 1)
  const running = (text: string) =>
    /^[-—–\s·第]*\d{1,4}[-—–\s·页]*(?:共\s*\d+\s*页|\/\s*\d+)?$/.test(text) ||
    (paged.length >= 3 && heads.get(bare(text))! >= paged.length * 0.6)
  const lines = paged.flatMap((page) =>
    page.filter((line, i) => !((i === 0 || i === page.length - 1) && running(line.text))),
  )
  return paragraphsOf(lines)
}

const bare = (text: string) => text.replace(/[\d\s]/g, '')

function linesOfPage(runs: readonly PdfRun[]): Line[] {
  const lines: Line[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = lines.at(-1)
    if (last && Math.abs(last.y - run.y) < Math.max(2, run.size * 0.4)) {
      const gap = run.x - last.end
      last.text +=
        gap > run.size * 0.6 && /[\w,.]$/.test(last.text) && /^\w/.test(run.text) ? ` ${run.text}` : run.text
      last.end = Math.max(last.end, run.x + run.width)
      last.size = Math.max(last.size, run.size)
    } else if (run.text.trim() !== '') {
      lines.push({ text: run.text, x: run.x, end: run.x + run.width, y: run.y, size: run.size })
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '')
}

/** A line belongs to the paragraph before it where that one ran to the right edge and this one is not indented. */
function paragraphsOf(lines: readonly Line[]): string[] {
  const body = lines.filter(({ text }) => text.length >= 15)
  const left = quantile(
    body.map(({ x }) => x),
    0.3,
  )
  const right = quantile(
    body.map(({ end }) => end),
    0.7,
  )
  const out: string[] = []
  let before: Line | null = null
  for (const line of lines) {
    const joins =
      before !== null &&
      Math.abs(before.size - line.size) < 1 &&
      before.end > right - 1.6 * line.size &&
      line.x < left + 1.2 * line.size &&
      !/[。!?！？]["”』」)）]?$/.test(before.text.length < 10 ? before.text : '')
    if (joins) out[out.length - 1] += line.text
    else out.push(line.text)
    before = line
  }
  return out
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}
