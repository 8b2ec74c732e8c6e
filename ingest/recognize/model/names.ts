/** The names of a sentence by what was learned, with the rules' proposals as evidence. */
import type { Paragraph } from '../../../model/article.ts'
import type { Candidate } from '../candidate.ts'
import { choose } from '../choose.ts'
import { DOUBTFUL } from '../listed.ts'
import type { View } from '../view.ts'
import { atomsOf, type Cut } from './atoms.ts'
import { decode } from './decode.ts'
import { type Lattice, latticeOf, type Shape, shapeOf } from './lattice.ts'
import { indexOfType, TYPE_COUNT, TYPES } from './roles.ts'
import type { Weights } from './weights.ts'

/** Of a sentence with more words than this every so many are read by themselves. */
const MOST_WORDS = 1024
/** How much is taken from every word outside names: more of it gives more names. */
const BIAS = -0.3
/** What a name is worth that the rules by themselves would keep; with 20 the rules always win. */
const TRUST = 0
/** What is taken from a name that no rule proposes. */
const DOUBT = 1
/** A name that no rule proposed. */
const LEARNED = { rule: 'learned', confidence: 0.75 }

export function namesOf(
  view: View,
  kind: Paragraph['kind'],
  proposals: readonly Candidate[],
  weights: Weights,
  trust = TRUST,
  bias = BIAS,
  doubt = DOUBT,
): Candidate[] {
  const spans = new Map<string, Candidate>()
  for (const c of proposals) {
    const key = `${c.start}:${c.end}:${c.type}`
    const known = spans.get(key)
    if (c.rule !== DOUBTFUL && (!known || known.confidence < c.confidence)) spans.set(key, c)
  }
  const chosen = outermost(choose(view.text, proposals))
  const outer = piecesOf(atomsOf(view, proposals)).flatMap((cut) => {
    const shape = shapeOf(cut, kind)
    const lattice = latticeOf(shape, weights)
    favour(shape, lattice, chosen, trust, doubt)
    const found = decode(lattice, weights.passages, bias)
    return found.map((f): Candidate => {
      const span = { start: cut.atoms[f.first]!.start, end: cut.atoms[f.last]!.end, type: TYPES[f.type]! }
      return spans.get(`${span.start}:${span.end}:${span.type}`) ?? { ...span, ...LEARNED }
    })
  })
  return choose(view.text, [...outer, ...insideOf(outer, proposals)])
}

/** Names that the rules by themselves would keep are worth more, names that no rule proposes less. */
function favour(
  { atoms, proposed }: Shape,
  { first, last, score }: Lattice,
  chosen: readonly Candidate[],
  trust: number,
  doubt: number,
): void {
  const starting = new Map(chosen.map((c) => [c.start, c]))
  let here: Candidate | undefined
  for (let s = 0; s < first.length; s++) {
    const at = s * TYPE_COUNT
    if (s === 0 || first[s] !== first[s - 1]) here = starting.get(atoms[first[s]!]!.start)
    if (here?.end === atoms[last[s]!]!.end) score[at + indexOfType.get(here.type)!]! += trust
    else if (!proposed[s]) for (let t = 0; t < TYPE_COUNT; t++) score[at + t]! -= doubt
  }
}

const outermost = (names: readonly Candidate[]): Candidate[] => {
  let end = -1
  return [...names]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((c) => {
      if (c.end <= end) return false
      end = c.end
      return true
    })
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

function piecesOf({ atoms, proposed }: Cut): Cut[] {
  if (atoms.length <= MOST_WORDS) return [{ atoms, proposed }]
  const out: Cut[] = []
  for (let from = 0; from < atoms.length; from += MOST_WORDS)
    out.push({ atoms: atoms.slice(from, from + MOST_WORDS), proposed: [] })
  for (const p of proposed) {
    const k = Math.floor(p.first / MOST_WORDS)
    if (k !== Math.floor(p.last / MOST_WORDS)) continue
    out[k]!.proposed.push({ ...p, first: p.first - k * MOST_WORDS, last: p.last - k * MOST_WORDS })
  }
  return out
}
