/** What is seen of a number, and of a candidate for its subject, as features. */
import type { ArticleEntity } from '../../../model/article.ts'
import { hashOf } from '../../learned/hash.ts'
import { TemplateRow, templatesIn } from '../../learned/parts.ts'
import { sureOf } from '../../learned/sureness.ts'
import type { Reading } from '../reading.ts'
import { isCity, isCounty, isInert, isProvince, isTown, type Scene } from '../scene.ts'
import type { Amount } from './amount.ts'
import type { Candidate, Spot } from './candidates.ts'
import { calledIn, endsOf } from './ends.ts'
import { fitOf } from './nouns.ts'
import { type Seen, Sight, typeIndex } from './seen.ts'
import { WAYS } from './subjects.ts'

const wayIndex = new Map<string, number>(WAYS.map((way, i) => [way, i + 1]))

/** The numbers of the templates below: of candidates, and of the number itself. */
export const TEMPLATES = {
  candidate: templatesIn([1, 52], [60, 67], [70, 74], [80, 94]),
  number: templatesIn([100, 108], [111, 113], [117, 138], [140, 142]),
}

/** Written over by the next number. Candidates' features lie in `row`, one after the other; `plain[i]`…`evidence[i]` go by the text, `evidence[i]`…`plain[i + 1]` by the rules. */
export interface Features {
  row: TemplateRow
  /** Of the number itself, from 0 to here. */
  shared: number
  /** … to here, what goes by the rules included. */
  common: number
  starts: number[]
  evidence: number[]
}

export class FeatureMaker {
  readonly #scene: Scene
  readonly #readings: readonly Reading[]
  readonly #main: readonly number[]
  readonly #row = new TemplateRow()
  /** Bits of the types that a nearer candidate has. */
  #nearer = 0
  readonly #traits: (Traits | undefined)[] = []
  /** By sentence and place in it. */
  readonly #around: ((Around | undefined)[] | undefined)[] = []
  readonly #titleEnd: number
  readonly #sight: Sight
  /** How long the article is, by powers of two. */
  readonly #size: number

  constructor(scene: Scene, readings: readonly Reading[], main: readonly number[]) {
    this.#scene = scene
    this.#readings = readings
    this.#main = main
    this.#sight = new Sight(scene, readings, (entity) => this.#traitsOf(scene.article.entities[entity]!).ends)
    this.#size = Math.max(0, Math.floor(Math.log2(scene.article.text.length / 512)))
    this.#titleEnd = scene.article.paragraphs[0]?.kind === 'title' ? scene.article.paragraphs[0].end : 0
  }

