/** One thing by two names is of one type: 云谷小镇项目 and 云谷小镇, 云江自贸港 and 自贸港, 招商局集团 and 招商局. */
import type { Mention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { plainOf, withoutPlace } from './forms.ts'
import { BARE_ZONE } from './zone-names.ts'

const WORK = /(?:项目|工程)$/
/** What a work may be taken for where its name stands without 项目. */
const BUILT: ReadonlySet<EntityType> = new Set(['Park', 'Institute', 'Place'])
/** What a zone may be taken for where its place is left out. */
const ZONED: ReadonlySet<EntityType> = new Set(['Place', 'Strategy'])
/** What a group may be taken for by its short name: 招商局 is no bureau. */
const BODIES: ReadonlySet<EntityType> = new Set(['Organization'])
const LEAST = 3
/** Characters of a part of a zone's name at most. */
const LONGEST = 24

/** 云江港一期工程 is a phase of a work, whose name is often taken for that of its ground; a zone or a street stays what it is. */
const PHASE_OF = /^(.*(?:公园|大道|港|路|站|码头|桥))(?:[一二三四五六]|首)期(?:工程|项目|建设项目)?$/
const SITE: ReadonlySet<EntityType> = new Set(['Place'])

/** The shorter name of a work, a zone or a group, with the types that it may have been taken for; of others the name itself. */
function shorterOf(long: string, type: EntityType): [short: string, wrong: ReadonlySet<EntityType>] {
  if (type === 'Project') {
    const whole = PHASE_OF.exec(long)?.[1]
    return whole ? [whole, SITE] : [long.replace(WORK, ''), BUILT]
  }
  if (type === 'Company') return [long.replace(/集团$/, ''), BODIES]
  return [type === 'Park' ? withoutPlace(long, LEAST) : long, ZONED]
}

/** 石桥新城 of 云江新区石桥新城: what stands behind the ground that a zone's name begins with, where the article names both. */
function partsBehindGround(long: string, types: ReadonlyMap<string, ReadonlySet<EntityType>>): string[] {
  const out: string[] = []
  for (let size = LEAST; size <= Math.min(LONGEST, long.length - 2); size++) {
    const part = long.slice(-size)
    const front = types.has(part) ? types.get(long.slice(0, -size)) : undefined
    if (front && [...front].some((t) => t === 'Park' || t === 'Place')) out.push(part)
  }
  return out
}

const BARE: ReadonlySet<EntityType> = new Set(['Park', 'Place'])
const GROUND: ReadonlySet<EntityType> = new Set(['Park', 'Place', 'Strategy'])

/** 新区 is of the type of the zone named last before it, where none of its own type is called so. */
function bareZones(mentions: readonly Mention[]): Map<string, EntityType> {
  const out = new Map<string, EntityType>()
  const seen = new Set<string>()
  for (const { text, type, start } of mentions) {
    if (!BARE.has(type) || !BARE_ZONE.test(text) || seen.has(text)) continue
    seen.add(text)
    const longer = mentions.filter(
      (m) => GROUND.has(m.type) && m.text.length > text.length && m.text.endsWith(text),
    )
    const nearest = longer.findLast((m) => m.start < start) ?? longer[0]
    if (nearest && longer.every((m) => m.type !== type)) out.set(text, nearest.type)
  }
  return out
}

/** Mentions as they are, but that those of a shorter name have the type of the longer one that they stand for. */
export function ofOneType(mentions: Mention[]): Mention[] {
  const types = new Map<string, Set<EntityType>>()
  for (const { text, type } of mentions) {
    const plain = plainOf(text)
    const known = types.get(plain)
    if (known) known.add(type)
    else types.set(plain, new Set([type]))
  }
  const better = new Map<string, EntityType>()
  for (const [long, own] of types) {
    if (own.size !== 1) continue
    const [type] = own
    const [short, wrong] = shorterOf(long, type!)
    const others = short !== long && short.length >= LEAST ? types.get(short) : undefined
    if (others && [...others].every((t) => wrong.has(t))) better.set(short, type!)
    if (type === 'Park')
      for (const part of partsBehindGround(long, types))
        if ([...types.get(part)!].every((t) => ZONED.has(t))) better.set(part, type)
  }
  for (const [text, type] of bareZones(mentions)) better.set(text, type)
  if (better.size === 0) return mentions
  return mentions.map((m) => {
    const type = better.get(plainOf(m.text))
    return type ? { ...m, type } : m
  })
}
