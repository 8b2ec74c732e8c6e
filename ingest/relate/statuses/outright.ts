/** Stages that the way a sentence is built says by itself, however free its words: what weights seldom saw. */
import type { StatusMention } from '../../../model/article.ts'
import type { Status } from '../../../model/ontology.ts'
import type { Clause } from '../clauses.ts'
import type { Phrase, Unit } from '../phrases.ts'
import type { Reading } from '../reading.ts'
import { between, type Scene, wordsBefore } from '../scene.ts'
import { isBorne } from './bearers.ts'
import { dateOf } from './dated.ts'
import { own } from './reached.ts'
import { dateBefore, isToCome } from './stages.ts'

/** Words of a stage that many things reach together. */
const TOGETHER: readonly (readonly [Status, string])[] = [
  ['signed', '签约|签下|签订'],
  ['landed', '落户|引进|入驻'],
  ['started', '开工|动工|奠基|破土|启动建设'],
  ['under_construction', '在建'],
  ['topped_out', '封顶'],
  ['completed', '竣工|完工|落成'],
  ['in_operation', '建成投产|建成投用|投产|投用|启用|揭牌|开业|开园|通车|上线'],
]
/** Which stage a word says. */
export const stageOf = new Map(
  TOGETHER.flatMap(([stage, words]) => words.split('|').map((word) => [word, stage])),
)
/** The words of `stageOf`, the longest first. */
export const WORD = [...stageOf.keys()].sort((a, b) => b.length - a.length).join('|')
const words = new RegExp(WORD, 'g')
export const AHEAD = /计划|规划|拟|(?<!即)将|预计|力争|争取|未/
/** 甲、乙都在其列: what was counted before. */
const AMONG =
  /(?:(?:[就都也均便列]在|位列|名列|列入|跻身)其[列中]|在列|是其中的?(?:代表|之一|主角|重头戏?)|榜上有名)[”’]?$/
const COUNTED = /\d|[一二三四五六七八九十百两]+[个大批项]|一批/
/** 开工的项目里,甲…: what is told of one of them. */
const ONE_OF = new RegExp(
  `^[^,，。;；:：]{0,12}?(${WORD})的?(?:重点|重大|产业|新)?项目(?:[里中]|当中|之中|里面|有|包括|为|是)`,
)
/** 甲、乙同时动工,2019年先后投产: said of each. */
const EACH = new RegExp(
  `^(?:(?:如今|目前|现在|截至目前|\\d{4}年[^,，]{0,4}|[今去当]年)?已?)(?:先后|陆续|相继|双双|均|都|悉数|全部)已?(?:正式|顺利)?(${WORD})`,
)
const PART = '(?:\\d[\\d.]*[%％]|[一二三四五六七八九]成|过半)'
/** How far the works have come. */
const PROGRESS = new RegExp(
  `(?:进度|工程量|施工|建设|形象)[^,，。;；]{0,8}?(?:完成|超过|过|达到?|已)[^,，。;；]{0,8}?${PART}|完成[^,，。;；]{0,10}(?:工程量|进度|建设)[^,，。;；]{0,4}?${PART}|(?:主体|基础|桩基|路基|土建)[^,，。;；]{0,6}完成[^,，。;；]{0,6}?${PART}|(?:进入|转入|迈入|步入)[^,，。;；]{0,6}(?:建设|施工|冲刺|收尾|攻坚|安装|装修|调试)[^,，。;；]{0,4}(?:阶段|期|高峰|高潮)|以来[^,，。;；]{0,4}推进|复工(?!复产|率)|恢复(?:施工|建设)`,
)
/** 甲路、乙路正在加紧施工: whatever kind of name it is. */
const BEING_BUILT =
  /^[”》]?[也都均已仍]?(?:正在|正|同步|同时|加紧|加快|抓紧|全面|相继|陆续|有序|全力)+(?:施工|建设|开建|开发建设|开发)$/
