/** Companies that no last word tells, by what is said right beside them: 企业柳岳微联创始人, 由晋陵电投开发, 支持隆元硅材建设. */
import { gated } from '../lexicon/gated.ts'
import { COMMON } from '../lexicon/heads.ts'
import { SURNAMES } from '../lexicon/people.ts'
import { APPOSITIVES, FRAMES, NOMINAL } from '../lexicon/verbs.ts'
import type { Candidate } from './candidate.ts'
import { typeOfHead } from './heads.ts'
import type { View } from './view.ts'

const NAME = '(?<name>[\\p{Script=Han}]{2,6}?)'
const CONTEXTS = [
  gated(
    new RegExp(
      `(?:企业|公司|名叫|名为|厂商|链主|运营方|投资方|建设方|承建方|园区龙头)${NAME}(?=创始人|联合创始人|负责人|董事长|总经理|总裁|副总|首席|首条|首期|项目负责人)`,
      'gu',
    ),
  ),
  gated(
    new RegExp(`(?:[一另][家个]叫|公司叫|企业叫|名叫|名为|龙头是|企业是)(?:作)?${NAME}(?=[，。,])`, 'gu'),
    /叫|名为|是/,
  ),
  gated(
    new RegExp(
      `由${NAME}(?:投资)?(?=开发|承建|投资|投建|建设|运营|牵头|操盘|研发|打造|实施|承担|控股|投入)`,
      'gu',
    ),
  ),
  gated(
    new RegExp(
      `(?:支持|推动|助力|力促)${NAME}(?=建设|[一二三]期|扩大|扩能|扩产|上市|增资|投产|做强|开展)`,
      'gu',
    ),
  ),
  gated(
    new RegExp(
      `(?<=[，。；、,;：:“”\\s])${NAME}(?=(?:计划|拟|将)?(?:投资|追加|增资|斥资)[\\d.]+[余多]?[万亿])`,
      'gu',
    ),
    /投资|追加|增资|斥资/,
  ),
  gated(
    new RegExp(
      `${NAME}(?=(?:创始人|董事长|总经理|联合创始人)[\\p{Script=Han}]{2,3}(?:说|表示|介绍|告诉))`,
      'gu',
    ),
    /创始人|董事长|总经理/,
  ),
]
const PLACE_LIKE = /[省市区县镇乡村路街湖河江山岛湾港口桥站门沟坪洲岭城庄园]$/

export function toldCandidates(view: View): Candidate[] {
  const { line, sentence } = view
  const out: Candidate[] = []
  for (const context of CONTEXTS)
    for (const m of context.in(line)) {
      const name = m.groups!.name!
      const start = sentence.start + m.index + m[0].indexOf(name)
      const from = coinedFrom(view, start, start + name.length)
      if (from !== null)
        out.push({
          start: from,
          end: start + name.length,
          type: 'Company',
          confidence: 0.7,
          rule: 'firm:told',
        })
    }
  return out
}

/** Where the words of no dictionary begin that end at `end`; null where they are no brand. */
function coinedFrom(view: View, start: number, end: number): number | null {
  let i = view.unitAt(end - 1)
  if (view.units[i]?.end !== end) return null
  let from = end
  let coined = 0
  for (; i >= 0 && view.units[i]!.start >= start; i--) {
    const unit = view.units[i]!
    if (unit.listed || FRAMES.has(unit.text) || COMMON.has(unit.text) || NOMINAL.has(unit.text)) break
    if (APPOSITIVES.has(unit.text) || !/^(?:x|nz|nr|nrt|nrfg|n|ng|g|zg|j|a|b)$/.test(unit.tag)) break
    if (/^(?:x|nz|nrt|nrfg)$/.test(unit.tag) && unit.text.length >= 2) coined++
    from = unit.start
  }
  const name = view.text.slice(from, end)
  if (coined === 0 || name.length < 3 || name.length > 6 || /[难渠道问题办法]$/.test(name)) return null
  const before = view.units[view.unitAt(from - 1)]
  if (
    from > start &&
    before &&
    !FRAMES.has(before.text) &&
    !APPOSITIVES.has(before.text) &&
    before.listed !== 'Place'
  )
    return null
  if (PLACE_LIKE.test(name) || typeOfHead(name) !== null) return null
  return name.length <= 3 && SURNAMES.includes(name[0]!) ? null : from
}
