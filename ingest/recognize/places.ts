/** Places: divisions with what they lie in, roads and villages, short forms that the article supports. */

import { isTownship, PROVINCES } from '../lexicon/divisions.ts'
import { gated } from '../lexicon/gated.ts'
import { COMMON } from '../lexicon/heads.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { FRAMES, NOMINAL } from '../lexicon/verbs.ts'
import { words } from '../lexicon/words.ts'
import { ZONE_KINDS } from '../lexicon/zone-kinds.ts'
import type { Candidate } from './candidate.ts'
import type { Unit, View } from './view.ts'

const LOCAL = ['街道', '镇', '乡', '村', '社区', '路', '大道', '大街', '街', '小区']
/** Behind a place's short form these make another word of it. */
const GOES_ON =
  /^(?:[湾站桥号港湖岛]|之[夜声光窗]|最大|首个|首座|首条|第一|领先|人|话|菜|系|籍|产|造|式|化|性|型|味|语|杯|站稳)/
const NOT_NS =
  /^(?:海洋|深海|各.*|.*都市|新区|.*时|全国|全省|中国|我国|国家|城市|新建|满意度|高度|开发区|中心|黄河大|美丽|东西|全球|世界|国际|海外|天下|人间|古城|新城|老城|高新|主城)|(?:城市|小区|园区|城区|街区|市区|景区|山区|库区|灾区|地区|乡村|农村|新村|村镇|城镇|乡镇|思路|道路|公路|铁路|马路|网路|出路)$/
/** G20青银高速, 104国道, 国道104, S103. */
const ROUTES = gated(
  /(?<![A-Za-z\d])(?:[GSX]\d{1,4}(?:[\p{Script=Han}]{2,4}(?:高速公路|高速))?(?![\d\-.])|\d{3}(?:国道|省道|县道)|(?:国道|省道|县道)[GS]?\d{3})/gu,
  /[GSX]\d|[国省县]道/,
)

const TOWNSHIP = gated(/街道|镇|乡/g)

export function placeCandidates(view: View, lexicon: Lexicon): Candidate[] {
  const { text, units, line, sentence } = view
  const out: Candidate[] = []
  const push = (start: number, end: number, confidence: number, rule: string) =>
    out.push({ start, end, type: 'Place', confidence, rule })
  for (const m of ROUTES.in(line))
    push(sentence.start + m.index, sentence.start + m.index + m[0].length, 0.97, 'place:route')
  units.forEach((unit, i) => {
    if (unit.listed === 'Place') {
      if (GOES_ON.test(text.slice(unit.end)) && unit.text.length <= 3) return
      // 美国密歇根州
      const abroad = units[i + 1]
      if (
        COUNTRY.has(unit.text) &&
        abroad &&
        abroad.start === unit.end &&
        /^(?:ns|nr|x|nz)/.test(abroad.tag) &&
        abroad.text.length >= 2 &&
        !abroad.listed &&
        (/[州市省郡]$/.test(abroad.text) || /^[、，。等和与]/.test(text.slice(abroad.end)))
      )
        push(unit.start, abroad.end, 0.85, 'place:abroad')
      const next = units[i + 1]
      const inChain =
        next?.listed === 'Place' &&
        next.start === unit.end &&
        isCounty(next.text) &&
        isCity(unit.text) &&
        !PROVINCE.has(unit.text)
      // 济南市市中区 is one name, 山东省济南市 and 历城区彩石街道 are two
      if (inChain) push(unit.start, next.end, 0.86, 'place:chain')
      push(unit.start, unit.end, unit.text.length > 2 ? 0.82 : 0.75, 'lexicon:place')
      return
    }
    if (unit.listed) return
    const district = districtAt(units, i)
    if (district) push(district.start, district.end, 0.66, 'place:district')
    if (unit.text.length < 2) return
    if (lexicon.isCountyStem(unit.text) && stands(view, i, lexicon))
      push(unit.start, unit.end, 0.7, 'place:stem')
    else if (unit.tag === 'ns' && !NOT_NS.test(unit.text)) {
      if (AMBIGUOUS.has(unit.text)) return
      const suffixed = /[区县市镇乡村路湖河江山岛湾巷坊沟岭峡滩]$/.test(unit.text) && unit.text.length > 2
      const moved = /(?:[在到从自于赴至往距]|途经|位于|来到|落户|前往|毗邻|紧邻|走进)$/.test(
        text.slice(Math.max(sentence.start, unit.start - 2), unit.start),
      )
      if ((suffixed && !COMMON.has(unit.text)) || moved) push(unit.start, unit.end, 0.6, 'tag:ns')
    }
  })
  for (const m of TOWNSHIP.in(line)) {
    const end = m.index + m[0].length
    for (let length = 6; length >= 2; length--) {
      const start = end - m[0].length - length
      const stem = line.slice(start, end - m[0].length)
      if (start < 0 || !isTownship(line.slice(start, end))) continue
      if (COMMON.has(stem) || NOMINAL.has(stem) || FRAMES.has(stem)) continue
      push(sentence.start + start, sentence.start + end, 0.93, 'lexicon:township')
      break
    }
  }
  return out
}

