/** Every word of the interface, in both languages. */
import { ENTITY_TYPES, type EntityType } from '../model/ontology.ts'
import { COMPARE_WORDS } from './words/compare.ts'
import { EXPLORE_WORDS } from './words/explore.ts'
import { FIND_WORDS } from './words/find.ts'
import { GUIDE_WORDS } from './words/guide.ts'
import { QUERY_WORDS } from './words/query.ts'
import { READ_WORDS } from './words/read.ts'
import { TIME_WORDS } from './words/time.ts'
import { TRACE_WORDS } from './words/trace.ts'

export type Language = 'zh' | 'en'

export const WORDS = {
  ...EXPLORE_WORDS,
  ...COMPARE_WORDS,
  ...TRACE_WORDS,
  ...READ_WORDS,
  ...FIND_WORDS,
  ...GUIDE_WORDS,
  ...QUERY_WORDS,
  ...TIME_WORDS,
  name: { zh: '泉脉', en: 'Quanmai' },
  explore: { zh: '探索', en: 'Explore' },
  trace: { zh: '追踪', en: 'Trace' },
  read: { zh: '阅读', en: 'Read' },
  query: { zh: '查询', en: 'Query' },
  settings: { zh: '设置', en: 'Settings' },
  loading: { zh: '读取中…', en: 'Loading…' },
  failed: { zh: '没有读到', en: 'Could not load' },
  unreachable: {
    zh: '泉脉的服务没有应答：看它是否还在运行，然后再试。',
    en: 'Quanmai does not answer: see that it still runs, then try again.',
  },
  renewed: {
    zh: '泉脉换了新的一版，这一页还是旧的。重新载入就好，地址上的都还在。',
    en: 'Quanmai has been renewed since this page was opened. Reload it: what the address holds stays.',
  },
  unloaded: {
    zh: '这一部分没有载入。重新载入这一页，地址上的都还在。',
    en: 'This part did not load. Reload the page: what the address holds stays.',
  },
  reload: { zh: '重新载入', en: 'Reload' },
  refused: { zh: '数据库不接受这条查询。', en: 'The database does not accept the query.' },
  placeOf: { zh: '{at}：', en: '{at}: ' },
  inItsWords: { zh: '数据库原话：', en: 'The database says: ' },
  gone: {
    zh: '地址里有 {n} 个实体已不在图里：数据可能重新读过了。',
    en: 'No longer in the graph: {n} of what the address names. The articles may have been read anew since.',
  },
  retry: { zh: '再试一次', en: 'Try again' },
  goesOn: { zh: '它一恢复，这里就会接上。', en: 'Once it is back, this goes on by itself.' },
  broken: {
    zh: '这一页出了错，其余部分照常可用。',
    en: 'This view broke; the rest of the page still works.',
  },
  startOver: { zh: '从头开始', en: 'Start over' },
  empty: {
    zh: '暂无数据。运行 npm run ingest -- 文章路径。',
    en: 'No articles yet. Run npm run ingest -- PATH.',
  },
  choose: {
    zh: '在图上点选一个点或一条线，看它的原文依据。',
    en: 'Choose a node or a line to see the sentences behind it.',
  },
  articlesOf: { zh: '{n} 篇文章', en: '{n} article{s}' },
  mentionsOf: { zh: '{n} 次提及', en: '{n} mention{s}' },
  aliases: { zh: '别名', en: 'Also called' },
  facts: { zh: '数据', en: 'Facts' },
  statuses: { zh: '进展', en: 'Stages' },
  relations: { zh: '关系', en: 'Relations' },
  evidence: { zh: '原文依据', en: 'Evidence' },
  traceThis: { zh: '追踪到战略', en: 'Trace to strategies' },
  traceWho: { zh: '追踪谁通向它', en: 'Trace what leads to it' },
  close: { zh: '关闭', en: 'Close' },
  more: { zh: '更多', en: 'More' },
  language: { zh: '语言', en: 'Language' },
  theme: { zh: '外观', en: 'Appearance' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  hereIs: { zh: '这里有什么', en: 'What is here' },
  hereGraph: {
    zh: '{articles} 篇文章，{entities} 个实体；图存在{store}。',
    en: '{articles} article{s:articles}, {entities} named thing{s:entities}; the graph lies in {store}.',
  },
  hereVersion: { zh: '泉脉 {version}', en: 'Quanmai {version}' },
  storeEmbedded: { zh: '服务自己的文件夹里', en: 'a folder of this server' },
  storeNeo4j: { zh: ' Neo4j 里', en: 'Neo4j' },
  backToGraph: { zh: '在图上看', en: 'Show in graph' },
  back: { zh: '返回', en: 'Back' },
} as const satisfies Record<string, Record<Language, string>>

export type Word = keyof typeof WORDS

/** A word with its values filled in; `{s}` is the plural's s where n is not one, `{s:m}` where m is not. */
export function say(language: Language, word: Word, values: Record<string, string | number> = {}): string {
  return fill(WORDS[word][language], values)
}

export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)(?::(\w+))?\}/g, (_, key: string, of = 'n') =>
    key === 's' ? (values[of] === 1 ? '' : 's') : String(values[key] ?? ''),
  )

/** What things of a type are called where several are listed or counted: one alone is one. */
export const typeWord = (type: EntityType, language: Language, n = 2): string =>
  language === 'en' && n !== 1 ? ENTITY_TYPES[type].several : ENTITY_TYPES[type][language]
