/** The names of an article by what was learned, with the rules' proposals as evidence. */
import type { Candidate } from '../candidate.ts'
import { choose } from '../choose.ts'
import { DOUBTFUL } from '../listed.ts'
import type { Proposed } from '../recognize.ts'
import { decode } from './decode.ts'
import { type Lattice, latticeOf, type Shape, shapesOf } from './lattice.ts'
import { TYPE_COUNT, TYPES } from './roles.ts'
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
}

export const LEANING: Leaning = { trust: 3, bias: 0, doubt: 2, retype: 1.5 }
/** So much below no name at all a stretch is not weighed further. */
const LEAST = -1
/** A name that no rule proposed. */
const LEARNED = { rule: 'learned', confidence: 0.75 }

export function namesOf(
  text: string,
  sentences: readonly Proposed[],
  weights: Weights,
  leaning: Leaning = LEANING,
): Candidate[] {
  const outer: Candidate[][] = sentences.map(() => [])
  const inSteps = leaningIn(weights.step, leaning)
  for (const { shape, sentence } of shapesOf(text, sentences)) {
    const { atoms, spans, first } = shape
    if (first.length === 0) continue
    const lattice = latticeOf(shape, weights, LEAST / weights.step)
    favour(shape, lattice, inSteps)
    for (const f of decode(lattice, weights, inSteps.bias))
      outer[sentence]!.push(
        candidateOf(spans.proposals[f.span], f.type) ?? {
          start: atoms[f.first]!.start,
          end: atoms[f.last]!.end,
          type: TYPES[f.type]!,
          ...LEARNED,
        },
      )
  }
  return sentences.flatMap(({ view, proposals }, i) =>
    choose(view.text, [...outer[i]!, ...insideOf(outer[i]!, proposals)]),
  )
}

const leaningIn = (step: number, { trust, bias, doubt, retype }: Leaning): Leaning => ({
  trust: trust / step,
  bias: bias / step,
  doubt: doubt / step,
  retype: retype / step,
})

/** The surest proposal of the type. */
function candidateOf(proposals: Shape['spans']['proposals'][number], type: number): Candidate | undefined {
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

/** Names that the rules by themselves would keep are worth more, names that no rule proposes less. */
function favour({ chosen, spans, first }: Shape, { score }: Lattice, leaning: Leaning): void {
  const { trust, doubt, retype } = leaning
  for (let s = 0; s < first.length; s++) {
    const at = s * TYPE_COUNT
    if (score[at] === Number.NEGATIVE_INFINITY) continue
    const here = spans.proposals[s]
    for (let t = 0; t < TYPE_COUNT; t++) {
      if (!here) score[at + t]! -= doubt
      else if (!here.some((p) => p.type === t)) score[at + t]! -= retype
    }
    if (chosen[s]) score[at + chosen[s]! - 1]! += trust
  }
}

/** Proposals that lie inside a name: choose() keeps those that are names of their own there. */
function insideOf(outer: readonly Candidate[], proposals: readonly Candidate[]): Candidate[] {
  const over = new Map<number, Candidate>()
  for (const name of outer) for (let i = name.start; i < name.end; i++) over.set(i, name)
  return proposals.filter((c) => {
    const name = over.get(c.start)
    return name !== undefined && c.end <= name.end && c.end - c.start < name.end - name.start
  })
}
