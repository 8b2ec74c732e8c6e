/** What is counted at a ceremony is its district's, where the text speaks of that: 38个项目 signed at a 签约仪式. */
import type { ArticleEntity } from '../../../model/article.ts'
import type { Shared } from './runs.ts'

/** By its end: 重点项目集中签约活动, 开工仪式. */
const CEREMONY = /(?:签约|开工|竣工|启动|奠基|投产).{0,8}(?:仪式|活动|大会|会|专场)$|集中/u
/** The share from which on a district is taken in place of a ceremony. */
const DISTRICT = 0.25

/** Hands numbers of a ceremony to the likeliest district, all those of a run together; else to the one in whose name it is held. */
export function handOver(
  out: number[][],
  runs: readonly number[][],
  shared: readonly Shared[],
  entities: readonly ArticleEntity[],
): void {
  const runOf = new Map(runs.flatMap((run) => run.map((number) => [number, run] as const)))
  const isOf = (number: number, ceremony: number) => out[number]!.length === 1 && out[number]![0] === ceremony
  const districts = shared
    .filter(({ entity, share }) => share >= DISTRICT && /^(?:Place|Park)$/.test(entities[entity]!.type))
    .toSorted((a, b) => b.share - a.share)
  for (const { number, entity } of districts) {
    const ceremony = out[number]!.length === 1 ? out[number]![0]! : -1
    if (ceremony < 0 || !isCeremony(entities[ceremony]!)) continue
    for (const other of runOf.get(number) ?? [number]) if (isOf(other, ceremony)) out[other] = [entity]
  }
  const grounds = groundsOf(entities)
  for (const subjects of out) {
    const ceremony = subjects.length === 1 ? entities[subjects[0]!]! : undefined
    if (!ceremony || !isCeremony(ceremony)) continue
    const ground = groundNamedIn(ceremony.name, grounds)
    if (ground !== undefined) subjects[0] = ground
  }
}

/** Districts and zones by what they are called. */
function groundsOf(entities: readonly ArticleEntity[]): Map<string, number> {
  const out = new Map<string, number>()
  for (const { index, type, name, aliases } of entities)
    if (/^(?:Place|Park)$/.test(type))
      for (const form of [name, ...aliases]) if (!out.has(form)) out.set(form, index)
  return out
}

/** The district in whose name a ceremony is held, by its longest name there: 临江开发区重点项目集中签约活动. */
function groundNamedIn(name: string, grounds: ReadonlyMap<string, number>): number | undefined {
  for (let size = name.length - 1; size > 1; size--)
    for (let at = 0; at + size <= name.length; at++) {
      const ground = grounds.get(name.slice(at, at + size))
      if (ground !== undefined) return ground
    }
  return undefined
}

const isCeremony = ({ type, name, aliases }: ArticleEntity): boolean =>
  type === 'Event' && [name, ...aliases].some((form) => CEREMONY.test(form))
