/** What was learned of a stage put right where its sentence says that it is another one, or none. */
import type { StatusMention } from '../../../model/article.ts'
import { type Clause, clauseAt } from '../clauses.ts'
import type { Unit } from '../phrases.ts'
import type { Reading } from '../reading.ts'
import { between, type Scene, typeOf, wordsBefore } from '../scene.ts'
import { type Bearer, STANDING } from './bearers.ts'

/** How far before a clause is looked, in characters. */
const REACH = 64
/** How far back a word of signing is looked for, in characters. */
const FAR = 1200
/** What is to be finished or opened by some day. */
const TO_FINISH =
  /(?:预计|计划|力争|有望|将|确保|争取|届时|年底|年内|明年|月底|月)[^,，。;；]{0,14}?(?:竣工|完工|封顶|建成|通车|投用|投产|投入使用|投入运营|交付|落成)/
/** Nothing is built of it yet. */
const UNBEGUN = /签约|选址|前期|招标|规划|谋划|拟|将(?:新|投资)?建|新建|将打造|开工/
/** 主体结构早已完工: topped out. */
const SHELL = /主体[^,，。;；、]{0,8}(?:完工|竣工|封闭|完成|建成|建完)/
/** 甲、乙等九家企业签约入驻. */
const SIGNED_IN = /签约(?:入驻|落户|落地|入园|进驻)/
/** To be rooted or gathered somewhere tells of no arrival. */
const THERE = /扎根|集聚|汇聚|聚集|吸引|汇集|云集|齐聚|荟萃/
const ARRIVES = /引进|入驻|落户|进驻|落地|引来/
/** 甲园26个项目: others are counted. */
const COUNTED = /\d{1,6}个[^,，。;；]{0,12}项目/
/** 甲园、乙园等26个项目: it is among what is counted. */
const AMONG = /^[”》]?等/
/** 甲厂2号楼封顶: one of its buildings. */
const PART = /^[”》]?的?(?:首|[一二三四五六七八九十\d]+)[号#](?:楼|厂房|车间|地块|机组|线|泊位|馆|隧道|桥)/
/** 甲项目要建乙中心、丙平台: what a work is to hold. */
const HOLDS = /(?:还要|要|将|主要)(?:新?建设?|建成|配建)[^,，。;；]{0,16}$/
const WORK = /^(?:Project|Park)$/
/** Without such a word near nothing was signed. */
const SIGNS = /签|协议|合同|敲定|谈[成妥]|摘牌|拿[地下]|拍下|成交|中标|握手|落笔|竞得|揽下|达成|意向/
/** 没有如期竣工, 至今未开工: no such stage. */
const DENIED = /(?:没有?|(?<![\d己])未(?!来)能?|尚未|无法|难以)[^,，。;；:：的]{0,8}$/
/** 开工仪式将于下月举行. */
const CEREMONY_TO_COME = /^(?:典礼|仪式|活动|大会)[^,，。;；]{0,6}(?:将|拟|计划|预计|推迟|延期|取消|尚未)/
/** 待甲桥建成, 甲桥贯通以后: not yet. */
const ONCE = /^(?:[^,，]{0,2}[,，])?(?:待|等到?)(?!遇|级|候)/
const LATER_ON = /^(?:以后|之后)/

const ZONE = /[区城谷港镇]$/

/** A mention as it should be; null where it says no stage. */
export function mended(
  scene: Scene,
  reading: Reading,
  mention: StatusMention,
  bearer: Bearer,
): StatusMention | null {
  const { start, end } = reading.clauses[clauseAt(reading.clauses, mention.start)]!
  const line = between(scene, start, end)
  if (mention.status !== 'planned') {
    if (DENIED.test(between(scene, start, mention.start))) return null
    if (CEREMONY_TO_COME.test(between(scene, mention.end, mention.end + 16))) return null
  }
  if (mention.status === 'signed' && !SIGNS.test(wordsNear(scene, reading))) return null
  if (isOfOthers(scene, mention, bearer, line) || isOfTheWhole(scene, reading, mention, bearer)) return null
  if (/^(?:completed|in_operation)$/.test(mention.status))
    if (ONCE.test(line) || LATER_ON.test(between(scene, mention.end, mention.end + 2))) return null
  if (mention.status === 'completed' && SHELL.test(line)) return { ...mention, status: 'topped_out' }
  if (mention.status !== 'planned' || !TO_FINISH.test(line)) return mention
  return UNBEGUN.test(wordsBefore(scene, reading.sentence, start, REACH) + line)
    ? mention
    : { ...mention, status: 'under_construction' }
}

/** The paragraph up to the end of a sentence, and the paragraph before it. */
function wordsNear(scene: Scene, { sentence }: Reading): string {
  const { paragraphs } = scene.article
  const first = paragraphs[Math.max(0, sentence.paragraph - 1)]!
  return between(scene, Math.max(first.start, sentence.end - FAR), sentence.end)
}

function isOfOthers(scene: Scene, { status, subject, start }: StatusMention, bearer: Bearer, line: string) {
  const { standing, back, unit, phrase } = bearer
  if (standing === STANDING.owner) return true
  const here = back === 0 && standing === STANDING.named && unit.end <= start
  if (here && PART.test(between(scene, unit.end, start))) return true
  const type = typeOf(scene, subject)
  const among = AMONG.test(between(scene, phrase.end, phrase.end + 2))
  if (type === 'Park' && COUNTED.test(line) && !(here && among)) return true
  if (status !== 'landed') return false
  // a public body lands nowhere; a zone is where others do
  if (type === 'Organization' || (type === 'Park' && ZONE.test(scene.article.entities[subject]!.name)))
    return true
  return (type === 'Company' && SIGNED_IN.test(line)) || (THERE.test(line) && !ARRIVES.test(line))
}

/** Whether a work is named only as a part of what another one is to hold. */
function isOfTheWhole(
  scene: Scene,
  { sentence, clauses }: Reading,
  { status }: StatusMention,
  { standing, back, unit, phrase }: Bearer,
): boolean {
  if (status !== 'planned' || back > 0 || standing !== STANDING.named) return false
  if (!HOLDS.test(wordsBefore(scene, sentence, phrase.start, REACH))) return false
  const whole = firstNamed(clauses, phrase.start)
  return (
    whole !== undefined &&
    WORK.test(whole.type) &&
    whole.entities[0] !== unit.entities[0] &&
    !ZONE.test(between(scene, whole.start, whole.end))
  )
}

/** What a sentence names first, if it ends before an offset. */
function firstNamed(clauses: readonly Clause[], to: number): Unit | undefined {
  for (const { phrases } of clauses)
    for (const { end, units } of phrases) {
      if (end >= to) return undefined
      const named = units.find((u) => !u.modifier)
      if (named) return named
    }
  return undefined
}
