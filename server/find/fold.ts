/** How what is typed and what is named are made alike before they are compared. */
import { Converter } from 'opencc-js/t2cn'
import { withoutQuotes } from '../../model/names.ts'

const convertTaiwan = Converter({ from: 'twp', to: 'cn' })
const convertPlain = Converter({ from: 't', to: 'cn' })

/** As names are compared: full width and case folded, quotes and spaces dropped. */
export const foldName = (text: string): string =>
  withoutQuotes(text.normalize('NFKC').toLowerCase()).replace(/[《》〈〉·•()]/g, '')

/** What is typed, as it may stand in a name: as it is, and from Traditional with and without Taiwan's words. */
export const needlesOf = (query: string): string[] => [
  ...new Set([query, convertPlain(query), convertTaiwan(query)].map(foldName)),
]

/** zhōng yāng → zhongyang; '' where it is no pinyin. */
export function foldPinyin(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[üǖǘǚǜ]/gi, 'v')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'’]/g, '')
  return /^[a-z]+$/.test(plain) ? plain : ''
}
