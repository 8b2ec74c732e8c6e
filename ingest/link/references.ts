/** What stands for something without naming it: definite phrases (该园区, 上述企业, 项目总投资…), ranks (全区) and plans. */
import type { Anaphor, ArticleEntity, Mention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { Back, type Before } from './back.ts'
import { pluralsOf } from './plurals.ts'
import { COMPOUND, insideOne, NOT_FOLLOWED, NOUNS, opens, type Read, spokenOf } from './pointing.ts'

/** So many names are looked back at. */
const MOST = 40

/** 全区, 我市: the place of that rank that the article names most. */
const WHOLE = /(?:全|我|本)([省市区县州])|(?<![\p{Script=Han}])([省市区县州旗])里(?![面外程])/gu
/** 两地, 两市: the two places that it names most. */
const PAIRS = /(?:两地|两市|两区|两县|两省市?)(?!的?交界)/g
/** 围绕方案, 按照这一规划: the plan that was named last. */
const PLAN =
  /(?<=围绕|按照|根据|落实|依据|对照)(?:该|这一|这个)?(?:方案|规划|计划|办法|战略|意见)(?![的要]求|期)/g
/** Nouns that stand alone for what was named last, where they open a clause and say something of it. */
const BARE = /^(?:产业园区?|园区|基地|公司|集团|项目|工程|研究院|学校)$/
const POINTING = '该|这[一个家座条所项]?|此|上述'
/** The phrases of an article that stand for an entity named before, each with what it stands for. */
export function anaphorsOf(
  article: Read,
  entities: readonly ArticleEntity[],
  entityOf: readonly number[],
): Anaphor[] {
  const spoken = spokenOf(article.mentions, entityOf)
  const out = pluralsOf(article, spoken)
  const named = namedByType(article.mentions, spoken)
  worksThatAreParks(article, spoken, out)
  for (const [nouns, types] of NOUNS) definite(article, spoken, nouns, named(types), out)
  ranked(article, entities, spoken, out)
  plans(article, spoken, out)
  called(article, spoken, out)
  bareZones(article, spoken, out)
  return out.sort((a, b) => a.start - b.start || a.end - b.end)
}

const POINTED = new Map(NOUNS.map(([nouns]) => [nouns, new RegExp(`(${POINTING})?(${nouns})`, 'g')]))

/** Indices of the mentions that name an entity, of some types, in order. */
function namedByType(mentions: readonly Mention[], entityOf: readonly number[]) {
  const byType = new Map<EntityType, number[]>()
  mentions.forEach(({ type }, i) => {
    if (entityOf[i]! < 0) return
    const same = byType.get(type)
    if (same) same.push(i)
    else byType.set(type, [i])
  })
  return (types: readonly EntityType[]): readonly number[] =>
    types.length === 1
      ? (byType.get(types[0]!) ?? [])
      : types.flatMap((type) => byType.get(type) ?? []).sort((a, b) => a - b)
}

/** 该园区, 上述企业, 项目…: what was named last of that kind, in this paragraph, in the one before or as the only one. */
function definite(
  article: Read,
  entityOf: readonly number[],
  nouns: string,
  before: readonly number[],
  out: Anaphor[],
): void {
  if (before.length === 0) return
  const { text, mentions, sentences } = article
  const pattern = POINTED.get(nouns)!
  const known = new Set<number>()
  const back = new Back(article, entityOf)
  let at = 0
  let spokenOf = -2
  const taken = new Set(out.map((a) => a.start))
  for (const m of text.matchAll(pattern)) {
    const [start, end] = [m.index, m.index + m[0].length]
    if (taken.has(start) || (m[1] && COMPOUND.test(text.slice(end, end + 2)))) continue
    if (
      !m[1] &&
      !(BARE.test(m[2]!) && stands(text, start, end) && !NOT_FOLLOWED.test(text.slice(end, end + 6)))
    )
      continue
    if (!back.to(start, end)) continue
    while (at < before.length && mentions[before[at]!]!.end <= start) known.add(entityOf[before[at++]!]!)
    if (at === 0) continue
    // 该区 is what was last called a 区
    const rank = /^[区市县省州]$/.test(m[2]!) ? m[2]! : ''
    const named = rank
      ? before.slice(Math.max(0, at - MOST), at).findLast((i) => mentions[i]!.text.endsWith(rank))
      : before[at - 1]
    if (named === undefined) continue
    const last = mentions[named]!
    const { paragraph } = sentences[back.sentence]!
    const near = paragraph - Math.max(spokenOf, sentences[last.sentence]!.paragraph) <= 1
    if (!near && known.size > 1) continue
    spokenOf = paragraph
    out.push({ start, end, sentence: back.sentence, entities: [entityOf[named]!] })
  }
}

function ranked(
  article: Read,
  entities: readonly ArticleEntity[],
  entityOf: readonly number[],
  out: Anaphor[],
): void {
  const { text } = article
  const places = entities
    .filter((e) => e.type === 'Place' || e.type === 'Park')
    .sort((a, b) => b.mentions.length - a.mentions.length || a.index - b.index)
  const put = (back: Back, m: RegExpExecArray, meant: readonly ArticleEntity[]) => {
    const [start, end] = [m.index, m.index + m[0].length]
    if (opens(text, start) && back.to(start, end))
      out.push({ start, end, sentence: back.sentence, entities: meant.map((e) => e.index) })
  }
  const whole = new Back(article, entityOf)
  for (const m of text.matchAll(WHOLE)) {
    const place = places.find((e) => e.aliases.some((a) => a.endsWith((m[1] ?? m[2])!)))
    if (place) put(whole, m, [place])
  }
  const two = places.filter((e) => e.type === 'Place').slice(0, 2)
  const pairs = new Back(article, entityOf)
  if (two.length === 2) for (const m of text.matchAll(PAIRS)) put(pairs, m, two)
}

function plans(article: Read, entityOf: readonly number[], out: Anaphor[]): void {
  const back = new Back(article, entityOf)
  for (const m of article.text.matchAll(PLAN)) {
    const [start, end] = [m.index, m.index + m[0].length]
    if (!back.to(start, end)) continue
    const noun = m[0].slice(-2)
    const [named] = back.names(({ type, text }) => type === 'Strategy' && fits(text, noun))
    if (named) out.push({ start, end, sentence: back.sentence, entities: [named.entity] })
  }
}

const fits = (name: string, noun: string): boolean =>
  name
    .replace(/[”》]+$/, '')
    .replace(/[(（][^)）]*[)）]$/, '')
    .replace(/[”》]+$/, '')
    .endsWith(noun) ||
  noun === '战略' ||
  (noun === '办法' && /条[”》]?$/.test(name))

