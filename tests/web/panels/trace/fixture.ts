/** A trace as the server answers it: a strategy with a project, its company, an institute, a larger strategy, a gap. */
import type { EntityBrief, TraceEntity, TraceResponse, TraceStep } from '../../../../model/api.ts'
import type { EntityType } from '../../../../model/ontology.ts'

const entity = (
  id: string,
  name: string,
  type: EntityType,
  more: Partial<TraceEntity> = {},
): TraceEntity => ({
  id,
  name,
  type,
  articleCount: 2,
  districts: [],
  placedBy: null,
  industries: [],
  stage: '',
  ...more,
})
const district = { id: 'd', name: '云湖区' }

export const entities = {
  strategy: entity('s', '云湖科创城', 'Strategy'),
  larger: entity('l', '湖东新区发展战略', 'Strategy'),
  project: entity('p', '星海机器人研发基地', 'Project', { stage: 'started', districts: [district] }),
  company: entity('c', '星海科技', 'Company', { industries: [{ id: 'i', name: '机器人' }] }),
  institute: entity('n', '云湖大学智能制造与机器人联合研究院', 'Institute'),
  gap: entity('g', '云湖大桥', 'Project', { districts: [district] }),
} as const

const brief = ({ id, name, type, articleCount }: TraceEntity): EntityBrief => ({
  id,
  name,
  type,
  articleCount,
})
const step = (
  from: TraceEntity,
  relation: TraceStep['relation'],
  to: TraceEntity,
  text: string,
  more: Partial<TraceStep> = {},
): TraceStep => ({
  from: brief(from),
  to: brief(to),
  relation,
  backwards: false,
  strength: 0.6,
  articleCount: 1,
  planned: false,
  evidence: [
    { article: 'a1', sentence: `a1:${text.length}`, start: 0, end: text.length, text, paragraph: 2 },
  ],
  ...more,
})
const { strategy, larger, project, company, institute, gap } = entities
const serves = step(project, 'SERVES', strategy, '基地服务科创城。', { level: 'stated', articleCount: 2 })

export const trace: TraceResponse = {
  from: strategy,
  chains: [
    { strength: 0.6, steps: [serves] },
    {
      strength: 0.42,
      steps: [step(institute, 'SERVES', strategy, '围绕科创城,成立研究院。', { level: 'purpose' })],
    },
    { strength: 0.3, steps: [step(company, 'DEVELOPS', project, '=星海科技"投资"建设基地。'), serves] },
    { strength: 0.2, steps: [step(strategy, 'PART_OF', larger, '科创城是湖东战略的一部分。')] },
  ],
  remaining: 0,
  behind: [],
  gaps: [brief(gap)],
  entities: [strategy, larger, project, company, institute, gap],
  articles: [{ id: 'a1', title: '云湖区加快建设云湖科创城', date: '2023-05-01', source: '云湖日报' }],
  facets: { districts: [], industries: [], stages: [], since: '2023-05-01', until: '2023-05-01' },
}
