import type { Linked, RelationMention, Sentence } from '../../model/article.ts'
import { type EntityType, type RelationType, relationAllows } from '../../model/ontology.ts'
import { namesThatTell } from './names.ts'
import { peopleOf } from './people.ts'
import {
  between,
  clauseOf,
  modalityOf,
  type Placed,
  type Scene,
  sceneOf,
  subjectBefore,
  typeOf,
} from './scene.ts'

const ACTORS: readonly EntityType[] = ['Place', 'Organization', 'Park', 'Company', 'Institute']
const ADVANCE =
  /(?:推进|推动|服务|融入|落实|实施|围绕|对标|深化|打造|建设|抓住|抓牢|创建|完善|开展|助力|助推|聚焦|坚持|践行|擦亮|推行|加快|贯彻|借|支撑|贡献|为抓手|是|主战场|把|以|编出|编制|响应)/
const FOCUS =
  /(?:聚焦|发展|主攻|主导产业|从事|做强|培育|壮大|布局|聚力打造|定位|构建|深耕|补上短板|抱团|领域|适合|打造|集群|产业|涵盖)/
const LAND = /(?:落地|落户|签约|引进|入驻|住进|投用|投入使用|注册|坐落|位于|新落地|引来)/
const DEVELOP = /(?:建设|投资|打造|设立|启动|兴建|搭建|修建|建成|加快|开工|创办|组建|推动|造出|承建|规划建设)/
const AWARD =
  /(?:获评|入选|荣获|被列为|被列入|被评为|获得|评为|授予|入围|上榜|榜上有名|是|位列|列为|称号|之称|誉为|被划定为)/
const COOPERATE = /(?:合作|签署|签约|共建|联合|联手|携手|战略协议|对接)/
const HOST = /(?:举办|承办|主办|举行|召开)/

/** What an article states of its entities: each with the sentence that says it. */
export function relateArticle(article: Linked): RelationMention[] {
  const scene = sceneOf(article)
  const found = new Map<string, RelationMention>()
  const add = (
    head: number,
    type: RelationType,
    tail: number,
    sentence: number,
    rule: string,
    confidence: number,
    more: Partial<RelationMention> = {},
  ) => {
    if (
      head < 0 ||
      tail < 0 ||
      head === tail ||
      !relationAllows(type, typeOf(scene, head), typeOf(scene, tail))
    )
      return
    const key = `${head} ${type} ${tail} ${sentence}`
    const old = found.get(key)
    if (!old || old.confidence < confidence)
      found.set(key, {
        head,
        type,
        tail,
        sentence,
        confidence,
        modality: 'asserted',
        rule,
        time: article.sentences[sentence]!.time,
        ...more,
      })
  }
  for (const sentence of article.sentences) ofSentence(scene, sentence, add)
  namesThatTell(scene, add)
  peopleOf(scene, add)
  return [...found.values()].sort(
    (a, b) => a.sentence - b.sentence || a.head - b.head || a.tail - b.tail || (a.type < b.type ? -1 : 1),
  )
}

export type Add = (
  head: number,
  type: RelationType,
  tail: number,
  sentence: number,
  rule: string,
  confidence: number,
  more?: Partial<RelationMention>,
) => void

