/** Traditional → Simplified, Taiwan's words included. */
import * as OpenCC from 'opencc-js'
import type { Traced } from './traced.ts'

let convert: ((text: string) => string) | null = null

/**
 * Words that Taiwan alone uses, after their characters are Simplified. OpenCC's own phrase table also changes words
 * that the mainland shares (核心 → 内核), and scrapes turn mainland articles into Traditional characters: so only these.
 */
const WORDS: readonly [string, string][] = [
  ['积体电路', '集成电路'],
  ['软体', '软件'],
  ['硬体', '硬件'],
  ['资讯', '信息'],
  ['网际网路', '互联网'],
  ['网路', '网络'],
  ['伺服器', '服务器'],
  ['记忆体', '存储器'],
  ['雷射', '激光'],
  ['奈米', '纳米'],
  ['半导体晶片', '半导体芯片'],
  ['晶片', '芯片'],
  ['程式', '程序'],
  ['数位', '数字'],
  ['行动电话', '移动电话'],
  ['人工智慧', '人工智能'],
  ['智慧型手机', '智能手机'],
  ['宽频', '宽带'],
  ['资料库', '数据库'],
  ['大数据资料', '大数据'],
  ['太空梭', '航天飞机'],
  ['计程车', '出租车'],
  ['捷运', '地铁'],
]

const WORD = new RegExp(WORDS.map(([from]) => from).join('|'), 'g')
const RIGHT = new Map(WORDS)

export function simplify(text: Traced): Traced {
  convert ??= OpenCC.Converter({ from: 'tw', to: 'cn' })
  const plain = convert(text.text)
  if (plain === text.text) return text
  return text.recoded(plain).replace(WORD, (m) => RIGHT.get(m[0])!)
}
