/** Pairs that are asked about: names of one sentence, and names of a sentence with those that it is read under. */
import { askedOf, SERVES_COLUMN } from './columns.ts'
import { type Spot, typeIndex, type View } from './view.ts'
import { pairOf, type Whole } from './whole.ts'

/** Where an entity that a sentence does not name is carried from, as bits. */
export const FROM = {
  actor: 1,
  place: 2,
  opened: 4,
  here: 8,
  subject: 16,
  earlierSubject: 32,
  period: 64,
  sentenceBefore: 128,
  paragraph: 256,
  heading: 512,
  title: 1024,
  topic: 2048,
  paragraphBefore: 4096,
  event: 8192,
  lead: 16384,
  afar: 32768,
} as const

export interface Candidate {
  head: number
  tail: number
  view: View
  /** Where they stand in the sentence; null for the one that is carried in. */
  h: Spot | null
  t: Spot | null
  /** Bits of FROM. */
  from: number
  /** Bits of columns. */
  asked: number
}

/** A name is asked about with this many before it and behind it. */
const NEAR = 40
/** So many are carried into a sentence from each place. */
const CARRIED = 10

/** So many strategies, with so many works, are asked about where nothing carries the one into a sentence of the other. */
const AFAR = { strategies: 30, works: 200 }

const STRATEGY = typeIndex('Strategy')

/** Whole articles in order of sentences, within one in order of text; behind them what is tied from afar. */
export function* candidatesOf(whole: Whole): Generator<Candidate> {
  const carrying = new Carrying(whole)
  const served = new Set<number>()
  for (const view of whole.views) {
    const together = new Set<number>()
    const from = carrying.into(view)
    for (const some of [within(whole, view, together), carried(whole, view, from, together)])
      for (const c of some) {
        if ((c.asked >> SERVES_COLUMN) & 1) served.add(pairOf(whole, c.head, c.tail))
        yield c
      }
    carrying.read(view)
  }
  yield* afar(whole, served)
}

/** What may serve a strategy that no sentence near it names: it is looked at where it is named first. */
function* afar(whole: Whole, served: ReadonlySet<number>): Generator<Candidate> {
  const { known, views } = whole
  const strategies = known
    .flatMap(({ type }, entity) => (type === STRATEGY ? [entity] : []))
    .slice(0, AFAR.strategies)
  const seen = new Set<number>()
  let works = 0
  for (const view of views)
    for (const spot of view.spots) {
      if (spot.inner || spot.mention < 0 || seen.has(spot.entity)) continue
      seen.add(spot.entity)
      if (((askedOf(spot.type, STRATEGY) >> SERVES_COLUMN) & 1) === 0) continue
      if (works++ >= AFAR.works) return
      for (const tail of strategies)
        if (tail !== spot.entity && !served.has(pairOf(whole, spot.entity, tail)))
          yield {
            head: spot.entity,
            tail,
            view,
            h: spot,
            t: null,
            from: FROM.afar,
            asked: 1 << SERVES_COLUMN,
          }
    }
}

/** `together` gets the pairs. */
function within(whole: Whole, view: View, together: Set<number>): Candidate[] {
  const { spots } = view
  const best = new Map<number, { h: Spot; t: Spot; far: number; asked: number }>()
  for (let i = 0; i < spots.length; i++) {
    const a = spots[i]!
    for (let j = Math.max(0, i - NEAR); j < Math.min(spots.length, i + NEAR + 1); j++) {
      const b = spots[j]!
      if (a.entity === b.entity) continue
      const asked = askedOf(a.type, b.type)
      if (asked === 0) continue
      const key = pairOf(whole, a.entity, b.entity)
      const far = Math.abs(a.item - b.item) + (a.clause === b.clause ? 0 : 20)
      const known = best.get(key)
      if (known && known.far <= far) continue
      if (known) {
        known.h = a
        known.t = b
        known.far = far
      } else best.set(key, { h: a, t: b, far, asked })
    }
  }
  const out: Candidate[] = []
  for (const [key, { h, t, asked }] of best) {
    together.add(key)
    out.push({ head: h.entity, tail: t.entity, view, h, t, from: 0, asked })
  }
  return out
}