const isCity = (name: string): boolean => !/[区县旗]$/.test(name) && !/[省]$/.test(name)
const isCounty = (name: string): boolean => /[区县旗市]$/.test(name) && name.length >= 3

const COUNTRY: ReadonlySet<string> = new Set(
  words(
    '美国 英国 法国 德国 日本 韩国 俄罗斯 意大利 西班牙 荷兰 比利时 瑞士 瑞典 芬兰 挪威 丹麦 奥地利 波兰 捷克 匈牙利 塞尔维亚 土耳其 以色列 沙特 阿联酋 埃及 南非 印度 巴基斯坦 缅甸 泰国 老挝 柬埔寨 越南 马来西亚 印度尼西亚 印尼 菲律宾 哈萨克斯坦 乌兹别克斯坦 澳大利亚 新西兰 加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 爱尔兰',
  ),
)
const PROVINCE: ReadonlySet<string> = new Set(PROVINCES)
const AMBIGUOUS = new Set(
  words(
    '惠民 凤凰 宜居 沿河 江口 平塘 新建 新城 和平 平安 东方 振兴 向阳 前进 文化 民主 光明 新兴 新华 友谊 解放 红旗 胜利 团结 建设 富裕 永久 开放 长安 城关 城东 城西 高新 经开 大通 青年 丰满 宽城 道里 道外 南岗 太平 兴安 东山 西山 中山 南山 江北 江南 河东 河西 龙凤 海港 港口 工农 安居 大同 永安 广安 集美 仁和 江山 灯塔 共和 互助 都安 平安 平原 开平 高平 武功 吉利 安定 和顺 兴和 兴国 宁国 建德 建水 中心 长寿 合作 当阳 正安 大方 大关 大安 大余 大田 公安 通道 城区 古城 江海 双湖 东安 龙华 永和 石桥 湖滨 海天 东至',
  ),
)

/** Zones and quarters that are no district: 居住区, 示范区. */
const NO_DISTRICT =
  /(?:[园社片地山全新库灾牧林景辖商老主市郊]区|(?:经济|行政|项目|县市|开发|高新|经开|示范|试验|实验|合作|核心|功能|服务|居住|工业|商业|商务|住宅|风景|旅游|度假|保护|保税|生活|生产|办公|集聚|聚集|先行|起步|管理|作业|自治|特|专|港|湖|湾|校|军|战|禁|贫困|流域|(?:老|主|新|中心|市|县|全|各)城|县|区)区|[全各本该两三四五多百强]县|(?:城|都|上|超|股|夜|集|门|全|各|本|该|我|集贸|直辖|地级|县级|副省级|省会|中心|大)市|强市|大县)$/
