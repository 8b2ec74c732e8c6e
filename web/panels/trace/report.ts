/** A trace as a text report in Chinese, every statement with the number of its source. Pure; the report has no clock. */
import type {
  ArticleHit,
  TraceChain,
  TraceEntity,
  TraceResponse,
  TraceSentence,
  TraceStep,
} from '../../../model/api.ts'
import { ENTITY_TYPES, SERVES_LEVELS, STATUSES, servesLevels } from '../../../model/ontology.ts'
import type { Lens } from '../../state/lens.ts'
import { linkKey } from './lanes.ts'
import { fullStepWord } from './step-words.ts'

const NUMBERS = ['一', '二', '三', '四', '五', '六']

/** GB/T 7714 as far as it is known: 题名[N]. 报纸, 日期. */
const sourceOf = ({ title, source, date }: ArticleHit): string =>
  `${title.replace(/\s+/g, ' ')}[N]. ${[source || '来源不详', date || '日期不详'].join(', ')}.`

export function reportOf(trace: TraceResponse, lens: Lens): string {
  const numbers = new Map(trace.articles.map(({ id }, i) => [id, i + 1]))
  const strategy = trace.from.type === 'Strategy'
  const cite = (evidence: readonly TraceSentence[]): string =>
    [...new Set(evidence.map(({ article }) => numbers.get(article)))].map((n) => `[${n}]`).join('')
  const quoted = new Map<string, number>()
  /** A sentence in full the first time, by its number after that: one often carries many steps. */
  const quote = (evidence: TraceSentence): string => {
    const known = quoted.get(evidence.sentence)
    if (known) return `见句 ${known}${cite([evidence])}`
    quoted.set(evidence.sentence, quoted.size + 1)
    return `句 ${quoted.size}：${evidence.text}（第 ${evidence.paragraph} 段）${cite([evidence])}`
  }
  const lines: Lines = { cite, quote }
  const sections: [string, string[]][] = [
    ['概况', overview(trace, lens)],
    [
      strategy ? '相连的项目、园区、院所与企业' : '通向的战略',
      trace.chains.flatMap((chain) => chainLines(chain, lines)),
    ],
    ...(trace.behind.length > 0
      ? [['背后的主体', trace.behind.flatMap((step) => stepLines(step, lines))] as [string, string[]]]
      : []),
    ['断链', gapLines(trace)],
    ['出处', trace.articles.map((article, i) => `[${i + 1}] ${sourceOf(article)}`)],
  ]
  return `${[
    `${trace.from.name}：战略溯源报告`,
    '',
    ...sections.flatMap(([title, said], i) => [
      `${NUMBERS[i]}、${title}`,
      ...(said.length > 0 ? said : ['无。']),
      '',
    ]),
    '说明：本报告由泉脉从文章原句自动整理。“明说”指一句话直接说出，“为此”指同一句中以战略为目的或框架，“同节”指位于以该战略为题的段落，或在同一篇文章别处与它相连；强度为 0 至 1，由层级与文章数得出。引用前请核对原文。',
  ].join('\n')}\n`
}

function overview(trace: TraceResponse, lens: Lens): string[] {
  const { from, chains, remaining, facets } = trace
  const steps = new Map(chains.flatMap((chain) => chain.steps).map((step) => [linkKey(step), step]))
  const levels = servesLevels.flatMap((level) => {
    const count = [...steps.values()].filter((step) => step.level === level).length
    return count > 0 ? [`${SERVES_LEVELS[level].zh} ${count} 项`] : []
  })
  const filters = [
    lens.district && `地区 ${facets.districts.find(({ id }) => id === lens.district)?.name ?? ''}`,
    lens.industry && `产业 ${facets.industries.find(({ id }) => id === lens.industry)?.name ?? ''}`,
    lens.stage && `阶段 ${STATUSES[lens.stage].zh}`,
    (lens.since || lens.until) && `时间 ${lens.since || '最早'} 至 ${lens.until || '最近'}`,
  ].filter(Boolean)
  return [
    `${ENTITY_TYPES[from.type].zh}“${from.name}”，见于 ${from.articleCount} 篇文章${traits(from)}。`,
    `共有 ${chains.length} 条链${levels.length > 0 ? `，其中服务关系${levels.join('、')}` : ''}，引用 ${trace.articles.length} 篇文章${remaining > 0 ? `；另有 ${remaining} 条较弱的链未列出` : ''}。`,
    ...(filters.length > 0 ? [`筛选条件：${filters.join('；')}。`] : []),
  ]
}

const traits = ({ stage, districts, placedBy, industries }: TraceEntity): string =>
  [
    districts.length > 0
      ? `，${placedBy ? `据${placedBy.name}在` : '位于'}${districts.map(({ name }) => name).join('、')}`
      : '',
    industries.length > 0 ? `，涉及${industries.map(({ name }) => name).join('、')}` : '',
    stage ? `，最近进展为${STATUSES[stage].zh}` : '',
  ].join('')

interface Lines {
  cite(evidence: readonly TraceSentence[]): string
  quote(evidence: TraceSentence): string
}

function chainLines(chain: TraceChain, lines: Lines): string[] {
  const names = [chain.steps[0]!.from.name, ...chain.steps.map(({ to }) => to.name)].join(' → ')
  return [
    `· ${names}（强度 ${chain.strength.toFixed(2)}）`,
    ...chain.steps.flatMap((step) => stepLines(step, lines)),
  ]
}

function stepLines(step: TraceStep, { cite, quote }: Lines): string[] {
  const [first] = step.evidence
  return [
    `  ${step.from.name} —${fullStepWord(step, 'zh')}→ ${step.to.name}${cite(step.evidence)}`,
    ...(first ? [`    ${quote(first)}`] : []),
  ]
}

function gapLines(trace: TraceResponse): string[] {
  const entities = new Map(trace.entities.map((entity) => [entity.id, entity]))
  return trace.gaps.map(({ id, name, type }) => {
    const entity = entities.get(id)
    return `· ${name}（${ENTITY_TYPES[type].zh}${entity ? traits(entity) : ''}）：未见与战略相连的文本。`
  })
}