/** 工地上热火朝天. */
const ON_SITE = /^(?:建设|施工)?(?:工地|现场)[上里内]?[^,，。;；]{0,4}(?:热火朝天|如火如荼|机器轰鸣|塔吊林立)/
/** 2020年6月揭牌的甲. */
const THAT_DID = new RegExp(`(?:\\d|[年月日刚已])(?:正式|全面|建成)*(${WORD})的[“《]?$`)
/** 集中签约,…,其中甲3亿元,乙1亿元: what each of them costs. */
const OPENS = /^(?:其中)?[“《]?$/
const PRICE = /^[”》]?(?:总?投资|计划投资)?约?\d[\d.]*[亿万]元$/
/** 通过国家验收,向全球开放. */
const OPEN_TO = /^(?:并|已|现已|正式)*向[^,，。;；]{2,6}开放$/
/** 甲项目主体已经建完: topped out. */
const SHELL = /主体(?:结构)?(?:也|都|均)?(?:已经|早已|已|全部|全面|顺利)*(?:封顶|建完|完工|封闭)/
const WITHIN = new RegExp(`(?:当年|同年|当月|次年|当季)(${WORD}|建成)`, 'g')
const DATE = '(?:\\d{4}年|[去前]年|[当同]年(?=\\d))(?:\\d{1,2}月)?(?:\\d{1,2}日|底|初)?'
/** 甲项目2020年6月动工; 甲项目占地90亩,2020年6月动工. */
const DATED = new RegExp(
  `^[”》]?该?(?:项目|工程)?(?:[则也已早]*[于在])?${DATE}(?:就|便|已|即|正式|全面|顺利|率先|建成)*(${WORD})(?!仪式|活动|的|项目)`,
)
const WORKS = /^(?:Project|Park|Institute)$/
/** 由甲院建设: it is not spoken of. */
const DOER = /^[由与同]$/
const ZONE = /区[”》]?$/

/** How far before a word its date, and what puts it in the future, are looked for, in characters. */
const REACH = 64
/** How many clauses are looked back on. */
const CLAUSES = 8

interface Said {
  unit: Unit
  stage: Status
  start: number
  end: number
}

/** What a sentence says of stages by how it is built. */
export function outrightOf(scene: Scene, readings: readonly Reading[]): StatusMention[] {
  return readings.flatMap((reading) =>
    [...saidIn(scene, reading)].map(({ unit, stage, start, end }) => ({
      subject: unit.entities[0]!,
      status: stage,
      date: dateOf(scene, reading.sentence, start),
      sentence: reading.sentence.index,
      start,
      end,
    })),
  )
}

/** A clause where it stands. */
interface Place {
  scene: Scene
  reading: Reading
  at: number
  clause: Clause
  line: string
}

function* saidIn(scene: Scene, reading: Reading): Generator<Said> {
  yield* oneOf(scene, reading)
  for (const [at, clause] of reading.clauses.entries()) {
    const place = { scene, reading, at, clause, line: between(scene, clause.start, clause.end) }
    yield* amongCounted(place)
    yield* ofTheListBefore(place)
    yield* onTheWay(place)
    yield* beingBuilt(place)
    yield* thatDid(place)
    yield* withinAYear(place)
    yield* dated(place)
    yield* shellOf(place)
  }
}

function* shellOf({ scene, clause, line }: Place): Generator<Said> {
  const m = SHELL.exec(line)
  if (!m || AHEAD.test(line.slice(0, m.index))) return
  const start = clause.start + m.index
  const phrase = clause.phrases.findLast((p) => p.end <= start)
  if (!phrase || start - phrase.end > 1) return
  for (const unit of worksOf(phrase))
    if (!ZONE.test(between(scene, unit.start, unit.end)))
      yield { unit, stage: 'topped_out', start, end: start + m[0].length }
}

function* dated({ scene, reading, at, clause, line }: Place): Generator<Said> {
  const { clauses } = reading
  const open = clause.phrases.length === 0
  const last = clause.phrases.at(-1)
  const named = last ? own(last).filter((u) => u.type !== 'Company' && isBorne(scene, u.entities[0]!)) : []
  const unit = open ? spokenOf(clauses, at, clause.start) : named.at(-1)
  const from = open || !unit ? clause.start : unit.end
  const m = DATED.exec(open ? line : between(scene, from, clause.end))
  if (!m || !unit || ZONE.test(between(scene, unit.start, unit.end))) return
  const end = from + m[0].length
  const start = end - m[1]!.length
  if (isToCome(dateBefore(behind(scene, reading, start)), scene.written)) return
  yield { unit, stage: stageOf.get(m[1]!)!, start, end }
}

/** 甲项目当年签约、当年建成、当年投产. */
function* withinAYear({ scene, reading: { clauses }, at, clause, line }: Place): Generator<Said> {
  const stages = [...line.matchAll(WITHIN)]
  if (stages.length < 2 || AHEAD.test(line.slice(0, stages[0]!.index)) || /\d个/.test(line)) return
  const unit = spokenOf(clauses, at, clause.start + stages[0]!.index)
  if (!unit || ZONE.test(between(scene, unit.start, unit.end))) return
  for (const { 1: word, 0: words, index } of stages) {
    const start = clause.start + index
    yield { unit, stage: stageOf.get(word!) ?? 'completed', start, end: start + words.length }
  }
}

/** 甲、乙都在其列; 其中甲3亿元. */
function* amongCounted({ scene, reading: { clauses }, at, clause, line }: Place): Generator<Said> {
  const [first] = clause.phrases
  const priced =
    first &&
    OPENS.test(between(scene, clause.start, first.start)) &&
    PRICE.test(between(scene, first.end, clause.end))
  if (!priced && !AMONG.test(line)) return
  const said = countedBefore(scene, clauses, at)
  if (said) for (const unit of worksOf(clause.phrases.at(-1))) yield { unit, ...said }
}

