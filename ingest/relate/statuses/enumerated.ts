/** Works that a sentence lists behind what it counts at a stage: 3个项目当天开工,分别是甲、乙和丙. */
import type { Span, StatusMention } from '../../../model/article.ts'
import type { Status } from '../../../model/ontology.ts'
import { clauseAt } from '../clauses.ts'
import type { Reading } from '../reading.ts'
import { between, type Scene, wordsBefore } from '../scene.ts'
import { dateOf } from './dated.ts'
import { AHEAD, stageOf, WORD, worksOf } from './outright.ts'

const COUNTED =
  '(?:\\d{1,6}|[一二三四五六七八九十两]{1,6})个[^,，。;；:：]{0,8}(?:项目|工程|园区)[^,，。;；:：]{0,8}?'
const AT_ONCE = '(?:[同当][一]?[天日时批期步月年]|一[并道起同]|\\d{4}年|\\d日)(?:集中|正式)?'
const LEADS_IN = '(?:分别(?:是|为)|(?:除[^,，。;；]{2,12}外[,，])?还?包括|其中有|还有|主要(?:是|有)|涉及|即)'
const PRICE = '(?:[,，](?:计划|预计)?总?投资[^,，。;；]{2,16})?'
const LISTING = new RegExp(`(?:${COUNTED}|${AT_ONCE})(${WORD})(?:建设)?的?${PRICE}[,，:：]?${LEADS_IN}`, 'g')
/** 计划动工的项目有30个,…还包括甲、乙. */
const PLANNED = new RegExp(
  `(?:计划|拟)(${WORD})(?:建设)?的?项目(?:有|共|达)?\\d{1,6}个${PRICE}[,，:：]${LEADS_IN}`,
  'g',
)
/** 六个项目一起动工。其中工业类三项,分别是甲、乙和丙: one kind of what was counted. */
const OF_A_KIND = /^[^,，。;；:：]{0,14}?[\d一二三四五六七八九十两]{1,6}[项个][,，]分别(?:是|为)/
const TOGETHER = new RegExp(`(?:${COUNTED}|${AT_ONCE})(${WORD})(?![的仪率])`)
/** As far before a list as its date, and what puts it in the future, are looked for, in characters. */
const REACH = 64
/** As far behind it as it goes on, in characters. */
const LONGEST = 240

/** Where a list begins, and the word that says what its works are at. */
interface Lead {
  status: Status
  end: number
  word: Span
}

export function enumeratedOf(scene: Scene, readings: readonly Reading[]): StatusMention[] {
  let [counted, paragraph]: [{ word: string; date: string | null } | null, number] = [null, -1]
  return readings.flatMap((reading) => {
    const { sentence } = reading
    const text = between(scene, sentence.start, sentence.end)
    if (sentence.paragraph !== paragraph) [counted, paragraph] = [null, sentence.paragraph]
    const kind = counted ? OF_A_KIND.exec(text) : null
    if (counted && kind) {
      const end = sentence.start + kind[0].length
      const lead = { status: stageOf.get(counted.word)!, end, word: { start: sentence.start, end } }
      return listed(reading, lead, counted.date)
    }
    const together = TOGETHER.exec(text)
    if (together && !AHEAD.test(text.slice(0, together.index + together[0].length)))
      counted = { word: together[1]!, date: dateOf(scene, sentence, sentence.start + together.index) }
    return [...leadsOf(scene, reading, text)].flatMap((lead) =>
      listed(reading, lead, dateOf(scene, sentence, lead.word.start)),
    )
  })
}

function* leadsOf(scene: Scene, { sentence }: Reading, text: string): Generator<Lead> {
  for (const { 0: words, 1: word, index } of text.matchAll(LISTING)) {
    const start = sentence.start + index + words.indexOf(word!)
    if (!AHEAD.test(wordsBefore(scene, sentence, start, REACH)))
      yield {
        status: stageOf.get(word!)!,
        end: sentence.start + index + words.length,
        word: { start, end: start + word!.length },
      }
  }
  for (const { 0: words, index } of text.matchAll(PLANNED)) {
    const [start, end] = [sentence.start + index, sentence.start + index + words.length]
    yield { status: 'planned', end, word: { start, end } }
  }
}

/** The works that the first clause behind a lead lists. */
function listed(
  { sentence, clauses }: Reading,
  { status, end, word }: Lead,
  date: string | null,
): StatusMention[] {
  const list = clauses
    .slice(clauseAt(clauses, word.start))
    .find((c) => c.end >= end && c.phrases.some((p) => p.start >= end))
  return (list?.phrases ?? [])
    .filter((p) => p.start >= end && p.start < end + LONGEST)
    .flatMap(worksOf)
    .map(({ entities }) => ({
      subject: entities[0]!,
      status,
      date,
      sentence: sentence.index,
      start: word.start,
      end: word.end,
    }))
}
