import { type Language, say } from './words.ts'

/** The beginning and the end that a period has, as kept in the graph: `2019/..` is from then on, `../2020-11` up to then. */
export const periodWord = (period: string, language: Language): string =>
  periodEnds(period, language).join(' – ')

/** In one word, or where it has a beginning and an end in two. */
export function periodEnds(period: string, language: Language): [string, string?] {
  const [begin, end] = period.split('/') as [string, string?]
  if (end === undefined || begin === end) return [begin]
  if (end === '..') return [say(language, 'fromThen', { when: begin })]
  return begin === '..' ? [say(language, 'upToThen', { when: end })] : [begin, end]
}