function ofSentence(scene: Scene, sentence: Sentence, add: Add): void {
  const mentions = scene.bySentence[sentence.index]!
  const { text } = scene.article
  const whole = text.slice(sentence.start, sentence.end)
  for (const m of mentions) {
    const clause = clauseOf(scene, sentence, m.start)
    const before = between(scene, Math.max(clause.start, m.start - 40), m.start)
    const after = between(scene, m.end, Math.min(clause.end, m.end + 30))
    const subject = subjectOr(scene, sentence, m)
    const modality = modalityOf(between(scene, clause.start, clause.end))
    const more = { modality }
    switch (m.type) {
      case 'Strategy':
        if (ADVANCE.test(before) || /^[”’》]?(?:建设|实施|改革|战略|贡献|的主战场)/.test(after))
          add(subject, 'ADVANCES', m.entity, sentence.index, 'advance', 0.75, more)
        break
      case 'Industry':
        if (FOCUS.test(before) || FOCUS.test(after) || FOCUS.test(whole))
          add(focusHead(scene, sentence, m), 'FOCUSES_ON', m.entity, sentence.index, 'focus', 0.7, more)
        break
      case 'Honor':
        if (
          AWARD.test(between(scene, sentence.start, m.start)) ||
          /^[”’]?(?:之称|称号|榜单|名单)/.test(after)
        ) {
          for (const head of awardHeads(scene, sentence, m))
            add(head, 'AWARDED', m.entity, sentence.index, 'award', 0.8, more)
        }
        break
      case 'Event':
        if (HOST.test(before) || HOST.test(after))
          add(
            subjectBefore(scene, sentence, m.start, [
              'Organization',
              'Place',
              'Company',
              'Institute',
              'Park',
            ]) >= 0
              ? subject
              : scene.mainPlace,
            'HOSTS',
            m.entity,
            sentence.index,
            'host',
            0.7,
            more,
          )
        break
      case 'Park':
      case 'Institute':
      case 'Company':
      case 'Project':
        located(scene, sentence, m, whole, add)
        developed(scene, sentence, m, before, after, subject, add)
        break
      default:
    }
  }
  standIns(scene, sentence, add)
  cooperation(scene, sentence, whole, add)
}

/** 园区选在…, 该项目位于…: the name that the phrase stands for. */
function standIns(scene: Scene, sentence: Sentence, add: Add): void {
  for (const anaphor of scene.article.anaphors) {
    if (anaphor.sentence !== sentence.index) continue
    const at = /^(?:选在|选址在?|位于|坐落在?|落户|建在)/.exec(between(scene, anaphor.end, sentence.end))
    if (!at) continue
    const from = anaphor.end + at[0].length
    for (const place of scene.bySentence[sentence.index]!) {
      if (place.start < from || place.start - from > 14) continue
      for (const head of anaphor.entities)
        add(head, 'LOCATED_IN', place.entity, sentence.index, 'locate:standin', 0.8)
    }
  }
}

const insideOther = (mentions: readonly Placed[], m: Placed) =>
  mentions.some((o) => o !== m && o.start <= m.start && o.end >= m.end && o.end - o.start > m.end - m.start)

function subjectOr(scene: Scene, sentence: Sentence, m: Placed): number {
  const own = subjectBefore(scene, sentence, m.start, ACTORS)
  return own >= 0 ? own : scene.mainPlace
}

function focusHead(scene: Scene, sentence: Sentence, m: Placed): number {
  const own = subjectBefore(scene, sentence, m.start, ['Park', 'Strategy', 'Company', 'Institute', 'Place'])
  if (own >= 0) return own
  const anaphor = scene.article.anaphors.find((a) => a.sentence === sentence.index && a.end <= m.start)
  return anaphor?.entities[0] ?? scene.mainPlace
}

function awardHeads(scene: Scene, sentence: Sentence, m: Placed): number[] {
  const heads = scene.bySentence[sentence.index]!.filter(
    (o) =>
      o.end <= m.start &&
      o.type !== 'Honor' &&
      o.type !== 'Event' &&
      o.type !== 'Industry' &&
      o.type !== 'Strategy' &&
      !insideOther(scene.bySentence[sentence.index]!, o),
  )
  const cue = [...between(scene, sentence.start, m.start).matchAll(new RegExp(AWARD, 'g'))].at(-1)
  const near = heads.filter((o) => cue === undefined || o.end <= sentence.start + cue.index)
  const last = near.at(-1)
  if (!last) return [scene.mainPlace]
  const list = [last]
  for (let i = near.length - 2; i >= 0; i--) {
    if (!/^[、和与及]$/.test(between(scene, near[i]!.end, list[0]!.start).trim())) break
    list.unshift(near[i]!)
  }
  return list.map((o) => o.entity)
}

