/** What is sure of a name in one place holds in the whole article. */
import type { Segmented } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { matcherOf } from '../lexicon/matcher.ts'
import type { Candidate } from './candidate.ts'
import { choose } from './choose.ts'
import { isLatin } from './view.ts'

export interface Placed extends Candidate {
  sentence: number
}

/** A name that is sure in one place is a name wherever it stands, with and without its quotes. */
export function propagate(article: Segmented, candidates: readonly Candidate[], lexicon: Lexicon): Placed[] {
  const { text, sentences } = article
  const votes = new Map<string, Map<EntityType, number>>()
  for (const c of candidates) {
    if (c.type === 'Industry' || /^(?:lexicon|place:|tag:ns)/.test(c.rule)) continue
    const name = text.slice(c.start, c.end)
    const forms = [...formsOf(name, c.type, lexicon), ...introducedBy(text, c)]
    for (const form of new Set(forms)) {
      const types = votes.get(form) ?? new Map<EntityType, number>()
      types.set(c.type, (types.get(c.type) ?? 0) + c.confidence)
      votes.set(form, types)
    }
  }
  const types = new Map<string, EntityType>()
  for (const [form, voted] of votes)
    types.set(form, [...voted].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0])
  const matcher = matcherOf(votes.keys())
  const edges = new Uint8Array(text.length + 1)
  for (const token of article.tokens) {
    edges[token.start] = 1
    edges[token.end] = 1
  }
  const out: Placed[] = []
  let next = 0
  const ordered = [...candidates].sort((a, b) => a.start - b.start)
  for (const sentence of sentences) {
    const found: Candidate[] = []
    while (next < ordered.length && ordered[next]!.start < sentence.end) {
      const c = ordered[next++]!
      const type = types.get(text.slice(c.start, c.end)) ?? c.type
      found.push(type === c.type ? c : { ...c, type })
    }
    matcher.scan(text.slice(sentence.start, sentence.end), (from, to) => {
      const [start, end] = [sentence.start + from, sentence.start + to]
      if (to - from <= 2 && !(edges[start] === 1 && edges[end] === 1)) return
      if (isLatin(text.charCodeAt(start)) && isLatin(text.charCodeAt(start - 1))) return
      if (isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end))) return
      found.push({ start, end, type: types.get(text.slice(start, end))!, confidence: 0.7, rule: 'again' })
    })
    for (const c of choose(text, found)) out.push({ ...c, sentence: sentence.index })
  }
  return out
}

/** The forms in which a name may come again. */
function formsOf(name: string, type: EntityType, lexicon: Lexicon): string[] {
  const forms = [name, name.replace(/^[“《]|[”》]$/g, '')]
  const inner = /^“([^“”]{3,})”/.exec(name)?.[1]
  if (inner && type === 'Strategy') forms.push(inner)
  const short = /^(.{2,}?)(?:产业园区|园区)$/.exec(name)?.[1]
  if (short && type === 'Park' && short.length >= 4) forms.push(short)
  if (type === 'Company') {
    const stem = name
      .replace(/[(（][^()（）]{1,8}[)）]/, '')
      .replace(/(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$/, '')
    if (stem.length >= 4 && stem !== name) forms.push(stem)
  }
  // 济南中央商埠区 comes again as 中央商埠区
  if (/^(?:Strategy|Park|Project|Institute|Organization)$/.test(type)) {
    const place = [5, 4, 3, 2].find(
      (n) => name.length - n >= 5 && lexicon.typeOf(name.slice(0, n)) === 'Place',
    )
    if (place) forms.push(name.slice(place))
  }
  return forms.filter((form) => form.length >= 2)
}

/** 甲(以下简称“乙”): 乙 names the same. */
function introducedBy(text: string, c: Candidate): string[] {
  const m = /^[”》]?[(（](?:以下)?(?:简称|统称)(?:为)?[:：]?[“"]?([^“”"()（），。]{2,14})[”"]?[)）]/.exec(
    text.slice(c.end, c.end + 28),
  )
  return m ? [m[1]!] : []
}
