/** Names by which a thing is called without the word that says what it is: “五减”改革 → 五减, 第二届云江博览会 → 云江博览会. */
import type { EntityType } from '../../model/ontology.ts'
import { lexicon } from '../lexicon/lexicon.ts'
import { POLICY_HEADS } from '../lexicon/strategies.ts'
import { stemOf, withoutPlace, withoutReach } from './forms.ts'
import { lastStepOf } from './places.ts'

const QUOTED = /^[“‘]([^“”‘’]{2,20})[”’](.{1,24})$/u
/** 云江经开区(青石区): of a firm what stands in brackets tells it from its sisters. */
const IN_BRACKETS = /[(（][^()（）]+[)）]$/
const BRACKETED: ReadonlySet<EntityType> = new Set<EntityType>(['Park', 'Project', 'Institute', 'Strategy'])
const EDITION = /^(?:首届|第?[一二三四五六七八九十百\d]+届|20\d\d年?(?:度)?|\d{4})/
const POLICY = new RegExp(
  `(?:${POLICY_HEADS}|改革|机制|模式|(?:产业|发展|空间|区域|城市发展)?(?:新)?(?:格局|布局)|体系|部署)$`,
)

/** 建设国家中心城市, 烟台向海图强: who does it, or that it is done, may be left out. */
const DOING = /^(?:建设|打造|创建|争创|推进|融入|对接)/
/** 云江健康产业“双核引领”战略: what stands in quotes behind the name of a place or a trade. */
const INNER = /^[^“”、，]{2,10}“([^“”]{4,20})”[^“”]{0,12}$/u

/** 云江提升三年|行动计划, 新旧动能转换重大|工程: what says which one it is, and waits for the word behind it. */
const WAITING = /(?:[一二三四五六七八九十两\d]年(?:攻坚)?|国家|重大|重点|专项|总体|综合|高质量|行动|实施)$/

function* ofStrategy(form: string): Generator<string> {
  const inner = INNER.exec(form)
  if (inner) yield inner[1]!
  const said = form.replace(/^“([^“”]+)”$/, '$1')
  const anyFar = withoutReach(said)
  if (anyFar !== said && anyFar.length >= 4) yield anyFar
  if (/[“”]/.test(form)) return
  const stem = form.replace(POLICY, '')
  if (stem !== form && stem.length >= (/建设$/.test(form) ? 3 : 4) && !WAITING.test(stem)) yield stem
  const done = form.replace(DOING, '')
  if (done !== form && !done.includes('、') && done.length >= 4) yield done
  const anywhere = withoutPlace(form, 4)
  if (anywhere !== form) yield anywhere
}

/** Short names of the forms of one entity; what is left must be long enough to tell. */
export function shortNamesOf(forms: readonly string[], type: EntityType): string[] {
  const out = new Set<string>()
  for (const form of forms) {
    if (type === 'Strategy' || type === 'Project' || type === 'Park') {
      const quoted = QUOTED.exec(form)
      if (quoted) out.add(quoted[1]!)
    }
    if (BRACKETED.has(type)) {
      const whole = form.replace(IN_BRACKETS, '')
      if (whole !== form && whole.length >= 4) out.add(whole)
    }
    if (type === 'Strategy') for (const name of ofStrategy(form)) out.add(name)
    if (type === 'Industry') {
      const stem = stemOf(form, type)
      if (stem !== form) out.add(stem)
    }
    if (type === 'Place') {
      const step = lastStepOf(form)
      if (step) out.add(step)
    }
    if (type === 'Event') {
      const named = form.replace(EDITION, '')
      if (named !== form && named.length >= 4) out.add(named)
    }
  }
  // “十四五”电力规划 is not 十四五, which is a name of its own; a trade is the same by either name, 海洋强国建设 is 海洋强国 at work
  return [...out].filter((name) => {
    const known = lexicon().typeOf(name)
    const same = type === 'Industry' || type === 'Place' || forms.includes(`${name}建设`)
    return known === undefined || (same && known === type)
  })
}
