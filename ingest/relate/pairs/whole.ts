/** An article as pairs are judged by it: its sentences with their names, what is carried into them, what the rules say. */
import type { ArticleEntity, RelationMention, ServesMention } from '../../../model/article.ts'
import { pushTo } from '../../../model/groups.ts'
import { hashOf } from '../../learned/hash.ts'
import { sureOf } from '../../learned/sureness.ts'
import type { Reading } from '../reading.ts'
import { firstWhere, isInert, isProvince, isTown, type Scene } from '../scene.ts'
import { COLUMN_INDEX, SERVES_COLUMN } from './columns.ts'
import { typeIndex, type View, viewOf } from './view.ts'

/** What the rules say of a pair. */
export interface Proposal {
  column: number
  sentence: number
  rule: number
  confidence: number
}

/** What is known of an entity wherever it stands. */
export interface Known {
  type: number
  /** Hashes of its name, and of the last one and two characters of it. */
  name: number
  last: number
  lastTwo: number
  /** How often it is named, up to 5. */
  times: number
  /** Of sureOf. */
  sure: number
  /** Bits: place of the article, actor of the article, in the title, in the lead, town, province, road or river. */
  flags: number
}

export interface Whole {
  scene: Scene
  views: readonly View[]
  known: readonly Known[]
  /** By head × entities + tail, in the order of sentences; SERVES, which is said once an article, behind all else. */
  proposals: ReadonlyMap<number, readonly Proposal[]>
  /** Columns that the rules say of an entity as head, as tail, by sentence: sentence × entities + entity. */
  asHead: ReadonlyMap<number, number>
  asTail: ReadonlyMap<number, number>
  /** The event that the article is about, or -1. */
  mainEvent: number
}

export const pairOf = (whole: { scene: Scene }, head: number, tail: number): number =>
  head * whole.scene.article.entities.length + tail

/** So many proposals of a pair before a sentence, and behind it, are looked at: no article of news has more. */
const MOST = 40
const NONE: readonly Proposal[] = []

/** What the rules say of a pair as a sentence has it: there, and near it. */
export function proposalsAt(whole: Whole, head: number, tail: number, sentence: number): readonly Proposal[] {
  const all = whole.proposals.get(pairOf(whole, head, tail)) ?? NONE
  if (all.length <= MOST) return all
  const from = firstWhere(all, (p) => p.column === SERVES_COLUMN || p.sentence >= sentence)
  const to = firstWhere(all, (p) => p.column === SERVES_COLUMN || p.sentence > sentence)
  const said = all.length - (all.at(-1)!.column === SERVES_COLUMN ? 1 : 0)
  return [...all.slice(Math.max(0, from - MOST), Math.min(said, to + MOST)), ...all.slice(said)]
}

export function wholeOf(
  scene: Scene,
  readings: readonly Reading[],
  relations: readonly RelationMention[],
  serves: readonly ServesMention[],
): Whole {
  const { article } = scene
  const mentionsOf: number[][] = article.sentences.map(() => [])
  article.mentions.forEach((m, i) => {
    if (article.entityOf[i]! >= 0) mentionsOf[m.sentence]?.push(i)
  })
  const titleEnd = article.paragraphs[0]?.kind === 'title' ? article.paragraphs[0].end : 0
  const leadEnd = article.sentences[Math.min(3, article.sentences.length - 1)]?.end ?? 0
  const known = article.entities.map((e) => knownOf(scene, e, titleEnd, leadEnd))
  const n = article.entities.length
  const proposals = new Map<number, Proposal[]>()
  const asHead = new Map<number, number>()
  const asTail = new Map<number, number>()
  const propose = (head: number, tail: number, proposal: Proposal) => {
    const key = head * n + tail
    pushTo(proposals, key, proposal)
    const { sentence, column } = proposal
    const [h, t] = [sentence * n + head, sentence * n + tail]
    asHead.set(h, (asHead.get(h) ?? 0) | (1 << column))
    asTail.set(t, (asTail.get(t) ?? 0) | (1 << column))
  }
  for (const r of relations)
    propose(r.head, r.tail, {
      column: COLUMN_INDEX.get(r.type)!,
      sentence: r.sentence,
      rule: hashOf(r.rule),
      confidence: r.confidence,
    })
  for (const s of serves)
    propose(s.head, s.tail, {
      column: SERVES_COLUMN,
      sentence: s.sentence,
      rule: hashOf(`${s.level} ${s.rule}`),
      confidence: s.confidence,
    })
  const views = readings.map((reading) => viewOf(reading, mentionsOf))
  return {
    scene,
    views,
    known,
    proposals,
    asHead,
    asTail,
    mainEvent: mainEventOf(scene, known),
  }
}

function knownOf(scene: Scene, e: ArticleEntity, titleEnd: number, leadEnd: number): Known {
  const { mentions } = scene.article
  const first = mentions[e.mentions[0]!]?.start ?? 0
  const flags =
    (e.index === scene.mainPlace ? 1 : 0) |
    (e.index === scene.mainActor ? 2 : 0) |
    (e.mentions.length > 0 && first < titleEnd ? 4 : 0) |
    (e.mentions.some((m) => mentions[m]!.start >= titleEnd && mentions[m]!.end <= leadEnd) ? 8 : 0) |
    (isTown(e) ? 16 : 0) |
    (e.type === 'Place' && isProvince(e) ? 32 : 0) |
    (isInert(e) ? 64 : 0)
  return {
    type: typeIndex(e.type),
    name: hashOf(e.name),
    last: hashOf(e.name.slice(-1)),
    lastTwo: hashOf(e.name.slice(-2)),
    times: Math.min(5, e.mentions.length),
    sure: sureOf(scene.article, e.index),
    flags,
  }
}

/** The event that is named first in the title or the lead, else the one that is named most. */
function mainEventOf(scene: Scene, known: readonly Known[]): number {
  let [best, most] = [-1, 0]
  for (const e of scene.article.entities) {
    if (e.type !== 'Event') continue
    const { flags, times } = known[e.index]!
    const weight = times + (flags & 4 ? 6 : 0) + (flags & 8 ? 3 : 0)
    if (weight > most) [best, most] = [e.index, weight]
  }
  return best
}
