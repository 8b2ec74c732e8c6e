import { createRequire } from 'node:module'
import type { Token } from '../model/article.ts'

/** Splits Chinese text into words with parts of speech; offsets are UTF-16 into the text. */
export interface Tagger {
  readonly name: 'nodejieba' | 'node-rs'
  tag(text: string): Token[]
}

interface NodeJieba {
  tag(text: string): { word: string; tag: string }[]
}

/** nodejieba, or @node-rs/jieba with the same words where its native part could not be built. */
export function openTagger(prefer: Tagger['name'] = 'nodejieba'): Tagger {
  const require = createRequire(import.meta.url)
  if (prefer === 'nodejieba') {
    try {
      const jieba = require('nodejieba') as NodeJieba
      return { name: 'nodejieba', tag: (text) => offsets(text, jieba.tag(text)) }
    } catch {
      // built only where a compiler is: the other one serves
    }
  }
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba')
  const { dict } = require('@node-rs/jieba/dict') as typeof import('@node-rs/jieba/dict')
  const jieba = Jieba.withDict(dict)
  return {
    name: 'node-rs',
    tag: (text) =>
      offsets(
        text,
        jieba.tag(text, true).map(({ word, tag }) => ({ word, tag })),
      ),
  }
}

function offsets(text: string, words: { word: string; tag: string }[]): Token[] {
  let at = 0
  return words.map(({ word, tag }) => {
    const start = text.indexOf(word, at)
    const from = start < 0 ? at : start
    at = from + word.length
    return { text: word, start: from, end: at, tag }
  })
}
