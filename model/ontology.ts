/** The dictionary: every entity type, relation type, status and level, each said once. Other lists derive from these tables. */

export interface Label {
  zh: string
  en: string
}

/** `several` heads a list or a count of them in English. */
export const ENTITY_TYPES = {
  Strategy: {
    zh: '战略',
    en: 'Strategy',
    several: 'Strategies',
    light: '#C23B22',
    dark: '#FF7A5C',
    shape: 'ring',
    icon: 'target',
  },
  Project: {
    zh: '项目',
    en: 'Project',
    several: 'Projects',
    light: '#B86A00',
    dark: '#FFB347',
    shape: 'diamond',
    icon: 'construction',
  },
  Park: {
    zh: '园区',
    en: 'Park',
    several: 'Parks',
    light: '#2E8B57',
    dark: '#5FD08F',
    shape: 'hexagon',
    icon: 'trees',
  },
  Institute: {
    zh: '机构·院所',
    en: 'Institute',
    several: 'Institutes',
    light: '#0E7C8A',
    dark: '#4FD3E3',
    shape: 'flat-hexagon',
    icon: 'flask-conical',
  },
  Company: {
    zh: '企业',
    en: 'Company',
    several: 'Companies',
    light: '#2F5FD0',
    dark: '#7FA6FF',
    shape: 'circle',
    icon: 'building-2',
  },
  Organization: {
    zh: '组织',
    en: 'Organization',
    several: 'Organizations',
    light: '#4A5568',
    dark: '#A7B3C6',
    shape: 'hollow-circle',
    icon: 'landmark',
  },
  Place: {
    zh: '地点',
    en: 'Place',
    several: 'Places',
    light: '#8B7355',
    dark: '#CDB594',
    shape: 'square',
    icon: 'map-pin',
  },
  Person: {
    zh: '人物',
    en: 'Person',
    several: 'People',
    light: '#A8457F',
    dark: '#F08CC4',
    shape: 'small-circle',
    icon: 'user-round',
  },
  Industry: {
    zh: '产业',
    en: 'Industry',
    several: 'Industries',
    light: '#6E7F14',
    dark: '#BFD04A',
    shape: 'rounded-square',
    icon: 'layers',
  },
  Event: {
    zh: '活动',
    en: 'Event',
    several: 'Events',
    light: '#6D4FC2',
    dark: '#B49BFF',
    shape: 'triangle',
    icon: 'calendar-days',
  },
  Honor: {
    zh: '荣誉',
    en: 'Honor',
    several: 'Honors',
    light: '#9A7400',
    dark: '#F2D24B',
    shape: 'star',
    icon: 'award',
  },
} as const

export type EntityType = keyof typeof ENTITY_TYPES
export const entityTypes = Object.keys(ENTITY_TYPES) as EntityType[]

/** What each type takes in, as it is told to a reader who has to choose. */
export const ENTITY_SCOPES: Record<EntityType, string> = {
  Strategy:
    '有名称的战略、规划、计划、发展格局、改革、政策、治理机制或专项行动;原文自己称为战略的片区也是战略',
  Project: '有名称的建设或投资项目、楼宇、在建道路、铁路、隧道、分期工程、信息平台或节点',
  Park: '产业园、科技园、开发区、高新区、新区(作为经济功能区)、集聚区、示范区、孵化器、众创空间、产业基地',
  Institute: '高等院校、研究院所、实验室、技术或创新或研发中心、院士工作站、创新创业共同体',
  Company: '公司、集团、银行、券商,以及用作企业名称的品牌或简称',
  Organization: '党政机关、部门、协会、医院、媒体、联盟、中小学、基金',
  Place: '省市区县、街道、社区、村、片区、山河湖、用作地点的道路、广场、市场、商场',
  Person: '有姓名的人',
  Industry: '有名称的产业或行业(数字经济、现代金融、新能源汽车)',
  Event: '有名称的会议、节庆、赛事、分届的活动',
  Honor: '获得的称号、排名、试点资格或奖项',
}

type Ends = readonly EntityType[] | 'any'
interface RelationRow extends Label {
  head: Ends
  tail: Ends
  symmetric: boolean
  /** Words that state it, for the legend and the docs; the patterns live in ingest/relate. */
  cues: readonly string[]
}

const SERVING: readonly EntityType[] = ['Project', 'Park', 'Institute', 'Company']

