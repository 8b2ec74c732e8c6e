/** Tells entities of one name apart, by what each is tied to and the others are not. */
import type { EntityBrief } from '../model/api.ts'
import { pushTo } from '../model/groups.ts'
import type { Whole } from './whole/whole.ts'

export type Ties = Pick<
  Whole,
  'names' | 'types' | 'articleCounts' | 'indexOf' | 'from' | 'to' | 'offsets' | 'edges'
>

/** The list with `beside` where it holds several of one name and type. @param ties asked for only then */
export async function toldApart<T extends EntityBrief>(
  list: readonly T[],
  ties: () => Promise<Ties>,
): Promise<T[]> {
  const groups = new Map<string, string[]>()
  for (const { id, name, type } of list) pushTo(groups, `${type} ${name}`, id)
  if (groups.size === list.length) return [...list]
  const all = await ties()
  const several = [...groups.values()].filter((ids) => ids.length > 1)
  const beside = new Map(several.flatMap((ids) => besidesOf(all, ids)))
  return list.map((item) => {
    const name = beside.get(item.id)
    return name === undefined ? item : { ...item, beside: name }
  })
}

/** Of each one's own neighbours the name of a place, else of what is written about most. */
function besidesOf(ties: Ties, ids: readonly string[]): [id: string, name: string][] {
  const { names, types, articleCounts } = ties
  const near = ids.map((id) => neighboursOf(ties, id))
  const holders = new Map<string, number>()
  for (const others of near)
    for (const name of new Set(others.map((i) => names[i]!))) holders.set(name, (holders.get(name) ?? 0) + 1)
  return ids.flatMap((id, at): [string, string][] => {
    const [best] = near[at]!.filter((i) => holders.get(names[i]!) === 1).sort(
      (a, b) =>
        Number(types[b] === 'Place') - Number(types[a] === 'Place') ||
        articleCounts[b]! - articleCounts[a]! ||
        a - b,
    )
    return best === undefined ? [] : [[id, names[best]!]]
  })
}

function neighboursOf({ indexOf, from, to, offsets, edges }: Ties, id: string): number[] {
  const i = indexOf.get(id)
  if (i === undefined) return []
  const own = [...edges.subarray(offsets[i]!, offsets[i + 1]!)]
  return [...new Set(own.map((e) => (from[e] === i ? to[e]! : from[e]!)))]
}
