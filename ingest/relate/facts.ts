import type { Fact, Linked } from '../../model/article.ts'
import { type Placed, type Scene, sceneOf } from './scene.ts'

const SCALE = '(?:万亿|千万|百万|亿|万|千)?'
const UNIT =
  '(?:平方公里|平方米|公里|千米|米|亩|公顷|元|美元|吨标准煤|吨|千瓦时|千瓦|兆瓦|千伏|个百分点|百分点|%|倍|家|个|户|处|条|项|人次|人|名|座|栋|台|辆|部|所|套|件|次|位|天|批|块|万)'
const NUMBER = new RegExp(
  `(约|近|超过|超|突破|达到|达|逾|不少于)?((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(${SCALE})(余|多)?(${UNIT})`,
  'g',
)
const RANK = /(?:列|位居|居|排名|位列)?全([市省国区])第([一二三四五六七八九十])(?:位)?/g
const ORDINALS = '零一二三四五六七八九十'
/** What a number with these round it is not a fact: dates, ordinals, roads, rankings, durations of plans. */
const NOT_AFTER = /^(?:强企业|强区|强城市|期|届|国道|省道|号|G|年代|分|时|月|日|年(?!产))/
const NOT_BEFORE = /(?:第|全国|[A-Za-z]|20\d\d[-—]?)$/

/** Numbers with their units, and whom they are said of. */
export function factsOf(article: Linked): Fact[] {
  const scene = sceneOf(article)
  const out: Fact[] = []
  for (const sentence of article.sentences) {
    const line = article.text.slice(sentence.start, sentence.end)
    for (const m of line.matchAll(NUMBER)) {
      const [whole, bound = '', digits, scale = '', more = '', unit] = m
      const start = sentence.start + m.index + bound.length
      const end = sentence.start + m.index + whole.length
      const before = line.slice(0, m.index)
      if (
        NOT_BEFORE.test(before) ||
        NOT_AFTER.test(line.slice(m.index + whole.length)) ||
        inName(scene, sentence.index, start)
      )
        continue
      if (unit === '个' && /^月/.test(article.text.slice(end))) continue
      const subject = subjectOf(scene, sentence.index, start, end)
      if (subject < 0) continue
      out.push({
        subject,
        metric: metricOf(before, line.slice(m.index + whole.length), unit!),
        value: Number(digits!.replaceAll(',', '')),
        unit: scale + unit!,
        period: sentence.time,
        bound: /约|近/.test(bound) ? 'about' : /超|突破|逾|不少于/.test(bound) || more ? 'over' : '',
        comparison: /同比/.test(before.slice(-8))
          ? 'yoy'
          : /环比/.test(before.slice(-8))
            ? 'mom'
            : /占/.test(before.slice(-10)) && unit === '%'
              ? 'share'
              : '',
        sentence: sentence.index,
        start,
        end,
      })
    }
    for (const m of line.matchAll(RANK)) {
      const start = sentence.start + m.index
      const subject = subjectOf(scene, sentence.index, start, start + m[0].length)
      if (subject >= 0)
        out.push({
          subject,
          metric: `全${m[1]}排名`,
          value: ORDINALS.indexOf(m[2]!),
          unit: '位',
          period: sentence.time,
          bound: '',
          comparison: 'rank',
          sentence: sentence.index,
          start,
          end: start + m[0].length,
        })
    }
  }
  return out.sort((a, b) => a.start - b.start)
}

function inName(scene: Scene, sentence: number, at: number): boolean {
  return scene.bySentence[sentence]!.some((m) => m.start <= at && at < m.end)
}

/** The noun before the number, else the one after it. */
function metricOf(before: string, after: string, unit: string): string {
  const left =
    /([\p{Script=Han}A-Za-z0-9]{2,16})$/u.exec(
      before.replace(/(?:同比|环比|累计|达到|达|为|超|约|近|突破|实现|增长)+$/u, ''),
    )?.[1] ?? ''
  const growth = /(?:同比|环比)?(?:增长|下降|提高|增幅|增速)$/u.exec(before)?.[0] ?? ''
  const right = /^(?:的)?([\p{Script=Han}]{2,8})/u.exec(after)?.[1] ?? ''
  return /^(?:个|家|处|条|项|座|栋|台|所|部)$/.test(unit) && right
    ? right
    : `${left.slice(-10)}${growth}` || right || unit
}

const CARRIERS = new Set(['Project', 'Park', 'Company', 'Institute', 'Strategy', 'Place'])

/** 总投资约166亿元的X; X投资…; else the district that the article is about. */
function subjectOf(scene: Scene, sentence: number, start: number, end: number): number {
  const { text } = scene.article
  const mentions = scene.bySentence[sentence]!.filter((m) => CARRIERS.has(m.type))
  const after = mentions.find(
    (m) => m.start > end && m.start - end <= 2 && /^的?$/.test(text.slice(end, m.start)),
  )
  if (after && after.type !== 'Place' && text[end] === '的') return after.entity
  const before = mentions.filter((m) => m.end <= start && outermost(mentions, m))
  const subject = before.filter((m) => m.type !== 'Place').at(-1)
  if (
    subject &&
    !/[。；;]/.test(text.slice(subject.end, start)) &&
    text.slice(subject.end, start).length < 40 &&
    opensClause(text, subject)
  )
    return subject.entity
  const anaphor = scene.article.anaphors.find((a) => a.sentence === sentence && a.end <= start)
  return anaphor?.entities[0] ?? topicOf(scene, sentence) ?? scene.mainPlace
}

const outermost = (mentions: readonly Placed[], m: Placed) =>
  !mentions.some((o) => o !== m && o.start <= m.start && o.end >= m.end && o.end - o.start > m.end - m.start)

const opensClause = (text: string, m: Placed): boolean =>
  m.start === 0 || /[，。；：,;:\n“、在]/.test(text[m.start - 1]!)

/** The park or project that the paragraph opened with, where it names no other. */
function topicOf(scene: Scene, sentence: number): number | null {
  const { sentences } = scene.article
  const { paragraph } = sentences[sentence]!
  for (let i = sentence - 1; i >= 0 && sentences[i]!.paragraph === paragraph; i--) {
    const topic = scene.bySentence[i]!.find(
      (m) => (m.type === 'Park' || m.type === 'Project') && m.start - sentences[i]!.start < 8,
    )
    if (topic) return topic.entity
  }
  return null
}
