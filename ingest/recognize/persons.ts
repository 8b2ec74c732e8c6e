/** People by their titles and by what they do. */
import { SURNAMES, TITLES } from '../lexicon/heads.ts'
import type { Candidate, View } from './candidate.ts'

const NAME = `[${SURNAMES}](?:[\\u4e00-\\u9fff]{1,2})`
const TITLED = new RegExp(`(?:${[...TITLES].sort((a, b) => b.length - a.length).join('|')})(${NAME})`, 'g')
const SPEAKING = new RegExp(
  `(?<=^|[，。；、,“”：:\\s])(${NAME})(?=表示|介绍|说|指出|强调|告诉|坦言|认为|代表在|代表在|估计|带领|在致辞|的解释|作了)`,
  'g',
)
const BEFORE_ROLE = new RegExp(
  `(${NAME})(?=(?:代表|委员|院士|教授|奶奶|爷爷|阿姨|大爷|先生|女士)(?:在|，|紧|说|表示|提))`,
  'g',
)
/** Characters that no given name ends with: the name was read too far. */
const NOT_LAST = /[的了在是和与说作任表介就为到等也都将向把]$/

export function personCandidates(view: View): Candidate[] {
  const { text, sentence } = view
  const line = text.slice(sentence.start, sentence.end)
  const out: Candidate[] = []
  const add = (index: number, found: string, confidence: number, rule: string) => {
    let name = found
    const start = sentence.start + index
    const token = view.tokens[view.tokenAt(start)]
    if (
      token &&
      token.start === start &&
      token.end - start === 2 &&
      name.length === 3 &&
      /^nr/.test(token.tag)
    ) {
      const next = view.tokens[view.tokenAt(start) + 1]
      if (next && next.text.length > 1) name = name.slice(0, 2)
    }
    while (name.length > 2 && NOT_LAST.test(name)) name = name.slice(0, -1)
    if (
      NOT_LAST.test(name) ||
      /^(?:任务|方面|时候|时间|有关|高度|成为|明确|常态|包括|向全|全面|和平|平台|高级|高质|安全|安置)/.test(
        name,
      )
    )
      return
    out.push({ start, end: start + name.length, type: 'Person', confidence, rule })
  }
  for (const m of line.matchAll(TITLED))
    add(m.index + m[0].length - m[1]!.length, m[1]!, 0.88, 'title:person')
  for (const m of line.matchAll(SPEAKING)) add(m.index, m[1]!, 0.85, 'speech:person')
  for (const m of line.matchAll(BEFORE_ROLE)) add(m.index, m[1]!, 0.8, 'role:person')
  return out
}
