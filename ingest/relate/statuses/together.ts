/** Works that an article describes one by one after it has counted those begun, or signed for, together. */
import type { StatusMention } from '../../../model/article.ts'
import type { Status } from '../../../model/ontology.ts'
import type { Phrase, Unit } from '../phrases.ts'
import type { Reading } from '../reading.ts'
import { between, type Scene, wordsBefore } from '../scene.ts'
import { own } from './reached.ts'

const BEGUN = '开工|动工|破土'
const SIGNED = '签下|签约'
/** 29个项目当场签约, 开工的30个项目, 开工动员大会举行,全市242个项目. */
const COUNTED: readonly (readonly [Status, RegExp])[] = (
  [
    ['started', BEGUN],
    ['signed', SIGNED],
  ] as const
).map(([stage, words]) => [
  stage,
  new RegExp(
    `\\d{1,6}个[^,，。;；]{0,10}项目[^,，。;；]{0,6}(?:${words})|(?:${words})的?(?:项目|\\d{1,6}个[^,，。;；]{0,6}项目)|(?:${words})(?:\\d{1,6}个|仪式|活动|动员|大会|推进会|现场会)[^。;；]{0,16}\\d{1,6}个[^,，。;；]{0,10}项目`,
  ),
])
const AHEAD = /计划|拟|(?<!即)将|预计|力争|争取|确保|下一步|未/
/** What a work is described by. */
const DESCRIBED = /投资|占地|用地|建成后|达产|年产|建筑面积|将|要建|主要建设/
/** Whatever says a stage of its own. */
const STAGED =
  /签约|签下|开工|动工|奠基|破土|启动|封顶|竣工|完工|落成|投产|投用|启用|运营|(?<!将)建成(?!后)|施工|在建|正在|推进|落户/
const LEADS_IN = /^(?:其中|比如|例如)?[,，:：]?[“《]?$/
/** A paragraph on another one of those that were counted. */
const GOES_ON = /^(?:另一个|还有一个|其余|另外)[^,，。;；]{0,6}项目/
/** 名单上有甲、乙. */
const NAMED = /^(?:名单|清单)[上里中](?:的?有|包括|还有)/
const ZONE = /[区城][”》]?$/
/** 主会场设在甲项目现场. */
const VENUE = /会场[^,，。;；]{0,4}(?:设|放|选|就)在[^,，。;；]{0,20}$/
/** As far before a venue's name as such words reach, in characters. */
const REACH = 32
const AT_WORK = /^[”》]?(?:的)?(?:建设|施工)?(?:现场|工地)/
const OPENING = /开工|开竣工|动工/

/** The stage of each work that is named so. */
export function togetherOf(scene: Scene, readings: readonly Reading[]): StatusMention[] {
  const out: StatusMention[] = []
  const add = ({ entities, start, end }: Unit, status: Status, sentence: number) =>
    out.push({ subject: entities[0]!, status, date: null, sentence, start, end })
  let paragraph = -1
  let stage: Status | null = null
  let opened = false
  for (const reading of readings) {
    const { sentence } = reading
    const line = between(scene, sentence.start, sentence.end)
    if (sentence.paragraph !== paragraph && !GOES_ON.test(line)) stage = null
    paragraph = sentence.paragraph
    opened ||= OPENING.test(line)
    if (opened) for (const unit of venuesIn(scene, reading)) add(unit, 'started', sentence.index)
    const counted = COUNTED.filter(([, pattern]) => pattern.test(line))
    if (counted.length > 0) stage = counted.length > 1 || AHEAD.test(line) ? null : counted[0]![0]
    else if (stage) for (const unit of describedIn(scene, reading)) add(unit, stage, sentence.index)
  }
  return out
}

/** The works that a sentence, or a part of it up to a semicolon, opens with and says no stage of. */
function* describedIn(scene: Scene, { sentence, clauses }: Reading): Generator<Unit> {
  const phrases = clauses.flatMap((clause) => clause.phrases)
  if (NAMED.test(between(scene, sentence.start, sentence.end)))
    for (const phrase of phrases) yield* worksOf(scene, phrase)
  let start = sentence.start
  for (const part of between(scene, sentence.start, sentence.end).split(/(?<=[;；])/)) {
    const end = start + part.length
    const first = phrases.find((p) => p.start >= start && p.end <= end)
    if (first && LEADS_IN.test(between(scene, start, first.start)))
      if (DESCRIBED.test(part) && !STAGED.test(between(scene, first.end, end))) yield* worksOf(scene, first)
    start = end
  }
}

/** The works at which a ceremony is held. */
function* venuesIn(scene: Scene, { sentence, clauses }: Reading): Generator<Unit> {
  for (const phrase of clauses.flatMap((clause) => clause.phrases))
    if (AT_WORK.test(between(scene, phrase.end, phrase.end + 8)))
      if (VENUE.test(wordsBefore(scene, sentence, phrase.start, REACH))) yield* worksOf(scene, phrase)
}

const worksOf = (scene: Scene, phrase: Phrase): Unit[] =>
  own(phrase).filter(
    (u) => u.type === 'Project' || (u.type === 'Park' && !ZONE.test(between(scene, u.start, u.end))),
  )
