/** Works that a sentence lists behind what it counts at a stage: 3个项目当天开工,分别是甲、乙和丙. */
import type { StatusMention } from '../../../model/article.ts'
import { clauseAt } from '../clauses.ts'
import type { Reading } from '../reading.ts'
import { between, type Scene, wordsBefore } from '../scene.ts'
import { AHEAD, stageOf, WORD, worksOf } from './outright.ts'
import { dateBefore } from './stages.ts'

const COUNTED =
  '(?:\\d+|[一二三四五六七八九十两]+)个[^,，。;；:：]{0,8}(?:项目|工程|园区)[^,，。;；:：]{0,8}?'
const AT_ONCE = '(?:[同当][一]?[天日时批期步月年]|一[并道起同]|\\d{4}年|\\d日)(?:集中|正式)?'
const LEADS_IN = '(?:分别(?:是|为)|包括|其中有|还有|主要(?:是|有)|涉及|即)'
const LISTING = new RegExp(`(?:${COUNTED}|${AT_ONCE})(${WORD})(?:建设)?的?[,，:：]?${LEADS_IN}`, 'g')
/** As far before a list as its date, and what puts it in the future, are looked for, in characters. */
const REACH = 64
/** As far behind it as it goes on, in characters. */
const LONGEST = 240

export function enumeratedOf(scene: Scene, readings: readonly Reading[]): StatusMention[] {
  return readings.flatMap(({ sentence, clauses }) =>
    [...between(scene, sentence.start, sentence.end).matchAll(LISTING)].flatMap(
      ({ 0: words, 1: word, index }) => {
        const start = sentence.start + index + words.indexOf(word!)
        const end = sentence.start + index + words.length
        const before = wordsBefore(scene, sentence, start, REACH)
        if (AHEAD.test(before)) return []
        const list = clauses
          .slice(clauseAt(clauses, start))
          .find((c) => c.end >= end && c.phrases.some((p) => p.start >= end))
        return (list?.phrases ?? [])
          .filter((p) => p.start >= end && p.start < end + LONGEST)
          .flatMap(worksOf)
          .map(({ entities }) => ({
            subject: entities[0]!,
            status: stageOf.get(word!)!,
            date: dateBefore(before),
            sentence: sentence.index,
            start,
            end: start + word!.length,
          }))
      },
    ),
  )
}