/** 这座总投资百亿元的研发中心, 该基地: what was last called by that word, whatever its type. */
const CALLED = /(?:这[座家个条所项处]|该)(?:[^,，。;；:：“”的]{0,16}的)?(?=([\p{Script=Han}]{2,6}))/gu

function called(article: Read, entityOf: readonly number[], out: Anaphor[]): void {
  const { text, mentions } = article
  const taken = new Set(out.map((a) => a.start))
  const back = new Back(article, entityOf)
  for (const m of text.matchAll(CALLED)) {
    if (taken.has(m.index) || !back.to(m.index, m.index + 1)) continue
    const from = m.index + m[0].length
    for (let length = m[1]!.length; length >= 2; length--) {
      const noun = m[1]!.slice(0, length)
      const [named] = back.names((mention) => calledBy(mention.text, noun))
      if (!named) continue
      const end = from + length
      if (!insideOne(mentions, from, end))
        out.push({
          start: m[0].includes('的') ? from : m.index,
          end,
          sentence: back.sentence,
          entities: [named.entity],
        })
      break
    }
  }
}

/** Ground that is run by itself is no project. */
const RUN = /(?<!园)区$|新城$/
/** 这个项目 right behind a park, 这片热土: the park that was named last. */
const PARK_MEANT = /(?<project>(?:该|这个|此)项目)|这片(?:热土|土地|沃土|园区)/g

function worksThatAreParks(article: Read, entityOf: readonly number[], out: Anaphor[]): void {
  const { text } = article
  const back = new Back(article, entityOf)
  for (const m of text.matchAll(PARK_MEANT)) {
    const [start, end] = [m.index, m.index + m[0].length]
    if (COMPOUND.test(text.slice(end, end + 2)) || !back.to(start, end)) continue
    const work = m.groups!.project !== undefined
    const near = back.names(
      ({ type, text: name }) => type === 'Project' || (type === 'Park' && !(work && RUN.test(name))),
    )
    const last = near[0]
    if (last?.type !== 'Park') continue
    if (work && (last.sentence < back.sentence - 1 || near.some(isProjectIn(last.sentence)))) continue
    out.push({ start, end, sentence: back.sentence, entities: [last.entity] })
  }
}

const isProjectIn =
  (sentence: number) =>
  (b: Before): boolean =>
    b.type === 'Project' && b.sentence >= sentence

/** 集聚区将…: the zone that was last called so, be it ground or a strategy. */
const ZONES = /集聚区|商务区|商埠区|活力区/g

function bareZones(article: Read, entityOf: readonly number[], out: Anaphor[]): void {
  const { text } = article
  const taken = new Set(out.map((a) => a.start))
  const back = new Back(article, entityOf)
  for (const m of text.matchAll(ZONES)) {
    const [start, end] = [m.index, m.index + m[0].length]
    if (taken.has(start) || !opens(text, start) || NOT_FOLLOWED.test(text.slice(end, end + 6))) continue
    if (!back.to(start, end)) continue
    const [named] = back.names((mention) => mention.text.endsWith(m[0]))
    if (named) out.push({ start, end, sentence: back.sentence, entities: [named.entity] })
  }
}

/** 园区…, 在园区里…, 落户园区: a bare noun that is nobody's. */
const stands = (text: string, start: number, end: number): boolean =>
  opens(text, start) ||
  (/(?:[在进于]|入驻|落户|来到)$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^(?:里|内|中|[,，。;；])/.test(text.slice(end, end + 1)))

const calledBy = (name: string, noun: string): boolean =>
  name.endsWith(noun) || name.endsWith(`${noun}项目`) || name.endsWith(`${noun}工程`)