  #put(template: number, a: number, b = 0, c = 0): void {
    this.#row.put(template, a, b, c)
  }

  of(amount: Amount, candidates: readonly Candidate[]): Features {
    const seen = this.#sight.of(amount, candidates)
    this.#row.size = 0
    this.#nearer = 0
    const out: Features = { row: this.#row, shared: 0, common: 0, starts: [], evidence: [] }
    this.#number(amount, seen, out)
    candidates.forEach((candidate, c) => {
      this.#candidate(amount, seen, candidate, c, out)
    })
    out.starts.push(out.row.size)
    return out
  }

  #number({ start, end, quantity, picked, sentence }: Amount, seen: Seen, out: Features): void {
    const { text, sentences, paragraphs } = this.#scene.article
    const { row } = out
    const from = sentences[sentence]!.start
    this.#put(100, 0)
    for (let n = 1; n <= 3; n++) {
      this.#put(100 + n, hashOf(text, undefined, Math.max(from, start - n), start))
      this.#put(110 + n, hashOf(text, undefined, end, end + n))
      this.#put(116 + n, hashOf(text, undefined, end, end + n), seen.unit)
    }
    this.#put(104, hashOf(text, undefined, Math.max(from, start - 1), start), seen.unit)
    this.#put(105, hashOf(text, undefined, Math.max(from, start - 2), start), seen.kind)
    this.#put(120, seen.unit)
    this.#put(121, seen.metric)
    this.#put(122, seen.head)
    this.#put(123, seen.kind, seen.sphere)
    this.#put(124, seen.verb)
    this.#put(125, seen.verb, seen.kind)
    this.#put(126, seen.first)
    this.#put(127, seen.opens)
    this.#put(128, seen.gap, seen.unit)
    this.#put(129, quantity.bound.length, seen.unit)
    this.#put(130, Math.min(3, Math.floor(Math.log10(quantity.value + 1))), seen.unit)
    const kind = paragraphs[sentences[sentence]!.paragraph]?.kind ?? ''
    this.#put(131, hashOf(kind))
    this.#put(132, hashOf(kind), seen.unit)
    const line = text.slice(from, start)
    this.#put(133, line.lastIndexOf('“') > line.lastIndexOf('”') ? 1 : 0)
    this.#put(134, Math.min(3, seen.only))
    this.#put(135, Number(seen.acts), seen.ownSubject)
    this.#put(136, seen.districtHash)
    this.#put(137, Number(quantity.doubt), Number(quantity.rank))
    this.#put(138, Number(picked.way === 'name'), seen.unit)
    if (quantity.spelled) {
      this.#put(106, seen.unit)
      this.#put(107, Math.min(10, quantity.value), seen.unit)
      this.#put(108, seen.head)
    }
    out.shared = row.size
    this.#put(140, wayIndex.get(picked.way)!)
    this.#put(141, wayIndex.get(picked.way)!, seen.kind)
    this.#put(142, Number(picked.entity < 0))
    out.common = row.size
  }

  #candidate(
    { start, end, picked, last, sentence }: Amount,
    seen: Seen,
    candidate: Candidate,
    c: number,
    out: Features,
  ): void {
    const { text, entities } = this.#scene.article
    const { row } = out
    const { spot, where, entity } = candidate
    out.starts.push(row.size)
    const e = entities[entity]!
    const type = typeIndex.get(e.type)!
    const traits = this.#traitsOf(e)
    const role = spot ? this.#aroundOf(spot).role : 0
    const place = where * 8 + Math.min(role, 7)
    const placeType = place * 16 + type
    const near = Math.min(candidate.rank, 4)
    const nearestOfType = ((this.#nearer >> type) & 1) === 0
    this.#nearer |= 1 << type
    this.#put(1, where)
    this.#put(2, place)
    this.#put(3, placeType)
    this.#put(4, type)
    this.#put(5, where * 8 + near, type)
    this.#put(6, placeType, seen.kind)
    this.#put(7, placeType, seen.sphere)
    this.#put(8, type, seen.unit)
    this.#put(9, type, seen.head)
    this.#put(10, type, seen.metric)
    this.#put(11, type, seen.verb)
    this.#put(12, placeType, Number(seen.acts))
    this.#put(13, place, seen.ownSubject, type)
    this.#put(14, Number(nearestOfType), where, type)
    this.#put(15, traits.main, seen.sphere, where)
    this.#put(16, traits.main, type, seen.kind)
    this.#put(17, traits.main, place)
    this.#put(18, traits.often, where, type)
    this.#put(19, traits.ending, seen.kind)
    this.#put(20, traits.ending, where)
    this.#put(21, traits.ending, seen.head)
    this.#put(22, traits.level, where, seen.sphere)
    this.#put(51, traits.sure)
    this.#put(52, traits.sure, type)
    this.#put(23, Math.min(2, candidate.again), where)
    this.#put(24, place, seen.first)
    this.#put(25, where, seen.opens, type)
    this.#put(
      26,
      seen.districtHash,
      Number(seen.district !== '' && traits.forms.includes(seen.district)),
      traits.main,
    )
    this.#put(27, Math.min(3, seen.only), place, near)
    this.#put(28, placeType, seen.verb)
    this.#put(29, place, seen.head)
    this.#put(30, traits.titled, where, type)
    this.#put(31, traits.main, Number(seen.acts), type)
    const fits = fitOf(seen.noun, e.type)
    this.#put(32, fits, where)
    this.#put(33, fits, seen.noun + 1, type)
    this.#put(34, fits, Number(nearestOfType), placeType)
    this.#put(35, fits, fitOf(seen.nounFar, e.type), Number(nearestOfType))
    if (seen.nounWord)
      this.#put(
        36,
        e.name.endsWith(seen.nounWord) || e.aliases.some((a) => a.endsWith(seen.nounWord)) ? 1 : 0,
        where,
      )
    const carried = Math.min(4, seen.before.indexOf(entity) + 1)
    // 枢纽中心位于…: the end of its name stands for it
    const called = seen.calls[c]!
    const calledHere = spot?.sentence === sentence ? 0 : calledIn(seen.words, traits.ends)
    this.#put(82, called, calledHere)
    this.#put(83, called, type, where)
    this.#put(84, calledHere, type, Number(nearestOfType))
    this.#put(85, seen.called * 8 + called, where)
    this.#put(37, carried, seen.ownSubject)
    this.#put(38, carried, type, seen.kind)
    this.#put(39, carried, seen.sphere, Number(seen.acts))
    this.#put(80, carried, where, fits)
    this.#put(81, type, seen.first)
    this.#put(86, this.#size, traits.main, where)
    this.#put(87, this.#size, traits.main, type * 4 + Math.min(seen.names, 3))
    this.#put(88, Math.min(seen.names, 3), traits.main, where)
    this.#put(89, Number(seen.before.at(-1) === entity), where, type)
    if (spot) {
      const named = spot.unit
      const { behind, behind2, front, front2, governor, cue } = this.#aroundOf(spot)
      this.#put(40, where, behind, type)
      this.#put(41, where, behind2)
      this.#put(42, where, front, type)
      this.#put(43, where, front2)
      this.#put(44, where, governor, type)
      this.#put(45, where, Number(named.anaphor) * 2 + Number(named.modifier), type)
      this.#put(46, where, Math.min(spot.order, 3), type)
      this.#put(47, where, Number(spot.order === 0) * 2 + Number(spot.phrase.units.length > 1), role)
      if (named.anaphor) this.#put(48, where, hashOf(text, undefined, named.start, named.end))
      this.#put(49, where, cue, type)
      this.#put(50, place, cue)
      if (spot.sentence === sentence && spot.end <= start) {
        const between = start - spot.end
        this.#put(60, between <= 8 ? hashOf(text, undefined, spot.end, start) : 7, type)
        this.#put(61, where, Math.min(6, Math.floor(Math.log2(between + 1))), type)
        const close = Math.max(spot.end, start - 2)
        this.#put(62, hashOf(text, undefined, close, start), behind, where)
        this.#put(63, seen.verb, behind, where)
        this.#put(
          64,
          seen.clause.cues.filter((c) => c.start >= spot.end && c.end <= start).length,
          where,
          type,
        )
      } else if (spot.sentence === sentence) {
        const between = spot.start - end
        this.#put(65, between <= 6 ? hashOf(text, undefined, end, spot.start) : 7, type)
        this.#put(
          66,
          hashOf(text, undefined, end, end + 1),
          type,
          Math.min(5, Math.floor(Math.log2(Math.max(0, between) + 1))),
        )
        this.#put(67, front2, where, seen.kind)
      }
    }
    if (last) {
      const same = Number(last.subject === entity)
      this.#put(70, same, seen.gap)
      this.#put(71, same, seen.gap, where)
      this.#put(72, same, seen.kind, Number(last.sentence === sentence))
      this.#put(73, same, Number(seen.acts), Number(last.sentence === sentence) * 8 + Math.min(seen.only, 3))
      this.#put(74, same, Math.min(3, sentence - last.sentence), type)
    }
    out.evidence.push(row.size)
    const chosen = Number(picked.entity === entity)
    const way = wayIndex.get(picked.way)!
    this.#put(90, chosen, way)
    this.#put(91, chosen, where, type)
    this.#put(92, chosen, way, placeType)
    this.#put(93, chosen, way, seen.sphere)
    this.#put(94, chosen, way, seen.kind)
  }

  /** What stands round a name, once for each. */
  #aroundOf(spot: Spot): Around {
    const { text } = this.#scene.article
    const { start, end, sentence, order, phrase } = spot
    let list = this.#around[sentence]
    if (!list) {
      list = []
      this.#around[sentence] = list
    }
    const known = list[order]
    if (known) return known
    const around: Around = {
      role: this.#roleOf(spot),
      behind: hashOf(text, undefined, end, end + 1),
      behind2: hashOf(text, undefined, end, end + 2),
      front: hashOf(text, undefined, Math.max(0, start - 1), start),
      front2: hashOf(text, undefined, Math.max(0, start - 2), start),
      governor: hashOf(phrase.governor),
      cue: this.#cueBehind(spot),
    }
    list[order] = around
    return around
  }

  /** What a name does in its clause, as a number from 1 on. */
  #roleOf({ sentence, clause, unit, phrase }: Spot): number {
    const of = this.#readings[sentence]!.clauses[clause]!
    if (unit.modifier) return 1
    if (phrase === of.topic) return 2
    if (phrase === of.subject) return 3
    if (phrase.governor !== '') return 4
    if (of.end - phrase.end <= 2) return 5
    return of.cues.some((c) => c.end <= phrase.start) ? 6 : 7
  }

  /** The predicate next behind a name in its clause. */
  #cueBehind({ sentence, clause, end }: Spot): number {
    const cue = this.#readings[sentence]!.clauses[clause]!.cues.find((c) => c.start >= end)
    return cue ? hashOf(cue.predicates[0]?.name ?? cue.word) : 0
  }

  #traitsOf(e: ArticleEntity): Traits {
    const known = this.#traits[e.index]
    if (known) return known
    const { mentions } = this.#scene.article
    const traits: Traits = {
      main: this.#main.reduce((sum, main, i) => sum + (main === e.index ? 1 << i : 0), 0),
      often: Math.min(4, Math.floor(Math.log2(e.mentions.length + 1))),
      ending: hashOf(e.name.slice(-1)),
      level: e.type !== 'Place' ? 0 : isProvince(e) ? 1 : isCity(e) ? 2 : isTown(e) ? 3 : isInert(e) ? 4 : 5,
      sure: sureOf(this.#scene.article, e.index),
      titled: Number(e.mentions.some((m) => mentions[m]!.start < this.#titleEnd)),
      forms:
        [e.name, ...e.aliases].map((form) => form.slice(-1)).join('') +
        (e.type !== 'Place' ? '' : isProvince(e) ? '省' : isCity(e) ? '市' : isCounty(e) ? '区县' : ''),
      ends: endsOf([e.name, ...e.aliases].slice(0, 6)),
    }
    this.#traits[e.index] = traits
    return traits
  }
}

/** What stands right before and behind a name, its preposition and the next predicate, as hashes; and its role. */
interface Around {
  role: number
  behind: number
  behind2: number
  front: number
  front2: number
  governor: number
  cue: number
}

interface Traits {
  /** Of sureOf. */
  sure: number
  /** Bits: which of the article's main entities it is. */
  main: number
  often: number
  ending: number
  level: number
  titled: number
  /** Last characters of its names. */
  forms: string
  /** Of its first names the last characters, by which it may be called. */
  ends: readonly string[]
}
