/** 启明科技青禾分公司: whose branch it is stands in front, a name of its own. */
import type { EntityType } from '../../model/ontology.ts'
import { TRADES } from '../lexicon/trades.ts'
import { SpanIndex } from '../span-index.ts'
import type { Candidate } from './candidate.ts'
import { INSIDE } from './choose.ts'

const BRANCH = /(?:分公司|分行|支行|分院|院区|校区|分校|分中心)[”》]?$/
/** What names end in that have branches. */
const PARENT: Partial<Record<EntityType, RegExp>> = {
  Company: /(?:集团|公司|股份|银行|保险|证券)$/,
  Institute: /(?:大学|学院|研究院|设计院|科学院|实验室|中心)$/,
  Organization: /(?:医院|保健院|学校|小学|中学|大学|学院|中心)$/,
}
const BODY: ReadonlySet<EntityType> = new Set(['Company', 'Institute', 'Organization'])
const SHORTEST = 4
/** Between a parent and its branch: where, or which. */
const LONGEST_WHERE = 6

/** Names as they were chosen, with those that branches are of. */
export function withBranches(text: string, chosen: readonly Candidate[]): Candidate[] {
  const branches = chosen.filter((c) => BODY.has(c.type) && BRANCH.test(text.slice(c.start, c.end)))
  if (branches.length === 0) return [...chosen]
  const index = new SpanIndex(chosen)
  return [
    ...chosen,
    ...branches.flatMap((c): Candidate[] => {
      const end = parentEnd(text.slice(c.start, c.end), c.type)
      const parent = { start: c.start, end: c.start + end }
      const known = end === 0 || index.over(parent).some((d) => d !== c && d.type !== 'Place')
      return known ? [] : [{ ...c, ...parent, rule: INSIDE }]
    }),
  ]
}

/** Where the name of the parent ends in that of a branch; 0 where none is told. */
function parentEnd(name: string, type: EntityType): number {
  const tail = BRANCH.exec(name)!.index
  for (let end = tail; end >= Math.max(SHORTEST, tail - LONGEST_WHERE); end--) {
    const front = name.slice(0, end)
    if (PARENT[type]!.test(front)) return end
    if (type === 'Company' && [2, 3, 4].some((n) => end > n + 1 && TRADES.has(front.slice(-n)))) return end
  }
  return 0
}
