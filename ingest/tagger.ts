import { createRequire } from 'node:module'
import type { Token } from '../model/article.ts'

/** Splits Chinese text into words with parts of speech; offsets are UTF-16 into the text. */
export interface Tagger {
  readonly name: 'nodejieba' | 'node-rs'
  tag(text: string): Token[]
}

interface Word {
  word: string
  tag: string
}

const require = createRequire(import.meta.url)

/** nodejieba, or @node-rs/jieba with the same words where its native part could not be built. */
export function openTagger(prefer: Tagger['name'] = 'nodejieba'): Tagger {
  if (prefer === 'nodejieba') {
    try {
      const words = cppjieba(require('nodejieba') as Cppjieba)
      return { name: 'nodejieba', tag: (text) => tokensOf(text, words) }
    } catch {
      // built only where a compiler is: the other one serves
    }
  }
  const words = nodeRs()
  return { name: 'node-rs', tag: (text) => tokensOf(text, (runs) => runs.map(words)) }
}

interface Cppjieba {
  cut(text: string, guess: boolean): string[]
  tag(text: string): Word[]
}

/** Words whose part of speech is kept. */
const MOST_KNOWN = 200_000

/**
 * Cuts, and asks for parts of speech only where a word is new: a word has the same one everywhere, and the words are
 * the same, for half the time of tagging.
 */
function cppjieba(jieba: Cppjieba): (runs: readonly string[]) => Word[][] {
  const known = new Map<string, Word>()
  return (runs) => {
    if (known.size > MOST_KNOWN) known.clear()
    const cuts = linesOf(jieba.cut(runs.join('\n'), true))
    const fresh = runs.filter((_, i) => cuts[i]!.some((word) => !known.has(word)))
    if (fresh.length > 0) for (const word of jieba.tag(fresh.join('\n'))) known.set(word.word, word)
    return cuts.map((words) => words.map((word) => known.get(word)!))
  }
}

/** Words between line ends, at each of which the segmenter begins anew. */
function linesOf(words: readonly string[]): string[][] {
  const lines: string[][] = [[]]
  for (const word of words)
    if (word === '\n') lines.push([])
    else lines.at(-1)!.push(word)
  return lines
}

// the two agree on runs of Han characters only: each has rules of its own for all else, and lets it disturb its guesses
const HAN = /\p{Script=Han}+/gu
const PARTS = /\p{Script=Han}+|[\p{Script=Latin}\p{M}]+|\d+(?:\.\d+)*|\s+|\P{Script=Han}/gu

function tokensOf(text: string, wordsOf: (runs: readonly string[]) => Word[][]): Token[] {
  const runs = text.match(HAN) ?? []
  const words = runs.length > 0 ? wordsOf(runs) : []
  const tokens: Token[] = []
  let next = 0
  for (const { 0: part, index } of text.matchAll(PARTS)) {
    if (part !== runs[next]) {
      const tag = /^\d/.test(part) ? 'm' : /^\p{Script=Latin}/u.test(part) ? 'eng' : 'x'
      tokens.push({ text: part, start: index, end: index + part.length, tag })
      continue
    }
    let start = index
    for (const { word, tag } of words[next++]!) {
      tokens.push({ text: word, start, end: start + word.length, tag })
      start += word.length
    }
  }
  return tokens
}

// nodejieba's user dictionary, with which it comes
const USER_WORDS = '云计算 30000 x\n韩玉鉴赏 30000 x\n蓝翔 30000 nz\n区块链 30000 nz'

/**
 * cppjieba's way (MixSegment) with jieba-rs's parts: the likeliest path, then a guess over every stretch of single
 * characters. jieba-rs alone makes no guess over a stretch that its dictionary holds as a word.
 */
function nodeRs(): (run: string) => Word[] {
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba')
  const { dict } = require('@node-rs/jieba/dict') as typeof import('@node-rs/jieba/dict')
  const jieba = Jieba.withDict(dict)
  jieba.loadDict(Buffer.from(USER_WORDS))
  const guesser = new Jieba()
  const tagOf = lookup(dict)
  return (run) => {
    const words: Word[] = []
    let singles: Word[] = []
    const flush = () => {
      const guesses = singles.length > 1 ? guesser.cut(singles.map((s) => s.word).join(''), true) : []
      if (guesses.every((word) => isSingle(word))) words.push(...singles)
      else {
        let at = 0
        for (const word of guesses) {
          words.push(isSingle(word) ? singles[at]! : { word, tag: tagOf(word) })
          at += [...word].length
        }
      }
      singles = []
    }
    for (const word of jieba.tag(run, false)) {
      if (isSingle(word.word)) singles.push(word)
      else {
        flush()
        words.push(word)
      }
    }
    flush()
    return words
  }
}

const isSingle = (word: string) => word.length === 1 || (word.length === 2 && [...word].length === 1)

/** The part of speech that the dictionary gives a word; x where it does not hold it. */
function lookup(dict: Uint8Array): (word: string) => string {
  const known = new Map<string, string>()
  let text = ''
  return (word) => {
    text ||= `\n${new TextDecoder().decode(dict)}`
    let tag = known.get(word)
    if (tag === undefined) {
      const at = text.indexOf(`\n${word} `)
      tag =
        at < 0
          ? 'x'
          : text
              .slice(at + 1, text.indexOf('\n', at + 1))
              .split(' ')[2]!
              .trim()
      known.set(word, tag)
    }
    return tag
  }
}
