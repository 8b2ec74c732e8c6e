/** SERVES: which strategy a project, park, institute or company serves, by ../shared/tracing.md's three levels. */
import type { RelationMention, ServesMention, Span } from '../../../model/article.ts'
import { relationAllows, servesLevels } from '../../../model/ontology.ts'
import { entitiesOf } from '../clauses.ts'
import { WORKED } from '../copula.ts'
import type { Phrase } from '../phrases.ts'
import { isZone, type Reading } from '../reading.ts'
import { between, firstFrom, type Scene, typeOf } from '../scene.ts'
import { type AddServes, headsOf, RUN_LIKE_A_PLACE, strategiesOf } from './aims.ts'
import { sectionsOf } from './sections.ts'
import { membersOfSets, setsOf } from './sets.ts'
import { shapesOf } from './shapes.ts'
import { theseOf } from './these.ts'

/** Words by which a zone says what it is for. */
const FOR =
  /^(?:服务|服务于|融入|落实|助力|助推|支撑|坚持|聚焦|围绕|对标|响应|践行|贯彻|锚定|紧扣|纳入|列入|抢抓|作为|是|成为|为)$/
const AIMING = /^(?:助力|助推|服务|服务于|支撑|融入|推动|促进|落实)$/

/** Which strategies an article says that its projects, parks, institutes and companies serve. */
export function servesOf(
  scene: Scene,
  readings: readonly Reading[],
  relations: readonly RelationMention[],
): ServesMention[] {
  const found = new Map<string, ServesMention>()
  const add: AddServes = (head, tail, level, sentence, rule, confidence, cue) => {
    if (head === tail || !relationAllows('SERVES', typeOf(scene, head), typeOf(scene, tail))) return
    const key = `${head} ${tail}`
    const old = found.get(key)
    if (!old || servesLevels.indexOf(level) < servesLevels.indexOf(old.level))
      found.set(key, { head, tail, level, sentence, confidence, rule, ...(cue ? { cue } : {}) })
  }
  attributes(scene, add)
  stated(scene, relations, add)
  for (const period of periodsOf(readings)) framed(period, add)
  for (const reading of readings) {
    zones(reading, add)
    shapesOf(reading, add)
  }
  const sets = setsOf(scene)
  membersOfSets(scene, sets, add)
  theseOf(scene, readings, add)
  const tied = new Set([...found.values()].map((s) => s.head))
  sectionsOf(scene, readings, relations, { tied, sets }, add)
  return [...found.values()].sort((a, b) => a.head - b.head || a.tail - b.tail)
}

/** The rule by which 服务甲战略的乙 says what 乙 serves: in so many words. */
export const ATTRIBUTE = 'attribute'
const SERVING = /(?:服务于?|融入|助力|助推|支撑|落实|响应|承载|对接)[\p{Script=Han}]{0,4}[“‘《]?$/u
const OF_IT = /^[”’》]?(?:建设|发展|战略|行动|工程)?的[“‘]?$/
/** As long as that may be, in characters. */
const LONGEST_OF_IT = 5

/** 服务甲战略的乙: what stands right behind. */
function attributes(scene: Scene, add: AddServes): void {
  for (const [sentence, mentions] of scene.bySentence.entries())
    for (const s of mentions) {
      if (s.type !== 'Strategy') continue
      const lead = SERVING.exec(between(scene, Math.max(0, s.start - 12), s.start))
      if (!lead) continue
      const head = mentions
        .slice(firstFrom(mentions, s.end + 1), firstFrom(mentions, s.end + LONGEST_OF_IT + 1))
        .find((m) => OF_IT.test(between(scene, s.end, m.start)))
      const cue = { start: s.start - lead[0].length, end: s.start }
      if (head) add(head.entity, s.entity, 'stated', sentence, ATTRIBUTE, 0.85, cue)
    }
}

