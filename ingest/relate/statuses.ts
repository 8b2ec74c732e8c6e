import type { Linked, StatusMention } from '../../model/article.ts'
import type { EntityType, Status } from '../../model/ontology.ts'
import { between, type Placed, type Scene, sceneOf } from './scene.ts'

const CUES: readonly [RegExp, Status][] = [
  [/封顶/g, 'topped_out'],
  [/(?:投入使用|投入运营|投用|启用|通车|开业|开街|运营营业|投入运行|正式运营|亮相)/g, 'in_operation'],
  [/(?:竣工|建成|完工|基本完成|全部完成|落成|即将投入使用)/g, 'completed'],
  [/(?:加快建设|在建|正在建设|施工|正在搭建|进展顺利|加快打造)/g, 'under_construction'],
  [/(?:开工|启动|奠基|动工)/g, 'started'],
  [/(?:落地|落户|入驻|住进|落地开花)/g, 'landed'],
  [/(?:签约)/g, 'signed'],
]
const PLANNED = /(?:将|拟|下一步|想借|计划|还要|往后|即将)[^，。；]{0,16}$/
const CARRIERS: readonly EntityType[] = ['Project', 'Park', 'Institute', 'Company']

/** Which stage the text says that a project, park or institute has reached. */
export function statusesOf(article: Linked): StatusMention[] {
  const scene = sceneOf(article)
  const out = new Map<string, StatusMention>()
  for (const sentence of article.sentences) {
    const line = article.text.slice(sentence.start, sentence.end)
    for (const [pattern, status] of CUES) {
      for (const m of line.matchAll(pattern)) {
        const [start, end] = [sentence.start + m.index, sentence.start + m.index + m[0].length]
        const clauseBefore = line
          .slice(0, m.index)
          .split(/[；。]/)
          .at(-1)!
        const planned = PLANNED.test(clauseBefore.slice(-24)) && m[0] !== '即将投入使用'
        for (const subject of subjectsOf(scene, sentence.index, start, end)) {
          const key = `${subject.entity} ${planned ? 'planned' : status}`
          if (subject.type === 'Company' && status !== 'landed' && status !== 'signed') continue
          if (!out.has(key))
            out.set(key, {
              subject: subject.entity,
              status: planned ? 'planned' : status,
              date: dateBefore(clauseBefore),
              sentence: sentence.index,
              start,
              end,
            })
        }
      }
    }
  }
  return [...out.values()].sort((a, b) => a.start - b.start || a.subject - b.subject)
}

const dateBefore = (text: string): string | null =>
  /((?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日)?|20\d{2}年|今年|去年|今年春季)[^，。；]{0,20}$/.exec(text)?.[1] ??
  null

/** The nearest name before the cue in its clause with its list mates; else the one right behind it. */
function subjectsOf(scene: Scene, sentence: number, start: number, end: number): Placed[] {
  const all = scene.bySentence[sentence]!
  const mentions = all.filter(
    (m) =>
      CARRIERS.includes(m.type) &&
      !all.some((o) => o !== m && o.start <= m.start && o.end >= m.end && o.end - o.start > m.end - m.start),
  )
  const after = mentions.find(
    (m) => m.start >= end && m.start - end <= 6 && !/[，。；]/.test(between(scene, end, m.start)),
  )
  const last = mentions.filter((m) => m.end <= start).at(-1)
  const near =
    last && between(scene, last.end, start).length <= 36 && !/[。；]/.test(between(scene, last.end, start))
      ? last
      : undefined
  const adjacent = near && !/[，,]/.test(between(scene, near.end, start))
  const chosen = adjacent ? near : (after ?? near)
  if (!chosen) return []
  const list = [chosen]
  for (let i = mentions.indexOf(chosen) - 1; i >= 0; i--) {
    const gap = between(scene, mentions[i]!.end, list[0]!.start)
    if (!/^(?:[、和与及]|[^，。；]{0,6}[与、])$/.test(gap)) break
    list.unshift(mentions[i]!)
  }
  for (let i = mentions.indexOf(chosen) + 1; i < mentions.length && chosen.start >= end; i++) {
    if (between(scene, list.at(-1)!.end, mentions[i]!.start) !== '、') break
    list.push(mentions[i]!)
  }
  return list
}
