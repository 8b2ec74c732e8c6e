import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Token } from '../model/article.ts'
import { cutterOf } from './words/cutter.ts'
import { dictionaryOf, type Word } from './words/dictionary.ts'
import { guesserOf } from './words/guesser.ts'

/** Splits Chinese text into words with parts of speech; offsets are UTF-16 into the text. */
export interface Tagger {
  readonly name: 'nodejieba' | 'node-rs'
  tag(text: string): Token[]
}

/** Adds the words of a run of Han characters. */
type Cut = (run: string, out: Word[]) => void

const require = createRequire(import.meta.url)

/** With nodejieba's dictionaries, or @node-rs/jieba with the same words where nodejieba was not installed. */
export function openTagger(prefer: Tagger['name'] = 'nodejieba'): Tagger {
  const cut = prefer === 'nodejieba' ? likeNodejieba() : null
  return cut
    ? { name: 'nodejieba', tag: (text) => tokensOf(text, cut) }
    : { name: 'node-rs', tag: (text) => tokensOf(text, nodeRs()) }
}

interface Nodejieba {
  DEFAULT_DICT: string
  DEFAULT_HMM_DICT: string
  DEFAULT_USER_DICT: string
}

/** Read once: every tagger of a process shares it. */
let cutter: Cut | undefined

/** nodejieba's words without its native part, whose conversions of text take most of its time; null where it is not installed. */
function likeNodejieba(): Cut | null {
  let paths: Nodejieba
  try {
    paths = require('nodejieba') as Nodejieba
  } catch {
    return null
  }
  const read = (path: string) => readFileSync(path, 'utf8')
  cutter ??= cutterOf(
    dictionaryOf(read(paths.DEFAULT_DICT), read(paths.DEFAULT_USER_DICT)),
    guesserOf(read(paths.DEFAULT_HMM_DICT)),
  )
  return cutter
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
  while (end < text.length && kindAt(text, end) === kind) end += lengthAt(text, end)
  if (kind === DIGIT && text[end] === '.' && end + 1 < text.length && kindAt(text, end + 1) === DIGIT)
    return endOf(text, end + 1, kind)
  return end
}

const TAGS = ['x', '', 'eng', 'm', 'x']
const LATIN = /^\p{Script=Latin}/u

function tokensOf(text: string, cut: Cut): Token[] {
  const tokens: Token[] = []
  const words: Word[] = []
  for (let start = 0; start < text.length; ) {
    const kind = kindAt(text, start)
    const end = endOf(text, start, kind)
    const part = text.slice(start, end)
    if (kind === HAN) {
      words.length = 0
      cut(part, words)
      for (const { text: word, tag } of words) {
        tokens.push({ text: word, start, end: start + word.length, tag })
        start += word.length
      }
    } else {
      const tag = kind === LETTER && !LATIN.test(part) ? 'x' : TAGS[kind]!
      tokens.push({ text: part, start, end, tag })
    }
    start = end
  }
  return tokens
}

// nodejieba's user dictionary, with which it comes
const USER_WORDS = '云计算 30000 x\n韩玉鉴赏 30000 x\n蓝翔 30000 nz\n区块链 30000 nz'

/**
 * cppjieba's way (MixSegment) with jieba-rs's parts: the likeliest path, then a guess over every stretch of single
 * characters. jieba-rs alone makes no guess over a stretch that its dictionary holds as a word.
 */
function nodeRs(): Cut {
  fallback ??= openNodeRs()
  return fallback
}
let fallback: Cut | undefined

function openNodeRs(): Cut {
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba')
  const { dict } = require('@node-rs/jieba/dict') as typeof import('@node-rs/jieba/dict')
  const jieba = Jieba.withDict(dict)
  jieba.loadDict(Buffer.from(USER_WORDS))
  const guesser = new Jieba()
  const tagOf = lookup(dict)
  return (run, out) => {
    let singles: { word: string; tag: string }[] = []
    const flush = () => {
      const guesses = singles.length > 1 ? guesser.cut(singles.map((s) => s.word).join(''), true) : []
      if (guesses.every((word) => isSingle(word)))
        for (const { word, tag } of singles) out.push({ text: word, tag })
      else {
        let at = 0
        for (const word of guesses) {
          out.push({ text: word, tag: isSingle(word) ? singles[at]!.tag : tagOf(word) })
          at += [...word].length
        }
      }
      singles = []
    }
    for (const word of jieba.tag(run, false)) {
      if (isSingle(word.word)) singles.push(word)
      else {
        flush()
        out.push({ text: word.word, tag: word.tag })
      }
    }
    flush()
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
