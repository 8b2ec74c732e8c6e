/** People by their titles and by what they do. */

import { gated } from '../lexicon/gated.ts'
import { matcherOf } from '../lexicon/matcher.ts'
import { COMPOUND_SURNAMES, SURNAMES, TITLES } from '../lexicon/people.ts'
import type { Candidate } from './candidate.ts'
import type { Unit, View } from './view.ts'

const NAME = `(?:(?:${COMPOUND_SURNAMES.join('|')})[\\u4e00-\\u9fff]{1,2}|[${SURNAMES}][\\u4e00-\\u9fff]{1,2})`
const titles = matcherOf(TITLES)
const BEHIND = new RegExp(`^${NAME}`)
const SAID = /[说示绍出调诉言为计领辞释了露忆慨持席布行]/
const SPEAKING = new RegExp(
  `(?<=^|[，。；、,“”：:\\s])(${NAME})(?=表示|介绍|说|指出|强调|告诉|坦言|认为|代表在|估计|带领|在致辞|的解释|作了|透露|认为|回忆|感慨|算了|主持|出席|宣布|致辞|一行)`,
  'g',
)
const ROLE = /团队|代表|委员|院士|教授|博士|奶奶|爷爷|阿姨|大爷|先生|女士|书记|主任/
const BEFORE_ROLE = new RegExp(
  `(?<=^|[，。；、,“”：:\\s是由为与和到学院司])(${NAME})(?=团队|(?:代表|委员|院士|教授|博士|奶奶|爷爷|阿姨|大爷|先生|女士|书记|主任)(?:在|，|紧|说|表示|提|介绍|告诉|团队|认为))`,
  'g',
)
/** 甲、乙两位院士: a list of those who are what stands behind it. */
const SEVERAL = new RegExp(
  `(?<=^|[，。；、,“：:\\s由为与和])(${NAME}(?:[、和]${NAME}){1,4})(?=[两二三四五六几]位(?:院士|教授|博士|专家|学者|企业家|老师|劳模|代表|委员))`,
  'g',
)
const WHOLE = new RegExp(`^${NAME}$`)
const BYLINE = gated(
  /(?:记者|通讯员|编辑|作者|摄影|摄|文|图|责编|审核|校对|采写|撰文)[\s:：/]*([\u4e00-\u9fff]{2,3})((?:[\s、]+[\u4e00-\u9fff]{2,3}){0,3})(?=[\s)）]|$)/g,
)
/** 约翰·史密斯 with a title before or behind. */
const FOREIGN = /(?:[\u4e00-\u9fff]{2,7}·[\u4e00-\u9fff·]{1,12})(?=表示|说|介绍|认为|指出|出席|致辞)/g
/** Characters that no given name ends with: the name was read too far. */
const NOT_LAST = /[的了在是和与说作任表介就为到等也都将向把主出宣致带告指强透认坦一从对及兼]$/
const NOT_A_NAME =
  /^(?:任务|方面|时候|时间|有关|高度|成为|明确|常态|包括|向全|全面|和平|平台|高级|高质|安全|安置|金融|黄金|石油|江苏|江西|金属|严格|常务|常委|项目|单位|单元|马上|温室|水平|高端|高新|陈列|万元|万人|成果|成功|成立|计划|安排|解决|解读|管理|范围|齐聚|齐全|施工|习惯|从事|车辆|路线|景区|高校|相关|常见|方便|方案|符合|包装|武汉|温州|宁波|安徽|云南|海南|黄河|白酒|汤圆|康养|文化|文旅|文明|文艺|金牌|银行|粟|米|农|麦)/

/** A given name's last character that the tagger took with what the person does: 于金|明说, 黄允|成作. */
const runsOn = (unit: Unit): boolean =>
  unit.text === '平等' ||
  unit.text === '明说' ||
  (unit.tag === 'x' && unit.text.length === 2 && /[说作用表指称介坦任讲]$/.test(unit.text))
