import { createRequire } from 'node:module'
import type { Token } from '../model/article.ts'
import { NearWords } from './lexicon/near-words.ts'

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
  return { name: 'node-rs', tag: (text) => tokensOf(text, (runs) => runs.flatMap(words)) }
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
function cppjieba(jieba: Cppjieba): (runs: readonly string[]) => Word[] {
  const known = new NearWords<Word>(MOST_KNOWN)
  return (runs) => {
    // at each line end the segmenter begins anew
    const cuts = jieba.cut(runs.join('\n'), true)
    const words: Word[] = []
    const fresh = new Set<number>()
    let run = 0
    for (const cut of cuts) {
      if (cut === '\n') {
        run++
        continue
      }
      const word = known.get(cut)
      if (word === undefined) fresh.add(run)
      words.push(word ?? { word: cut, tag: '' })
    }
    if (fresh.size === 0) return words
    const tagged = new Map<string, Word>()
    for (const word of jieba.tag([...fresh].map((i) => runs[i]).join('\n'))) {
      tagged.set(word.word, word)
      known.set(word.word, word)
    }
    return words.map((word) => (word.tag === '' ? tagged.get(word.word)! : word))
  }
}

// the two agree on runs of Han characters only: each has rules of its own for all else, and lets it disturb its guesses
const KINDS = [/\P{Script=Han}/u, /\p{Script=Han}/u, /[\p{Script=Latin}\p{M}]/u, /\d/, /\s/] as const
const [OTHER, HAN, LETTER, DIGIT] = [0, 1, 2, 3]
/** By code unit the kind of a character, surrogates left out. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  Math.max(
    0,
    KINDS.findLastIndex((kind) => kind.test(String.fromCharCode(unit))),
  ),
)

/** The kind of the character at an offset. */
function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdfff) return kinds[unit]!
  const character = String.fromCodePoint(text.codePointAt(at)!)
  return KINDS[HAN]!.test(character) ? HAN! : KINDS[LETTER]!.test(character) ? LETTER! : OTHER!
}

const lengthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1)

/** The end of the part that begins at an offset: a run of one kind, a number with its points, a mark by itself. */
function endOf(text: string, start: number, kind: number): number {
  let end = start + lengthAt(text, start)
  if (kind === OTHER) return end
  const pointAt = (at: number) =>
    kind === DIGIT && text[at] === '.' && at + 1 < text.length && kindAt(text, at + 1) === DIGIT
  while (end < text.length && (kindAt(text, end) === kind || pointAt(end))) end += lengthAt(text, end)
  return end
}

const TAGS = ['x', '', 'eng', 'm', 'x']
const LATIN = /^\p{Script=Latin}/u

function tokensOf(text: string, wordsOf: (runs: readonly string[]) => Word[]): Token[] {
  const parts: { kind: number; start: number; end: number }[] = []
  const runs: string[] = []
  for (let start = 0; start < text.length; ) {
    const kind = kindAt(text, start)
    const end = endOf(text, start, kind)
    parts.push({ kind, start, end })
    if (kind === HAN) runs.push(text.slice(start, end))
    start = end
  }
  const words = runs.length > 0 ? wordsOf(runs) : []
  const tokens: Token[] = []
  let next = 0
  for (const { kind, start, end } of parts) {
    if (kind === HAN) {
      for (let at = start; at < end; ) {
        const { word, tag } = words[next++]!
        tokens.push({ text: word, start: at, end: at + word.length, tag })
        at += word.length
      }
      continue
    }
    const part = text.slice(start, end)
    const tag = kind === LETTER && !LATIN.test(part) ? 'x' : TAGS[kind]!
    tokens.push({ text: part, start, end, tag })
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
