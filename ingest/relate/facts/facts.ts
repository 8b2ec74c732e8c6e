import type { Fact, Linked } from '../../../model/article.ts'
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import type { Amount, Chooser } from './amount.ts'
import { byRules } from './choose.ts'
import { measured } from './measure.ts'
import { comparisonOf, floorOf, GROWS, kindOf, metricOf } from './metric.ts'
import { quantitiesIn } from './numbers.ts'
import { Periods } from './periods.ts'
import { type Picked, Subjects } from './subjects.ts'
import { withoutTimes } from './timeless.ts'

/** Numbers with their units, and whom they are said of: as the rules pick, or as is chosen with what they picked in view. */
export function factsOf(
  scene: Scene,
  readings: readonly Reading[],
  { choose, settle }: Chooser = { choose: byRules },
): Fact[] {
  const { article } = scene
  const subjects = new Subjects(scene, readings)
  const numbers: Fact[] = []
  let last: Fact | undefined
  for (const sentence of article.sentences) {
    const line = article.text.slice(sentence.start, sentence.end)
    const quantities = quantitiesIn(line)
    if (quantities.length === 0) continue
    const mentions = scene.bySentence[sentence.index]!
    const names = mentions.map((m) => ({ start: m.start - sentence.start, end: m.end - sentence.start }))
    const periods = new Periods(line, sentence.time, article.date, names)
    const byEnd = mentions.toSorted((a, b) => a.end - b.end)
    // the farthest end of what begins before the number
    let [m, within] = [0, -1]
    for (const quantity of quantities) {
      const [start, end] = [sentence.start + quantity.start, sentence.start + quantity.end]
      const before = line.slice(0, quantity.start)
      const gap = last?.sentence === sentence.index ? article.text.slice(last.end, start) : null
      // the name before a number says whose it is, not what
      const floor = floorOf(byEnd, start, sentence.start)
      while (m < mentions.length && mentions[m]!.start <= start) within = Math.max(within, mentions[m++]!.end)
      const own = quantity.rank
        ? `${metricOf(article, start, start, '', floor)}排名`.replace(/^(?:数量|比例)/, '')
        : metricOf(article, start, end, quantity.unit, floor)
      // 完成拆迁1300户、58万平方米: two measures of one thing
      const metric =
        last && gap === '、' && own === kindOf(quantity.unit) && last.metric !== kindOf(last.unit)
          ? last.metric
          : own
      const inName = within > start
      const follows = gap !== null && /^[,，、]?(?:列|位居|居)?$/.test(gap)
      // 69.6亿元、同比增长11.7%: of the same thing
      const grows = gap !== null && quantity.unit === '%' && GROWS.test(gap)
      const picked: Picked = inName
        ? { entity: subjects.named(sentence.index, start, end), way: 'name' }
        : last && (grows || (follows && (quantity.rank || gap === '')))
          ? { entity: last.subject, way: 'same' }
          : subjects.of(sentence.index, start, end, before.slice(-12) + metric)
      const amount: Amount = { sentence: sentence.index, start, end, quantity, metric, picked, last, gap }
      const number: Fact = {
        subject: choose(amount),
        metric,
        value: quantity.value,
        unit: quantity.unit,
        period: periods.at(quantity.start),
        bound: quantity.bound,
        comparison: quantity.rank ? 'rank' : comparisonOf(before, quantity.unit),
        sentence: sentence.index,
        start,
        end,
      }
      numbers.push(number)
      if (number.subject >= 0) last = number
    }
  }
  const settled = settle?.()
  const shown = measured(scene, numbers)
  const facts = settled
    ? shown.flatMap((number, i) => settled[i]!.map((subject) => ({ ...number, subject })))
    : shown.filter((number) => number.subject >= 0)
  return withoutTimes(article.entities, withoutTitle(article, facts))
}

/** What the title counts is counted again below, where it says of whom. */
function withoutTitle(article: Linked, facts: readonly Fact[]): Fact[] {
  const inTitle = (f: Fact) => article.paragraphs[article.sentences[f.sentence]!.paragraph]?.kind === 'title'
  const amountOf = (f: Fact) => `${f.value} ${f.unit}`
  const below = new Set(facts.flatMap((f) => (inTitle(f) ? [] : [amountOf(f)])))
  return facts.filter((f) => !inTitle(f) || !below.has(amountOf(f)))
}
