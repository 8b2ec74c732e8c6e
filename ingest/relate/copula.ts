/** X是Y的N: what N says of the two. */

import type { EntityType, RelationType } from '../../model/ontology.ts'
import { gated } from '../lexicon/gated.ts'
import type { Add } from './add.ts'
import { type Clause, type Cue, entitiesOf } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import type { Reading } from './reading.ts'
import { agentOf } from './roles.ts'
import { between, type Scene, typeOf } from './scene.ts'

interface Row {
  noun: RegExp
  subjects: readonly EntityType[]
  owners: readonly EntityType[]
  says: RelationType
  /** From the subject to the owner, or back. */
  back?: true
}
const SERVING: readonly EntityType[] = [
  'Project',
  'Park',
  'Institute',
  'Company',
  'Place',
  'Organization',
  'Strategy',
]
const BODIES: readonly EntityType[] = ['Company', 'Institute', 'Organization']
const ROWS: readonly Row[] = [
  {
    noun: /^(?:旗下|所属|下属|直属|的)?(?:全资|控股)?(?:子公司|分公司|分支机构|企业|直属单位|下属单位|附属)/,
    subjects: BODIES,
    owners: BODIES,
    says: 'AFFILIATED_WITH',
  },
  {
    noun: /^的?(?:[^,，。]{0,6})(?:组成部分|一部分|子项目|核心项目|起步工程|启动项目|一期|首个项目)/,
    subjects: ['Project', 'Park', 'Strategy', 'Place'],
    owners: ['Project', 'Park'],
    says: 'PART_OF',
  },
  {
    noun: /^的?(?:核心区域?|先导区|起步区|门面|中心地带|腹地|所在地|窗口)/,
    subjects: ['Place', 'Project', 'Park'],
    owners: ['Place', 'Park', 'Strategy'],
    says: 'LOCATED_IN',
  },
  {
    noun: /^[^,，。;；]{0,12}(?:主战场|主阵地|承载区|承载地|第一站|底座|一步棋|重点项目|重点工程|标志性工程|标志性项目|重要载体|载体|支撑点|支点|支撑|抓手|引擎|一环|样板|桥头堡|枢纽|平台|落子|一笔|组成部分|缩影|实践|关键|探路|先手棋|棋子|拼图|招牌|重大项目|突破口|龙头|核心区|先行区|示范区|举措)/,
    subjects: SERVING,
    owners: ['Strategy'],
    says: 'ADVANCES',
  },
  {
    noun: /^的?[^,，。]{0,6}(?:王牌|老本行|老底子|强项|长项|底色|家底|金字招牌|看家|支柱|主导|名片|特色|优势|首位|拳头|主攻|当家)/,
    subjects: ['Industry'],
    owners: ['Place', 'Park', 'Company'],
    says: 'FOCUSES_ON',
    back: true,
  },
  {
    noun: /^的?[^,，。]{0,8}(?:配套商|供应商|合作伙伴|战略伙伴|客户|服务商|合作单位|配套企业)/,
    subjects: BODIES,
    owners: BODIES,
    says: 'COOPERATES_WITH',
  },
]
const COPULA = gated(
  /(?<![但于就可尤总还或不只都仅正先要])(?:是|成为|系|成了|当好|当作)|(?<![作以因成视评列认])为(?!了|什么|此)/g,
)
/** 主导产业是A、B: what stands behind the copula is what the owner in front focuses on. */
const FOCUS_NOUN = /(?:产业|方向|领域|赛道|行业|定位|主业|业务)(?:分别)?$/

/** 建设单位是X: who builds what the paragraph is about. */
const BUILDER_NOUN = /(?:建设|承建|投资|业主|开发|运营|实施|牵头)(?:单位|主体|方|商)$/
/** 头一个是X, 另一个是Y: one of what the place before has. */
const ONE_OF = /^(?:头|第|另|其)[一二三四五]?.{0,2}(?:个|家|处|项|座|一|二|三)[”]?$/
const WORKS: readonly EntityType[] = ['Project', 'Park', 'Institute']

/** 甲战略的底座是乙. */
const MAINSTAY =
  /^[”’》]?(?:建设)?的(?:底座|支点|龙头|引擎|核心|载体|抓手|主战场|主阵地|承载区|重头戏|起步区|样板)$/
/** The rule by which 甲是某市落实乙战略的载体 says what 甲 is for: in so many words. */
export const WORKED = 'copula:worked'
const WORK = '(?:建设|打造|推进|推动|落实|实施|服务|融入|创建|构建|参与|对接|抢抓)'
const AT_WORK = new RegExp(`^[^,，。、]{0,4}${WORK}[^,，。、]{0,2}[“‘《]?$`)
/** 某市加快|建设乙城市: the verb is part of the name. */
const NAMED_AT_WORK = new RegExp(`^[^,，。、]{0,2}${WORK}`)

const DOERS: ReadonlySet<EntityType> = new Set(['Place', 'Organization', 'Park'])
/** 落实甲战略|、推进乙建设|的标志性项目. */
const AIM_BESIDE = new RegExp(`^(?:战略|部署|行动)?、${WORK}[^,，。;；、的]{2,24}(?=的)`)

