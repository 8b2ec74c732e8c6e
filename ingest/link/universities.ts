/** Universities by one character of their place: 山大 is 山东大学 there, and 山西大学 in 山西. */
import { INSTITUTES } from '../lexicon/institutes.ts'
import { lexicon } from '../lexicon/lexicon.ts'
import { type DivisionPath, ownDivisionOf } from './places.ts'

const SHORT = /^([\p{Script=Han}])([师农工医财科理交])?大$/u
const FULL = /^([\p{Script=Han}]{2,3})(师范|农业|工业|医科|财经|科技|理工|交通)?大学$/u

const byShort = new Map<string, string[]>()
for (const name of INSTITUTES) {
  const [, place, kind] = FULL.exec(name) ?? []
  if (!place) continue
  const short = `${place[0]}${kind?.[0] ?? ''}大`
  byShort.set(short, [...(byShort.get(short) ?? []), name])
}

/**
 * The university that a short name stands for: the one of the province that the article is about, else the only one, where
 * the short name is known by itself; null where that leaves several or none.
 */
export function universityCalled(plain: string, within: DivisionPath): string | null {
  if (!SHORT.test(plain)) return null
  const named = byShort.get(plain) ?? []
  const province = within.split('/')[0]!
  const near = named.filter(
    (name) => province !== '' && ownDivisionOf(name, '')?.path.split('/')[0] === province,
  )
  if (near.length === 1) return near[0]!
  return named.length === 1 && lexicon().typeOf(plain) === 'Institute' ? named[0]! : null
}
