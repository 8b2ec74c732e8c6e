import type { Mention, Paragraph, Recognized, Segmented } from '../../model/article.ts'
import { pushTo } from '../../model/groups.ts'
import type { EntityType } from '../../model/ontology.ts'
import { type Lexicon, lexicon as wholeLexicon } from '../lexicon/lexicon.ts'
import { bodyCandidates } from './bodies.ts'
import { withBranches } from './branches.ts'
import type { Candidate } from './candidate.ts'
import { choose } from './choose.ts'
import { withCounted } from './counted-lists.ts'
import { withDirections } from './directions.ts'
import { eventCandidates } from './events.ts'
import { firmCandidates, ownerCandidates } from './firms.ts'
import { withFiveYears } from './five-years.ts'
import { goalCandidates } from './goals.ts'
import { headCandidates } from './heads.ts'
import { withHeld } from './held.ts'
import { honorCandidates } from './honors.ts'
import { investedCandidates } from './invested.ts'
import { listedCandidates } from './listed.ts'
import { withListedFirms } from './listed-firms.ts'
import { listCandidates } from './lists.ts'
import { mended } from './mend.ts'
import { orphanStart } from './orphans.ts'
import { personCandidates } from './persons.ts'
import { localStart, placeCandidates, withinStart, zoneStart } from './places.ts'
import { propagate } from './propagate.ts'
import { quoteCandidates } from './quotes.ts'
import { sectorCandidates } from './sectors.ts'
import { toldCandidates } from './told.ts'
import { isAnyZone, withTownZones } from './town-zones.ts'
import { tradeListCandidates } from './trade-lists.ts'
import { retyped } from './types.ts'
import { type View, viewsOf } from './view.ts'

/** A sentence with all that the rules propose for it. */
export interface Proposed {
  view: View
  kind: Paragraph['kind']
  proposals: Candidate[]
}

/** Which names an article has, of those that the rules propose or beside them. */
export type Choice = (text: string, sentences: Proposed[]) => Candidate[]

/** Finds the names of an article: rules propose, the longest sure one wins, and what is sure once is found everywhere. */
export function recognize(article: Segmented, lexicon: Lexicon = wholeLexicon()): Recognized {
  return recognizeBy(article, lexicon, (text, sentences) =>
    sentences.flatMap(({ proposals }) => choose(text, proposals)),
  )
}

/** What the rules propose for each sentence. */
export const proposed = (article: Segmented, lexicon: Lexicon): Proposed[] =>
  viewsOf(article, lexicon).map((view) => ({
    view,
    kind: article.paragraphs[view.sentence.paragraph]!.kind,
    proposals: proposalsOf(view, lexicon),
  }))

