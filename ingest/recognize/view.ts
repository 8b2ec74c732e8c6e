/** A sentence as the rules see it: words with listed names kept whole, quotes and brackets paired. */
import type { Segmented, Sentence, Token } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { COUNTY_STEMS } from '../lexicon/divisions.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { pairAt } from '../lexicon/word-set.ts'
import { Said } from './said.ts'

export interface Unit extends Token {
  /** Type of a listed name. */
  listed?: EntityType
}

export interface View {
  /** The whole article. */
  text: string
  said: Said
  sentence: Sentence
  line: string
  units: Unit[]
  /** Index in `units` of the unit that holds an offset of the article, or -1. */
  unitAt(offset: number): number
  /** For the offset of an opening quote or bracket that of its closing one, and back. */
  mateOf: ReadonlyMap<number, number>
  /** For the offset where a company's short name ends the one where it begins: it may own the name behind it. */
  owners: ReadonlyMap<number, number>
}

/** Straight and corner quotes as curly ones, straight ones in pairs within a line; offsets stay. */
function curled(raw: string): string {
  const text = /[「」]/.test(raw) ? raw.replaceAll('「', '“').replaceAll('」', '”') : raw
  if (!text.includes('"')) return text
  let open = false
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n') open = false
    else if (text[i] === '"') {
      out += text.slice(from, i) + (open ? '”' : '“')
      open = !open
      from = i + 1
    }
  }
  return out + text.slice(from)
}

const OPEN = '“‘《（('
const CLOSE = '”’》）)'

export function viewsOf({ text: raw, sentences, tokens }: Segmented, lexicon: Lexicon): View[] {
  const text = curled(raw)
  const said = new Said(text)
  const stems = stemsOf(text, lexicon)
  let t = 0
  return sentences.map((sentence) => {
    while (t < tokens.length && tokens[t]!.end <= sentence.start) t++
    let end = t
    while (end < tokens.length && tokens[end]!.start < sentence.end) end++
    const line = text.slice(sentence.start, sentence.end)
    const units = unitsOf(line, sentence.start, merged(tokens.slice(t, end), stems), lexicon)
    const at = new Int32Array(line.length).fill(-1)
    units.forEach((unit, i) => {
      at.fill(i, Math.max(0, unit.start - sentence.start), unit.end - sentence.start)
    })
    return {
      text,
      said,
      sentence,
      line,
      units,
      unitAt: (offset) => at[offset - sentence.start] ?? -1,
      mateOf: matesOf(line, sentence.start),
      owners: new Map(),
    }
  })
}

function matesOf(line: string, base: number): Map<number, number> {
  const mates = new Map<number, number>()
  const stacks = new Map<string, number[]>()
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!
    const open = OPEN.indexOf(c)
    if (open >= 0) {
      const stack = stacks.get(CLOSE[open]!) ?? []
      stack.push(i)
      stacks.set(CLOSE[open]!, stack)
    } else if (CLOSE.includes(c)) {
      const from = stacks.get(c)?.pop()
      if (from !== undefined) {
        mates.set(base + from, base + i)
        mates.set(base + i, base + from)
      }
    }
  }
  return mates
}

/** The last two characters of each county's short form. */
const STEM_ENDS: ReadonlySet<number> = new Set([...COUNTY_STEMS].map((stem) => pairAt(stem, stem.length - 2)))

/** Short forms of the districts that the article names in full. */
function stemsOf(text: string, lexicon: Lexicon): Set<string> {
  const stems = new Set<string>()
  for (const m of text.matchAll(/[区县市旗]/g)) {
    if (!STEM_ENDS.has(pairAt(text, m.index - 2))) continue
    for (let length = 2; length <= 6 && length <= m.index; length++) {
      const stem = text.slice(m.index - length, m.index)
      if (lexicon.isCountyStem(stem) && lexicon.typeOf(stem + m[0]) !== undefined) stems.add(stem)
    }
  }
  return stems
}

/** Two words that are one short form of a district: 长|清. */
function merged(tokens: readonly Token[], stems: ReadonlySet<string>): readonly Token[] {
  if (stems.size === 0) return tokens
  const out: Token[] = []
  for (const token of tokens) {
    const last = out.at(-1)
    if (
      last &&
      last.end === token.start &&
      last.text.length + token.text.length <= 3 &&
      stems.has(last.text + token.text)
    )
      out[out.length - 1] = { start: last.start, end: token.end, text: last.text + token.text, tag: 'ns' }
    else out.push(token)
  }
  return out
}

interface Hit {
  start: number
  end: number
}

