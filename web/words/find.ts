export const FIND_WORDS = {
  search: { zh: '搜索名称、别名、拼音或首字母', en: 'Search by name, alias, pinyin or initials' },
  searchShort: { zh: '搜索', en: 'Search' },
  noHits: { zh: '没有相符的实体。换个说法试试。', en: 'No entity matches. Try another word.' },
} as const
