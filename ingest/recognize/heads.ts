/** Names by their last word: find the head, then walk left to where the name begins. */
import type { EntityType } from '../../model/ontology.ts'
import { COMMON, GENERIC, HEADS } from '../lexicon/heads.ts'
import { matcherOf } from '../lexicon/matcher.ts'
import { CITIES, LISTED, PROVINCES } from '../lexicon/names.ts'
import type { Candidate, View } from './candidate.ts'

const typeOfHead = new Map<string, EntityType>(
  Object.entries(HEADS).flatMap(([type, heads]) => heads.map((head) => [head, type as EntityType] as const)),
)
const heads = matcherOf(typeOfHead.keys())
const PLACES = new Set([...PROVINCES, ...CITIES])

const LONGEST = 30
/** Parts of speech that end a name to their right. */
const STOP_TAGS = /^(p|d|r|u|y|e|o|f|c|w|x|q|df|ud|ug|uj|ul|uv|uz|vq|vd|k|zg|z)$/
/** Verbs that stand inside names. */
const NAME_VERBS =
  /^(创新|创业|发展|研发|设计|孵化|交易|服务|制造|智造|管理|转化|监测|检测|合作|保护|监管|规划|控制|建设|改造|更新|教育|运营|展示|投资|示范|试点|应用|攻坚|创建|提升|引领|治理|转移|集聚|协同|开放|共享|计算|存储|生产|加工|配送|观摩|评议|推进|启用|签约|融合|引进|审批|招商|评估|应急|养老|更新改造|适配|测试|认证|物流|冷链|消费|购物|旅游|文旅|联合|网购|突破|安居|增值|孵化计划|创意|贸易|出口|进口|保税|充电|储能|供电|发电)$/
const VERB = /^(v|vn|vi|vg)$/
const NAME_VERB_TAG = /^vn$/
/** Words before which a name begins, whatever their tag. */
const STOP_WORDS = new Set([
  '的',
  '了',
  '在',
  '从',
  '向',
  '对',
  '把',
  '将',
  '由',
  '被',
  '让',
  '使',
  '给',
  '是',
  '有',
  '为',
  '以',
  '于',
  '等',
  '及',
  '以及',
  '全区',
  '全市',
  '全省',
  '我市',
  '我区',
  '该区',
  '今年',
  '去年',
  '明年',
  '目前',
  '如今',
  '一批',
  '一个',
  '一座',
  '首个',
  '首家',
  '这个',
  '那个',
  '这家',
  '各',
  '每',
  '某',
  '其',
  '园区',
  '选',
  '选在',
  '选址',
  '新',
  '还有',
  '同时',
  '此外',
  '其中',
  '包括',
  '作为',
  '成为',
  '推进',
  '推动',
  '加快',
  '实施',
  '落实',
  '打造',
  '聚焦',
  '围绕',
  '启动',
  '设立',
  '举办',
  '建成',
  '引进',
  '完善',
  '深化',
  '优化',
  '开展',
  '参加',
  '出席',
  '荣获',
  '获评',
  '入选',
  '位于',
  '坐落',
  '落户',
  '入驻',
  '依托',
  '按照',
  '根据',
  '关于',
  '通过',
  '加强',
  '支持',
  '服务',
  '融入',
  '对接',
  '联合',
  '携手',
  '创建',
  '建设',
  '深入',
  '全面',
  '大力',
  '积极',
  '持续',
  '稳步',
  '有序',
  '高标准',
  '高质量推进',
  '着力',
  '聚力',
  '构建',
  '形成',
  '拥有',
  '称',
  '叫',
  '到',
  '与',
  '和',
  '跟',
  '同',
  '或',
  '下',
  '上',
  '里',
  '中',
  '内',
  '外',
  '前',
  '后',
  '都',
  '也',
  '就',
  '还',
  '又',
  '再',
  '已',
  '已经',
  '正',
  '正在',
  '即将',
  '着',
  '过',
  '条',
  '个',
  '家',
  '项',
  '处',
  '座',
  '名',
  '位',
  '次',
  '批',
  '件',
  '部',
  '所',
  '亩',
])
/** Heads whose names may hold 和 or 与: 自然资源和规划局, 超级计算与人工智能产业技术研究院. */
const JOINING = /(局|部|委员会|研究院|研究所|实验室|中心|枢纽|办公室)$/

