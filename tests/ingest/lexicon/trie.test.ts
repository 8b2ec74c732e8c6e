import { describe, expect, it } from 'vitest'
import { trieOf } from '../../../ingest/lexicon/trie.ts'

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
