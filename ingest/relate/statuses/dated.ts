/** When a stage was reached, as it is written: in its clause, or in what its sentence opens with. */
import type { Sentence, StatusMention } from '../../../model/article.ts'
import type { Status } from '../../../model/ontology.ts'
import { type Scene, wordsBefore } from '../scene.ts'
import { unnamed } from '../unnamed.ts'
import { dateBefore } from './stages.ts'

/** How far before its word a date may stand: in its clause, and in what opens the sentence. */
const NEAR = 64
const FAR = 160

const DATE =
  '(?:(?:20\\d{2}年|今年|去年|前年|明年)?\\d{1,2}月(?:\\d{1,2}日|[底初末]|[上中下]旬)?|20\\d{2}年(?:[底初末]|[一二三四]季度|[上下]半年)?|[今去前]年(?:[底初末]|[春夏秋冬][天季]|[上下]半年|[一二三四]季度)?|近日|日前|昨[天日]|今[天日]|上周|[本上]月)'
const DATES = new RegExp(`(?<![至到—~-])${DATE}(?!以来|以前|前|起|至|到|—)`, 'g')
/** What goes on in the same clause: 6月竣工验收, 2020年□、□开工; 2019年落户的□投产 tells when it came. */
const IN_CLAUSE = /^(?:[^,，。;；的]|□的){0,40}$/
/** What only says when: 6月29日上午, 2020年冬天. */
const WHEN =
  /^(?:上午|下午|晚上?|晚间|清晨|凌晨|当[天日]|中午|傍晚|[春夏秋冬][天季]|[底初末]|[上中下]旬|期间|前后|以后|后)?[,，]/
/** What is said is of another day. */
const ANOTHER =
  /如今|目前|现在|现已|眼下|眼前|截至|截止|此前|后来|随后|之后|次年|当年|同年|翌年|届时|年底|年内|预计|计划|力争|有望|将|拟/

/** It was begun or signed for before. */
const EARLIER = /早在|此前|去年|前年|之前|续建|已[经于]?|陆续|先后/
const AHEAD = /计划|拟|预计|明年|下一步|截至/

export function dateOf(scene: Scene, sentence: Sentence, start: number): string | null {
  const near = dateBefore(wordsBefore(scene, sentence, start, NEAR))
  if (near) return near
  const before = unnamed(scene, sentence, start, FAR)
  const last = [...before.slice(1 + before.search(/[。;；][^。;；]*$/)).matchAll(DATES)].at(-1)
  if (!last) return null
  const gap = last.input.slice(last.index + last[0].length)
  const told = IN_CLAUSE.test(gap) || (WHEN.test(gap) && !ANOTHER.test(gap))
  return told ? last[0] : null
}

const CEREMONIES: readonly (readonly [Status, RegExp])[] = (
  [
    ['started', '开工|动工|破土|奠基|启动建设'],
    ['signed', '签约|签署|签下'],
  ] as const
).map(([stage, words]) => [
  stage,
  new RegExp(
    `(${DATE})(?:上午|下午|当天)?[,，][^。;；]{0,80}?(?:集中(?:${words})|(?:${words})[^,，。;；]{0,8}(?:仪式|活动|动员|大会|现场会)|\\d+个[^,，。;；]{0,16}(?:${words}))`,
  ),
])
/** What an article opens with, in characters. */
const LEAD = 300

/** Stages without a day of their own that an article opens with a ceremony of: 3月23日,甲区举行集中开工仪式. */
export function withCeremonies(scene: Scene, stated: readonly StatusMention[]): StatusMention[] {
  const { paragraphs, text, sentences } = scene.article
  const lead = paragraphs.find(({ kind }) => kind === 'body')
  if (!lead) return [...stated]
  const opening = text.slice(lead.start, Math.min(lead.end, lead.start + LEAD))
  const days = new Map(
    CEREMONIES.flatMap(([stage, held]) => {
      const day = held.exec(opening)?.[1]
      return day && !AHEAD.test(opening.slice(0, opening.indexOf(day))) ? [[stage, day] as const] : []
    }),
  )
  if (days.size === 0) return [...stated]
  return stated.map((mention) => {
    const day = days.get(mention.status)
    if (!day || mention.date !== null) return mention
    const paragraph = paragraphs[sentences[mention.sentence]!.paragraph]!
    const before = wordsBefore(scene, paragraph, mention.start, LEAD)
    const [another] = paragraph === lead ? [] : (before.match(DATES) ?? [])
    const earlier = EARLIER.test(wordsBefore(scene, sentences[mention.sentence]!, mention.start, NEAR))
    return another || earlier ? mention : { ...mention, date: day }
  })
}
