/** How a text is spelt. */
import { pinyin } from 'pinyin-pro'

/** Pinyin without tones, a part for each character; what is not Chinese stays as it is. */
export const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
