/** What is held, by its whole name: from the verb that holds it, or from where the clause begins, up to the word that says what it is. */
import { type Gated, gated } from '../lexicon/gated.ts'
import { SpanIndex } from '../span-index.ts'
import type { Candidate } from './candidate.ts'
import { INSIDE } from './choose.ts'
import type { View } from './view.ts'

type Line = Pick<View, 'line' | 'sentence'>

const QUOTED = '“[^”\\n]{1,40}”|《[^》\\n]{1,40}》|[(（][^)）\\n]{1,20}[)）]'
const PART = `(?:${QUOTED}|[^，,。；;、：:！!？?\\s“”《》()（）])`
const HEAD =
  '(?:仪式|活动|大会|推进会|启动会|调度会|发布会|推介会|恳谈会|座谈会|洽谈会|对接会|观摩会|现场会|动员会|协调会|研讨会|交流会|对话会|招商会|签约会|招聘会|工作会议|第[一二三四五六七八九十]{1,3}次会议|工作会|誓师会|论坛|峰会|年会|专场)'
const HOLDS = '(?:举行|召开|召集|举办|主办|承办|协办|组织|出席|参加)'
const HELD = '(?:举行|召开|开幕|举办|闭幕|启幕|走进|交出|传来|传出|[把将]主会场)'

/** 召开|全市工业发展大会, 举行的|…论坛. */
const BEHIND_VERB = gated(
  new RegExp(
    `${HOLDS}(?:了|的)?(?:是|一场|一届|一次)?(?!了)(?<name>${PART}{2,60}${HEAD})(?=[，,。；;、：:！!？?\\s”]|[上在中的并后时]|传来|透露|获悉|现场|期间|暨|$)`,
    'gu',
  ),
  new RegExp(HOLDS),
)
/** 全市工业发展大会|在文化中心|召开. */
const BEFORE_VERB = gated(
  new RegExp(
    `(?<=^|[，,。；;：:！!？?\\s])(?<name>${PART}{2,60}${HEAD})(?:[在于](?:${PART}|、){2,24}?)?(?:成功|顺利|隆重|正式|如期|同步|同时|火热|现场)?${HELD}(?!的)`,
    'gu',
  ),
  new RegExp(HELD),
)
/** What says when, and what says who holds it or under which words. */
const WHEN = /^(?:近日|日前|昨[天日]|今[天日]|当[天日]|同[天日]|当晚|上午|下午|\d+月|\d+日)+/
const OF = new RegExp(`^.*(?:${HOLDS}|为主题|闭幕|开幕)的`, 'u')
/** What every such name may hold: one of nothing else names none. */
const COMMON = new RegExp(
  `${HEAD}|重大|重点|产业|项目|工程|集中|集体|首批|一批|开工|动工|竣工|投产|复工|签约|签字|奠基|揭牌|授牌|启动|启用|封顶|点火|入园|进场|通车|剪彩|新闻|媒体|动员|系列|专题|专项|现场|联席|扩大|工作|调研|推进|建设|招商|投资|引资|合作|战略|协议|框架|全体|总结|表彰|主题|分会场|主会场|相关|有关|园区|各类|多场|多次|特色|大型|季度|年度|隆重|暨|和|及|[一二三四五六七八九十两几多][场次]|[此本这]次|这场|该|[了·]`,
  'gu',
)
/** Verbs of the clause, and more than one name. */
const NO_NAME = new RegExp(`^${HEAD}|[的等]|${HOLDS}`)
/** 活动 and 仪式 name something only with what tells it from all others. */
const LOOSE = /(?:活动|仪式|专场)$/
const TOLD = /\d{4}|季度|半年|第.{1,3}[届期次批]|首届|“|集中|[省市区县州盟旗]/

/** Names of what is held, as wide as they are. */
export function heldIn(line: Line): Candidate[] {
  const behind = namesBy(BEHIND_VERB, line)
  const taken = new SpanIndex(behind)
  return [...behind, ...namesBy(BEFORE_VERB, line).filter((c) => taken.over(c).length === 0)]
}

const namesBy = (pattern: Gated, { line, sentence }: Line): Candidate[] =>
  pattern.in(line).flatMap((m): Candidate[] => {
    const read = m.groups!.name!
    const name = nameIn(read)
    if (!name) return []
    const end = sentence.start + m.index + m[0].indexOf(read) + read.length
    return [{ start: end - name.length, end, type: 'Event', confidence: 0.95, rule: 'event:whole' }]
  })

/** What of the words names something that is held; null where nothing does. */
function nameIn(read: string): string | null {
  const name = read.slice((OF.exec(read)?.[0] ?? WHEN.exec(read)?.[0] ?? '').length)
  const open = name.replace(/“[^”]*”/g, 'QQ')
  if (NO_NAME.test(open) || open.replace(COMMON, '').length < 2) return null
  return LOOSE.test(name) && !TOLD.test(name) ? null : name
}

/** Names as they were chosen, those of what is held as wide as they are; who stands in front of one stays a name. */
export function withHeld(chosen: readonly Candidate[], lines: readonly Line[]): Candidate[] {
  const events = new SpanIndex(chosen.filter((c) => c.type === 'Event'))
  const held = lines
    .flatMap(heldIn)
    .filter((h) => !events.over(h).some((c) => c.start <= h.start && c.end >= h.end))
  if (held.length === 0) return [...chosen]
  const whole = new SpanIndex(held)
  const rest = chosen.flatMap((c) => {
    const over = whole.over(c)
    if (over.length === 0) return [c]
    const front = c.type !== 'Event' && over.some((h) => h.start === c.start && h.end > c.end)
    return front ? [{ ...c, rule: INSIDE }] : []
  })
  return [...rest, ...held]
}
