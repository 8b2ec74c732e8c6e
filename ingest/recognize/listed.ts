/** Names of the lexicons, and places by their tag. */
import { matcherOf } from '../lexicon/matcher.ts'
import { CITIES, LISTED, PROVINCES } from '../lexicon/names.ts'
import type { Candidate, View } from './candidate.ts'

const PLACES = new Set([
  ...PROVINCES,
  ...PROVINCES.map((p) => `${p}省`),
  ...CITIES,
  ...CITIES.map((c) => `${c}市`),
])
const listed = matcherOf([...LISTED.keys(), ...PLACES])
const SUFFIXES = ['区', '县', '市', '镇', '街道', '社区']
const NOT_PLACES =
  /^(?:全国|全省|中国|我国|国家|城市|新建|满意度|高度|开发区|中心|黄河大|美丽|东西)|城市$|小区$|园区$|城区$|街区$/
const ASCII = /[A-Za-z0-9]/

export function listedCandidates(view: View): Candidate[] {
  const { text, sentence, tokens } = view
  const out: Candidate[] = []
  const line = text.slice(sentence.start, sentence.end)
  listed.scan(line, (from, to) => {
    const [start, end] = [sentence.start + from, sentence.start + to]
    const word = text.slice(start, end)
    if (ASCII.test(word[0]!) && (ASCII.test(text[start - 1] ?? '') || ASCII.test(text[end] ?? ''))) return
    const type = LISTED.get(word) ?? 'Place'
    // a short word in the middle of longer ones is not that name
    const first = tokens[view.tokenAt(start)]
    const last = tokens[view.tokenAt(end - 1)]
    const inside = (first && first.start < start) || (last && last.end > end)
    if (inside && word.length <= 2) return
    if (
      type === 'Industry' &&
      /^(?:园|科技园|基地|示范|研究院|联盟|集聚|强区|中心|大厦|总部)/.test(text.slice(end, end + 3))
    )
      return
    out.push({
      start,
      end,
      type,
      confidence: word.length > 2 ? 0.8 : 0.7,
      rule: `lexicon:${type.toLowerCase()}`,
    })
  })
  tokens.forEach((token, i) => {
    if (token.tag !== 'ns' || token.text.length < 2 || PLACES.has(token.text) || NOT_PLACES.test(token.text))
      return
    const suffixed = /[区县市镇乡村路湖河]$/.test(token.text) && token.text.length > 2
    const listMate = [tokens[i - 2], tokens[i + 2]].some(
      (mate, k) => tokens[i + (k === 0 ? -1 : 1)]?.text === '、' && mate !== undefined && mate.tag === 'ns',
    )
    // 长清 is a place where the article says 长清区 as well
    const known = SUFFIXES.some((suffix) => text.includes(token.text + suffix))
    if (suffixed || listMate || known)
      out.push({ start: token.start, end: token.end, type: 'Place', confidence: 0.6, rule: 'tag:ns' })
  })
  return out
}
