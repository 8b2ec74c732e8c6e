/** Names side by side: whose or where the second one is, by the few words between them. */
import type { EntityType, RelationType } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import type { Clause } from './clauses.ts'
import type { Phrase, Unit } from './phrases.ts'
import { isSite, isZone, type Reading } from './reading.ts'
import { between, type Scene } from './scene.ts'

interface Row {
  left: readonly EntityType[]
  gap: RegExp
  right: readonly EntityType[]
  /** From the right name to the left one. */
  says: RelationType
  confidence: number
}

const INSIDE = /^(?:的|里的|内的|境内的?|辖区的?|核心载体|市|地区|范围内的|入驻企业)?$/
const OWNED = /^(?:旗下|所属|下属|直属|全资|控股)?的?(?:子公司|全资子公司|控股子公司|分公司)?$/

/** Read from the top; the first row that fits counts. */
const ROWS: readonly Row[] = [
  { left: ['Place'], gap: /^的[^,，。;；]{0,10}——$/, right: ['Place'], says: 'LOCATED_IN', confidence: 0.85 },
  {
    left: ['Place'],
    gap: INSIDE,
    right: ['Place', 'Park', 'Project', 'Institute', 'Company', 'Strategy'],
    says: 'LOCATED_IN',
    confidence: 0.8,
  },
  { left: ['Place', 'Park'], gap: /^$/, right: ['Organization'], says: 'AFFILIATED_WITH', confidence: 0.75 },
  {
    left: ['Place'],
    gap: /境内的?[^,，。;；]{0,10}(?:——|“)?$/,
    right: ['Project', 'Park', 'Place'],
    says: 'LOCATED_IN',
    confidence: 0.8,
  },
  {
    left: ['Park', 'Strategy'],
    gap: INSIDE,
    right: ['Place', 'Park', 'Project', 'Institute', 'Company'],
    says: 'LOCATED_IN',
    confidence: 0.75,
  },
  {
    left: ['Company', 'Institute', 'Organization'],
    gap: OWNED,
    right: ['Project', 'Institute', 'Company', 'Park', 'Organization'],
    says: 'AFFILIATED_WITH',
    confidence: 0.75,
  },
  {
    left: ['Honor'],
    gap: /^(?:——|的)?$/,
    right: ['Place', 'Park', 'Company', 'Institute', 'Project'],
    says: 'AWARDED',
    confidence: 0.65,
  },
]
/** 甲片区(含乙保税区): 乙 is part of 甲. */
const CONTAINED = /^[^(（]{0,14}[(（](?:含|包括|其中)$/
const KEY_PART = /(?:控制性|关键(?:性|节点)?|节点|重点|先导|标志性|配套|子)(?:工程|项目)(?:——|、|“|,|，)?$/

/** 甲、乙、丙三个子项目: parts of what was spoken of before. */
const PARTS = /^[”》]?等?[一二三四五六七八九十两\d]+个?(?:子项目|子工程|标段|组团|分园|片区工程)/

export function neighboursOf({ scene, sentence, clauses, before }: Reading, add: Add): void {
  for (const [at, clause] of clauses.entries()) {
    const topic = clause.topic ?? clauses[at - 1]?.topic ?? null
    madeBy(scene, clause, topic, (head, tail) =>
      add(head, 'FOCUSES_ON', tail, sentence.index, 'beside:firms', 0.7),
    )
  }
  for (const phrase of clauses.flatMap((c) => c.phrases)) {
    if (!PARTS.test(between(scene, phrase.end, phrase.end + 12))) continue
    const whole = before
      .flatMap((p) => p.units)
      .find((u) => u.type === 'Project' || u.type === 'Park' || u.type === 'Place')
    if (!whole) continue
    for (const part of phrase.units)
      add(part.entities[0]!, 'PART_OF', whole.entities[0]!, sentence.index, 'parts', 0.75)
  }
  const units = clauses.flatMap((clause: Clause) => clause.phrases.flatMap((p) => p.units))
  let project: Unit | null = null
  for (let i = 0; i < units.length; i++) {
    const right = units[i]!
    const left = units[i - 1]
    if (left && left.end <= right.start && right.start - left.end <= 24 && !right.anaphor) {
      const gap = between(scene, left.end, right.start).replace(/[“”‘’《》]/g, '')
      if (
        /^的?$/.test(gap) &&
        (left.type === 'Place' || left.type === 'Organization') &&
        right.type === 'Strategy' &&
        !isZone(scene, right.entities[0]!)
      )
        add(left.entities[0]!, 'ADVANCES', right.entities[0]!, sentence.index, 'beside:own', 0.7)
      // 永川影视科技产业, 科技城内种业企业: what the place in front is at
      if (
        right.type === 'Industry' &&
        (left.type === 'Place' || left.type === 'Park') &&
        /^(?:的|内的?|里的?|市)?$/.test(gap)
      )
        add(left.entities[0]!, 'FOCUSES_ON', right.entities[0]!, sentence.index, 'beside:industry', 0.7)
      if (gap === '的' && left.type === 'Company' && (right.type === 'Project' || right.type === 'Park'))
        add(left.entities[0]!, 'DEVELOPS', right.entities[0]!, sentence.index, 'beside:built', 0.7)
      if (CONTAINED.test(gap) && ['Park', 'Project', 'Place'].includes(left.type))
        add(right.entities[0]!, 'PART_OF', left.entities[0]!, sentence.index, 'beside:contained', 0.8)
      const row = ROWS.find(
        (r) => r.left.includes(left.type) && r.right.includes(right.type) && r.gap.test(gap),
      )
      const zoned = right.type !== 'Strategy' || isZone(scene, right.entities[0]!)
      if (row && (row.says !== 'LOCATED_IN' || (zoned && isSite(scene, left.entities[0]!))))
        add(right.entities[0]!, row.says, left.entities[0]!, sentence.index, 'beside', row.confidence)
    }
    if (right.type !== 'Project') continue
    if (project && KEY_PART.test(between(scene, Math.max(project.end, right.start - 12), right.start)))
      add(right.entities[0]!, 'PART_OF', project.entities[0]!, sentence.index, 'keyPart', 0.8)
    else project = right
  }
}

/** 甲、乙等轨道装备企业12家; 甲、乙的电池系统: what the firms in front are at. */
function madeBy(
  scene: Scene,
  { phrases, cues }: Clause,
  topic: Phrase | null,
  say: (head: number, tail: number) => void,
): void {
  const gathers = cues.some((cue) => cue.predicates.some((p) => p.name === 'bring'))
  for (const [i, phrase] of phrases.entries()) {
    const last = phrase.units.at(-1)!
    if (last.type !== 'Industry') continue
    const firms = phrase.units.filter((u) => u.type === 'Company')
    const before = phrases[i - 1]
    const listed =
      before !== undefined &&
      phrase.units.length === 1 &&
      /^[”]?等$/.test(between(scene, before.end, phrase.start)) &&
      /^(?:类)?(?:上下游)?(?:企业|公司|厂商|机构)/.test(between(scene, last.end, last.end + 6))
    // the park that gathers them is at it too
    if (listed && gathers && topic) firms.push(...topic.units.filter((u) => u.type === 'Park' && !u.modifier))
    if (listed) firms.push(...before.units.filter((u) => u.type === 'Company'))
    else if (!/的$/.test(between(scene, phrase.units.at(-2)?.end ?? last.start, last.start))) continue
    for (const firm of firms.slice(0, 24)) say(firm.entities[0]!, last.entities[0]!)
  }
}
