/** Worked answers as pairs of names whose relations are known. */
import { Row } from '../../../ingest/learned/hash.ts'
import { candidatesOf } from '../../../ingest/relate/pairs/candidates.ts'
import { COLUMN_INDEX, COLUMNS, SERVES_COLUMN } from '../../../ingest/relate/pairs/columns.ts'
import { pairFeatures } from '../../../ingest/relate/pairs/features.ts'
import { type Whole, wholeOf } from '../../../ingest/relate/pairs/whole.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { relationsOf } from '../../../ingest/relate/relations.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { servesOf } from '../../../ingest/relate/serves/serves.ts'
import { randomOf } from '../options.ts'
import type { Paired } from '../paired.ts'
import type { Several } from './several.ts'

const SYMMETRIC = COLUMN_INDEX.get('COOPERATES_WITH')!

export interface Truth {
  /** `column head tail` of gold entities → offset of its evidence, -1 unknown. */
  must: Map<string, number>
  may: Set<string>
  optional: Set<number>
}

export function truthOf({ gold, article }: Paired): Truth {
  const index = new Map(gold.entities.map((e, i) => [e.id, i]))
  const optional = new Set(gold.entities.flatMap((e, i) => (e.optional ? [i] : [])))
  const must = new Map<string, number>()
  const may = new Set<string>()
  const edges = [...gold.relations, ...(gold.serves ?? []).map((s) => ({ ...s, type: 'SERVES' as const }))]
  for (const r of edges) {
    const [h, t] = [index.get(r.head)!, index.get(r.tail)!]
    const c = COLUMN_INDEX.get(r.type)!
    const keys = c === SYMMETRIC ? [`${c} ${h} ${t}`, `${c} ${t} ${h}`] : [`${c} ${h} ${t}`]
    for (const key of keys)
      if (r.optional || optional.has(h) || optional.has(t)) may.add(key)
      else must.set(key, r.evidence ? article.text.indexOf(r.evidence) : -1)
  }
  for (const key of must.keys()) may.delete(key)
  return { must, may, optional }
}

/** An article with all that the rules say of it. */
export function wholeIn({ article }: Paired): Whole {
  const scene = sceneOf(article)
  const readings = [...readingsOf(scene)]
  const relations = relationsOf(scene, readings)
  return wholeOf(scene, readings, relations, servesOf(scene, readings, relations))
}

/** Examples of an article. `forget`: the share of the rules' right proposals that are hidden. */
export function instancesOf(read: Paired, forget: number): Several[] {
  const { article, goldOf } = read
  const whole = wholeIn(read)
  const truth = truthOf(read)
  const random = randomOf(5)
  const hidden = new Set<string>()
  for (const [key, list] of whole.proposals)
    for (const { column } of list) {
      const n = article.entities.length
      const [h, t] = [Math.floor(key / n), key % n]
      if (truth.must.has(`${column} ${goldOf[h]} ${goldOf[t]}`) && random() < forget)
        hidden.add(`${column} ${h} ${t}`)
    }
  const out: Several[] = []
  const ends = (at: number) => {
    const stop = article.text.slice(at).search(/[。!?！？\n]/)
    return stop < 0 ? article.text.length : at + stop
  }
  // per gold key: its instances, with how well each fits the evidence
  const byKey = new Map<string, { i: number; fit: number }[]>()
  const row = new Row()
  for (const c of candidatesOf(whole)) {
    row.size = 0
    pairFeatures(whole, c, row, hidden)
    const [h, t] = [goldOf[c.head]!, goldOf[c.tail]!]
    const instance: Several = {
      features: row.data.slice(0, row.size),
      asked: c.asked,
      right: 0,
      weight: 1,
    }
    if (truth.optional.has(h) || truth.optional.has(t)) {
      instance.asked = 0
    } else
      for (let k = 0; k < COLUMNS.length; k++) {
        if (((c.asked >> k) & 1) === 0) continue
        const key = `${k} ${h} ${t}`
        if (k === SERVES_COLUMN && !read.gold.serves) instance.asked &= ~(1 << k)
        else if (truth.may.has(key)) instance.asked &= ~(1 << k)
        else if (truth.must.has(key)) {
          const at = truth.must.get(key)!
          const { start, end } = c.view.sentence
          const here = at >= 0 && ((at >= start - 2 && at < end) || (at < start && start < ends(at)))
          const both = c.h !== null && c.t !== null
          const fit = (here ? 4 : 0) + (both ? 2 : 0) + (c.from & 64 ? 1 : 0) + (c.from & 0xff ? 0.5 : 0)
          const list = byKey.get(key) ?? []
          byKey.set(key, list)
          list.push({ i: out.length, fit })
        }
      }
    out.push(instance)
  }
  for (const [key, list] of byKey) {
    const k = Number(key.split(' ')[0])
    const best = Math.max(...list.map((x) => x.fit))
    for (const { i, fit } of list) {
      if (fit === best || fit >= 6) out[i]!.right |= 1 << k
      else out[i]!.asked &= ~(1 << k)
    }
  }
  return out
}
