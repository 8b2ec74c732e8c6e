/** What a clause says of strategies: which it is framed by, and what may serve them. */
import type { Span } from '../../../model/article.ts'
import type { EntityType, ServesLevel } from '../../../model/ontology.ts'
import { ZONE_KINDS } from '../../lexicon/zone-kinds.ts'
import { type Clause, entitiesOf } from '../clauses.ts'
import { governorAt, type Phrase } from '../phrases.ts'
import { between, type Scene, typeOf } from '../scene.ts'

export type AddServes = (
  head: number,
  tail: number,
  level: ServesLevel,
  sentence: number,
  rule: string,
  confidence: number,
  cue?: Span,
) => void

/** What a clause names that may serve a strategy. */
const WORKS = ['Project', 'Park', 'Institute'] as const
/** With those that are so where they come to a place. */
const WORKING: ReadonlySet<EntityType> = new Set([...WORKS, 'Company'])
/** A school is there for more than what a sentence frames it by. */
const UNIVERSITY = /(?:大学|学院|科学院|社科院)(?:[(（][^)）]*[)）])?$/
/** A zone that is run like a place: what it carries out is its policy, what it is for is what it serves. */
export const RUN_LIKE_A_PLACE = new RegExp(`(?:${ZONE_KINDS}|新城|片区)$`)
/** Words that make a strategy the aim or the means of what the sentence goes on to tell. */
const FRAMING =
  /^(?:聚焦|围绕|落实|服务|服务于|融入|抢抓|对标|对接|响应|锚定|紧扣|推进|实施|推行|编制|贯彻|深化|践行|坚持|立足|推动|启动|助力|执行|承接|抓住|出台|作为)$/
const LEANING = /^(?:按照|依照|根据|依托|通过|以|把|将|为|借|乘)$/

export interface Led {
  phrase: Phrase
  entities: number[]
  /** The word that leads them in, and where it stands. */
  cue: string
  at: Span | undefined
}

/** The strategies of a clause that a framing word or a preposition leads in. */
export function strategiesOf(scene: Scene, clause: Clause): Led[] {
  const out: Led[] = []
  let c = 0
  let cue = ''
  let at: Span | undefined
  for (const phrase of clause.phrases) {
    while (c < clause.cues.length && clause.cues[c]!.end <= phrase.start) {
      const { word, start, end } = clause.cues[c++]!
      if (FRAMING.test(word)) [cue, at] = [word, { start, end }]
    }
    const entities = entitiesOf(phrase, ['Strategy'], (e) => typeOf(scene, e))
    if (entities.length === 0) continue
    const during =
      phrase.governor === '在' &&
      /^[”》]?(?:建设|推进|实施|落实|战略|过程)*(?:中|框架下|引领下|带动下|(?:上|方面)(?=[,，]|$))/.test(
        between(scene, phrase.end, phrase.end + 8),
      )
    if (cue !== '' || during || LEANING.test(phrase.governor))
      out.push({ phrase, entities, cue: cue || phrase.governor, at: at ?? governorAt(scene, phrase) })
  }
  return out
}

/** Beyond so many a clause is no prose. */
const MOST_HEADS = 60

/** 落实甲战略、建设|乙中心|的重点园区: an aim beside the strategy. */
const AIM_BESIDE = /、(?:建设|打造|创建|构建|争创|推进|推动)[“‘]?$/
const OF_WHICH = /^[”’]?(?:建设)?的/

/** Most phrases name nothing that may serve: no pattern is asked of them. */
const namesWork = (scene: Scene, { units }: Phrase): boolean =>
  units.some((unit) => unit.entities.some((e) => WORKING.has(typeOf(scene, e))))

/**
 * The projects, parks and institutes that a clause tells something of; companies where they come to a place, schools
 * where they are brought or joined, and not where `alone` asks for what stands for itself.
 */
export function headsOf(scene: Scene, clause: Clause, from: number, alone = false): number[] {
  const comes = clause.cues.some((cue) =>
    cue.predicates.some((p) => ['bring', 'settle', 'land'].includes(p.name)),
  )
  const out: number[] = []
  for (const [i, phrase] of clause.phrases.entries()) {
    if (phrase.start < from) continue
    if (out.length <= MOST_HEADS && !namesWork(scene, phrase)) continue
    const backed = /(?:支持|推动|引导|鼓励|扶持|助力|力促)[“‘]?$/.test(
      between(scene, Math.max(clause.start, phrase.start - 4), phrase.start),
    )
    if (
      phrase.governor !== '' &&
      !(alone ? /^[把将]$/ : /^(?:把|将|与|和|携手|联合)$/).test(phrase.governor)
    ) {
      // 依托甲园, 以乙园为核心: what the rest is done with
      if (!alone && /^(?:依托|以)$/.test(phrase.governor))
        out.push(...entitiesOf(phrase, ['Park'], (x) => typeOf(scene, x)))
      continue
    }
    const behind = between(scene, phrase.end, phrase.end + 14)
    if (AIM_BESIDE.test(between(scene, phrase.start - 4, phrase.start)) && OF_WHICH.test(behind)) continue
    if (/^[^,，。]{0,8}(?:董事长|总经理|院长|主任|教授|负责人|总裁|研究员|院士)/.test(behind)) continue
    const subject = phrase === clause.subject
    const told = clause.cues.length > 0 || i === 0
    for (const e of entitiesOf(phrase, comes || backed ? [...WORKS, 'Company'] : WORKS, (x) =>
      typeOf(scene, x),
    )) {
      const type = typeOf(scene, e)
      const school = type === 'Institute' && UNIVERSITY.test(scene.article.entities[e]!.name)
      if (school ? !subject && !alone : type !== 'Institute' || told) out.push(e)
    }
    if (out.length > MOST_HEADS) break
  }
  return out
}
