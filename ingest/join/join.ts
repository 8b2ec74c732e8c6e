/** Joins what the rules of linking keep apart and what was learned says is one thing. */
import type { ArticleEntity, Linked } from '../../model/article.ts'
import { pushTo } from '../../model/groups.ts'
import { confidenceOf } from '../learned/sureness.ts'
import { type Trees, type TreesFile, treesOf } from '../learned/trees.ts'
import { lexicon } from '../lexicon/lexicon.ts'
import { areTwo } from '../link/apart.ts'
import { firmCalled } from '../link/firm-names.ts'
import { isMemberOf, plainOf } from '../link/forms.ts'
import { Form } from '../link/likeness.ts'
import { liesIn } from '../link/places.ts'
import { isKnownZone, zoneCalled } from '../link/zone-names.ts'
import { FIELDS, type Pair, pairsOf } from './resembling.ts'

export interface JoinsFile extends TreesFile {
  about: string
  /** The share, 0…1, from which on a pair is joined. */
  bound: number
}

export interface Joins {
  trees: Trees
  bound: number
}

/** @throws Error where the file was learned to look at other things */
export const joinsOf = (file: JoinsFile): Joins => ({
  trees: treesOf(file, FIELDS, 'joins'),
  bound: file.bound,
})

/** Each short name is joined with the likeliest of the longer ones; the reason says how likely. */
export function join(article: Linked, joins: Joins): Linked {
  const best = bestOf(article, pairsOf(article), joins)
  return best.size === 0 ? article : joinedBy(article, best)
}

const WAY = /(?:路|街|大道|河|江|湖|湾|山)$/
const WORK =
  /^(?:隧道|大桥|特大桥|跨线桥|立交桥?|立交枢纽|互通|枢纽|高架桥?|过江通道|泵站|水库|水闸|地铁站|站)$/

/** 春晓路隧道 runs under a road and is not the road. */
const isWorkOf = (short: ArticleEntity, long: ArticleEntity): boolean =>
  short.type === 'Place' &&
  WAY.test(short.name) &&
  long.name.startsWith(short.name) &&
  WORK.test(long.name.slice(short.name.length))

/** What the shorter name names is in what the longer one does, or the other way round, or is named after it. */
function isOneOf(short: ArticleEntity, long: ArticleEntity): boolean {
  if (short.type !== long.type) return false
  // 南昌 is the city, and not 南昌县, which lies in it
  if (short.type === 'Place' && long.aliases.some((alias) => liesIn(plainOf(alias), plainOf(short.name))))
    return true
  const form = new Form(short.name, short.type)
  return long.aliases.some(
    (alias) => isMemberOf(alias, form.plain, short.type) || areTwo(new Form(alias, long.type), form),
  )
}

/** 两江新区 is a zone of its own, and short for no zone that lies in it (两江协同创新区), nor for another known one. */
const isOtherZone = (short: ArticleEntity, long: ArticleEntity): boolean =>
  short.type === 'Park' &&
  long.type === 'Park' &&
  (areKnownApart(short.name, long.name) || isKnownZone(plainOf(short.name), short.type))

function areKnownApart(short: string, long: string): boolean {
  const [one, other] = [zoneCalled(short), zoneCalled(long)]
  return one !== null && other !== null && one !== other
}

/** 北区 is a part of some town, and short for no district. */
const isQuarter = (short: ArticleEntity, long: ArticleEntity): boolean =>
  short.type === 'Place' && /^[东南西北中]区$/.test(short.name) && !long.name.endsWith(short.name)

/** Names as long as one another that begin with other words, 桃村工业区 and 江村工业区: neither is short for the other. */
const beginOtherwise = (short: ArticleEntity, long: ArticleEntity): boolean =>
  plainOf(short.name).length === plainOf(long.name).length && plainOf(short.name)[0] !== plainOf(long.name)[0]

/** A trade is no firm that has its word in its name: 新材料, 启明新材料. */
const isTradeOf = (short: ArticleEntity, long: ArticleEntity): boolean =>
  short.type === 'Industry' && long.type === 'Company' && lexicon().typeOf(short.name) === 'Industry'

/** A firm that is known by its short name is that one, and no branch or daughter of it: 国铁集团, 中国铁路西安局集团. */
function isOtherFirm(short: ArticleEntity, long: ArticleEntity): boolean {
  if (short.type !== 'Company' || long.type !== 'Company') return false
  const known = firmCalled(short.name, '')
  return known !== null && firmCalled(long.name, '') !== known
}

/** What keeps two apart however likely they are one. */
const APART = [isWorkOf, isOneOf, isQuarter, beginOtherwise, isOtherZone, isTradeOf, isOtherFirm]

interface Choice {
  long: number
  share: number
}

function bestOf({ entities }: Linked, pairs: readonly Pair[], { trees, bound }: Joins): Map<number, Choice> {
  const best = new Map<number, Choice>()
  for (const { short, long, values } of pairs) {
    const share = trees.shareOf(values)
    if (share < bound || share <= (best.get(short)?.share ?? 0)) continue
    const [one, other] = [entities[short]!, entities[long]!]
    if (!APART.some((are) => are(one, other))) best.set(short, { long, share })
  }
  return best
}

/** @param best of each entity that is joined the one that it is joined with: a longer name, or as long a one that stands before it */
function joinedBy(article: Linked, best: ReadonlyMap<number, Choice>): Linked {
  const { entities } = article
  const rootOf = (i: number): number => {
    const next = best.get(i)
    return next ? rootOf(next.long) : i
  }
  const groups = new Map<number, number[]>()
  for (const { index } of entities) {
    const root = rootOf(index)
    pushTo(groups, root, index)
  }
  // entities stand in the order of their first mentions, and so do groups
  const indexOf = new Int32Array(entities.length)
  ;[...groups.values()].forEach((group, k) => {
    for (const i of group) indexOf[i] = k
  })
  const sure = (e: ArticleEntity): number => confidenceOf(article, e.index)
  const merged = [...groups].map(([root, group], index): ArticleEntity => {
    const all = [root, ...group.filter((i) => i !== root)].map((i) => entities[i]!)
    const surest = all.reduce((a, b) => (sure(b) > sure(a) ? b : a))
    return {
      ...all[0]!,
      index,
      type: surest.type,
      aliases: [...new Set(all.flatMap((e) => e.aliases))].sort(),
      mentions: all.flatMap((e) => e.mentions).sort((a, b) => a - b),
      members: unique(all.flatMap((e) => e.members).map((m) => indexOf[m]!)).filter((m) => m !== index),
      reasons: [...all.flatMap((e) => e.reasons), ...reasonsOf(group, entities, best)],
      qualified: all.find((e) => e.qualified !== '')?.qualified ?? '',
    }
  })
  return {
    ...article,
    entities: merged,
    entityOf: article.entityOf.map((e) => (e < 0 ? e : indexOf[e]!)),
    anaphors: article.anaphors.map((a) => ({ ...a, entities: unique(a.entities.map((e) => indexOf[e]!)) })),
  }
}

const reasonsOf = (
  group: readonly number[],
  entities: readonly ArticleEntity[],
  best: ReadonlyMap<number, Choice>,
): string[] =>
  group.flatMap((i) => {
    const choice = best.get(i)
    return choice
      ? [`${entities[i]!.name} → ${entities[choice.long]!.name}(上下文,${choice.share.toFixed(2)})`]
      : []
  })

const unique = (list: readonly number[]): number[] => [...new Set(list)]