/** The strategies that a place is at, where what is spoken of is a means of it: 甲是某市落实乙战略的载体. */
function workedFor({ scene }: Reading, clause: Clause, p: number): number[] | null {
  const [doer, aim] = clause.phrases.slice(p, p + 2)
  if (!doer || !aim) return null
  const works =
    AT_WORK.test(between(scene, doer.end, aim.start)) ||
    NAMED_AT_WORK.test(between(scene, doer.end, Math.min(aim.end, aim.start + 2)))
  if (!works) return null
  if (!doer.units.every((u) => DOERS.has(u.type))) return null
  const last = clause.phrases.findLast((x) => x.start >= aim.start && isAim(scene, x)) ?? aim
  const noun = between(scene, last.end, clause.end)
    .replace(/^[”’》]/, '')
    .replace(AIM_BESIDE, '')
  return MEANS.test(noun) ? entitiesOf(aim, ['Strategy'], (e) => typeOf(scene, e), true) : null
}
const isAim = (scene: Scene, phrase: Phrase): boolean =>
  entitiesOf(phrase, ['Strategy'], (e) => typeOf(scene, e)).length > 0
const MEANS =
  /^(?:建设|战略|行动|上|中)?[^,，。;；]{0,3}的[^,，。;；]{0,8}(?:主战场|主阵地|载体|承载区|承载地|支撑|支点|抓手|引擎|平台|枢纽|一步棋|先手棋|突破口|龙头|核心区|先行区|样板|(?:重点|标志性)(?:项目|工程|园区|平台)|重头戏|组成部分|举措|桥头堡)/

export function copulaOf(reading: Reading, add: Add): void {
  const { scene, sentence, clauses } = reading
  for (const [at, clause] of clauses.entries()) {
    if (clause.phrases.length === 0) continue
    const text = between(scene, clause.start, clause.end)
    let p = 0
    let matches = 0
    for (const m of COPULA.in(text)) {
      if (++matches > 8) break
      const [start, end] = [clause.start + m.index, clause.start + m.index + m[0].length]
      while (p < clause.phrases.length && clause.phrases[p]!.start < end) p++
      const owner = clause.phrases[p]
      if (!owner || owner.start - end > 20 || clause.phrases.some((x) => x.start <= start && start < x.end))
        continue
      const cue: Cue = { start, end, word: m[0], predicates: [] }
      const more = { cue: { start, end } }
      if (FOCUS_NOUN.test(text.slice(0, m.index))) {
        const agents = agentOf(reading, at, cue, ['Place', 'Park', 'Company', 'Institute', 'Strategy'])
        for (const head of agents.entities)
          for (const tail of entitiesOf(owner, ['Industry'], (e) => typeOf(scene, e)))
            add(head, 'FOCUSES_ON', tail, sentence.index, 'copula:focus', 0.8 * agents.trust, more)
      }
      if (BUILDER_NOUN.test(text.slice(0, m.index))) {
        const works = agentOf(reading, at, cue, WORKS)
        for (const head of entitiesOf(owner, ['Company', 'Organization', 'Institute'], (e) =>
          typeOf(scene, e),
        ))
          for (const tail of works.entities)
            add(head, 'DEVELOPS', tail, sentence.index, 'copula:builder', 0.85 * works.trust, more)
      }
      if (ONE_OF.test(text.slice(0, m.index)) && reading.here.length === 1)
        for (const head of entitiesOf(owner, [...WORKS, 'Company'], (e) => typeOf(scene, e)))
          add(head, 'LOCATED_IN', reading.here[0]!, sentence.index, 'copula:one', 0.65, more)
      const worked = workedFor(reading, clause, p)
      if (worked) {
        const subjects = agentOf(reading, at, cue, SERVING)
        // 甲、乙两园,是…的载体 may speak of what both lie in
        const [a, ...others] = subjects.entities
        if (a !== undefined && others.length === 0)
          for (const b of worked) add(a, 'ADVANCES', b, sentence.index, WORKED, 0.8 * subjects.trust, more)
      }
      const front = clause.phrases[p - 1]
      if (front && MAINSTAY.test(between(scene, front.end, start)))
        for (const a of entitiesOf(owner, SERVING, (e) => typeOf(scene, e)))
          for (const b of entitiesOf(front, ['Strategy'], (e) => typeOf(scene, e)))
            add(a, 'ADVANCES', b, sentence.index, 'copula:mainstay', 0.8, more)
      const noun = text.slice(owner.end - clause.start).replace(/^[”’》]/, '')
      for (const row of ROWS) {
        if (!row.noun.test(noun)) continue
        const owners = entitiesOf(owner, row.owners, (e) => typeOf(scene, e), true)
        if (owners.length === 0) continue
        const subjects = agentOf(reading, at, cue, row.subjects)
        for (const a of subjects.entities)
          for (const b of owners.slice(0, 8))
            add(
              row.back ? b : a,
              row.says,
              row.back ? a : b,
              sentence.index,
              'copula',
              0.85 * subjects.trust,
              more,
            )
        if (subjects.entities.length > 0) break
      }
    }
  }
}
