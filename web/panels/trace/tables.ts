/** Traces and gaps as tables: a row for each sentence of each step, so that every line can be checked. Pure. */
import type { GapsResponse, TraceEntity, TraceResponse } from '../../../model/api.ts'
import { ENTITY_TYPES, STATUSES } from '../../../model/ontology.ts'
import type { Sheet } from '../../exchange/sheet.ts'
import { type Language, say } from '../../words/words.ts'
import { levelWord, stepWord } from './step-words.ts'

const TITLES = {
  chain: ['链', 'chain', 6],
  strength: ['强度', 'strength', 8],
  step: ['步', 'step', 6],
  from: ['起点', 'from', 24],
  fromType: ['起点类型', 'from type', 12],
  relation: ['关系', 'relation', 10],
  level: ['层级', 'level', 8],
  to: ['终点', 'to', 24],
  toType: ['终点类型', 'to type', 12],
  articles: ['文章数', 'articles', 8],
  stage: ['起点阶段', 'stage', 10],
  district: ['起点地区', 'district', 14],
  industry: ['起点产业', 'industries', 18],
  sentence: ['原句', 'sentence', 80],
  title: ['文章', 'article', 36],
  source: ['来源', 'publisher', 14],
  date: ['日期', 'date', 12],
  paragraph: ['段', 'paragraph', 6],
  name: ['名称', 'name', 28],
  type: ['类型', 'type', 12],
} as const
type Column = keyof typeof TITLES

const columnsOf = (columns: readonly Column[], language: Language): Sheet['columns'] =>
  columns.map((column) => {
    const [zh, en, width] = TITLES[column]
    return { title: language === 'zh' ? zh : en, width }
  })

const CHAIN_COLUMNS: readonly Column[] = [
  'chain',
  'strength',
  'step',
  'from',
  'fromType',
  'relation',
  'level',
  'to',
  'toType',
  'articles',
  'stage',
  'district',
  'industry',
  'sentence',
  'title',
  'source',
  'date',
  'paragraph',
]
const GAP_COLUMNS: readonly Column[] = ['name', 'type', 'stage', 'district', 'industry', 'articles']

/** Two sheets: the chains with their sentences, and the gaps near them. */
export function sheetsOf(trace: TraceResponse, language: Language): Sheet[] {
  const entities = new Map(trace.entities.map((entity) => [entity.id, entity]))
  const articles = new Map(trace.articles.map((article) => [article.id, article]))
  const rows = trace.chains.flatMap((chain, c) =>
    chain.steps.flatMap((step, s) => {
      const head = entities.get(step.from.id)
      const fixed = [
        c + 1,
        chain.strength,
        s + 1,
        step.from.name,
        ENTITY_TYPES[step.from.type][language],
        stepWord(step, language),
        levelWord(step, language),
        step.to.name,
        ENTITY_TYPES[step.to.type][language],
        step.articleCount,
        ...(head ? traitCells(head, language) : ['', '', '']),
      ]
      const sentences = step.evidence.map((e) => {
        const article = articles.get(e.article)
        return [
          e.text,
          (article?.title ?? '').replace(/\s+/g, ' '),
          article?.source ?? '',
          article?.date ?? '',
          e.paragraph,
        ]
      })
      return (sentences.length > 0 ? sentences : [['', '', '', '', '']]).map((cells) => [...fixed, ...cells])
    }),
  )
  const gaps = trace.gaps.flatMap(({ id }) => entities.get(id) ?? [])
  return [
    { name: language === 'zh' ? '链' : 'chains', columns: columnsOf(CHAIN_COLUMNS, language), rows },
    gapSheet(language === 'zh' ? '断链' : 'gaps', gaps, language),
  ]
}

export const gapSheets = (gaps: GapsResponse, language: Language): Sheet[] => [
  gapSheet(language === 'zh' ? '未与战略相连' : 'tied to no strategy', gaps.entities, language),
  {
    name: language === 'zh' ? '空战略' : 'bare strategies',
    columns: columnsOf(['name', 'type', 'articles'], language),
    rows: gaps.strategies.map(({ name, type, articleCount }) => [
      name,
      ENTITY_TYPES[type][language],
      articleCount,
    ]),
  },
]

const gapSheet = (name: string, gaps: readonly TraceEntity[], language: Language): Sheet => ({
  name,
  columns: columnsOf(GAP_COLUMNS, language),
  rows: gaps.map((gap) => [
    gap.name,
    ENTITY_TYPES[gap.type][language],
    ...traitCells(gap, language),
    gap.articleCount,
  ]),
})

const traitCells = (entity: TraceEntity, language: Language): string[] => [
  entity.stage ? STATUSES[entity.stage][language] : '',
  districtsOf(entity, language),
  entity.industries.map(({ name }) => name).join('、'),
]

/** A district that was taken from a park or a partner says from whom. */
const districtsOf = ({ districts, placedBy }: TraceEntity, language: Language): string => {
  const names = districts.map(({ name }) => name).join('、')
  return names && placedBy ? `${names}(${say(language, 'placedBy', { name: placedBy.name })})` : names
}
