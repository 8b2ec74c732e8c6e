/** Names for bodies that are called by their level alone: in 南通市委、市政府 it is 南通市政府, and 管委会 is that of the zone spoken of. */
import type { ArticleEntity, Linked, Mention } from '../../model/article.ts'
import { plainOf } from '../link/forms.ts'
import { divisionAt } from '../link/places.ts'
import { Renaming } from './renaming.ts'

/** 市委, 省政府新闻办, 区住建局; 市属学校 and 区域中心 begin with another word, 市中区法院 with a name. */
const OF_LEVEL = /^([省市区县州旗])(?![级属域块间场内外]|政(?!府)).*(?:[委局厅办会院]|政府|中心|办公室|党校)$/
/** 管委会, 园区党工委: of a zone, which only its article tells. */
const OF_ZONE = /^(?:园区|新区|开发区|高新区|经开区|示范区|试验区)?(管委会|管理委员会|党工委|工委)$/
const OWN_ENDING = /(?:管委会|管理委员会|党工委|工委)+$/
/** A zone that has a committee; a 科技园 among its works has none. */
const ZONE = /(?:[区港]|(?<!科技|软件|创业|创意|文创)园|[新学技]城|示范区|[)）])$/
/** 南通市委|、|市政府, 青禾区党工委|书记、|管委会. */
const BESIDE = /^(?:[、和与及]|(?:党组|常务)?副?(?:书记|委员|主任|主席|常委)[、，]?)+$/
/** 两|市政府, 各|区委: several of them. */
const SEVERAL = /(?:[两二三四五各等]|及其)$/
const BACK = 12
/** A zone that is named less often is not what the article is about. */
const OFTEN = 3

type Read = Pick<Linked, 'text' | 'mentions' | 'sentences' | 'entityOf' | 'district'>

/** Bodies that go by their level alone called by whose they are, where the text or the district of the article tells. */
export function withBodiesNamed(article: Read, entities: readonly ArticleEntity[]): ArticleEntity[] {
  const renaming = new Renaming(entities)
  const named = [...entities]
  // one that has its name by now tells that of the next: 高新区党工委副书记、管委会主任
  for (const e of entities) named[e.index] = renaming.called(e, nameOf(article, named, e), '所属')
  return named
}

function nameOf(article: Read, entities: readonly ArticleEntity[], e: ArticleEntity): string | undefined {
  if (e.type !== 'Organization') return
  const plain = plainOf(e.name)
  const first = article.mentions[e.mentions[0]!]!
  if (SEVERAL.test(article.text.slice(Math.max(0, first.start - 2), first.start))) return
  const level = divisionAt(plain) ? undefined : OF_LEVEL.exec(plain)?.[1]
  const body = OF_ZONE.exec(plain)?.[1]
  const whose = level
    ? (besideOf(article, entities, e, level) ?? divisionOf(article.district, level))
    : body && (besideOf(article, entities, e) ?? zoneOf(article, entities, e))
  return whose && whose + (body ?? e.name.slice(1))
}

/** Whose the body is that stands right before it: 南通市 of 南通市委、市政府; without a level the zone. */
function besideOf(
  { text, mentions, entityOf }: Read,
  entities: readonly ArticleEntity[],
  body: ArticleEntity,
  level?: string,
): string | undefined {
  for (const at of body.mentions) {
    const mention = mentions[at]!
    for (let i = at - 1; i >= 0 && at - i <= BACK; i--) {
      const before = mentions[i]!
      if (before.sentence !== mention.sentence) break
      if (before.type !== 'Organization' || before.end > mention.start) continue
      const name = entities[entityOf[i] ?? -1]?.name ?? before.text
      if (!BESIDE.test(text.slice(before.end, mention.start))) continue
      const front = level ? name.slice(0, name.indexOf(level, 1) + 1) : name.replace(OWN_ENDING, '')
      if (front.length < 3 || front === name || (OF_LEVEL.test(name) && !divisionAt(name))) continue
      return entities.find((e) => e.type === 'Park' && e.aliases.includes(front))?.name ?? front
    }
  }
  return undefined
}

/** The step of a district's path that is of a level: 云江市 of 青州省/云江市/石桥区 for 市. */
const divisionOf = (district: string, level: string): string | undefined =>
  district.split('/').find((step) => step.endsWith(level) && !/(?:自治|地)区$/.test(step))

/** The zone that is named last in the sentence or the one before, or else the one that the article is about. */
function zoneOf(
  { mentions, sentences, entityOf }: Read,
  entities: readonly ArticleEntity[],
  body: ArticleEntity,
): string | undefined {
  const at = body.mentions[0]!
  const { sentence } = mentions[at]!
  for (let i = at - 1; i >= 0 && at - i <= BACK; i--) {
    const before = mentions[i]!
    if (sentence - before.sentence > 1) break
    if (sentences[before.sentence]!.paragraph !== sentences[sentence]!.paragraph) break
    const zone = entities[entityOf[i] ?? -1]
    if (zone && isZone(zone, before, mentions[at]!)) return zone.name
  }
  const zones = entities.filter((e) => e.type === 'Park' && ZONE.test(e.name))
  const most = Math.max(0, ...zones.map((e) => e.mentions.length))
  const often = zones.filter((e) => e.mentions.length === most)
  return most >= OFTEN && often.length === 1 ? often[0]!.name : undefined
}

const isZone = (zone: ArticleEntity, { end }: Mention, body: Mention): boolean =>
  zone.type === 'Park' && ZONE.test(zone.name) && end <= body.start
