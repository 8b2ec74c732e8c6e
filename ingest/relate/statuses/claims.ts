/** Stages that something may have reached, and what is seen of each beside what else may have. */
import { entityTypes } from '../../../model/ontology.ts'
import { oddsOf } from '../../learned/odds.ts'
import { Parts, TemplateRow, withParts } from '../../learned/parts.ts'
import { sureOf } from '../../learned/sureness.ts'
import type { WeightOf } from '../../learned/table.ts'
import type { Scene } from '../scene.ts'
import type { Told } from './bearers.ts'
import { type StatusFeatures, TEMPLATES } from './features.ts'
import { Lists } from './lists.ts'
import { Names } from './names.ts'
import type { Themes } from './themes.ts'
import type { Weighed } from './weighed.ts'
import { STAGE_NAMES } from './wordings.ts'

/** That an entity is at a stage. */
export interface Claim {
  of: Weighed
  /** Index in STAGE_NAMES. */
  stage: number
}

/** Below this share, 0…1, nobody asks further. */
const ASKED = 0.005
/** Nor where what speaks for it in one clause is less, though the other stages of the thing leave it no share. */
const ALONE = -4

export const claimsOf = (weighed: readonly Weighed[]): Claim[] =>
  weighed.flatMap((of) =>
    of.shares.flatMap((share, stage): Claim[] =>
      share >= ASKED || of.sums[of.at[stage]!]![stage]! >= ALONE ? [{ of, stage }] : [],
    ),
  )

const parts = new Parts(TEMPLATES)
const row = new TemplateRow()

/** What a claim is seen by, in the order of `valuesOf`. */
export const FIELDS: readonly string[] = [
  'share',
  'stage',
  'secondShare',
  'thirdShare',
  'none',
  'other',
  'clauses',
  'sum',
  'secondSum',
  'place',
  'standing',
  'back',
  'type',
  'sure',
  'times',
  'length',
  'ruled',
  'ruledAny',
  'besideShare',
  'besideAny',
  'besideSum',
  'beside',
  'bearers',
  'bearer',
  'sentence',
  'clause',
  'clauseLength',
  'isBody',
  'sentences',
  'elsewhere',
  'claiming',
  'entities',
  'namesInside',
  'namesAround',
  'listed',
  'listShare',
  'listMost',
  'otherSum',
  'otherHere',
  'says',
  'silent',
  'before',
  'beforeBack',
  'earlier',
  'away',
  'after',
  'title',
  'lead',
  'theme',
  ...parts.fields,
]

/** Where no other clause says anything. */
const NOTHING = -9
/** From this share on an entity is taken to be at some stage. */
const CLAIMING = 0.3

/** The numbers of each claim, as FIELDS names them. */
export function valuesOf(
  scene: Scene,
  weighed: readonly Weighed[],
  claims: readonly Claim[],
  features: StatusFeatures,
  weightOf: WeightOf,
): Float64Array[] {
  const around = new Around(scene, weighed, features.themes)
  return claims.map((claim) => withParts(around.of(claim), partsOf(claim, features, weightOf)))
}

/** What speaks for the stage in the clause that speaks most for it, by kinds of what is seen. */
function partsOf(
  { of: { all, at }, stage }: Claim,
  features: StatusFeatures,
  weightOf: WeightOf,
): Float64Array {
  const one = all[at[stage]!]!
  row.size = 0
  features.of(one, all, row)
  parts.clear()
  parts.add(row, 0, row.size, weightOf, stage)
  return parts.sums()
}

/** An entity that a clause may speak of, and which of its clauses that is. */
interface Place {
  of: Weighed
  c: number
}

class Around {
  readonly #scene: Scene
  readonly #count: number
  readonly #claiming: number
  readonly #in = new Map<Told, Place[]>()
  /** The two largest shares of each stage. */
  readonly #most = STAGE_NAMES.map((): [number, number] => [0, 0])
  readonly #names: Names
  readonly #themes: Themes
  readonly #lists: Lists

