export const READ_WORDS = {
  openArticle: { zh: '打开原文', en: 'Open article' },
  paragraph: { zh: '第 {n} 段', en: 'paragraph {n}' },
  noDate: { zh: '日期不详', en: 'undated' },
  found: { zh: '共 {n} 条', en: '{n} in all' },
} as const