/** A district or county that no list has: a word of its own, or one character before 城区. */
function districtAt(units: readonly Unit[], i: number): { start: number; end: number } | null {
  const unit = units[i]!
  const before = units[i - 1]
  if (
    unit.text === '城区' &&
    before &&
    before.end === unit.start &&
    before.text.length === 1 &&
    /^[\p{Script=Han}]$/u.test(before.text) &&
    !FRAMES.has(before.text) &&
    !/^(?:老|主|各|全|新|中)$/.test(before.text)
  )
    return { start: before.start, end: unit.end }
  if (!/^[\p{Script=Han}]{2,3}[区县市旗]$/u.test(unit.text) || NO_DISTRICT.test(unit.text)) return null
  if (COMMON.has(unit.text) || FRAMES.has(unit.text)) return null
  return /^(?:ns|nr|nz|x|n)/.test(unit.tag) ? unit : null
}

/** A short form stands for its district where the article names that in full, or beside another place in a list. */
function stands(view: View, i: number, lexicon: Lexicon): boolean {
  const unit = view.units[i]!
  const { text } = view
  if (GOES_ON.test(text.slice(unit.end))) return false
  // “双湖争辉”: a part of what is quoted; 应|天门: half of a word
  if (text[unit.start - 1] === '“' && text[unit.end] !== '”') return false
  const before = view.units[i - 1]
  if (before?.end === unit.start && before.text.length === 1 && /^(?:n|ng|g|zg|a)$/.test(before.tag))
    return false
  if (
    view.said
      .levels(unit.text)
      .some((level) => /^[区县市旗]$/.test(level) && lexicon.typeOf(unit.text + level) === 'Place')
  )
    return true
  if (/^(?:ns|nr|nz|x)/.test(unit.tag) && !AMBIGUOUS.has(unit.text)) return true
  return [-1, 1].some((d) => {
    const mate = view.units[i + 2 * d]
    return (
      view.units[i + d]?.text === '、' && mate !== undefined && (mate.tag === 'ns' || mate.listed === 'Place')
    )
  })
}

/** 市中区中央活力区 → 中央活力区: a zone's name begins behind its district. */
export function zoneStart(view: View, candidate: Candidate): number {
  const first = view.units[view.unitAt(candidate.start)]
  if (candidate.type !== 'Park' && candidate.type !== 'Strategy') return candidate.start
  if (first?.listed !== 'Place' || !/[区县]$/.test(first.text) || first.start !== candidate.start)
    return candidate.start
  return candidate.end - first.end >= 4 && view.text[candidate.end - 1] === '区' ? first.end : candidate.start
}

const ZONE = new RegExp(`^[\\p{Script=Han}]{1,4}(?:${ZONE_KINDS})$`, 'u')

/** 台江区苍霞文化街区 → 苍霞文化街区, 西咸新区沣西新城 → 沣西新城: a place begins behind the one that it lies in. */
export function withinStart(view: View, candidate: Candidate): number {
  if (candidate.type !== 'Place') return candidate.start
  const first = view.units[view.unitAt(candidate.start)]
  if (!first || first.start !== candidate.start || candidate.end - first.end < 4) return candidate.start
  return (first.listed === 'Place' && /[区县]$/.test(first.text)) ||
    first.listed === 'Park' ||
    ZONE.test(first.text)
    ? first.end
    : candidate.start
}

/** 历城区彩石街道 → 彩石街道: where a local place's own name begins behind the places it lies in. */
export function localStart(view: View, candidate: Candidate): number {
  const { text } = view
  const name = text.slice(candidate.start, candidate.end)
  const head = LOCAL.find((h) => name.endsWith(h))
  if (!head) return candidate.start
  let start = candidate.start
  for (let i = view.unitAt(start); i >= 0 && i < view.units.length; i++) {
    const unit = view.units[i]!
    if (unit.start !== start || (unit.listed !== 'Place' && !districtAt(view.units, i))) break
    if (candidate.end - head.length - unit.end < (head.length === 1 ? 1 : 2)) break
    start = unit.end
  }
  // 杏坛镇逢简村: the town is a place of its own
  const town = /^[\p{Script=Han}]{1,5}?(?:街道|镇|乡)(?=[\p{Script=Han}]{2})/u.exec(
    text.slice(start, candidate.end - head.length + 1),
  )
  if (town && /^(?:村|社区|路|街|小区)$/.test(head)) start += town[0].length
  return start
}
