/** A number as it is written: with its bound and unit, and what it is compared with. */
import type { FactRow } from '../../../model/api.ts'
import { type Language, say, type Word } from '../../words/words.ts'

const BOUNDS: Record<string, Word> = { about: 'about', over: 'over', under: 'under' }
const COMPARISONS: Record<string, Word> = { yoy: 'yoy', mom: 'mom', rank: 'rank', share: 'share' }

/** Without its unit. */
export const numberOf = ({ bound, value }: FactRow, language: Language): string =>
  `${BOUNDS[bound] ? `${say(language, BOUNDS[bound])} ` : ''}${value.toLocaleString('zh-CN', { maximumFractionDigits: 4 })}`

export const amountOf = (fact: FactRow, language: Language): string =>
  `${numberOf(fact, language)}${fact.unit}`

/** '' where it is an amount by itself. */
export const comparisonOf = ({ comparison }: Pick<FactRow, 'comparison'>, language: Language): string =>
  COMPARISONS[comparison] ? say(language, COMPARISONS[comparison]) : ''
