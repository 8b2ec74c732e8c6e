/** Reads the table of predicates over the clauses of an article: who stands in which role of which relation. */
import type { EntityType } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import type { Cue } from './clauses.ts'
import { alignedBy, EACH, isCrossed } from './each.ts'
import { governorAt } from './phrases.ts'
import type { Frame } from './predicates.ts'
import { isSite, type Reading } from './reading.ts'
import { agentOf, type Found, fill, found, partnersOf } from './roles.ts'
import { between, isTown, type Scene, typeOf } from './scene.ts'

/** Heads × tails that one predicate may give. */
const MOST_PAIRS = 300

export function framesOf(reading: Reading, add: Add): void {
  for (const [at, clause] of reading.clauses.entries()) {
    if (clause.phrases.length === 0) continue
    leansOf(reading, at, add)
    for (const cue of clause.cues) {
      for (const predicate of cue.predicates) {
        for (const group of predicate.frames) {
          for (const frame of group) {
            if (readFrame(reading, at, cue, frame, predicate.name, add)) break
          }
        }
      }
    }
  }
}

/** 按照S, 依托S, 为S开好局, 在S建设中: who goes by a strategy advances it. */
function leansOf(reading: Reading, at: number, add: Add): void {
  const { scene, sentence, clauses } = reading
  for (const phrase of clauses[at]!.phrases) {
    const behind = between(scene, phrase.end, Math.min(clauses[at]!.end, phrase.end + 14))
    const leans =
      /^(?:按照|依照|根据|依托|通过)$/.test(phrase.governor) ||
      (phrase.governor === '为' && /开好局|添|贡献|奠定|提供|助力|蹚|探路|作|加油/.test(behind)) ||
      (phrase.governor === '以' &&
        /^[”》]?(?:理念|思维|思路|行动|模式|机制)|为(?:抓手|引领|统领|牵引|主线|契机|纲|指引|目标|骨架|框架|主题|方向|总揽)/.test(
          behind,
        )) ||
      (phrase.governor === '在' &&
        /^[”》]?(?:建设|战略|行动|实施|推进)*(?:中|下|上|方面|引领下|指引下|框架下)/.test(behind)) ||
      (/^[把将]$/.test(phrase.governor) && /^[”》]?的/.test(behind))
    if (!leans) continue
    const cue: Cue = { start: phrase.start, end: phrase.start, word: phrase.governor, predicates: [] }
    const types: readonly EntityType[] = ['Place', 'Organization', 'Park', 'Company', 'Institute', 'Project']
    const strategies = found(scene, phrase, ['Strategy'])
    if (strategies.length === 0) continue
    const agents = agentOf(reading, at, cue, types, phrase)
    const by = governorAt(scene, phrase)
    const led = by ? { cue: by } : {}
    for (const head of agents.entities.slice(0, 12))
      for (const tail of strategies)
        add(head, 'ADVANCES', tail, sentence.index, 'lean', 0.75 * agents.trust, led)
  }
}

function readFrame(reading: Reading, at: number, cue: Cue, frame: Frame, name: string, add: Add): boolean {
  const { scene, sentence } = reading
  // the end that stands in the clause first: where it is missing nothing is carried in
  const carriedHead = frame.head === 'agent'
  const [near, far] = carriedHead ? (['tail', 'head'] as const) : (['head', 'tail'] as const)
  const ends = { head: frame.heads, tail: frame.tails }
  const first = fill(reading, at, cue, frame[near], ends[near])
  if (first.entities.length === 0) return false
  const second = fill(reading, at, cue, frame[far], ends[far], first.phrase)
  const partners =
    (frame.says === 'DEVELOPS' || frame.says === 'HOSTS') && carriedHead
      ? partnersOf(reading, at, cue, frame.heads)
      : []
  if (second.entities.length + partners.length === 0) return false
  if (first.phrase && first.phrase === second.phrase) return false
  // “柞水木耳”入选…: the subject is named, though not as an entity
  if (
    frame.says === 'AWARDED' &&
    second.phrase === null &&
    /[”」]/.test(
      between(scene, reading.clauses[at]!.start, Math.min(cue.start, first.phrase?.start ?? cue.start)),
    )
  )
    return false
  // 甲发布百强榜单,乙排第三: who publishes it does not get it
  if (
    frame.says === 'AWARDED' &&
    /发布|公布|公示|揭晓|印发/.test(between(scene, reading.clauses[at]!.start, cue.start))
  )
    return awardedBehind(reading, at, first, add)
  // where something is built goes without saying in its own sentence only
  if (frame.says === 'LOCATED_IN' && name === 'build' && second.trust < 0.88) return false
  const joined: Found =
    partners.length > 0
      ? { ...second, entities: [...new Set([...second.entities, ...partners])], trust: second.trust || 0.85 }
      : second
  const aligned = alignedBy(reading, at, cue)
  const [heads, tails] = carriedHead ? [joined, first] : [first, joined]
  let pairs = 0
  for (const head of heads.entities) {
    for (const tail of tails.entities) {
      if (frame.says === 'LOCATED_IN' && !(isSite(scene, tail) && settles(scene, head))) continue
      if (frame.says === 'HOSTS' && frame.head === 'place' && !isTown(scene.article.entities[head]!)) continue
      if (frame.says === 'PART_OF' && !comprises(typeOf(scene, tail), typeOf(scene, head))) continue
      if (aligned && isCrossed(aligned, head, tail)) continue
      if (++pairs > MOST_PAIRS) return true
      add(
        head,
        frame.says,
        tail,
        sentence.index,
        aligned ? EACH : name,
        frame.confidence * heads.trust * tails.trust,
        {
          cue: { start: cue.start, end: cue.end },
        },
      )
    }
  }
  return pairs > 0
}

/** A body that has a house of its own. */
const HOUSED = /(?:医院|学校|中学|小学|校区|院区|分校|幼儿园|银行|协会|联盟|基金|合作社|委员会|医联体)$/
const settles = (scene: Scene, entity: number): boolean =>
  typeOf(scene, entity) !== 'Organization' || HOUSED.test(scene.article.entities[entity]!.name)

/** The same kind, or a park or zone that takes in places. */
const comprises = (whole: EntityType, part: EntityType): boolean =>
  whole === part || (part === 'Place' && whole === 'Park') || (part === 'Project' && whole === 'Park')

/** The subject of the clause behind one that announces an honor. */
function awardedBehind({ scene, sentence, clauses }: Reading, at: number, honors: Found, add: Add): boolean {
  const subject = clauses[at + 1]?.subject ?? null
  const heads = found(scene, subject, ['Place', 'Park', 'Company', 'Institute', 'Project', 'Organization'])
  for (const head of heads)
    for (const honor of honors.entities)
      if (typeOf(scene, honor) === 'Honor') add(head, 'AWARDED', honor, sentence.index, 'announced', 0.7)
  return heads.length > 0
}