/** The same where `choice` decides among the proposals. */
export function recognizeBy(article: Segmented, lexicon: Lexicon, choice: Choice): Recognized {
  const sentences = proposed(article, lexicon)
  const lines = sentences.map(({ view }) => view)
  const chosen = retyped(article.text, choice(sentences[0]?.view.text ?? article.text, sentences))
  const whole = withFiveYears(withTownZones(withHeld(chosen, lines), lines), lines)
  const mentions = propagate(
    article,
    withListedFirms(
      article.text,
      withDirections(
        article.text,
        withBranches(article.text, withCounted(article.text, mended(article.text, whole, lexicon))),
      ),
    ),
    lexicon,
  )
    .filter((c) => c.type !== 'Park' || !isAnyZone(article.text, c.start, c.end))
    .map(
      (c): Mention => ({
        start: c.start,
        end: c.end,
        text: article.text.slice(c.start, c.end),
        type: c.type,
        confidence: c.confidence,
        rule: c.rule,
        sentence: c.sentence,
      }),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return { ...article, mentions }
}

/** Where the name of a head really begins, one step after the other. */
const STARTS = [orphanStart, localStart, zoneStart, withinStart]

/** All that the rules propose for a sentence, before any choice: what a model may choose among. */
export function proposalsOf(sentence: View, lexicon: Lexicon): Candidate[] {
  const firms = firmCandidates(sentence)
  const view = { ...sentence, owners: new Map(firms.map((c) => [c.end, c.start])) }
  const heads = headCandidates(view)
  for (const c of heads) for (const startOf of STARTS) c.start = startOf(view, c)
  const sure = [
    ...heads,
    ...bodyCandidates(view),
    ...quoteCandidates(view),
    ...personCandidates(view),
    ...listedCandidates(view),
    ...placeCandidates(view, lexicon),
    ...firms,
    ...sectorCandidates(view),
    ...tradeListCandidates(view),
    ...toldCandidates(view),
    ...eventCandidates(view),
    ...honorCandidates(view),
    ...goalCandidates(view),
    ...investedCandidates(view),
  ]
  const all = [...sure, ...listCandidates(view, sure)]
  const bracketed = bracketedOf(view.text, all, lexicon)
  const whole = bracketed.length > 0 ? [...all, ...bracketed] : all
  const phases = phasesOf(view.text, whole)
  return [
    ...whole,
    ...phases,
    ...ownerCandidates(view, all),
    ...doneOf(view.text, phases.length > 0 ? [...all, ...phases] : all),
    ...joinedOf(all),
  ]
}

/** 香港科技大学(广州), 合作区(南宁片区): the bracket belongs to the name. */
function bracketedOf(text: string, candidates: readonly Candidate[], lexicon: Lexicon): Candidate[] {
  return candidates.flatMap((c) => {
    if (text[c.end] !== '(' && text[c.end] !== '（') return []
    if (!/^(?:Park|Institute|Project|Organization)$/.test(c.type)) return []
    const m = /^[(（]([\p{Script=Han}]{2,6})[)）]/u.exec(text.slice(c.end, c.end + 9))
    const own =
      m && (lexicon.typeOf(m[1]!) === 'Place' || /(?:片区|基地|新馆|校区|园区|分园|分馆)$/.test(m[1]!))
    return own ? [{ ...c, end: c.end + m[0].length }] : []
  })
}

const NTH =
  '(?:[(（]?[一二三四五六]期[)）]?|[ABC]区|[东西南北]区)(?:(?:[^\\s、，。；的等和与及将于已在开投竣总主占今去明计预、]{0,8}?(?:工程|项目|工厂|车间|厂房|泊位|航站楼|码头|院区|延伸段|联络线)))?'
const PHASE: Partial<Record<EntityType, RegExp>> = {
  Park: new RegExp(`^${NTH}`),
  Company: new RegExp(`^${NTH}`),
  Institute: new RegExp(`^${NTH}`),
  Place: new RegExp(`^(?=[一二三四五六]期)${NTH}`),
  Project: new RegExp(
    `^(?:${NTH}|(?:[\\p{Script=Han}]{1,4}?(?:标段|段)|[\\p{Script=Han}]{2,5}至[\\p{Script=Han}]{2,5}段|[(（][\\p{Script=Han}]{2,5}至[\\p{Script=Han}]{2,5}段?[)）]|支线|延长线|[东西南北]延(?:段|伸工程|线)?)(?:工程)?(?=[^落]))`,
    'u',
  ),
}

/** What is done to a road, a quarter or a park, where that names a work: 云山大道快速化改造、…. */
const DONE =
  /^(?:周边|辅路|沿线|南段|北段|东段|西段)?(?:快速化|景观|环境|有机|城市|综合|基础设施|道路|立面|智能化)?(?:改造提升|提升改造|更新改造|改造|提升|拓宽|更新|东拓|西拓|南拓|北拓|维修加固|保护修缮|综合整治|整治提升|改扩建|扩建|旧改)(?:工程|项目)?(?=[、，。；和等都也均已将]|建设|$)/
const SITE =
  /(?:路|街|大道|公园|大桥|广场|片区|街区|湖|景区|机场|码头|古城|老街|古镇|河|小区|社区|泊位|段|高速|公路|铁路)$/

/** 京台高速|德州东互通改造工程: one work of another is named after it. */
function joinedOf(candidates: readonly Candidate[]): Candidate[] {
  const starting = new Map<number, Candidate[]>()
  for (const c of candidates)
    if (c.type === 'Project' && c.rule.startsWith('head:')) pushTo(starting, c.start, c)
  return candidates.flatMap((c) =>
    c.type === 'Project' && /^(?:head:project|phase)$/.test(c.rule) && c.end - c.start >= 4
      ? (starting.get(c.end) ?? [])
          .filter((d) => d.end - d.start >= 4)
          .map((d) => ({ ...c, end: d.end, confidence: 0.7, rule: 'head:joined' }))
      : [],
  )
}

function doneOf(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((c) => {
    if ((c.type !== 'Place' && c.type !== 'Project') || !/^(?:head:|phase)/.test(c.rule)) return []
    const m = DONE.exec(text.slice(c.end, c.end + 14))
    if (!m || !SITE.test(text.slice(c.start, c.end))) return []
    return [{ ...c, end: c.end + m[0].length, type: 'Project' as const, confidence: 0.72, rule: 'head:done' }]
  })
}

/** A name with 一期 behind it is a phase, and its base is a name of its own. */
function phasesOf(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((c) => {
    const tail = PHASE[c.type]
    const m = tail?.exec(text.slice(c.end, c.end + 16))
    return m
      ? [
          {
            ...c,
            end: c.end + m[0].length,
            type: 'Project' as const,
            confidence: c.confidence + 0.02,
            rule: 'phase',
          },
        ]
      : []
  })
}
