export const TRACE_WORDS = {
  traceHint: {
    zh: '选一个项目、园区、院所、企业或战略,看它通向哪些战略。',
    en: 'Choose a project, park, institute, company or strategy to see where it leads.',
  },
  laneCompanies: { zh: '企业·院所', en: 'Companies · institutes' },
  laneProjects: { zh: '项目·园区', en: 'Projects · parks' },
  laneStrategies: { zh: '战略', en: 'Strategies' },
  laneLarger: { zh: '上位战略', en: 'Larger strategies' },
  noChain: { zh: '此项目未见与战略相连的文本', en: 'No text ties this to a strategy' },
  gap: { zh: '断链:未见文本依据', en: 'Gap: no text ties it to a strategy' },
  strength: { zh: '强度', en: 'Strength' },
} as const
