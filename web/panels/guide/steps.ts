/** The first minute: what to look at, in which order, and what each step lets the person try. */
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import type { Word } from '../../words/words.ts'

export interface GuideStep {
  title: Word
  /** Where there is no keyboard. */
  titleTouched?: Word
  text: Word
  /** Where there is no stage beside the card. */
  textOnPhone?: Word
  /** What to try, and how. */
  try?: { word: Word; run(): void | Promise<void> }
}

const set: ReturnType<typeof useStore.getState>['set'] = (patch) => useStore.getState().set(patch)

/** The strategy with the most under it. */
async function bestStrategy(): Promise<string | undefined> {
  const { served } = await api.served()
  return served[0]?.id
}

export const GUIDE: readonly GuideStep[] = [
  {
    title: 'guideGraph',
    text: 'guideGraphText',
    textOnPhone: 'guideGraphPhone',
    try: {
      word: 'guideGraphTry',
      async run() {
        const id = await bestStrategy()
        if (id) set({ view: 'explore', chosen: { kind: 'node', id } })
      },
    },
  },
  {
    title: 'guideTrace',
    text: 'guideTraceText',
    try: {
      word: 'guideTraceTry',
      async run() {
        const id = await bestStrategy()
        set({ view: 'trace', traced: id ?? '', chosen: null })
      },
    },
  },
  {
    title: 'guideRead',
    text: 'guideReadText',
    try: { word: 'guideReadTry', run: () => set({ view: 'read', article: '', sentence: '', chosen: null }) },
  },
  {
    title: 'guideFind',
    titleTouched: 'guideFindTouched',
    text: 'guideFindText',
    try: {
      word: 'guideFindTry',
      run: () => document.querySelector<HTMLInputElement>('[data-testid=search-input]')?.focus(),
    },
  },
]
