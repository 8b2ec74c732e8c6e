/** An article's text as paragraphs of sentences of plain and marked stretches. Pure; offsets into the article's text. */
import type { ArticleDetail } from '../../../model/api.ts'

export type Mention = ArticleDetail['mentions'][number]
export interface Stretch {
  start: number
  end: number
  /** The longest mention that lies here; what lies inside it is in `inner`. */
  mention: Mention | null
  inner: Mention[]
}
export interface ReadSentence {
  /** '' for text that is not read for entities. */
  id: string
  start: number
  end: number
  stretches: Stretch[]
}
export interface Paragraph {
  start: number
  aside: boolean
  sentences: ReadSentence[]
}

export function paragraphsOf({ text, title, asides, sentences, mentions }: ArticleDetail): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const [from, to] = [start, start + line.length]
    start = to + 1
    if (line.trim() === '' || (from === 0 && line.trim() === title)) continue
    const own = sentences.filter((sentence) => sentence.start >= from && sentence.end <= to)
    const pieces: ReadSentence[] = []
    let at = from
    const plain = (end: number) => {
      if (end > at) pieces.push({ id: '', start: at, end, stretches: stretchesOf(at, end, mentions) })
    }
    for (const { id, start: begin, end } of own) {
      if (begin < at) continue
      plain(begin)
      pieces.push({ id, start: begin, end, stretches: stretchesOf(begin, end, mentions) })
      at = end
    }
    plain(to)
    paragraphs.push({
      start: from,
      aside: asides.some((aside) => aside.start <= from && aside.end >= to),
      sentences: pieces,
    })
  }
  return paragraphs
}

function stretchesOf(start: number, end: number, mentions: readonly Mention[]): Stretch[] {
  const here = mentions.filter((m) => m.start >= start && m.end <= end)
  const outer = here.filter(
    (m, i) =>
      !here.some((o, j) => j !== i && o.start <= m.start && o.end >= m.end && (longer(o, m) || j < i)),
  )
  const stretches: Stretch[] = []
  let at = start
  for (const mention of outer.sort((a, b) => a.start - b.start)) {
    // where two overlap without one holding the other, the first is drawn
    if (mention.start < at) continue
    if (mention.start > at) stretches.push({ start: at, end: mention.start, mention: null, inner: [] })
    const inner = here.filter((m) => m !== mention && m.start >= mention.start && m.end <= mention.end)
    stretches.push({ start: mention.start, end: mention.end, mention, inner })
    at = mention.end
  }
  if (at < end) stretches.push({ start: at, end, mention: null, inner: [] })
  return stretches
}

const longer = (a: Mention, b: Mention): boolean => a.end - a.start > b.end - b.start

/** Entities by how often the article names them, each with where. */
export function entitiesIn(mentions: readonly Mention[]): (Pick<Mention, 'entity' | 'name' | 'type'> & {
  starts: number[]
})[] {
  const found = new Map<string, Pick<Mention, 'entity' | 'name' | 'type'> & { starts: number[] }>()
  for (const { entity, name, type, start } of mentions) {
    const own = found.get(entity)
    if (own) own.starts.push(start)
    else found.set(entity, { entity, name, type, starts: [start] })
  }
  return [...found.values()].sort((a, b) => b.starts.length - a.starts.length || a.starts[0]! - b.starts[0]!)
}
