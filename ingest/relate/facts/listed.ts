/** Names in a list: what is counted with or behind them is not said of one of them alone. */
import { between, type Scene } from '../scene.ts'
import type { Amount } from './amount.ts'
import type { Candidate, Spot } from './candidates.ts'

/** 甲和7条廊道: what is counted is listed with the name. */
const LISTED_WITH = /^[”》]?[和与及、]$/
/** 甲、乙5座车站, 甲等12家企业: the list is what is counted. */
const COUNTED = /^[”》]?(等)?(?:共|在内的)?$/
const COUNTS = /^(?:家|座|所|个|处|条|项|名|位)$/
const NOUN_BEHIND = /^(?:余|多)?\p{Script=Han}/u

/** 甲、乙、丙三地拿出16个项目: of each alone it is not said. */
export const isOneOfSeveral = ({ phrase }: Spot): boolean =>
  phrase.units.filter((unit) => !unit.modifier).length > 1

/** 甲、乙新谋划4个项目, 甲和7条廊道已经开工: a name in a list, or one with which what is counted is listed. */
export const isListed = (scene: Scene, spot: Spot, start: number): boolean =>
  isOneOfSeveral(spot) || LISTED_WITH.test(between(scene, spot.end, Math.min(start, spot.end + 3)))

/** Of the candidates those in a list that is counted right behind it. */
export function countedIn(
  scene: Scene,
  { sentence, start, end, quantity }: Amount,
  candidates: readonly Candidate[],
): ReadonlySet<number> {
  const { text } = scene.article
  const out = new Set<number>()
  if (quantity.rank || !COUNTS.test(quantity.unit) || !NOUN_BEHIND.test(text.slice(end, end + 2))) return out
  for (const { entity, spot } of candidates) {
    if (spot?.sentence !== sentence || spot.phrase.end > start || start - spot.phrase.end > 5) continue
    const gap = COUNTED.exec(text.slice(spot.phrase.end, start).replace(/(?:近|约|超过?)$/, ''))
    if (gap && (gap[1] || isOneOfSeveral(spot))) out.add(entity)
  }
  return out
}