/** What stands behind a name: where it does so behind three characters, they are one name whatever the tagger made of them. */
const FOLLOWS =
  /^(?:[，。；、,:：“”"\s(（)）]|$|说|表示|介绍|告诉|算|补充|记得|带|打开|把|在|给|认为|坦言|回忆|透露|指出|强调|一行|出席|主持|致辞|感慨|指着|拿出|讲|出任|是|当时|曾|则|还|也|常(?=[在到去来]))/
/** 王爱和当时表示, 姜有为介绍: behind these the character is the name's last, and no word of its own. */
const ODD_LAST =
  /^..[和为](?=[，。；、,)）]|当时|则|还|曾|说|表示|介绍|告诉|认为|坦言|透露|指出|强调|回忆|主持|致辞)/
/** 习近平总书记; 王一德院士工作站: before what they are or what is named after them. */
const BEFORE_TITLE = new RegExp(
  `(${NAME})(?=总书记|国务院总理|(?:院士|专家|博士|劳模|名师|大师|教授)(?:工作站|工作室|创新工作室|团队工作站))`,
  'g',
)

export function personCandidates(view: View): Candidate[] {
  const { text, sentence, line } = view
  const out: Candidate[] = []
  const add = (index: number, found: string, confidence: number, rule: string) => {
    let name = found
    const start = sentence.start + index
    const i = view.unitAt(start)
    const unit = view.units[i]
    if (unit?.listed && unit.start === start && unit.end - start >= 2) return
    const next0 = view.units[i + 1]
    const sure = rule === 'title:person' && name.length === 3 && FOLLOWS.test(line.slice(index + 3))
    if (
      !sure &&
      unit &&
      unit.start === start &&
      unit.text.length === 1 &&
      /^(?:d|c|r|u|m|v)/.test(unit.tag) &&
      next0 &&
      (/^(?:m|v|d|u|r)/.test(next0.tag) || next0.text.length > 2)
    )
      return
    const compound = COMPOUND_SURNAMES.some((s) => name.startsWith(s))
    if (
      !sure &&
      unit &&
      unit.start === start &&
      unit.end - start === 2 &&
      name.length === 3 &&
      /^nr/.test(unit.tag) &&
      !compound
    ) {
      const next = view.units[i + 1]
      if (next && next.text.length > 1) name = name.slice(0, 2)
    }
    // the third character begins the next word: 王强|介绍
    if (name.length === 3 && !compound && !sure) {
      const third = view.units[view.unitAt(start + 2)]
      if (third && third.start === start + 2 && third.text.length > 1 && !runsOn(third))
        name = name.slice(0, 2)
    }
    const whole3 = unit?.start === start && unit.end - start === name.length && /^nr/.test(unit.tag)
    const odd = rule === 'title:person' && name.length === 3 && ODD_LAST.test(line.slice(index))
    while (!whole3 && !odd && name.length > 2 && NOT_LAST.test(name)) name = name.slice(0, -1)
    if ((!whole3 && !odd && NOT_LAST.test(name)) || NOT_A_NAME.test(name)) return
    const whole =
      unit &&
      unit.start === start &&
      unit.end - start >= 2 &&
      !/^(?:nr|x|nz|ng)/.test(unit.tag) &&
      text.slice(start, unit.end).length >= name.length
    if (whole) return
    out.push({ start, end: start + name.length, type: 'Person', confidence, rule })
  }
  const ends = new Set<number>()
  titles.scan(line, (_, end) => ends.add(end))
  for (const end of ends) {
    const from = line[end] === ' ' || line[end] === '\u3000' ? end + 1 : end
    const m = BEHIND.exec(line.slice(from, from + 5))
    if (!m) continue
    add(from, m[0], 0.88, 'title:person')
    // 副市长甲、乙,秘书长丙
    let at = from + m[0].length
    for (let n = 0; n < 8 && line[at] === '、'; n++) {
      const next = BEHIND.exec(line.slice(at + 1, at + 5))
      const unit = next ? view.units[view.unitAt(sentence.start + at + 1)] : undefined
      if (!next || !unit || !/^(?:nr|x)/.test(unit.tag)) break
      add(at + 1, next[0], 0.85, 'title:list')
      at += 1 + next[0].length
    }
  }
  if (SAID.test(line)) for (const m of line.matchAll(SPEAKING)) add(m.index, m[1]!, 0.85, 'speech:person')
  if (/总书记|总理|工作[站室]/.test(line))
    for (const m of line.matchAll(BEFORE_TITLE)) {
      const unit = view.units[view.unitAt(sentence.start + m.index)]
      if (unit?.start === sentence.start + m.index) add(m.index, m[1]!, 0.8, 'title:before')
    }
  if (ROLE.test(line)) for (const m of line.matchAll(BEFORE_ROLE)) add(m.index, m[1]!, 0.8, 'role:person')
  if (line.includes('位'))
    for (const m of line.matchAll(SEVERAL)) {
      let at = m.index
      for (const name of m[1]!.split(/[、和]/)) {
        if (WHOLE.test(name)) add(at, name, 0.85, 'role:list')
        at += name.length + 1
      }
    }
  // 田间评价员某某: a name by its tag behind any word for what one is
  view.units.forEach((unit, i) => {
    if (
      !unit.tag.startsWith('nr') ||
      unit.text.length < 2 ||
      unit.text.length > 3 ||
      !SURNAMES.includes(unit.text[0]!)
    )
      return
    const before = view.units[i - 1]
    if (
      before &&
      before.end === unit.start &&
      /[员师长家工生主匠民手商]$/.test(before.text) &&
      before.text.length >= 2
    )
      add(unit.start - sentence.start, unit.text, 0.78, 'tag:person')
  })
  for (const m of BYLINE.in(line)) {
    const names = [m[1]!, ...(m[2] ?? '').split(/[\s、]+/).filter(Boolean)]
    let at = m.index
    for (const name of names) {
      at = line.indexOf(name, at)
      if (WHOLE.test(name)) add(at, name, 0.85, 'byline:person')
      at += name.length
    }
  }
  if (line.includes('·'))
    for (const m of line.matchAll(FOREIGN))
      out.push({
        start: sentence.start + m.index,
        end: sentence.start + m.index + m[0].length,
        type: 'Person',
        confidence: 0.7,
        rule: 'foreign:person',
      })
  return out
}
