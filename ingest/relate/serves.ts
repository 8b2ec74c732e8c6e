/** SERVES: which strategy a project, park, institute or company serves, by ../shared/tracing.md's three levels. */
import type { RelationMention, ServesMention } from '../../model/article.ts'
import { relationAllows, type ServesLevel, servesLevels } from '../../model/ontology.ts'
import { type Clause, entitiesOf } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import { isZone, type Reading } from './reading.ts'
import { between, type Scene, typeOf } from './scene.ts'
import { sectionsOf } from './sections.ts'

export type AddServes = (
  head: number,
  tail: number,
  level: ServesLevel,
  sentence: number,
  rule: string,
  confidence: number,
) => void

/** What a clause names that may serve a strategy. */
const WORKS = ['Project', 'Park', 'Institute'] as const
/** A zone that is run like a place: what it carries out is its policy, what it is for is what it serves. */
const RUN_LIKE_A_PLACE = /(?:高新区|高新技术产业开发区|开发区|经开区|新区|起步区|自贸区|先行区|示范区|科技城)$/
const FOR =
  /^(?:服务|服务于|融入|落实|助力|助推|支撑|坚持|聚焦|围绕|对标|响应|践行|贯彻|锚定|紧扣|纳入|列入|抢抓|是|成为|为)$/
/** Frames that make a strategy the aim or the means of what the sentence goes on to tell. */
const FRAMING =
  /^(?:聚焦|围绕|落实|服务|服务于|融入|抢抓|对标|对接|响应|锚定|紧扣|推进|实施|推行|编制|贯彻|深化|践行|坚持|立足|推动|启动|助力|执行|承接|抓住|出台)$/
const LEANING = /^(?:按照|依照|根据|依托|通过|以|为|借|乘|在)$/
const AIMING = /^(?:助力|助推|服务|服务于|支撑|融入|推动|促进|落实)$/

/** Which strategies an article says that its projects, parks, institutes and companies serve. */
export function servesOf(
  scene: Scene,
  readings: readonly Reading[],
  relations: readonly RelationMention[],
): ServesMention[] {
  const found = new Map<string, ServesMention>()
  const add: AddServes = (head, tail, level, sentence, rule, confidence) => {
    if (head === tail || !relationAllows('SERVES', typeOf(scene, head), typeOf(scene, tail))) return
    const key = `${head} ${tail}`
    const old = found.get(key)
    if (!old || servesLevels.indexOf(level) < servesLevels.indexOf(old.level))
      found.set(key, { head, tail, level, sentence, confidence, rule })
  }
  stated(scene, relations, add)
  for (const period of periodsOf(readings)) framed(period, add)
  for (const reading of readings) zones(reading, add)
  const tied = new Set([...found.values()].map((s) => s.head))
  sectionsOf(scene, readings, relations, tied, add)
  return [...found.values()].sort((a, b) => a.head - b.head || a.tail - b.tail)
}

/** A clause says it: what advances a strategy, is in a zone that is one, or is part of one. */
function stated(scene: Scene, relations: readonly RelationMention[], add: AddServes): void {
  const { entities, text } = scene.article
  for (const r of relations) {
    if (r.modality === 'negated') continue
    const cue = r.cue ? text.slice(r.cue.start, r.cue.end) : ''
    if (r.type === 'ADVANCES') {
      const policy = typeOf(scene, r.head) === 'Park' && RUN_LIKE_A_PLACE.test(entities[r.head]!.name)
      if (!policy || FOR.test(cue)) add(r.head, r.tail, 'stated', r.sentence, 'advances', r.confidence)
    } else if ((r.type === 'LOCATED_IN' && isZone(scene, r.tail)) || r.type === 'PART_OF')
      add(r.head, r.tail, 'stated', r.sentence, r.type === 'PART_OF' ? 'part' : 'located', r.confidence)
  }
}

/** Sentences that are read as one: parted by semicolons only, or going on with 其中. */
function* periodsOf(readings: readonly Reading[]): Generator<Reading[]> {
  let period: Reading[] = []
  for (const reading of readings) {
    const last = period.at(-1)
    const { scene, sentence } = reading
    const goesOn =
      last !== undefined &&
      last.sentence.paragraph === sentence.paragraph &&
      (/[;；]$/.test(between(scene, last.sentence.start, last.sentence.end)) ||
        between(scene, sentence.start, sentence.start + 2) === '其中')
    if (!goesOn && last) {
      yield period
      period = []
    }
    period.push(reading)
  }
  if (period.length > 0) yield period
}