export function headCandidates(view: View): Candidate[] {
  const out: Candidate[] = []
  const { text, sentence } = view
  const line = text.slice(sentence.start, sentence.end)
  const longestAt = new Map<number, number>()
  heads.scan(line, (start, end) => {
    const known = longestAt.get(end)
    if (known === undefined || start < known) longestAt.set(end, start)
  })
  for (const [end, start] of longestAt) {
    const head = line.slice(start, end)
    const candidate = nameOf(view, sentence.start + start, sentence.start + end, head, typeOfHead.get(head)!)
    if (candidate) out.push(candidate)
  }
  return out
}

function nameOf(
  view: View,
  headStart: number,
  headEnd: number,
  head: string,
  type: EntityType,
): Candidate | null {
  const { text, sentence } = view
  // the head is the front of a longer word: 公司 in 公司化, 路 in 路网
  const last = view.tokens[view.tokenAt(headEnd - 1)]
  if (last && last.end > headEnd && last.start < headEnd) return null
  if (/^(化|性|型|式|们|级)/.test(text.slice(headEnd, headEnd + 1))) return null
  let start = headStart
  const first = view.tokenAt(headStart)
  const floor = Math.max(sentence.start, headEnd - LONGEST)
  const holder = view.tokens[first]
  if (holder && holder.start < start) start = Math.max(holder.start, floor)
  let i = first - 1
  if (first < 0) i = -1
  while (i >= 0) {
    const token = view.tokens[i]!
    if (token.start < floor) break
    const word = token.text
    if (word === '”' || word === '"') {
      const open = text.lastIndexOf(word === '”' ? '“' : '"', token.start - 1)
      if (open < floor || open < sentence.start || /[。；]/.test(text.slice(open, token.start))) break
      start = open
      while (i >= 0 && view.tokens[i]!.start >= open) i--
      continue
    }
    if (word === ')' || word === '）') {
      const open = Math.max(text.lastIndexOf('(', token.start), text.lastIndexOf('（', token.start))
      if (open < floor || token.start - open > 10) break
      start = open
      while (i >= 0 && view.tokens[i]!.start >= open) i--
      continue
    }
    if (/^[·—+\-•]+$/.test(word)) {
      start = token.start
      i--
      continue
    }
    if ((word === '和' || word === '与') && JOINING.test(head) && joins(view, i)) {
      start = token.start
      i--
      continue
    }
    if (/^[、，,。；;：:!?！？“‘《（(\s…"]+$/.test(word)) break
    if (
      STOP_WORDS.has(word) &&
      !(
        NAME_VERBS.test(word) &&
        i > 0 &&
        start - token.end === 0 &&
        isNoun(view.tokens[i - 1]!.tag, view.tokens[i - 1]!.text)
      )
    )
      break
    if (
      /^m$/.test(token.tag) &&
      !/^[\dA-Za-z+]+$/.test(word) &&
      !/^(一|二|三|四|五|六|七|八|九|十)$/.test(word)
    )
      break
    if (/^t$/.test(token.tag) && /[\d年月日今去明前]/.test(word) && type !== 'Event' && type !== 'Honor')
      break
    if (VERB.test(token.tag) && !NAME_VERB_TAG.test(token.tag) && !NAME_VERBS.test(word) && !LISTED.has(word))
      break
    if (STOP_TAGS.test(token.tag) && !/^[\dA-Za-z+]+$/.test(word) && word.length < 2) break
    if (/^(p|c|d|r|u[a-z]?)$/.test(token.tag)) break
    start = token.start
    i--
  }
  return accepted(text, start, headStart, headEnd, head, type)
}

const isNoun = (tag: string, word: string) => /^(n|a|b|j|l|i|eng)/.test(tag) || NAME_VERBS.test(word)

/** Whether what stands before 和 goes on to be part of the name: a short noun after a list or a verb, no name of its own. */
function joins(view: View, i: number): boolean {
  const before = view.tokens[i - 1]
  const farther = view.tokens[i - 2]
  if (!before || !/^(n|vn|v|l|j)/.test(before.tag)) return false
  return !(farther && /^[、]$/.test(farther.text))
}

/** Words that stand before a name and are not part of it. */
const LEADING =
  /^(?:[\d.]+余?(?:个|家|条|处|座|项|部|多|栋)|(?:该|这|本|我|各|全国|全省|全市|全区|重点|重磅|头号|整个|山东省首家|全省首家|首家|首个|首届(?=省|市))|(?:和|与|及|以及|对|在|从|向|把|将|由|被|为|有|是|经|据|让|还|先|再|又|讲|借|要|新)(?=[^疆乡区城兴]..)(?<!新)|(?:深入|全面|大力|积极|持续|稳步|有序|着力|聚力|加快|高标准|高质量|切实|有效|主动|创新|进一步|科学合理|牢牢|紧紧|坚定不移|全力)?(?:推进|推动|升级|开展|实施|落实|创建|完善|提升|引领|统筹|新?引进|新?落地|新?备案|新?建设|新建|新增|新成立|规划建设|规划(?=[^局和及])|改造|坚持|作为|设置|打造|启动|聚焦|围绕|依托|深化|优化|加强|建立|构建|设立|举办|参加|建成|获评|入选|荣获|成为|位于|落户|入驻|服务|融入|对接|助力|支持|铺进|搭建|修建|组建|储备|上拉|惠及|主攻|选在|全名是|简称|叫|有了|还有|包括|涵盖|提供|成立|核心载体|南城第一高))/

function accepted(
  text: string,
  start: number,
  headStart: number,
  end: number,
  head: string,
  type: EntityType,
): Candidate | null {
  let from = start
  // leading words that only count or praise are not part of a name
  for (;;) {
    const m = LEADING.exec(text.slice(from, end))
    if (!m || m[0].length === 0 || from + m[0].length > headStart) break
    from += m[0].length
  }
  // a zone's district is not part of its name: 市中区中央活力区
  const district = /^[\u4e00-\u9fff]{1,3}[区县](?=[\u4e00-\u9fff]{3,}[区]$)/.exec(text.slice(from, end))
  if (district && (type === 'Strategy' || type === 'Park')) from += district[0].length
  const modifier = text.slice(from, headStart)
  const bare = modifier.replace(/[“”"‘’()（）·\s]/g, '')
  if (bare === '' || COMMON.test(bare)) return null
  if (/^[\d.,]+$/.test(bare) && !/(国道|省道|县道)$/.test(head)) return null
  if (GENERIC.has(head) && bare.length < 2) return null
  if (GENERIC.has(head) && type === 'Place' && bare.length > 4) return null
  if (head === '项目' && !/[\dA-Za-z]|[“”]/.test(modifier) && bare.length < 4) return null
  const brackets =
    (text.slice(from, end).match(/[“(（]/g)?.length ?? 0) -
    (text.slice(from, end).match(/[”)）]/g)?.length ?? 0)
  if (brackets !== 0) return null
  const place = [...PLACES].some((name) => bare.startsWith(name))
  const confidence = Math.min(
    0.95,
    0.6 + head.length * 0.03 + (place ? 0.1 : 0) + Math.min(bare.length, 6) * 0.02,
  )
  return { start: from, end, type, confidence, rule: `head:${type.toLowerCase()}` }
}
