/** Why names are one thing is kept with the graph, in Chinese; this says the same in English. */
import type { Language } from './words.ts'

const WHYS_EN: Readonly<Record<string, string>> = {
  地名前缀: 'without its place',
  类名不同: 'another word for its class',
  简称: 'short form',
  缩写: 'abbreviation',
  前缀省略: 'beginning left out',
  '前缀省略,就近': 'beginning left out, the nearest one',
  文中定义: 'defined in the text',
  上文所指: 'named right before',
  所属: 'what it is part of',
  上下文: 'context',
  语言模型: 'language model',
}
/** A why with or without how sure it is: 简称, 缩写 0.75, 上下文,0.73. */
const whyEn = (why: string): string =>
  WHYS_EN[why] ??
  why.replace(/^(.+?)[ ,]([\d.]+)$/, (all, word: string, sure: string) =>
    WHYS_EN[word] ? `${WHYS_EN[word]}, ${sure}` : all,
  )

const SHAPES: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^(\d+) 篇文章同名或同简称$/, (n) => `the same name or short form in ${n} articles`],
  [/^行政区划:(.+)$/, (where) => `administrative division: ${where}`],
  [/^(.+ → .+)\(([^()]+)\)$/, (names, why) => `${names} (${whyEn(why!)})`],
  [
    /^(.+) 未合并:(.+) 都有可能\(([^()]+)\)$/,
    (name, others, why) => `${name} not joined: ${others} are all possible (${whyEn(why!)})`,
  ],
]

/** As Chinese is set; names keep the brackets that they have. */
const wide = (reason: string): string =>
  reason
    .replace(/^行政区划:/, '行政区划：')
    .replace(/ 未合并:/, ' 未合并：')
    .replace(/\(([^()]+)\)$/, (_, why: string) => `（${why.replace(',', '，')}）`)

/** @returns the reason as it is where no English is known for it */
export function reasonIn(language: Language, reason: string): string {
  if (language === 'zh') return wide(reason)
  for (const [shape, said] of SHAPES) {
    const found = shape.exec(reason)
    if (found) return said(...found.slice(1))
  }
  return reason
}
