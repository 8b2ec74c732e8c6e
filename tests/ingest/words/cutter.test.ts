import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { cutterOf } from '../../../ingest/words/cutter.ts'
import { dictionaryOf, type Word } from '../../../ingest/words/dictionary.ts'
import { guesserOf } from '../../../ingest/words/guesser.ts'
import { trieOf } from '../../../ingest/words/trie.ts'

interface Nodejieba {
  DEFAULT_DICT: string
  DEFAULT_USER_DICT: string
  DEFAULT_HMM_DICT: string
  tag(text: string): { word: string; tag: string }[]
}
/** null where nodejieba could not be installed. */
function installed(): Nodejieba | null {
  try {
    const nodejieba = createRequire(import.meta.url)('nodejieba') as Nodejieba
    nodejieba.tag('词')
    return nodejieba
  } catch {
    return null
  }
}
const nodejieba = installed()
const read = (path: string | undefined) => (path ? readFileSync(path, 'utf8') : '')
const lines = read(nodejieba?.DEFAULT_DICT)
const cutOf = (dictionary: string, own = '') =>
  cutterOf(dictionaryOf(dictionary, own), guesserOf(read(nodejieba!.DEFAULT_HMM_DICT)))
const wordsOf = (run: string, by: ReturnType<typeof cutOf>) => {
  const out: Word[] = []
  by(run, out)
  return out.map(({ text, tag }) => `${text}/${tag}`)
}

describe.skipIf(!nodejieba)('words (skipped where nodejieba is not installed)', () => {
  it('are those of nodejieba, in runs of dictionary words and of single characters', () => {
    const cut = cutOf(lines, read(nodejieba!.DEFAULT_USER_DICT))
    const words = lines.split('\n').map((line) => line.split(' ')[0]!)
    const han = words.filter((word) => /^\p{Script=Han}+$/u.test(word))
    // every so many words, and every so many characters of them
    for (let i = 0; i + 7 < han.length; i += 199) {
      const near = han.slice(i, i + 7).join('')
      const far = [0, 1, 2, 3, 4].map((k) => han[(i * (k + 3) * 31) % han.length]).join('')
      // each once: between paths that are exactly as likely the last bit of a logarithm decides (黄黄黄黄黄)
      const singles = [...new Set(`${near}${far}`)].filter((_, k) => k % 3 === 0).join('')
      for (const run of [near, far, singles, `${singles}𠮷${far}`])
        expect(wordsOf(run, cut)).toEqual(nodejieba!.tag(run).map(({ word, tag }) => `${word}/${tag}`))
    }
  })

  it('of one dictionary are the likeliest, and the later entry for a word holds', () => {
    const small = cutOf('甲 10 n\n甲乙 90 n\n乙丙 10 v\n丙 50 n\nA股 9 n', '乙丙 900 nz\n丁戊')
    expect(wordsOf('甲乙丙', small)).toEqual(['甲/n', '乙丙/nz'])
    expect(wordsOf('丙丁戊', small)).toEqual(['丙/n', '丁戊/x'])
  })
})

describe('a trie', () => {
  it('knows fronts of words from words', () => {
    const trie = trieOf(['产', '产业园', '园', '园区'])
    const stateOf = (text: string) =>
      [...text].reduce((state, c, i) => {
        const unit = c.charCodeAt(0)
        return i === 0 ? trie.first(unit) : state === 0 ? 0 : trie.next(state, unit)
      }, 0)
    const wordOf = (text: string) => (stateOf(text) === 0 ? 'none' : trie.words[stateOf(text)])
    expect(['产', '产业', '产业园', '园', '园区', '业', '园园', '产区'].map(wordOf)).toEqual([
      0,
      -1,
      1,
      2,
      3,
      'none',
      'none',
      'none',
    ])
  })
})
