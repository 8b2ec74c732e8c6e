export const COMPARE_WORDS = {
  compare: { zh: '对比', en: 'Compare' },
  compareMost: { zh: '最多对比 {n} 个', en: 'Compare at most {n}' },
  backToComparison: { zh: '回到对比', en: 'Back to the comparison' },
  articleRow: { zh: '文章', en: 'Articles' },
  stageNone: { zh: '未见进展', en: 'no stage stated' },
  inCommon: { zh: '都与之相连', en: 'Tied to both' },
  inCommonOfSeveral: { zh: '至少与其中两个相连', en: 'Tied to two or more' },
  shared: { zh: '共有', en: 'shared' },
  sharedBy: { zh: '{n}/{all} 共有', en: 'shared by {n} of {all}' },
  sharedCount: { zh: '共有 {n}', en: '({n} shared)' },
  compareCategory: { zh: '类别', en: 'Row' },
  compareName: { zh: '名称', en: 'Name' },
  nothingCompared: {
    zh: '没有文本说到它们有什么可以并排来看。',
    en: 'No text says anything of them that could stand side by side.',
  },
} as const
