export const GUIDE_WORDS = {
  guide: { zh: '新手引导', en: 'Guide' },
  guideSkip: { zh: '跳过引导', en: 'Skip the guide' },
  guideNext: { zh: '下一步', en: 'Next' },
  guideDone: { zh: '开始用', en: 'Start' },
  guideGraph: { zh: '图上的红圈是战略', en: 'Red rings are strategies' },
  guideGraphText: {
    zh: '围着它的是项目、园区、院所和企业。点一个点或一条线，右边就是写着它的原句。',
    en: 'Projects, parks, institutes and companies gather round them. Choose a node or a line to read the sentences behind it.',
  },
  guideGraphPhone: {
    zh: '围着它的是项目、园区、院所和企业。点开一个，看它的邻居和写着它的原句。',
    en: 'Projects, parks, institutes and companies gather round them. Open one to see its neighbours and the sentences behind them.',
  },
  guideGraphTry: { zh: '点开一个战略', en: 'Open a strategy' },
  guideTrace: { zh: '追踪：从项目到战略', en: 'Trace: from project to strategy' },
  guideTraceText: {
    zh: '谁服务于哪个战略，凭哪一句话。实线是明说，虚线是为此；空心的断头是断链，没有文本依据。',
    en: 'Who serves which strategy, by which sentence. Solid lines are stated, dashed ones are for a purpose; open ends are gaps with no text.',
  },
  guideTraceTry: { zh: '追踪一个战略', en: 'Trace a strategy' },
  guideRead: { zh: '阅读：回到原文', en: 'Read: back to the text' },
  guideReadText: {
    zh: '文章里的名称按类型标出，悬停看它是谁。每个句子都有地址，可以发给别人。',
    en: 'Names are marked by type; hover to see who they are. Every sentence has an address that can be shared.',
  },
  guideReadTry: { zh: '看文章', en: 'See the articles' },
  guideFind: { zh: '⌘K 找任何东西', en: '⌘K finds anything' },
  guideFindTouched: { zh: '在最上面找任何东西', en: 'Find anything at the top' },
  guideFindText: {
    zh: '名称、别名、拼音、首字母（如 zyhlq）、繁体都行；文章、已存查询和操作也在这里。',
    en: 'Names, aliases, pinyin, initials (zyhlq) or Traditional characters; articles, saved queries and actions too.',
  },
  guideFindTry: { zh: '试着搜索', en: 'Try a search' },
} as const
