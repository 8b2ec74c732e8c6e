/** Names of the lexicon that are neither places nor sectors. */
import { DEVELOPERS } from '../lexicon/companies.ts'
import { words } from '../lexicon/words.ts'
import type { Candidate } from './candidate.ts'
import type { View } from './view.ts'

/** Brands that are words as well: taken only where something round them speaks of a company. */
const WEAK = new Set(
  words(
    '东风 长虹 正大 通威 苹果 曙光 地平线 三星 三一 银座 先导 统一 百事 达能 高盛 怡和 远景 飞鹤 追觅 锦江 极兔 菜鸟 洋河 郎酒 首创 太古 恒基 国美 物美 新大陆 新松 宝钢 北汽 东航 南航 国航 川航 山航 正泰 协鑫 创维 惠科 中冶 首钢 泰康 复星 阿里 讯飞 商汤 中兴 华电 福特 李尔 马勒 林德 壳牌 默克 强生 礼来 罗氏 拜耳 现代 大众 日产 标致 起亚 奔驰 宝马 奥迪 耐克 正邦 方特 长隆 华住 红杉 软银 高瓴 中集 万纬 申通 韵达 圆通 中通 德邦 九牧 方太 九阳 李宁 特步 安踏 三棵树 立邦 赛迪 北大 清华 复旦 同济 浙大 天大 吉大 厦大 武大 川大 山大 牛津 剑桥 西电 央行 同仁堂 银泰 博世 采埃孚',
  ),
)
const AROUND = /(?:与|和|、|及|引进|引入|携手|联合|牵手|签约|入驻|落户|合作|来自|包括|如|为|由)$/
const BEHIND =
  /^(?:、|等|和|与|集团|公司|股份|投资|签约|落户|入驻|合作|总部|中国|全球|董事长|总经理|总裁|副总|[(（])/

/** A weak name: kept only as the owner in front of a longer one. */
export const DOUBTFUL = 'lexicon:doubtful'

export function listedCandidates(view: View): Candidate[] {
  const { text, sentence, units } = view
  const out: Candidate[] = []
  units.forEach((unit, i) => {
    const type = unit.listed
    if (!type || type === 'Place' || type === 'Industry') return
    const { start, end } = unit
    const weak = WEAK.has(unit.text)
    let doubtful = false
    if (weak) {
      const before = text.slice(Math.max(sentence.start, start - 4), start)
      const mate = [i - 2, i + 2].some(
        (k) => units[k]?.listed === type && units[(i + k) / 2]?.text.match(/^[、和与]$/),
      )
      if (!mate && !(AROUND.test(before) && BEHIND.test(text.slice(end, end + 3)))) doubtful = true
    }
    const dotted = /^·[\p{Script=Han}A-Za-z0-9]{2,8}?(?=[、，。；,;和与等项]|$|\s)/u.exec(
      text.slice(end, end + 12),
    )
    if (dotted && DEVELOPERS.has(unit.text))
      out.push({ start, end: end + dotted[0].length, type: 'Project', confidence: 0.85, rule: 'firm:estate' })
    const estate =
      /^[\p{Script=Han}]{2,4}?(?:汇|天地|里|府|荟|茂|商务城|城市广场|广场|中心城)(?=[、，。；,;和与等项于在位将已]|$)/u.exec(
        text.slice(end, end + 9),
      )
    if (estate && DEVELOPERS.has(unit.text) && type === 'Company')
      out.push({ start, end: end + estate[0].length, type: 'Project', confidence: 0.8, rule: 'firm:estate' })
    if (
      type === 'Company' &&
      /^(?:路|街|村|镇|大道|大厦|广场|小区|花园|社区)$/.test(units[i + 1]?.text ?? '')
    )
      return
    out.push({
      start,
      end,
      type,
      confidence: weak ? 0.66 : unit.text.length > 2 ? 0.84 : 0.74,
      rule: doubtful ? DOUBTFUL : `lexicon:${type.toLowerCase()}`,
    })
    const place = units[i - 1]
    if (type === 'Park' && place?.listed === 'Place' && place.end === start)
      out.push({ start: place.start, end, type, confidence: 0.88, rule: 'head:park' })
    // 海康威视山东总部 and 江苏银行苏州分行 are names of their own
    const branch = /^[\p{Script=Han}]{0,6}?(?:总部|分公司|分行|支行|子公司|基地|研发中心|区域总部)/u.exec(
      text.slice(end, end + 12),
    )
    if (type === 'Company' && branch && units[i + 1]?.listed === 'Place')
      out.push({
        start,
        end: end + branch[0].length,
        type: /基地$/.test(branch[0]) ? 'Project' : 'Company',
        confidence: 0.88,
        rule: 'firm:branch',
      })
  })
  return out
}