/** A clause says it: what advances a strategy, is in a zone that is one, or is part of one. */
function stated(scene: Scene, relations: readonly RelationMention[], add: AddServes): void {
  const { entities, text } = scene.article
  for (const r of relations) {
    if (r.modality === 'negated') continue
    const cue = r.cue ? text.slice(r.cue.start, r.cue.end) : ''
    if (r.type === 'ADVANCES') {
      const policy = typeOf(scene, r.head) === 'Park' && RUN_LIKE_A_PLACE.test(entities[r.head]!.name)
      // 为落实S,甲院揭牌: the subject of another clause is framed by it
      const level = r.confidence >= 0.77 || r.rule === WORKED ? 'stated' : 'purpose'
      const rule = r.rule === WORKED ? WORKED : 'advances'
      if (!policy || FOR.test(cue)) add(r.head, r.tail, level, r.sentence, rule, r.confidence, r.cue)
    } else if ((r.type === 'LOCATED_IN' && isZone(scene, r.tail)) || r.type === 'PART_OF')
      add(
        r.head,
        r.tail,
        'stated',
        r.sentence,
        r.type === 'PART_OF' ? 'part' : 'located',
        r.confidence,
        r.cue,
      )
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
  /** Whose frame it is; null where it opens the sentence and holds for all that follows. */
  subject: Phrase | null
  /** The word that frames it; none where it opens the sentence. */
  cue?: Span | undefined
}
/** How many strategies one sentence may frame what follows by. */
const MOST_STRATEGIES = 12

/** 围绕S,引进X; 按照S,…X开工: the frame holds for the names of the clauses behind it; 建设X,助力S: for those before. */
function framed(period: readonly Reading[], add: AddServes): void {
  let frames: Framed[] = []
  const named: number[] = []
  for (const { scene, clauses, sentence } of period) {
    // 作为S的先行区,甲区坚持T。其中,…: what opened the sentence holds on
    const among = between(scene, sentence.start, sentence.start + 2) === '其中'
    if (among && frames.some((f) => f.subject === null)) frames = frames.filter((f) => f.subject === null)
    for (const clause of clauses) {
      if (clause.speech) frames = []
      // another actor's deeds are not framed by what the first one was at
      const turns = clause.topic && isActor(scene, clause.topic)
      if (turns) frames = frames.filter((f) => f.subject === null)
      const strategies = strategiesOf(scene, clause)
      const { subject } = clause
      if (
        subject &&
        !turns &&
        subject.units.every((u) => u.modifier || u.type === 'Strategy') &&
        !clause.speech
      ) {
        const entities = entitiesOf(subject, ['Strategy'], (e) => typeOf(scene, e)).filter(
          (e) => !isZone(scene, e),
        )
        if (entities.length > 0 && entities.length <= 2)
          frames.push({ strategies: entities, sentence: sentence.index, subject: null })
      }
      const heads = clause.speech ? [] : headsOf(scene, clause, clause.start)
      for (const { strategies: active, sentence: said, cue } of frames)
        for (const head of heads) for (const s of active) add(head, s, 'purpose', said, 'frame', 0.75, cue)
      for (const { phrase, entities, cue, at } of strategies) {
        for (const head of clause.speech ? [] : headsOf(scene, clause, phrase.end))
          for (const s of entities) add(head, s, 'purpose', sentence.index, 'frame:clause', 0.7, at)
        if (AIMING.test(cue))
          for (const head of named.slice(-24))
            for (const s of entities) add(head, s, 'purpose', sentence.index, 'aim', 0.65, at)
        if (frames.reduce((sum, f) => sum + f.strategies.length, 0) < MOST_STRATEGIES)
          frames.push({ strategies: entities, sentence: sentence.index, subject: clause.topic, cue: at })
      }
      named.push(...heads)
    }
  }
}

const isActor = (scene: Scene, phrase: Phrase): boolean =>
  phrase.units.some(
    (u) =>
      !u.modifier &&
      (['Place', 'Organization', 'Company'].includes(u.type) ||
        (u.type === 'Park' && RUN_LIKE_A_PLACE.test(scene.article.entities[u.entities[0]!]!.name))),
  )

/** The rule by which what is built in a sentence about a zone serves that. */
export const ZONE = 'zone'

/** A zone as the subject: what is built in its sentence is built there. */
function zones({ scene, clauses, sentence }: Reading, add: AddServes): void {
  const subject = clauses[0]?.topic ?? clauses[1]?.topic
  if (!subject) return
  const first = subject.units[0]!
  const zone =
    first.entities.find((e) => typeOf(scene, e) === 'Strategy' && isZone(scene, e)) ??
    outerZone(scene, sentence.index, first.start)
  if (zone === undefined) return
  for (const clause of clauses)
    for (const head of headsOf(scene, clause, subject.end))
      if (typeOf(scene, head) === 'Project' || typeOf(scene, head) === 'Park')
        add(head, zone, 'stated', sentence.index, ZONE, 0.7)
}

/** 中央活力区一区: the zone whose name stands in front of its part's. */
function outerZone(scene: Scene, sentence: number, at: number): number | undefined {
  return scene.bySentence[sentence]!.find(
    (m) => m.start === at && m.type === 'Strategy' && isZone(scene, m.entity),
  )?.entity
}