export const RELATION_TYPES = {
  LOCATED_IN: {
    zh: '位于',
    en: 'located in',
    head: 'any',
    tail: ['Place', 'Park', 'Strategy'],
    symmetric: false,
    cues: ['位于', '落户', '落地', '坐落', '引进到'],
  },
  PART_OF: {
    zh: '属于',
    en: 'part of',
    head: 'any',
    tail: 'any',
    symmetric: false,
    cues: ['包括', '其中', '组成', '一期', '二期'],
  },
  ADVANCES: {
    zh: '推进',
    en: 'advances',
    head: ['Place', 'Organization', 'Company', 'Project', 'Park', 'Strategy', 'Institute'],
    tail: ['Strategy'],
    symmetric: false,
    cues: ['推进', '服务', '融入', '落实', '实施', '围绕', '助力'],
  },
  FOCUSES_ON: {
    zh: '聚焦',
    en: 'focuses on',
    head: 'any',
    tail: ['Industry'],
    symmetric: false,
    cues: ['聚焦', '主导产业', '从事', '打造'],
  },
  DEVELOPS: {
    zh: '建设',
    en: 'develops',
    head: ['Company', 'Organization', 'Place', 'Institute'],
    tail: ['Project', 'Park', 'Institute'],
    symmetric: false,
    cues: ['建设', '投资', '打造', '设立', '启动'],
  },
  COOPERATES_WITH: {
    zh: '合作',
    en: 'cooperates with',
    head: ['Company', 'Organization', 'Institute', 'Place'],
    tail: ['Company', 'Organization', 'Institute', 'Place'],
    symmetric: true,
    cues: ['签约', '合作', '共建', '联合'],
  },
  AFFILIATED_WITH: {
    zh: '隶属',
    en: 'affiliated with',
    head: 'any',
    tail: 'any',
    symmetric: false,
    cues: ['旗下', '分公司', '所属'],
  },
  WORKS_FOR: {
    zh: '任职',
    en: 'works for',
    head: ['Person'],
    tail: ['Organization', 'Company', 'Institute', 'Place'],
    symmetric: false,
    cues: ['书记', '区长', '董事长', '负责人'],
  },
  AWARDED: {
    zh: '获评',
    en: 'awarded',
    head: 'any',
    tail: ['Honor'],
    symmetric: false,
    cues: ['获评', '入选', '荣获', '被列为'],
  },
  HOSTS: {
    zh: '举办',
    en: 'hosts',
    head: ['Organization', 'Place', 'Company', 'Institute', 'Park'],
    tail: ['Event'],
    symmetric: false,
    cues: ['举办', '承办', '主办'],
  },
  PARTICIPATES_IN: {
    zh: '参加',
    en: 'participates in',
    head: ['Company', 'Person', 'Organization'],
    tail: ['Event'],
    symmetric: false,
    cues: ['参加', '亮相', '出席'],
  },
} as const satisfies Record<string, RelationRow>

export type RelationType = keyof typeof RELATION_TYPES
export const relationTypes = Object.keys(RELATION_TYPES) as RelationType[]

/** SERVES ties a head to a Strategy; it has a level and a row of its own because tracing stands on it. */
export const SERVES = {
  zh: '服务于',
  en: 'serves',
  head: SERVING,
  tail: ['Strategy'] as readonly EntityType[],
  symmetric: false,
  colour: { light: '#C23B22', dark: '#FF7A5C' },
} as const

/** From the strongest to the weakest; a pair has one level, the strongest. `weight` is its share in a chain's strength (0…1). */
export const SERVES_LEVELS = {
  stated: {
    zh: '明说',
    en: 'stated',
    weight: 1,
    line: 'solid',
    cues: ['服务', '融入', '落实', '助力', '支撑'],
  },
  purpose: {
    zh: '为此',
    en: 'purpose',
    weight: 0.7,
    line: 'dashed',
    cues: ['聚焦', '围绕', '按照', '依托', '抢抓', '通过'],
  },
  section: { zh: '同节', en: 'section', weight: 0.4, line: 'dotted', cues: [] },
} as const

export type ServesLevel = keyof typeof SERVES_LEVELS
export const servesLevels = Object.keys(SERVES_LEVELS) as ServesLevel[]

/** A project's stages, in the order of time. */
export const STATUSES = {
  planned: { zh: '拟建', en: 'planned', cues: ['规划', '拟', '将建'] },
  signed: { zh: '签约', en: 'signed', cues: ['签约', '签署'] },
  landed: { zh: '落地', en: 'landed', cues: ['落地', '落户', '入驻'] },
  started: { zh: '开工', en: 'started', cues: ['开工', '启动', '奠基'] },
  under_construction: { zh: '在建', en: 'under construction', cues: ['加快建设', '在建', '施工'] },
  topped_out: { zh: '封顶', en: 'topped out', cues: ['封顶'] },
  completed: { zh: '竣工', en: 'completed', cues: ['竣工', '建成', '完工'] },
  in_operation: { zh: '投用', en: 'in operation', cues: ['投用', '投入使用', '通车', '启用', '运营'] },
} as const

export type Status = keyof typeof STATUSES
export const statuses = Object.keys(STATUSES) as Status[]

/** Every node label that the graph may hold; the only source of labels in a query. */
export const nodeLabels = ['Article', 'Sentence', 'Entity', 'Fact', 'Status', ...entityTypes] as const
export type NodeLabel = (typeof nodeLabels)[number]

/** Every relationship type that the graph may hold; the only source of types in a query. */
export const edgeTypes = [
  'HAS_SENTENCE',
  'MENTIONS',
  'HAS_FACT',
  'HAS_STATUS',
  'STATED_IN',
  'SERVES',
  ...relationTypes,
] as const
export type EdgeType = (typeof edgeTypes)[number]
/** The types between two entities. */
export const entityEdgeTypes = ['SERVES', ...relationTypes] as const
export type EntityEdgeType = (typeof entityEdgeTypes)[number]

const allows = (ends: Ends, type: EntityType) => ends === 'any' || ends.includes(type)

/** Whether the ontology lets a relation of this type run from `head` to `tail`. */
export function relationAllows(type: EntityEdgeType, head: EntityType, tail: EntityType): boolean {
  const row: { head: Ends; tail: Ends } = type === 'SERVES' ? SERVES : RELATION_TYPES[type]
  return allows(row.head, head) && allows(row.tail, tail)
}