/** The words of a sentence, cut anew where listed names run over their ends. */
function unitsOf(line: string, base: number, tokens: readonly Token[], lexicon: Lexicon): Unit[] {
  const hits = hitsOf(line, base, tokens, lexicon)
  const units: Unit[] = []
  let h = 0
  for (const token of tokens) {
    let from = token.start
    while (h < hits.length && hits[h]!.start < token.end) {
      const hit = hits[h]!
      if (hit.start > from) units.push(piece(line, base, from, hit.start, token))
      if (hit.end > from || units.at(-1)?.end !== hit.end) {
        const name = line.slice(hit.start - base, hit.end - base)
        const whole = hit.start === token.start && hit.end === token.end
        units.push({
          start: hit.start,
          end: hit.end,
          text: name,
          tag: whole ? token.tag : 'nz',
          listed: lexicon.typeOf(name)!,
        })
      }
      from = hit.end
      h++
    }
    const last = units.at(-1)
    if (last && last.end > from) from = last.end
    if (from < token.end) units.push(...split(piece(line, base, from, token.end, token)))
  }
  return joined(units)
}

const FUNCTION = /[的了着在把将与和及被从向让由为是也都已并对等该]|[二三四五六七八九十两]大/
/** A word that only the tagger's guess made of function words and others, as its parts: 先|向|市. */
function split(unit: Unit): Unit[] {
  if (unit.tag !== 'x' || unit.text.length < 2 || !FUNCTION.test(unit.text)) return [unit]
  const out: Unit[] = []
  let at = unit.start
  for (const text of unit.text.split(
    /([的了着在把将与和及被从向让由为是也都已并对等该]|[二三四五六七八九十两]大)/u,
  )) {
    if (text !== '')
      out.push({ start: at, end: at + text.length, text, tag: FUNCTION.test(text) ? 'u' : 'x' })
    at += text.length
  }
  return out
}

const NEW =
  /^(?:时代|能源|材料|动能|基建|金融|经济|型城镇化|城镇化|发展格局|质生产力|世界|加坡|希望|天地|丝路|消费|文旅|零售|媒体|农村|农业|工业|商业|工科|医科|势力|赛道|业态)/

/** 新 and the noun that it makes a word with are one: 新时代, 新材料. */
function joined(units: readonly Unit[]): Unit[] {
  const out: Unit[] = []
  for (const unit of units) {
    const last = out.at(-1)
    if (last?.text === '新' && last.end === unit.start && !unit.listed && NEW.test(unit.text))
      out[out.length - 1] = { start: last.start, end: unit.end, text: `新${unit.text}`, tag: 'n' }
    else out.push(unit)
  }
  return out
}

const piece = (line: string, base: number, start: number, end: number, token: Token): Unit =>
  start === token.start && end === token.end
    ? token
    : { start, end, text: line.slice(start - base, end - base), tag: 'x' }

/** Whether a code unit is a letter or a digit of ASCII. */
export const isLatin = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)

/** The set of listed names without overlap that covers most of the sentence, in as few names as can be. */
function hitsOf(line: string, base: number, tokens: readonly Token[], lexicon: Lexicon): Hit[] {
  const found: Hit[] = []
  lexicon.matcher.scan(line, (start, end) => {
    const ascii = isLatin(line.charCodeAt(start)) && isLatin(line.charCodeAt(end - 1))
    if (ascii && (isLatin(line.charCodeAt(start - 1)) || isLatin(line.charCodeAt(end)))) return
    found.push({ start, end })
  })
  if (found.length === 0) return found
  const edges = new Uint8Array(line.length + 1)
  for (const token of tokens) {
    edges[Math.max(0, token.start - base)] = 1
    edges[Math.min(line.length, token.end - base)] = 1
  }
  // best[i]: cover of the first i characters; via[i]: start of the name that ends at i, or -1
  const best = new Float64Array(line.length + 1)
  const via = new Int32Array(line.length + 1).fill(-1)
  let h = 0
  for (let end = 1; end <= line.length; end++) {
    best[end] = best[end - 1]!
    for (; h < found.length && found[h]!.end === end; h++) {
      const { start } = found[h]!
      const aligned = edges[start]! + edges[end]!
      if ((end - start <= 2 && aligned < 2) || (end - start === 3 && aligned === 0)) continue
      // 联合|国家…
      if (edges[end] === 0 && line[end] === '家' && line[end - 1] === '国') continue
      const score = best[start]! + (end - start) - 0.6 + 0.3 * (aligned - 2)
      if (score > best[end]!) {
        best[end] = score
        via[end] = start
      }
    }
  }
  const hits: Hit[] = []
  for (let at = line.length; at > 0; ) {
    if (via[at]! >= 0 && best[at]! > best[at - 1]!) {
      hits.push({ start: base + via[at]!, end: base + at })
      at = via[at]!
    } else at--
  }
  return hits.reverse()
}
