/** Finding titles by part of them, pinyin, initials or Traditional characters: articles and saved queries. */
import { syllablesOf } from '../../model/spelling.ts'
import { pacedMap } from '../paced.ts'
import { foldName, foldPinyin, needlesOf } from './fold.ts'
import { Haystack } from './haystack.ts'

export type TitleMatch = 'title' | 'pinyin' | 'initials'

export interface TitleIndex {
  /** Positions of the titles that match, in order, each with how; what matches by its words comes first. */
  find(query: string, limit: number): { at: number; by: TitleMatch }[]
}

/** What a title's pinyin costs is about 0.2 ms: beyond this many only the words are found. */
const READ = 3_000

/** Made in pieces, others answered in between. @param titles one or several for each thing, the most important things first */
export async function titleIndexOf(titles: readonly (readonly string[])[]): Promise<TitleIndex> {
  const words = new Haystack(titles.map((own) => own.map(foldName)))
  const readings = await pacedMap(titles.slice(0, READ), ([title = '']) => syllablesOf(title))
  const fold = (parts: readonly string[]) =>
    parts
      .join('')
      .toLowerCase()
      .replace(/[^a-z]/g, '')
  const spelt = new Haystack(readings.map((parts) => [fold(parts)]))
  const initials = new Haystack(readings.map((parts) => [fold(parts.map((part) => part[0] ?? ''))]))
  return {
    find(query, limit) {
      const found = new Map<number, TitleMatch>()
      const look = (haystack: Haystack, needle: string, by: TitleMatch) =>
        haystack.each(needle, (at) => {
          if (!found.has(at)) found.set(at, by)
        })
      for (const needle of needlesOf(query)) look(words, needle, 'title')
      const latin = foldPinyin(query)
      // one letter begins a syllable of everything
      if (latin.length > 1) {
        look(spelt, latin, 'pinyin')
        look(initials, latin, 'initials')
      }
      const rank = { title: 0, pinyin: 1, initials: 2 }
      return [...found]
        .map(([at, by]) => ({ at, by }))
        .sort((a, b) => rank[a.by] - rank[b.by] || a.at - b.at)
        .slice(0, limit)
    },
  }
}
