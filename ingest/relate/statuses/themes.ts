/** What is spoken of round a clause that names things and says no stage of them: the title, the lead, the words before. */
import type { Status } from '../../../model/ontology.ts'
import { matcherOf } from '../../lexicon/matcher.ts'
import type { Clause } from '../clauses.ts'
import type { Reading } from '../reading.ts'
import { firstFrom, type Scene } from '../scene.ts'
import { STAGE_NAMES } from './wordings.ts'

/** Words that are seldom of anything else: a list below them is read by them. */
const WORDS: Record<Status, string> = {
  planned: '拟建 筹建 谋划 前期工作 前期 选址 可研 招标 储备 待建 列入计划 将建 规划建设',
  signed: '签约 签订 签署 签下 签了 签成 敲定 落笔 合同 协议',
  landed: '落户 落地 入驻 进驻 引进 招引 引来 迎来 落子 安家 集聚 聚集 汇聚 扎根 入园',
  started: '开工 动工 奠基 破土 启动建设 开建 动土 上马',
  under_construction: '在建 施工 加快建设 推进 建设中 工期 进度 续建 赶工 塔吊 建设提速',
  topped_out: '封顶 结顶',
  completed: '竣工 完工 建成 落成 验收',
  in_operation: '投产 投用 启用 揭牌 挂牌 授牌 开业 开园 开馆 通车 运营 投运 上线 量产 达产 开放',
}
const meant = new Map<string, number>()
for (const [k, stage] of STAGE_NAMES.entries())
  for (const word of WORDS[stage].split(' ')) meant.set(word, 1 << k)
const matcher = matcherOf(meant.keys())

/** How far back a sentence may be read by another, in sentences. */
const FAR = 8

/** A bit a stage, in the order of STAGE_NAMES, for each. */
export interface Theme {
  /** What the clause says itself. */
  own: number
  /** The nearest clause before it in its sentence that says any; how many clauses back, 0 where none does. */
  before: number
  back: number
  /** The nearest sentence before it that says any; how many sentences back, 0 where none does. */
  earlier: number
  away: number
  /** The nearest clause behind it in its sentence that says any. */
  after: number
}

const NOTHING: Theme = { own: 0, before: 0, back: 0, earlier: 0, away: 0, after: 0 }

export class Themes {
  readonly title: number
  /** The first paragraph of the body. */
  readonly lead: number
  /** For each stage the share, 0…1, of the clauses with words of any that have one of its. */
  readonly shares: readonly number[]
  readonly #of = new Map<Clause, Theme>()

  constructor(scene: Scene, readings: readonly Reading[]) {
    const { text, paragraphs } = scene.article
    const first = paragraphs.findIndex(({ kind }) => kind === 'body')
    let [title, lead, earlier, at, all] = [0, 0, 0, -1, 0]
    const times = STAGE_NAMES.map(() => 0)
    for (const [r, { sentence, clauses }] of readings.entries()) {
      const said = saidIn(text, sentence.start, clauses)
      let [before, from, line] = [0, 0, 0]
      const themes = clauses.map((clause, c): Theme => {
        const own = said[c]!
        const theme = {
          own,
          before,
          back: before ? c - from : 0,
          earlier: at >= 0 && r - at <= FAR ? earlier : 0,
          away: at >= 0 && r - at <= FAR ? r - at : 0,
          after: 0,
        }
        this.#of.set(clause, theme)
        if (own) {
          ;[before, from] = [own, c]
          line |= own
          all++
          for (const k of times.keys()) if (own & (1 << k)) times[k]!++
        }
        return theme
      })
      let after = 0
      for (let c = clauses.length - 1; c >= 0; c--) {
        themes[c]!.after = after
        if (said[c]!) after = said[c]!
      }
      if (paragraphs[sentence.paragraph]!.kind === 'title') title |= line
      else if (sentence.paragraph === first) lead |= line
      if (line) [earlier, at] = [before, r]
    }
    this.title = title
    this.lead = lead
    this.shares = times.map((n) => (all > 0 ? n / all : 0))
  }

  of = (clause: Clause): Theme => this.#of.get(clause) ?? NOTHING
}

/** Words of each clause outside of its names. */
function saidIn(text: string, start: number, clauses: readonly Clause[]): number[] {
  const out = clauses.map(() => 0)
  const last = clauses.at(-1)
  if (!last) return out
  const names = clauses.flatMap(({ phrases }) =>
    phrases.flatMap(({ units }) => units.filter((u) => !u.anaphor)),
  )
  let c = 0
  matcher.scan(text.slice(start, last.end), (from, to) => {
    const [a, b] = [from + start, to + start]
    while (c < clauses.length - 1 && clauses[c]!.end < b) c++
    if (a < clauses[c]!.start) return
    const near = Math.max(0, firstFrom(names, a) - 1)
    for (let n = near; n < names.length && names[n]!.start < b; n++) if (names[n]!.end > a) return
    out[c]! |= meant.get(text.slice(a, b))!
  })
  return out
}