/** 甲、乙同时动工,2019年先后投产; 甲、乙通过验收,向全球开放. */
function* ofTheListBefore({ reading: { clauses }, at, clause, line }: Place): Generator<Said> {
  if (at === 0 || clause.phrases.length > 0) return
  const each = EACH.exec(line)
  const stage = each ? stageOf.get(each[1]!) : OPEN_TO.test(line) ? 'in_operation' : undefined
  if (!stage) return
  const end = clause.start + (each ? each[0].length : line.length)
  for (const phrase of clauses[at - 1]!.phrases) {
    const units = worksOf(phrase)
    if (units.length > 1) for (const unit of units) yield { unit, stage, start: clause.start, end }
  }
}

function* onTheWay({ scene, reading: { clauses }, at, clause, line }: Place): Generator<Said> {
  const m = PROGRESS.exec(line) ?? (clause.phrases.length === 0 ? ON_SITE.exec(line) : null)
  if (!m || AHEAD.test(line.slice(0, m.index))) return
  const start = clause.start + m.index
  const unit = spokenOf(clauses, at, start)
  if (unit && !ZONE.test(between(scene, unit.start, unit.end)))
    yield { unit, stage: 'under_construction', start, end: start + m[0].length }
}

function* beingBuilt({ scene, reading, clause }: Place): Generator<Said> {
  const last = clause.phrases.at(-1)
  if (!last || !BEING_BUILT.test(between(scene, last.end, clause.end))) return
  if (AHEAD.test(behind(scene, reading, last.start))) return
  for (const unit of own(last))
    if (unit.type !== 'Company' && isBorne(scene, unit.entities[0]!))
      yield { unit, stage: 'under_construction', start: last.end, end: clause.end }
}

function* thatDid({ scene, clause: { start, phrases } }: Place): Generator<Said> {
  for (const phrase of phrases) {
    const before = between(scene, Math.max(start, phrase.start - REACH), phrase.start)
    const m = THAT_DID.exec(before)
    const [unit] = m ? worksOf(phrase) : []
    if (!m || !unit || unit.start > phrase.start || AHEAD.test(before)) continue
    const from = phrase.start - before.length + m.index + m[0].indexOf(m[1]!)
    yield { unit, stage: stageOf.get(m[1]!) as Status, start: from, end: from + m[1]!.length }
  }
}

/** The sentence before an offset, as far back as it matters. */
const behind = (scene: Scene, { sentence }: Reading, to: number): string =>
  wordsBefore(scene, sentence, to, REACH)

/** The works of a phrase. */
export const worksOf = (phrase: Phrase | undefined): Unit[] =>
  phrase ? own(phrase).filter((u) => WORKS.test(u.type)) : []

/** 开工的项目里,甲总投资… */
function* oneOf(scene: Scene, { sentence, clauses }: Reading): Generator<Said> {
  const m = ONE_OF.exec(between(scene, sentence.start, sentence.end))
  if (!m || AHEAD.test(m[0])) return
  const end = sentence.start + m[0].length
  const phrase = clauses
    .flatMap(({ phrases }) => phrases)
    .find((p) => p.start >= end && worksOf(p).length > 0)
  const stage = stageOf.get(m[1]!) as Status
  for (const unit of worksOf(phrase)) yield { unit, stage, start: sentence.start, end }
}

/** The stage of what the clauses before count: 十大项目开工,…,甲、乙都在其列. */
function countedBefore(scene: Scene, clauses: readonly Clause[], at: number) {
  for (let i = at - 1; i >= 0 && i >= at - CLAUSES; i--) {
    const { start, end } = clauses[i]!
    const line = between(scene, start, end)
    const word = [...line.matchAll(words)].at(-1)
    // 10个项目总投资75亿元,全部破土
    const counting = i > 0 ? between(scene, clauses[i - 1]!.start, end) : line
    if (!word || !COUNTED.test(counting)) continue
    if (AHEAD.test(line)) return null
    const from = start + word.index
    return { stage: stageOf.get(word[0]) as Status, start: from, end: from + word[0].length }
  }
  return null
}

/** The works that a clause speaks of, else those of the clauses before it. */
function spokenOf(clauses: readonly Clause[], at: number, start: number): Unit | undefined {
  const here = clauses[at]!.phrases.filter((p) => p.end <= start && !DOER.test(p.governor)).flatMap(worksOf)
  if (here.length > 0) return here.at(-1)
  for (let i = at - 1; i >= 0 && i >= at - CLAUSES; i--) {
    const [first] = clauses[i]!.phrases.filter((p) => !DOER.test(p.governor)).flatMap(worksOf)
    if (first) return first
  }
  return undefined
}
