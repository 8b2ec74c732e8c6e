import type { Mention, Recognized, Segmented } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { matcherOf } from '../lexicon/matcher.ts'
import { type Candidate, viewsOf } from './candidate.ts'
import { headCandidates } from './heads.ts'
import { listedCandidates } from './listed.ts'
import { listCandidates } from './lists.ts'
import { personCandidates } from './persons.ts'
import { quoteCandidates } from './quotes.ts'

/** Finds the names of an article: rules propose, the longest sure one wins, and what is sure once is found everywhere. */
export function recognize(article: Segmented): Recognized {
  const views = viewsOf(article)
  const proposed = views.map((view) => {
    const sure = [
      ...headCandidates(view),
      ...quoteCandidates(view),
      ...personCandidates(view),
      ...listedCandidates(view),
    ]
    return [...sure, ...listCandidates(view, sure)]
  })
  const phases = proposed.map((candidates) => [...candidates, ...phasesOf(article.text, candidates)])
  const chosen = phases.map((candidates) => choose(candidates))
  const typed = strategyZones(article.text, chosen.flat())
  const everywhere = propagate(article, typed)
  const mentions = everywhere
    .map(
      (c): Mention => ({
        start: c.start,
        end: c.end,
        text: article.text.slice(c.start, c.end),
        type: c.type,
        confidence: c.confidence,
        rule: c.rule,
        sentence: c.sentence,
      }),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return { ...article, mentions }
}

/** A name with 一期 behind it is a phase, and its base is a name of its own. */
function phasesOf(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((c) => {
    const m = /^(?:[一二三四五]期|[ABC]区)(?:工程|项目)?/.exec(text.slice(c.end, c.end + 4))
    return m && (c.type === 'Park' || c.type === 'Project' || c.type === 'Place')
      ? [
          {
            ...c,
            end: c.end + m[0].length,
            type: 'Project' as const,
            confidence: c.confidence + 0.02,
            rule: 'phase',
          },
        ]
      : []
  })
}

const OWNERS = new Set<EntityType>(['Company', 'Institute', 'Park', 'Strategy'])

/** Longest first; a shorter one inside stays only where it owns the front of the longer name. */
function choose(candidates: readonly Candidate[]): Candidate[] {
  const ordered = [...candidates].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || b.confidence - a.confidence || a.start - b.start,
  )
  const kept: Candidate[] = []
  for (const c of ordered) {
    const over = kept.filter((k) => k.start < c.end && c.start < k.end)
    if (over.some((k) => k.start === c.start && k.end === c.end)) continue
    // 山东大学国家大学 inside 山东大学国家大学科技园 only begins with the name that owns it
    const begun =
      over.length > 0 &&
      candidates.some(
        (d) => d.start === c.start && d.end < c.end && d.type === c.type && d.rule.startsWith('lexicon'),
      )
    if (begun) continue
    if (over.length === 0) kept.push(c)
    else if (over.every((k) => k.start <= c.start && k.end >= c.end) && owns(c, over)) kept.push(c)
  }
  return kept
}

const owns = (c: Candidate, over: readonly Candidate[]): boolean =>
  over.every(
    (k) =>
      ((k.start === c.start || k.start + 1 === c.start) &&
        k.type !== 'Organization' &&
        k.type !== 'Honor' &&
        k.type !== 'Event' &&
        k.type !== c.type) ||
      k.rule === 'phase',
  ) &&
  OWNERS.has(c.type) &&
  c.end - c.start >= 2

/** A zone that the text calls a strategy is one, in all its forms. */
function strategyZones(text: string, candidates: readonly Candidate[]): Candidate[] {
  const zones = new Set<string>()
  for (const c of candidates) {
    if (c.type !== 'Park' && c.type !== 'Place' && c.type !== 'Strategy') continue
    const after = text.slice(c.end, c.end + 60)
    if (
      /^(?:、[^，。；、]{2,16}){0,3}[“‘]?[一二三四五六七八九十]大战略/.test(after) &&
      /区$/.test(text.slice(c.start, c.end))
    )
      zones.add(text.slice(c.start, c.end))
  }
  const isZone = (name: string) => [...zones].some((zone) => zone.endsWith(name) || name.endsWith(zone))
  return candidates.map((c) =>
    /^(Park|Place|Project)$/.test(c.type) &&
    text.slice(c.start, c.end).length >= 4 &&
    isZone(text.slice(c.start, c.end))
      ? { ...c, type: 'Strategy' as const, rule: 'zone:strategy' }
      : c,
  )
}

interface Placed extends Candidate {
  sentence: number
}

/** A name that is sure in one place is a name wherever it stands, with and without its quotes. */
function propagate(article: Segmented, candidates: readonly Candidate[]): Placed[] {
  const { text, sentences } = article
  const votes = new Map<string, Map<EntityType, number>>()
  for (const c of candidates) {
    for (const form of formsOf(text.slice(c.start, c.end), c.type)) {
      const types = votes.get(form) ?? new Map<EntityType, number>()
      types.set(c.type, (types.get(c.type) ?? 0) + c.confidence)
      votes.set(form, types)
    }
  }
  const typeOf = (form: string): EntityType =>
    [...votes.get(form)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
  const matcher = matcherOf(votes.keys())
  const out: Placed[] = []
  for (const sentence of sentences) {
    const mine = candidates.filter((c) => c.start >= sentence.start && c.end <= sentence.end)
    const found: Candidate[] = mine.map((c) => ({ ...c, type: typeOf(text.slice(c.start, c.end)) }))
    matcher.scan(text.slice(sentence.start, sentence.end), (from, to) => {
      const [start, end] = [sentence.start + from, sentence.start + to]
      found.push({ start, end, type: typeOf(text.slice(start, end)), confidence: 0.7, rule: 'again' })
    })
    for (const c of choose(found)) out.push({ ...c, sentence: sentence.index })
  }
  return out
}

function formsOf(name: string, type: EntityType): string[] {
  const bare = name.replace(/^[“《]|[”》]$/g, '')
  const forms = [name, bare]
  const inner = /^“([^“”]{2,})”/.exec(name)?.[1]
  if (inner && type === 'Strategy') forms.push(inner)
  const short = /^(.{2,}?)(?:产业园区|园区)$/.exec(name)?.[1]
  if (short && type === 'Park' && short.length >= 4) forms.push(short)
  return [...new Set(forms.filter((form) => form.length >= 2))]
}