function carried(
  whole: Whole,
  view: View,
  from: ReadonlyMap<number, number>,
  together: ReadonlySet<number>,
): Candidate[] {
  const out: Candidate[] = []
  const seen = new Set<number>()
  for (const spot of view.spots) {
    if (seen.has(spot.entity)) continue
    seen.add(spot.entity)
    for (const [entity, bits] of from) {
      if (entity === spot.entity) continue
      const { type } = whole.known[entity]!
      const forth = askedOf(type, spot.type)
      if (forth !== 0 && !together.has(pairOf(whole, entity, spot.entity)))
        out.push({ head: entity, tail: spot.entity, view, h: null, t: spot, from: bits, asked: forth })
      const back = askedOf(spot.type, type)
      if (back !== 0 && !together.has(pairOf(whole, spot.entity, entity)))
        out.push({ head: spot.entity, tail: entity, view, h: spot, t: null, from: bits, asked: back })
    }
  }
  return out
}

/** What an article carries on from sentence to sentence. */
class Carrying {
  readonly #whole: Whole
  readonly #always: readonly (readonly [number, number])[]
  #title: number[] = []
  #lead: number[] = []
  #heading: number[] = []
  #topic: number[] = []
  #paragraph: number[] = []
  #last: number[] = []
  #period: number[] = []
  #before: number[] = []
  #at = -1
  #ends = false

  constructor(whole: Whole) {
    this.#whole = whole
    const { mainActor, mainPlace } = whole.scene
    this.#always = [
      [mainActor, FROM.actor],
      [mainPlace, FROM.place],
      [whole.mainEvent, FROM.event],
    ]
  }

  /** Entities with the places that they are carried from. */
  into({ reading, sentence }: View): Map<number, number> {
    const out = new Map<number, number>()
    const add = (entities: readonly number[], bit: number) => {
      for (const e of entities) if (e >= 0) out.set(e, (out.get(e) ?? 0) | bit)
    }
    for (const [e, bit] of this.#always) add([e], bit)
    const { kind } = this.#whole.scene.article.paragraphs[sentence.paragraph]!
    if (kind === 'title' || kind === 'heading') return out
    const same = sentence.paragraph === this.#at
    add(reading.here, reading.opened ? FROM.opened : FROM.here)
    const isStrategy = (e: number) => this.#whole.known[e]!.type === STRATEGY
    const subjects = reading.before.map((p) =>
      p.units.flatMap((u) => (u.modifier ? [] : u.entities.slice(0, 1))),
    )
    add((subjects[0] ?? []).slice(0, CARRIED), FROM.subject)
    add(subjects.slice(1, 3).flat().slice(0, CARRIED), FROM.earlierSubject)
    if (same) {
      add(this.#last, FROM.sentenceBefore)
      if (!this.#ends) add(this.#period, FROM.period)
      add(this.#paragraph, FROM.paragraph)
      add(this.#topic, FROM.topic)
    } else add(this.#last.filter(isStrategy), FROM.paragraphBefore)
    add(this.#before, FROM.paragraphBefore)
    add(this.#heading, FROM.heading)
    add(this.#title, FROM.title)
    add(this.#lead, FROM.lead)
    return out
  }

  /** Goes on behind a sentence. */
  read({ sentence, spots }: View): void {
    const { scene, known } = this.#whole
    const isStrategy = (e: number) => known[e]!.type === STRATEGY
    const { paragraphs, text } = scene.article
    const { kind } = paragraphs[sentence.paragraph]!
    const named = [...new Set(spots.filter((s) => !s.inner).map((s) => s.entity))].slice(0, CARRIED)
    const strategies = [...new Set(spots.filter((s) => s.type === STRATEGY).map((s) => s.entity))].slice(0, 6)
    if (kind === 'title') {
      this.#title = strategies
      return
    }
    if (kind === 'heading') {
      this.#heading = strategies
      this.#last = []
      this.#before = []
      return
    }
    const first = sentence.paragraph !== this.#at
    if (first) {
      this.#before = this.#topic.filter(isStrategy)
      this.#at = sentence.paragraph
      this.#paragraph = []
      this.#topic = [...new Set([...strategies, ...named.slice(0, 3)])]
      this.#period = []
    } else this.#paragraph = [...new Set([...strategies, ...this.#paragraph])].slice(0, 8)
    if (sentence.index <= 2) this.#lead = [...new Set([...this.#lead, ...strategies])].slice(0, 8)
    this.#last = [...new Set([...strategies, ...named])]
    if (this.#ends) this.#period = []
    this.#period = [...new Set([...this.#last, ...this.#period])].slice(0, 2 * CARRIED)
    this.#ends = !/[;；]/.test(text[sentence.end - 1] ?? '')
  }
}
