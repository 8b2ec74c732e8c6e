/** What the search box can do beside finding: each by its words, their pinyin and initials, also in Traditional. */

import { isNarrow } from '../../browser/narrow.ts'
import { shareLink } from '../../requests/share.ts'
import { GAPS } from '../../state/attended.ts'
import { useStore } from '../../state/state.ts'
import { type Language, say, type Word } from '../../words/words.ts'

export interface Action {
  word: Word
  /** Other ways to type it. */
  keys: string
  /** The key that does the same. */
  key?: string
  /** It does something to the canvas, which a phone does not show. */
  canvas?: true
  run(): void
}

const set: ReturnType<typeof useStore.getState>['set'] = (patch) => useStore.getState().set(patch)

const ACTIONS: readonly Action[] = [
  { word: 'goExplore', keys: 'tansuo ts explore graph', key: '1', run: () => set({ view: 'explore' }) },
  {
    word: 'goTrace',
    keys: 'zhuizong zz 追蹤 trace',
    key: '2',
    run: () => set({ view: 'trace', traced: '' }),
  },
  {
    word: 'goGaps',
    keys: 'quantuduanlian duanlian qtdl dl 全圖斷鏈 斷鏈 gaps',
    run: () => set({ view: 'trace', traced: GAPS }),
  },
  {
    word: 'goRead',
    keys: 'yuedu wenzhang yd wz 閱讀 read articles',
    key: '3',
    run: () => set({ view: 'read', article: '', sentence: '' }),
  },
  { word: 'goQuery', keys: 'chaxun cx 查詢 cypher query', key: '4', run: () => set({ view: 'query' }) },
  {
    word: 'goSettings',
    keys: 'shezhi sz 設置 設定 settings preferences',
    key: '5',
    run: () => set({ view: 'settings' }),
  },
  {
    word: 'shareLink',
    keys: 'fuzhilianjie fenxiang fzlj fx 分享 转发 复制链接 複製連結 share link url',
    run: shareLink,
  },
  {
    word: 'ownArticles',
    keys: 'jiaruzijidewenzhang tianjiawenzhang daoruwenzhang jrwz tjwz 添加文章 加入文章 导入文章 上传文章 新增文章 加入自己的文章 import ingest upload add articles',
    run: () => set({ view: 'settings' }),
  },
  {
    word: 'goTime',
    keys: 'shijianzhou shijian sjz sj 時間軸 timeline time',
    canvas: true,
    run: () => set({ view: 'explore', timeOpen: true }),
  },
  {
    word: 'goNew',
    keys: 'xinneirong zuixin xnr zx 新內容 what is new latest',
    canvas: true,
    run: () => set({ view: 'explore', timeOpen: true, sinceOpen: true }),
  },
  { word: 'undo', keys: 'chexiao cx 撤銷', key: '⌘Z', run: () => useStore.getState().undo() },
  { word: 'redo', keys: 'chongzuo cz', key: '⇧⌘Z', run: () => useStore.getState().redo() },
  {
    word: 'switchTheme',
    keys: 'shense qianse waiguan ss qs wg 深色 淺色 dark light theme',
    run: () => set({ theme: useStore.getState().theme === 'dark' ? 'light' : 'dark' }),
  },
  {
    word: 'switchLanguage',
    keys: 'yuyan yingwen zhongwen yy 語言 english chinese language 中文 英文',
    run: () => set({ language: useStore.getState().language === 'zh' ? 'en' : 'zh' }),
  },
  {
    word: 'guideAgain',
    keys: 'xinshouyindao yindao xsyd yd 新手引導 guide tour first minute',
    run: () => set({ guide: 0 }),
  },
]

const here = (): Action[] => ACTIONS.filter(({ canvas }) => !canvas || !isNarrow())

/** Of these words, the actions that there are. */
export const actionsOf = (words: readonly Word[]): Action[] =>
  here().filter(({ word }) => words.includes(word))

/** Actions that a text names, in either language. */
export function actionsFor(text: string): Action[] {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, '')
  if (wanted === '') return []
  const languages: readonly Language[] = ['zh', 'en']
  return here().filter(({ word, keys }) =>
    [...languages.map((language) => say(language, word)), ...keys.split(' ')].some((name) =>
      name.toLowerCase().replace(/\s+/g, '').includes(wanted),
    ),
  )
}
