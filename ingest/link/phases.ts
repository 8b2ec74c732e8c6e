/** Parts that are called by their number alone: 二期 behind 云江新港二期工程 is that one. */
import type { Mention } from '../../model/article.ts'
import { pushTo } from '../../model/groups.ts'
import type { EntityType } from '../../model/ontology.ts'
import { plainOf } from './forms.ts'

const NUMBER = '(?:首|第?[一二三四五六七八九十\\d]+)'
const WORKS = '(?:项目|工程|建设|园区|厂房|标准厂房)*'
const WHOLE = '(?:项目|工程|园区|基地|工厂|厂区|产业园)'
/** What stands for the whole in front of the number: 项目|一期. */
export const WHOLE_IN_FRONT = new RegExp(`^${WHOLE}`)
/** A part that is called by its number alone: of what, only its article says. */
export const BARE_PART = new RegExp(
  `^(?:${WHOLE}?${NUMBER}(?:期|批|标段|号厂房|号车间|号楼)${WORKS}|[A-Z](?:座|栋|区|馆|塔|地块))$`,
)
const PHASE = new RegExp(`^(.*?)(?:项目|工程)?[(（]?(${NUMBER}期)[)）]?${WORKS}$`)
const WORK = /(?:项目|工程)$/
const BUILT: ReadonlySet<EntityType> = new Set(['Project', 'Park'])

/** A name without the phase that it ends in: 云江新港二期工程 → 云江新港. */
export const baseOfPhase = (name: string): string => PHASE.exec(name)?.[1] || name

/** Mentions that are written alike. */
interface Group {
  plain: string
  type: EntityType
  mentions: number[]
}

/** Pairs of a full name and a bare part, by index, where what is spoken of right before the part is that work. */
export function* phasesIn(
  mentions: readonly Mention[],
  groups: readonly Group[],
): Generator<[full: number, part: number]> {
  const parts = groups.flatMap(({ plain }, i) => (BARE_PART.test(plain) ? [i] : []))
  if (parts.length === 0) return
  const whole = new Map<string, { i: number; of: string }[]>()
  groups.forEach(({ plain, type }, i) => {
    const [, of, phase] = BARE_PART.test(plain) ? [] : (PHASE.exec(plain) ?? [])
    if (of) pushTo(whole, `${type} ${phase}`, { i, of })
  })
  for (const part of parts) {
    const { plain, type, mentions: own } = groups[part]!
    const same = whole.get(`${type} ${PHASE.exec(plain)?.[2]}`)?.slice(0, MOST)
    const spoken = same ? spokenBefore(mentions, own[0]!) : undefined
    const full = spoken && same?.find(({ of }) => of.endsWith(spoken) || spoken.endsWith(of))
    if (full) yield [full.i, part]
  }
}

/** So many names are looked back at, and so many full names of one phase at. */
const BACK = 12
const MOST = 200

/** The work that was named last before a mention, without its phase. */
function spokenBefore(mentions: readonly Mention[], at: number): string | undefined {
  for (let i = at - 1; i >= 0 && at - i <= BACK; i--) {
    const { type, text } = mentions[i]!
    const plain = plainOf(text)
    if (BUILT.has(type) && !BARE_PART.test(plain)) return baseOfPhase(plain).replace(WORK, '')
  }
  return undefined
}
