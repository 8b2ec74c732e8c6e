/** The names of an article by what was learned, with the rules' proposals as evidence. */
import type { Classifier } from '../../learned/classifier.ts'
import type { Candidate } from '../candidate.ts'
import { choose, INSIDE } from '../choose.ts'
import { DOUBTFUL } from '../listed.ts'
import type { Proposed } from '../recognize.ts'
import { decode } from './decode.ts'
import { insideOf } from './inside.ts'
import { type Shape, shapesOf } from './lattice.ts'
import { narrowedOf } from './narrow.ts'
import { indexOfType, TYPE_COUNT, TYPES } from './roles.ts'
import { surenessOf } from './sureness.ts'
import type { Weights } from './weights.ts'

/** How far weights and rules are followed. */
export interface Leaning {
  /** What a name is worth that the rules by themselves would keep; with 20 the rules always win. */
  trust: number
  /** How much is taken from every word outside names: more of it gives more names. */
  bias: number
  /** What is taken from a name that no rule proposes. */
  doubt: number
  /** What is taken from a type that no rule proposes for a name that one proposes. */
  retype: number
  /** The share that a name inside a name gains that the rules would keep there. */
  kept: number
}

/** Of an article of news, and of one that is as long as a report. */
export const BRIEF: Leaning = { trust: 0.5, bias: 0.3, doubt: 0.7, retype: 0.3, kept: 0.5 }
export const LONG: Leaning = { trust: 3, bias: 0, doubt: 2, retype: 1.5, kept: 1 }
/** Characters from which, and up to which, the one becomes the other. */
const BETWEEN = [1500, 3000] as const

/** The longer an article, the more the rules are followed. */
export function leaningOf(characters: number): Leaning {
  const [from, to] = BETWEEN
  const share = Math.min(1, Math.max(0, (characters - from) / (to - from)))
  const between = (key: keyof Leaning) => BRIEF[key] + share * (LONG[key] - BRIEF[key])
  return {
    trust: between('trust'),
    bias: between('bias'),
    doubt: between('doubt'),
    retype: between('retype'),
    kept: between('kept'),
  }
}

/** A name that no rule proposed. */
const LEARNED = { rule: 'learned', confidence: 0.75 }

/** What was learned of names, and of names inside names. */
export interface Learned {
  weights: Weights
  inside: Classifier
}

export function namesOf(
  text: string,
  sentences: readonly Proposed[],
  { weights, inside }: Learned,
  leaning: Leaning = leaningOf(text.length),
): Candidate[] {
  const out: Candidate[] = []
  const inSteps = leaningIn(weights.step, leaning)
  for (const { shape, sentence } of shapesOf(text, sentences)) {
    if (shape.first.length === 0) continue
    const lattice = narrowedOf(shape, weights, weights.step, inSteps.bias, (s, score, at) =>
      favour(shape, s, score, at, inSteps),
    )
    const read = decode(lattice, weights, inSteps.bias)
    if (read.length === 0) continue
    const sure = surenessOf(lattice, read, { step: weights.step, bias: inSteps.bias })
    const found = read.map((f) => ({ ...f, span: lattice.stretches[f.span]! }))
    const names = found.map((f) => candidateOf(shape, f.span, f.type))
    const kept = keptInside(sentences[sentence]!, names)
    found.forEach((f, i) => {
      out.push({ ...names[i]!, confidence: sure[i]! })
      for (const { span, type } of insideOf(inside, shape, f, (s) => keptAs(shape, s, kept), leaning.kept))
        out.push({ ...candidateOf(shape, span, type), rule: INSIDE })
    })
  }
  return out
}

/** By its bounds, what the rules would keep inside these names. */
export function keptInside(
  { view, proposals }: Proposed,
  names: readonly Candidate[],
): Map<string, Candidate> {
  const outer = new Set(names)
  const out = new Map<string, Candidate>()
  for (const c of choose(view.text, [...names, ...within(names, proposals)]))
    if (!outer.has(c)) out.set(`${c.start}:${c.end}`, c)
  return out
}

/** 1 + type as which a stretch is kept, 0 none. */
export function keptAs(
  { atoms, first, last }: Shape,
  s: number,
  kept: ReadonlyMap<string, Candidate>,
): number {
  if (kept.size === 0) return 0
  const c = kept.get(`${atoms[first[s]!]!.start}:${atoms[last[s]!]!.end}`)
  return c ? 1 + indexOfType.get(c.type)! : 0
}

/** The surest proposal of the type for a stretch, or a name that none proposed. */
export function candidateOf({ atoms, first, last, spans }: Shape, s: number, type: number): Candidate {
  return (
    proposalOf(spans.proposals[s], type) ?? {
      start: atoms[first[s]!]!.start,
      end: atoms[last[s]!]!.end,
      type: TYPES[type]!,
      ...LEARNED,
    }
  )
}

/** `kept` is a share and stays one. */
const leaningIn = (step: number, { trust, bias, doubt, retype, kept }: Leaning): Leaning => ({
  trust: trust / step,
  bias: bias / step,
  doubt: doubt / step,
  retype: retype / step,
  kept,
})

function proposalOf(proposals: Shape['spans']['proposals'][number], type: number): Candidate | undefined {
  let best: Candidate | undefined
  if (proposals)
    for (const p of proposals)
      if (
        p.type === type &&
        p.candidate.rule !== DOUBTFUL &&
        !(best && best.confidence >= p.candidate.confidence)
      )
        best = p.candidate
  return best
}

const PERSON = indexOfType.get('Person')!
/** More than any stretch gains. */
const NEVER = 1e6

/** Names that the rules by themselves would keep are worth more, names that no rule proposes less, and what can be no name nothing. */
function favour(
  { atoms, first, last, chosen, spans }: Shape,
  s: number,
  score: Float64Array,
  at: number,
  { trust, doubt, retype }: Leaning,
): void {
  const here = spans.proposals[s]
  let types = 0
  if (here) for (const p of here) types |= 1 << p.type
  const price = here ? retype : doubt
  for (let t = 0; t < TYPE_COUNT; t++) if (((types >> t) & 1) === 0) score[at + t]! -= price
  if (chosen[s]) score[at + chosen[s]! - 1]! += trust
  // nobody is called by one character
  if (atoms[last[s]!]!.end - atoms[first[s]!]!.start === 1) score[at + PERSON]! -= NEVER
}

/** Proposals that lie inside a name. */
function within(outer: readonly Candidate[], proposals: readonly Candidate[]): Candidate[] {
  const over = new Map<number, Candidate>()
  for (const name of outer) for (let i = name.start; i < name.end; i++) over.set(i, name)
  return proposals.filter((c) => {
    const name = over.get(c.start)
    return name !== undefined && c.end <= name.end && c.end - c.start < name.end - name.start
  })
}