  constructor(scene: Scene, weighed: readonly Weighed[], themes: Themes) {
    this.#scene = scene
    this.#themes = themes
    this.#lists = new Lists(weighed)
    this.#count = weighed.length
    this.#claiming = weighed.filter(({ shares }) => Math.max(...shares) > CLAIMING).length / weighed.length
    this.#names = new Names(scene.article.entities.map(({ name }) => name))
    for (const of of weighed) {
      for (const [c, { told }] of of.all.entries()) {
        const known = this.#in.get(told)
        if (known) known.push({ of, c })
        else this.#in.set(told, [{ of, c }])
      }
      for (const [k, share] of of.shares.entries()) {
        const [first, second] = this.#most[k]!
        if (share > first) this.#most[k] = [share, first]
        else if (share > second) this.#most[k] = [first, share]
      }
    }
  }

  of({ of, stage }: Claim): number[] {
    const { article } = this.#scene
    const { entity, all, sums, shares, at, ruled } = of
    const { told, bearer } = all[at[stage]!]!
    const { sentence } = told.reading
    const { name, type, mentions } = article.entities[entity]!
    const share = shares[stage]!
    const others = shares.filter((_, k) => k !== stage).sort((a, b) => b - a)
    const beside = this.#in.get(told)!.filter((p) => p.of !== of)
    const sum = sums[at[stage]!]![stage]!
    const [first, second] = this.#most[stage]!
    return [
      oddsOf(share),
      stage,
      oddsOf(others[0]!),
      oddsOf(others[1]!),
      oddsOf(1 - shares.reduce((a, b) => a + b, 0)),
      shares.indexOf(others[0]!),
      all.length,
      sum,
      sums.reduce((most, s, c) => (c === at[stage] ? most : Math.max(most, s[stage]!)), NOTHING),
      at[stage]!,
      bearer.standing,
      bearer.back,
      entityTypes.indexOf(type),
      sureOf(article, entity),
      mentions.length,
      name.length,
      (ruled >> stage) & 1,
      Number(ruled !== 0),
      oddsOf(beside.reduce((most, p) => Math.max(most, p.of.shares[stage]!), 0)),
      oddsOf(beside.reduce((most, p) => Math.max(most, ...p.of.shares), 0)),
      beside.reduce((most, p) => Math.max(most, p.of.sums[p.c]![stage]!), NOTHING),
      beside.length,
      told.bearers.length,
      told.bearers.indexOf(bearer),
      sentence.index,
      told.at,
      told.clause.end - told.clause.start,
      Number(article.paragraphs[sentence.paragraph]!.kind === 'body'),
      article.sentences.length,
      oddsOf(share === first ? second : first),
      this.#claiming,
      this.#count,
      this.#names.inside(name),
      this.#names.around(name),
      ...this.#listOf({ of, stage }),
      ...this.#othersOf({ of, stage }),
      ...this.#themeOf({ of, stage }),
    ]
  }

  /** What the others of its list are said to be at. */
  #listOf({ of: { entity, all, at, shares }, stage }: Claim): number[] {
    const { phrase } = all[at[stage]!]!.bearer
    const { members, sums, most } = this.#lists.of(phrase)
    const own = members.has(entity) ? shares[stage]! : 0
    const others = members.size - (members.has(entity) ? 1 : 0)
    if (others === 0) return [0, NOTHING, NOTHING]
    const [first, second] = most[stage]!
    return [
      others,
      oddsOf((sums[stage]! - own) / others),
      oddsOf(members.has(entity) && own === first ? second : first),
    ]
  }

  /** What speaks most for another stage of the same thing, and whether it is the same clause. */
  #othersOf({ of: { sums, at }, stage }: Claim): number[] {
    let [most, here] = [NOTHING, 0]
    at.forEach((c, k) => {
      if (k === stage || sums[c]![k]! <= most) return
      most = sums[c]![k]!
      here = Number(c === at[stage])
    })
    return [most, here]
  }

  /** What is spoken of round the clause. */
  #themeOf({ of: { all, at }, stage }: Claim): number[] {
    const { own, before, back, earlier, away, after } = this.#themes.of(all[at[stage]!]!.told.clause)
    const says = (bits: number) => (bits >> stage) & 1
    return [
      says(own),
      Number(own === 0),
      before ? says(before) : -1,
      back,
      earlier ? says(earlier) : -1,
      away,
      after ? says(after) : -1,
      says(this.#themes.title),
      says(this.#themes.lead),
      this.#themes.shares[stage]!,
    ]
  }
}
