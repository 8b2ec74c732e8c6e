/** A dictionary as cppjieba reads its own, in typed arrays: a tenth of the memory, and texts need no conversion. */
import { type Trie, trieOf } from './trie.ts'

/** A word of the dictionary, or one that was guessed: the same object wherever it stands. */
export interface Word {
  text: string
  /** ICTCLAS-like part of speech; x where the dictionary has none. */
  tag: string
}

export interface Dictionary {
  trie: Trie
  /** By state the log probability of its word; NaN where it is only the front of one. */
  weights: Float64Array
  /** Log probability of a character that is no word. */
  least: number
  /** Part of speech of the word at a state. */
  tagAt(state: number): string
}

interface Entry {
  word: string
  weight: number
  tag: string
}

/**
 * `lines` are `word frequency tag`, `own` those of a user's dictionary, with or without frequency and tag. Only words of
 * Han characters in the basic plane are kept.
 */
export function dictionaryOf(lines: string, own: string): Dictionary {
  const fields = fieldsOf(lines)
  const frequencies = Float64Array.from(fields, ([, frequency]) => Number(frequency))
  const sum = frequencies.reduce((a, b) => a + b, 0)
  const logs = frequencies.map((frequency) => Math.log(frequency / sum))
  const sorted = logs.slice().sort()
  const [least, median] = [sorted[0]!, sorted[sorted.length >> 1]!]
  const entries = fields.map(([word, , tag], i): Entry => ({ word, weight: logs[i]!, tag }))
  for (const [word, second, third] of fieldsOf(own))
    entries.push(
      third
        ? { word, weight: Math.log(Number.parseInt(second, 10) / sum), tag: third }
        : { word, weight: median, tag: second },
    )
  return { least, ...layoutOf(entries.filter(({ word }) => isHan(word))) }
}

/** Of two entries for a word the later one holds. */
function layoutOf(entries: Entry[]): Omit<Dictionary, 'least'> {
  entries.sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0))
  const last = entries.filter(({ word }, i) => entries[i + 1]?.word !== word)
  const trie = trieOf(last.map(({ word }) => word))
  const tags = [...new Set(['x', ...last.map(({ tag }) => tag || 'x')])]
  const indexOf = new Map(tags.map((tag, i) => [tag, i]))
  const weights = Float64Array.from(trie.words, (i) => (i < 0 ? Number.NaN : last[i]!.weight))
  const tagged = Uint16Array.from(trie.words, (i) => (i < 0 ? 0 : indexOf.get(last[i]!.tag || 'x')!))
  return { trie, weights, tagAt: (state) => tags[tagged[state]!]! }
}

function isHan(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if ((unit < 0x4e00 || unit > 0x9fff) && !/\p{Script=Han}/u.test(word[i]!)) return false
  }
  return true
}

function fieldsOf(lines: string): [word: string, second: string, third: string][] {
  return lines.split('\n').flatMap((line): [string, string, string][] => {
    const [word = '', second = '', third = ''] = line.split(' ')
    return word === '' ? [] : [[word, second, third]]
  })
}
