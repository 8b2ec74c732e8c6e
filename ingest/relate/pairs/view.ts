/** A sentence as pairs are judged by it: its names among its words. */
import type { Sentence } from '../../../model/article.ts'
import { pushTo } from '../../../model/groups.ts'
import { type EntityType, entityTypes } from '../../../model/ontology.ts'
import { hashOf } from '../../learned/hash.ts'
import { MOST_MEANT } from '../../link/plurals.ts'
import { wordOf } from '../../recognize/model/words.ts'
import type { Clause } from '../clauses.ts'
import type { Phrase, Unit } from '../phrases.ts'
import type { Reading } from '../reading.ts'
import { firstBehind, typeOf } from '../scene.ts'

/** A word, a mark, or a name as one. */
export interface Item {
  hash: number
  start: number
  end: number
  /** 0 word, 1 verb, 2 name, 3 stop, 4 mark of a list, 5 other mark. */
  kind: number
}

/** A name where it stands, or a phrase that stands for one. */
export interface Spot {
  entity: number
  type: number
  start: number
  end: number
  /** Index of the item that it is or lies in. */
  item: number
  phrase: Phrase
  /** Its place in the phrase, and in the sentence. */
  unit: Unit
  index: number
  clause: number
  /** Indexes of the first and of the last item of its phrase. */
  first: number
  last: number
  /** It lies inside a longer name. */
  inner: boolean
  /** It is one of a set's members, which the set stands for. */
  member: boolean
  /** Index of the mention; -1 for a phrase that names nothing. */
  mention: number
  /** Its place among the spots of its sentence. */
  at: number
}

export interface View {
  reading: Reading
  sentence: Sentence
  items: readonly Item[]
  spots: readonly Spot[]
  clauses: readonly Clause[]
}

const TYPE_INDEX = new Map(entityTypes.map((type, i) => [type, i]))
export const typeIndex = (type: EntityType): number => TYPE_INDEX.get(type)!
const TYPE_HASH = entityTypes.map((type) => hashOf(`<${type}>`))

/** A sentence is read as far as this many names and words. */
const MOST_SPOTS = 240
const MOST_ITEMS = 4000

/** @param mentionsOf indexes of the mentions with an entity, by sentence */
export function viewOf(reading: Reading, mentionsOf: readonly (readonly number[])[]): View {
  const { scene, sentence, clauses } = reading
  const { tokens, mentions, entityOf, entities } = scene.article
  const items: Item[] = []
  const spots: Spot[] = []
  const units: { unit: Unit; phrase: Phrase; clause: number; item: number }[] = []
  clauses.forEach((clause, c) => {
    for (const phrase of clause.phrases)
      for (const unit of phrase.units) units.push({ unit, phrase, clause: c, item: -1 })
  })
  let u = 0
  let t = firstBehind(tokens, sentence.start)
  let at = sentence.start
  while (items.length < MOST_ITEMS) {
    const next = units[u]
    const token = tokens[t]
    const inside = token && token.start < sentence.end
    if (next && (!inside || next.unit.start < token.end)) {
      next.item = items.length
      items.push({
        hash: TYPE_HASH[typeIndex(next.unit.type)]!,
        start: next.unit.start,
        end: next.unit.end,
        kind: 2,
      })
      at = next.unit.end
      u++
      while (t < tokens.length && tokens[t]!.end <= at) t++
      continue
    }
    if (!inside) break
    t++
    if (token.start < at) continue
    const word = wordOf(token.text)
    const kind = word.stop
      ? 3
      : word.link
        ? 4
        : word.shape === 0
          ? 5
          : token.tag.startsWith('v') && token.tag !== 'vn'
            ? 1
            : 0
    items.push({ hash: word.hash, start: token.start, end: token.end, kind })
  }
  units.length = Math.min(u, MOST_SPOTS)
  const firstOf = new Map<Phrase, number>()
  const lastOf = new Map<Phrase, number>()
  for (const { phrase, item } of units) {
    if (!firstOf.has(phrase)) firstOf.set(phrase, item)
    lastOf.set(phrase, item)
  }
  const named = new Map<number, number[]>()
  mentionsOf[sentence.index]!.forEach((m) => {
    pushTo(named, mentions[m]!.start, m)
  })
  for (const [index, { unit, phrase, clause, item }] of units.entries()) {
    const put = (
      entity: number,
      start: number,
      end: number,
      mention: number,
      inner: boolean,
      member: boolean,
    ) =>
      spots.push({
        entity,
        type: typeIndex(typeOf(scene, entity)),
        start,
        end,
        item,
        phrase,
        unit,
        index,
        clause,
        first: firstOf.get(phrase)!,
        last: lastOf.get(phrase)!,
        inner,
        member,
        mention,
        at: spots.length,
      })
    if (unit.anaphor) {
      for (const e of unit.entities.slice(0, MOST_MEANT))
        put(e, unit.start, unit.end, -1, false, unit.entities.length > 1)
      continue
    }
    const own = unit.entities[0]!
    for (let i = unit.start; i < unit.end; i++)
      for (const m of named.get(i) ?? []) {
        const { start, end } = mentions[m]!
        if (end > unit.end) continue
        const whole = start === unit.start && end === unit.end
        if (whole && entityOf[m] !== own) continue
        put(entityOf[m]!, start, end, m, !whole, false)
      }
    for (const e of entities[own]!.members.slice(0, 12)) put(e, unit.start, unit.end, -1, false, true)
  }
  return { reading, sentence, items, spots, clauses }
}
