/** Among stretches that overlap, the ones that are kept. */
import type { EntityType } from '../../model/ontology.ts'
import { TRADES } from '../lexicon/trades.ts'
import { ZONE_KINDS } from '../lexicon/zone-kinds.ts'
import type { Candidate } from './candidate.ts'
import { DOUBTFUL } from './listed.ts'

/** Stretches of so many bits' characters. */
const STRETCH = 5
const NONE: readonly Candidate[] = []

/** Longest first; a shorter one inside stays only where it owns the front of the longer name. */
export function choose(text: string, candidates: readonly Candidate[]): Candidate[] {
  const ordered = [...candidates].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || b.confidence - a.confidence || a.start - b.start,
  )
  const kept: Candidate[] = []
  // what is kept in each stretch of the text: no more than a few, so that only they are looked at
  let base = Number.POSITIVE_INFINITY
  for (const c of ordered) if (c.start < base) base = c.start
  const stretches: Candidate[][] = []
  const over: Candidate[] = []
  for (const c of ordered) {
    const [first, last] = [(c.start - base) >> STRETCH, (c.end - 1 - base) >> STRETCH]
    over.length = 0
    for (let i = first; i <= last; i++)
      for (const k of stretches[i] ?? NONE)
        if (k.start < c.end && k.end > c.start && !over.includes(k)) over.push(k)
    if (!keeps(text, c, over)) continue
    kept.push(c)
    for (let i = first; i <= last; i++) {
      const here = stretches[i]
      if (here) here.push(c)
      else stretches[i] = [c]
    }
  }
  return kept
}

function keeps(text: string, c: Candidate, over: readonly Candidate[]): boolean {
  if (over.some((k) => k.start === c.start && k.end === c.end)) return false
  if (over.length === 0) return c.rule !== DOUBTFUL
  return over.every((k) => k.start <= c.start && k.end >= c.end && owns(text, c, k))
}

const OWNING: ReadonlySet<EntityType> = new Set(['Company', 'Institute', 'Park'])
/** What a phase or a section may be of. */
const PHASED: ReadonlySet<EntityType> = new Set(['Company', 'Institute', 'Park', 'Project'])
/** Names that parts, branches and bodies are named after. */
const PARENT: Partial<Record<EntityType, RegExp>> = {
  Institute: /^(?:(?!大学).)*大学$|(?:学院|科学院|社科院|农科院|工程院|研究院)$/,
  Park: new RegExp(`(?:${ZONE_KINDS}|工业区|科创走廊|园区|产业园)$`),
  Company: /(?:集团|公司|银行)$/,
}

/** A name inside a longer one, by what was learned: it stays. */
export const INSIDE = 'inside'

/** Whether `c`, that lies inside `k`, is a name of its own there: its owner, its base or its stem. */
function owns(text: string, c: Candidate, k: Candidate): boolean {
  if (c.rule === INSIDE) return true
  if (c.type === 'Industry' && k.type === 'Industry')
    return c.start === k.start && c.rule === 'lexicon:industry' && k.rule === 'sector:tail'
  if (k.rule === 'place:chain') return c.start === k.start && c.rule === 'lexicon:place'
  // 斯坦福与伯克利联合实验室 has two owners
  const second =
    c.type === 'Institute' && c.rule.startsWith('lexicon') && /[与和]/.test(text[c.start - 1] ?? '')
  if (k.rule === 'firm:builder') return false
  const front = k.start === c.start || k.start + 1 === c.start || second
  if (front && k.rule === 'phase' && PHASED.has(c.type)) return c.rule !== 'phase'
  // 王一德院士工作站
  if (front && c.rule === 'title:before' && k.type === 'Institute') return true
  // 孟津区黄河鲤鱼种质资源场: the district stands before its own
  if (
    k.start === c.start &&
    c.rule === 'lexicon:place' &&
    /^(?:Park|Project)$/.test(k.type) &&
    /[区县]$/.test(text.slice(c.start, c.end)) &&
    k.end - c.end >= 4
  )
    return true
  if (!front || !OWNING.has(c.type)) return false
  const name = text.slice(c.start, c.end)
  const rest = text.slice(c.end, k.end)
  if (k.type === 'Organization') return c.type === 'Park' && /(?:管委会|党工委|局|办公室)$/.test(rest)
  if (k.type === 'Honor' || k.type === 'Event' || k.type === 'Strategy') return false
  if (c.type === 'Park' && k.type === 'Company') return false
  if (c.rule === DOUBTFUL && (c.type === k.type || k.type === 'Place')) return false
  if (c.type !== k.type) return true
  if (
    /^[(（]/.test(rest) ||
    rest.length < 3 ||
    /^(?:集团|股份|有限|控股)|^.{2,3}(?:集团|股份)$/.test(rest) ||
    TRADES.has(rest)
  )
    return false
  return c.rule.startsWith('lexicon')
    ? c.type !== 'Park' || rest.length >= 3
    : (PARENT[c.type]?.test(name) ?? false)
}
