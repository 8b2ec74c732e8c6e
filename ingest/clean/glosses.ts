/**
 * Pinyin glosses that scrapes leave behind Traditional characters: 質(zhì) → 質, also half-escaped ones whose
 * character was lost on the way: 日?qǐng)?bào) → 日报.
 */

import { createRequire } from 'node:module'
import { pinyin } from 'pinyin-pro'
import { pushTo } from '../../model/groups.ts'
import type { Traced } from './traced.ts'

const SYLLABLE = '[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{0,5}'
const PLAIN_SYLLABLE = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]{1,3}(?:ng|n|r)?'
const GLOSS = new RegExp(`(?<=\\p{Script=Han})[(（](?:${SYLLABLE}|${PLAIN_SYLLABLE})[)）]`, 'gu')
/** A reading with its tone stands in no other bracket of a Chinese text. */
const MARKED = /[(（?][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u
const LOST = new RegExp(`\\?${SYLLABLE}\\)\\?(${SYLLABLE})\\)`, 'gu')

export function removeGlosses(text: Traced): Traced {
  if (!MARKED.test(text.text)) return text
  return text
    .replace(LOST, (m) => {
      const before =
        /\p{Script=Han}(?=(?:[(（][^()（）]{1,8}[)）])?$)/u.exec(
          m.input.slice(Math.max(0, m.index - 12), m.index),
        )?.[0] ?? ''
      const after = m.input[m.index + m[0].length] ?? ''
      return lostCharacter(before, m[1]!, after) ?? m[0]
    })
    .replace(GLOSS, '')
}

let frequency: Map<string, number> | null = null
let byReading: Map<string, string[]> | null = null

/** The character with this reading that makes the commonest word with its neighbours. */
function lostCharacter(before: string, reading: string, after: string): string | null {
  if (!frequency || !byReading) {
    const { dict } = createRequire(import.meta.url)('@node-rs/jieba/dict') as { dict: Uint8Array }
    frequency = new Map()
    byReading = new Map()
    for (const line of new TextDecoder().decode(dict).split('\n')) {
      const [word, count] = line.split(' ')
      if (!word || word.length > 2) continue
      frequency.set(word, Number(count))
      if (word.length === 1 && Number(count) > 50) pushTo(byReading, pinyin(word), word)
    }
  }
  const weight = (c: string) =>
    (frequency!.get(before + c) ?? 0) * 1e6 +
    (frequency!.get(c + after) ?? 0) * 1e6 +
    (frequency!.get(c) ?? 0)
  const candidates = byReading.get(reading) ?? []
  return candidates.reduce<string | null>(
    (best, c) => (best === null || weight(c) > weight(best) ? c : best),
    null,
  )
}
