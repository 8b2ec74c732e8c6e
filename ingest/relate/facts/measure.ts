/** What a number measures, as it is shown: the nouns before it, or those behind it where it counts things. */
import type { Fact } from '../../../model/article.ts'
import type { Scene } from '../scene.ts'
import { behindOf, frontOf, measureBehind } from './around.ts'
import { COUNTING, floorOf, GROWS, kindOf, type MetricOf, worded } from './metric.ts'

/** What is counted beside what numbers are learned to count. */
const COUNTED_TOO = /^(?:台套|只|颗|趟|列|班|股|宗|片|幅|口|枚|份|次|对|组|级)$/
const isCounting = (unit: string): boolean => COUNTING.test(unit) || COUNTED_TOO.test(unit)

/** 将新增|7个泊位: what is counted is new, none of it grows. */
const NEW = /^[新净]增$/u

/** As it is shown. */
export const measureOf: MetricOf = (article, start, end, unit, floor) => {
  const { text, tokens } = article
  const added = text.slice(Math.max(floor, start - 2), start)
  if (NEW.test(added) && !GROWN.test(unit)) {
    const what = behindOf(tokens, text, end) || measureBehind(text, end)
    const left = what ? '' : frontOf(tokens, text, start - 2, floor)
    return left ? left + added : added + (what || sizeOf(unit))
  }
  return worded(text, start, floor, {
    front: (at) => frontOf(tokens, text, at, floor),
    behind(left) {
      if (isCounting(unit.replace(/^[百千万亿]+/, '')))
        return behindOf(tokens, text, end) || left || sizeOf(unit)
      if (MADE.test(left)) return left + behindOf(tokens, text, end).replace(WORKS, '')
      return (WHOSE.test(left) ? '' : left) || measureBehind(text, end) || sizeOf(unit)
    },
  })
}
const GROWN = /^(?:%|个?百分点|倍|成|‰)$/

/** 年产|5000吨|磷酸铁锂. */
const MADE = /^(?:新增)?[年月日](?:产|加工|处理|回收|销售)$/u
const WORKS = /(?:项目|工程|基地|工厂|生产线|产线|装置)$/u
/** What is so called has a size and is none: 项目110亿元. */
const WHOSE = /(?:项目|园区|基地|工厂|全村|工程|片区|装置|[一二三四]期)$/u

const SIZES: readonly [RegExp, string][] = [
  [/\/(?:年|月|天|日|小时)$/, '产能'],
  [/吨|[GMk]W|千瓦|标方/, '规模'],
]
/** What a number with this unit measures where no word says it. */
const sizeOf = (unit: string): string => SIZES.find(([pattern]) => pattern.test(unit))?.[1] ?? kindOf(unit)

/** 50亿元|至100亿元项目: how large those are that come next. */
const RANGE = /^(?:至|到|以[上下]|[-—~])/

const GROWTH_ALONE = /^(?:同比|比上年|较上年|比去年|较去年)?(?:增长|下降|提高|上升|增|降)$/u

/**
 * What a number measures that stands in the sentence of the last one: 完成拆迁1300户、58万平方米 is two measures of one thing,
 * 引进项目186个,已完工65个 one measure twice, 民生项目4个、18亿元 what they cost, 产值5亿元,同比增长6% how much more of it.
 */
function measureAfter(last: Fact, own: string, unit: string, gap: string, next: string): string {
  const named = last.metric !== sizeOf(last.unit)
  const costs = /项目$/.test(last.metric) && /元$/.test(unit)
  const follows = gap === '、' || last.unit === unit || (costs && /^[，,]约?$/.test(gap) && !RANGE.test(next))
  if (named && own === sizeOf(unit) && follows) return costs ? `${last.metric}投资` : last.metric
  return named && unit === '%' && GROWS.test(gap) && GROWTH_ALONE.test(own) ? last.metric + own : own
}

/** 21个项目,其中百亿级6个,能源类2个: kinds of what was counted before them. */
const KIND_OF = /[类级]$/u
const KINDS_OF = /(?:项目|企业|园区|平台)$/u

/** Numbers of an article, in order of text, each with what it measures as it is shown. */
export function measured({ article, bySentence }: Scene, numbers: readonly Fact[]): Fact[] {
  const out: Fact[] = []
  let last: Fact | undefined
  /** What was counted last in the sentence. */
  let kinds = ''
  let [sentence, byEnd] = [-1, [] as Scene['bySentence'][number]]
  for (const number of numbers) {
    const { start, end, unit } = number
    if (number.sentence !== sentence) {
      sentence = number.sentence
      // a name before a number says whose it is; a trade is what is measured: 年产光刻胶3.6万吨
      byEnd = bySentence[sentence]!.filter((m) => m.type !== 'Industry').sort((a, b) => a.end - b.end)
    }
    const floor = floorOf(byEnd, start, article.sentences[sentence]!.start)
    const own =
      number.comparison === 'rank'
        ? `${measureOf(article, start, start, '', floor)}排名`.replace(/^数量/, '')
        : measureOf(article, start, end, unit, floor)
    const before = last?.sentence === sentence ? last : undefined
    if (!before) kinds = ''
    const { text } = article
    const said = before
      ? measureAfter(before, own, unit, text.slice(before.end, start), text.slice(end, end + 2))
      : own
    const metric = isCounting(unit) && KIND_OF.test(said) ? said + kinds : said
    if (isCounting(unit)) kinds = KINDS_OF.exec(metric)?.[0] ?? kinds
    const shown = { ...number, metric }
    out.push(shown)
    if (number.subject >= 0) last = shown
  }
  return out
}
