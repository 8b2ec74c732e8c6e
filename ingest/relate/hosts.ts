/** Who holds an event, and where, in so many words: 由甲、乙主办,丙等单位承办; 甲园举行首届论坛; 首届论坛在甲园举行. */
import type { EntityType } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import { entitiesOf } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import { CARRY, type Reading } from './reading.ts'
import { between, type Scene, typeOf } from './scene.ts'

/** What its relations say they are found by. */
export const HOST = 'host:said'
export const VENUE = 'venue:said'

/** Behind the list of those who hold what was named before. */
const HELD_BY =
  /^(?:等[^,，。;；、]{0,8})?(?:联合|共同|具体|协同|参与)?(?:主办|承办|协办)(?:[,，。;；和并]|$)/
/** Between who holds it and what is held. */
const HOLDS =
  /^(?:将于?|近日|日前|今天|昨天|成功|隆重)?(?:联合|共同)?(?:举行|举办|召开|主办|承办)(?:了|的)?[“《]?$/
/** The same, where it is theirs: 甲区承办. */
const HOLDS_ITS_OWN =
  /^(?:将于?|近日|日前|今天|昨天|成功|隆重)?(?:(?:联合|共同)(?:举行|举办|召开|主办|承办)|主办|承办)(?:了|的)?[“《]?$/
const TAKES_PLACE = '(?:正式|成功|隆重|如期|盛大|顺利)?(?:举行|召开|举办|开幕|启幕|落幕|闭幕)'
/** Between what is held and where, and behind that. */
const AT = /^[”》]?(?:将|已)?[在于][“]?$/
const IS_HELD = new RegExp(`^[”]?${TAKES_PLACE}`)
/** Between where and what is held there. */
const HELD_AT = new RegExp(`^[”]?${TAKES_PLACE}(?:的|了)?[“《]?$`)
/** Behind what is held where the sentence, or the paragraph, is. */
const HERE = new RegExp(
  `^[”》]?[^,，。;；]{0,16}?(?:[在于](?:这里|此地|此)${TAKES_PLACE}|会场(?:就)?设在(?:了)?(?:这里|此地|此)(?![\\p{Script=Han}]))`,
  'u',
)
const SITES: readonly EntityType[] = ['Place', 'Park']
const HOLDERS: readonly EntityType[] = ['Organization', 'Company', 'Institute', 'Park']
/** 上海 is where others hold theirs, unless they are held by it. */
const NAMED_HOLDERS: readonly EntityType[] = [...HOLDERS, 'Place']
const EVENT: readonly EntityType[] = ['Event']

const eventsOf = (scene: Scene, phrase: Phrase | undefined): number[] =>
  phrase ? entitiesOf(phrase, EVENT, (e) => typeOf(scene, e)).slice(0, 1) : []

/** The last site of a phrase: 青石区的云江园 is where, and 青石区 is where that lies. */
const siteOf = (scene: Scene, phrase: Phrase): number[] =>
  entitiesOf(phrase, SITES, (e) => typeOf(scene, e)).slice(-1)

/** Where an event takes place that a phrase names. */
function venueOf({ scene, here }: Reading, phrases: readonly Phrase[], i: number): number[] {
  const phrase = phrases[i]!
  const [before, next] = [phrases[i - 1], phrases[i + 1]]
  if (
    next &&
    AT.test(between(scene, phrase.end, next.start)) &&
    IS_HELD.test(between(scene, next.end, next.end + 6))
  )
    return siteOf(scene, next)
  if (before?.governor === '在' && HELD_AT.test(between(scene, before.end, phrase.start)))
    return siteOf(scene, before)
  if (!HERE.test(between(scene, phrase.end, phrase.end + 28))) return []
  const site = phrases.slice(Math.max(0, i - CARRY), i).findLast((p) => siteOf(scene, p).length > 0)
  return site ? siteOf(scene, site) : here.filter((e) => SITES.includes(typeOf(scene, e))).slice(0, 1)
}

export function hostsOf(reading: Reading, add: Add): void {
  const { scene, sentence, clauses } = reading
  const phrases = clauses.flatMap((clause) => clause.phrases)
  let event: number[] = []
  for (const [i, phrase] of phrases.entries()) {
    const holders = (types: readonly EntityType[]) => entitiesOf(phrase, types, (e) => typeOf(scene, e))
    const next = phrases[i + 1]
    const held = next ? eventsOf(scene, next) : []
    const deed =
      next && held.length > 0 && phrase.governor !== '在' ? between(scene, phrase.end, next.start) : ''
    if (HOLDS.test(deed))
      for (const head of holders(HOLDS_ITS_OWN.test(deed) ? NAMED_HOLDERS : HOLDERS))
        add(head, 'HOSTS', held[0]!, sentence.index, HOST, 0.9)
    if (event.length > 0 && HELD_BY.test(between(scene, phrase.end, phrase.end + 20)))
      for (const head of holders(NAMED_HOLDERS)) add(head, 'HOSTS', event[0]!, sentence.index, HOST, 0.9)
    const own = eventsOf(scene, phrase)
    if (own.length === 0) continue
    event = own
    for (const site of venueOf(reading, phrases, i))
      add(own[0]!, 'LOCATED_IN', site, sentence.index, VENUE, 0.9)
  }
}
