/** Zones that a local paper calls by rank alone: 市开发区 is the one of its town, 全省开发区 are all of them. */
import { gated } from '../lexicon/gated.ts'
import { SpanIndex } from '../span-index.ts'
import type { Candidate } from './candidate.ts'
import { INSIDE } from './choose.ts'
import type { View } from './view.ts'

const ZONE = '(?:(?:经济|高新)?(?:技术)?(?:产业)?开发区|高新区|经开区)'
const OF_TOWN = gated(
  new RegExp(
    `(?<=^|[^\\p{Script=Han}]|[在到和与及由为是从的对向]|位于|落户|走进|来到|昨[日天]|今[日天]|当[日天]|[上下]午)[市区县]${ZONE}(?!域)`,
    'gu',
  ),
  /[市区县][经高技产开]/,
)

/** Names as they were chosen, and 市开发区 where none is. */
export function withTownZones(
  chosen: readonly Candidate[],
  lines: readonly Pick<View, 'line' | 'sentence'>[],
): Candidate[] {
  const placed = new SpanIndex(chosen)
  const found = lines.flatMap(({ line, sentence }) =>
    OF_TOWN.in(line).flatMap((m): Candidate[] => {
      const start = sentence.start + m.index
      const end = start + m[0].length
      const over = placed.over({ start, end })
      // who holds it stands in front: 市开发区|秋季重点项目集中开工仪式
      const held = over.length === 1 && over[0]!.type === 'Event' && over[0]!.start === start
      if (over.length > 0 && !held) return []
      return [{ start, end, type: 'Park', confidence: 0.8, rule: held ? INSIDE : 'zone:town' }]
    }),
  )
  return found.length === 0 ? [...chosen] : [...chosen, ...found]
}

const BARE = new RegExp(`^${ZONE}$`, 'u')
const ALL =
  /(?:全[国省市区县州]|[各多]|国家级|省级|市级|[\d一二三四五六七八九十两][个家]|其他|推动|所有|同类|一流)$/

/** Whether a noun for zones stands for none of them by itself: 全省|开发区, 各|高新区. */
export const isAnyZone = (text: string, start: number, end: number): boolean =>
  BARE.test(text.slice(start, end)) && ALL.test(text.slice(Math.max(0, start - 3), start))