function located(scene: Scene, sentence: Sentence, m: Placed, whole: string, add: Add): void {
  const mentions = scene.bySentence[sentence.index]!
  const places = mentions.filter(
    (o) =>
      (o.type === 'Place' || o.type === 'Park' || o.type === 'Strategy') &&
      o.entity !== m.entity &&
      !insideOther(mentions, o),
  )
  const after = between(scene, m.end, sentence.end)
  const at = /^[^。；]{0,20}?(?:位于|坐落(?:在|于)|落户(?:在|于)?|落在|落地|选在|建在|设在|放在|入驻)/.exec(
    after,
  )
  if (at) {
    const from = m.end + at[0].length
    const list = places.filter((p) => p.start >= from && p.start - from < 16)
    for (const p of list) add(m.entity, 'LOCATED_IN', p.entity, sentence.index, 'locate:stated', 0.85)
    if (list.length > 0) return
  }
  const opener =
    places.find((p) => p.start - sentence.start <= 1 + 1 && /^在/.test(whole)) ??
    places.find((p) =>
      /^(?:里|里面|内)?(?:已经)?(?:住进|入驻|建有|落地)/.test(between(scene, p.end, p.end + 8)),
    )
  if (opener && opener.end <= m.start && !insideOther(mentions, m))
    add(m.entity, 'LOCATED_IN', opener.entity, sentence.index, 'locate:opener', 0.65)
  const inside = scene.article.anaphors.find(
    (a) => a.sentence === sentence.index && a.end <= m.start && /住进|入驻/.test(whole),
  )
  if (inside && !insideOther(mentions, m))
    add(m.entity, 'LOCATED_IN', inside.entities[0]!, sentence.index, 'locate:anaphor', 0.7)
  const clause = clauseOf(scene, sentence, m.start)
  const near = between(
    scene,
    Math.max(sentence.start, clause.start - 20),
    Math.min(sentence.end, clause.end + 40),
  )
  if (
    LAND.test(near) &&
    !insideOther(mentions, m) &&
    /(?:等|、|落地|落户|引进|引来|投入使用|”)/.test(near) &&
    scene.mainPlace >= 0 &&
    /引进|落地|落户/.test(near)
  ) {
    const place = places.find(
      (p) =>
        p.type === 'Place' &&
        p.start > m.end &&
        /^(?:、)?.{0,8}落地|推动/.test(between(scene, m.end, p.start)),
    )
    add(m.entity, 'LOCATED_IN', place?.entity ?? scene.mainPlace, sentence.index, 'locate:landed', 0.7)
  }
}

function developed(
  scene: Scene,
  sentence: Sentence,
  m: Placed,
  before: string,
  after: string,
  subject: number,
  add: Add,
): void {
  if (m.type === 'Company') return
  const by = /^由([^。；]{2,40}?)(?:投资|建设|兴建|承建|打造|运营)/.exec(
    after + between(scene, m.end + after.length, m.end + after.length + 30),
  )
  if (by) {
    const owner = scene.bySentence[sentence.index]!.find((o) => o.start >= m.end && o.start <= m.end + 4)
    if (owner) add(owner.entity, 'DEVELOPS', m.entity, sentence.index, 'develop:by', 0.9)
    return
  }
  if (!DEVELOP.test(before.slice(-16))) return
  if (m.type === 'Institute' && !/(?:打造|设立|组建|创办)/.test(before)) return
  const own = subjectBefore(scene, sentence, m.start, ['Company', 'Organization', 'Institute', 'Place'])
  add(own >= 0 ? own : subject, 'DEVELOPS', m.entity, sentence.index, 'develop', 0.65, {
    modality: modalityOf(before),
  })
}

function cooperation(scene: Scene, sentence: Sentence, whole: string, add: Add): void {
  const mentions = scene.bySentence[sentence.index]!
  for (const m of whole.matchAll(
    /(?:与|和|同|联合)(?=[^，。；]{2,60}?(?:合作|签署|签约|共建|联手|联合|携手))/g,
  )) {
    if (!COOPERATE.test(whole)) continue
    const at = sentence.start + m.index
    const stop =
      at + (/(?:合作|签署|签约|共建|联手|联合|携手)/.exec(whole.slice(m.index + 1))?.index ?? 0) + 1
    const sides = mentions.filter(
      (o) => relationAllows('COOPERATES_WITH', o.type, o.type) && !insideOther(mentions, o),
    )
    const right = sides.filter((o) => o.start > at && o.end <= stop)
    const left = sides.filter((o) => o.end <= at && at - o.end <= 2)
    const heads = left.length > 0 ? left.map((o) => o.entity) : [scene.mainPlace]
    for (const head of heads)
      for (const tail of right)
        if (typeOf(scene, tail.entity) !== 'Place')
          add(head, 'COOPERATES_WITH', tail.entity, sentence.index, 'cooperate', 0.75)
  }
}