interface Framed {
  strategies: number[]
  sentence: number
}
/** How many strategies one sentence may frame what follows by. */
const MOST_STRATEGIES = 12

/** 围绕S,引进X; 按照S,…X开工: the frame holds for the names of the clauses behind it; 建设X,助力S: for those before. */
function framed(period: readonly Reading[], add: AddServes): void {
  const frames: Framed[] = []
  const named: { entity: number; sentence: number }[] = []
  for (const { scene, clauses, sentence } of period) {
    for (const clause of clauses) {
      const strategies = strategiesOf(scene, clause)
      const heads = headsOf(scene, clause, strategies.at(-1)?.phrase.end ?? clause.start)
      for (const { strategies: active, sentence: said } of frames)
        for (const head of heads) for (const s of active) add(head, s, 'purpose', said, 'frame', 0.75)
      for (const { phrase, entities, cue } of strategies) {
        const own = heads.filter((h) => h >= 0)
        for (const head of own)
          if (phrase.end < clause.end) for (const s of entities) add(head, s, 'purpose', sentence.index, 'frame:clause', 0.7)
        if (AIMING.test(cue))
          for (const head of named.slice(-24))
            for (const s of entities) add(head.entity, s, 'purpose', sentence.index, 'aim', 0.65)
        if (frames.reduce((sum, f) => sum + f.strategies.length, 0) < MOST_STRATEGIES)
          frames.push({ strategies: entities, sentence: sentence.index })
      }
      named.push(...heads.map((entity) => ({ entity, sentence: sentence.index })))
    }
  }
}

/** The strategies of a clause that a framing word or a preposition leads in. */
export function strategiesOf(scene: Scene, clause: Clause): { phrase: Phrase; entities: number[]; cue: string }[] {
  const out: { phrase: Phrase; entities: number[]; cue: string }[] = []
  let c = 0
  let cue = ''
  for (const phrase of clause.phrases) {
    while (c < clause.cues.length && clause.cues[c]!.end <= phrase.start) {
      const { word } = clause.cues[c++]!
      if (FRAMING.test(word)) cue = word
    }
    const entities = entitiesOf(phrase, ['Strategy'], (e) => typeOf(scene, e))
    if (entities.length === 0) continue
    if (cue !== '' || LEANING.test(phrase.governor)) out.push({ phrase, entities, cue: cue || phrase.governor })
  }
  return out
}

/** The projects, parks and institutes that a clause does something with; companies where they come to a place. */
export function headsOf(scene: Scene, clause: Clause, from: number): number[] {
  if (clause.cues.length === 0) return []
  const comes = clause.cues.some((cue) => cue.predicates.some((p) => ['bring', 'settle', 'land'].includes(p.name)))
  const out: number[] = []
  for (const phrase of clause.phrases) {
    if (phrase.start < from || (phrase.governor !== '' && !/^(?:把|将|与|和|携手|联合)$/.test(phrase.governor))) continue
    if (/^[^,，。]{0,8}(?:董事长|总经理|院长|主任|教授|负责人|总裁)/.test(between(scene, phrase.end, phrase.end + 14))) continue
    out.push(...entitiesOf(phrase, comes ? [...WORKS, 'Company'] : WORKS, (e) => typeOf(scene, e)))
    if (out.length > 60) break
  }
  return out
}

/** A zone as the subject: what is built in its sentence is built there. */
function zones({ scene, clauses, sentence }: Reading, add: AddServes): void {
  const subject = clauses[0]?.topic ?? clauses[1]?.topic
  if (!subject) return
  const first = subject.units[0]!
  const zone = first.entities.find((e) => typeOf(scene, e) === 'Strategy' && isZone(scene, e)) ?? outerZone(scene, sentence.index, first.start)
  if (zone === undefined) return
  for (const clause of clauses)
    for (const head of headsOf(scene, clause, subject.end))
      if (typeOf(scene, head) === 'Project' || typeOf(scene, head) === 'Park')
        add(head, zone, 'stated', sentence.index, 'zone', 0.7)
}

/** 中央活力区一区: the zone whose name stands in front of its part's. */
function outerZone(scene: Scene, sentence: number, at: number): number | undefined {
  return scene.bySentence[sentence]!.find((m) => m.start === at && m.type === 'Strategy' && isZone(scene, m.entity))?.entity
}

/** For tests and readers of the code: the levels from the strongest. */
export const LEVELS = servesLevels
