/** What is part of what, in so many words: phases, 由甲、乙组成, 分甲、乙、丙三步, “三大城”即甲、乙、丙, 甲是乙的组成部分. */
import type { ArticleEntity } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import { entitiesOf } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import { isSite, type Reading } from './reading.ts'
import { between, outerOf, type Scene, typeOf } from './scene.ts'
import { subjectBefore } from './spoken.ts'

/** What its relations say they are found by. */
const PHASE = 'part:phase'
export const COMPOSED = 'part:composed'
export const DIVIDED = 'part:divided'
export const LISTED = 'part:listed'
export const MESHED = 'part:meshed'

const WORKS: readonly EntityType[] = ['Project', 'Park', 'Institute']
const WHOLES: readonly EntityType[] = [...WORKS, 'Strategy']
const PARTS: readonly EntityType[] = ['Project', 'Park', 'Institute', 'Place', 'Strategy']

const PHASED = /^(?:项目|工程|基地)?[一二三四五六七八九]期(?:[^期]{0,8}(?:项目|工程|[地区]块))?$/
const PHASE_BEHIND = /(?:项目)?[(（]?[一二三四五六七八九]期[)）]?(?:[^期]{0,6}(?:项目|工程))?$/
/** 二期加速器 is no whole of a phase, nor is the zone that it lies in. */
const LED_BY_PHASE = /^[一二三四五六七八九]期/
const ZONE = /(?:新区|高新区|开发区|经开区|示范区|自贸区|新城|片区)$/
/** How many sentences back the whole of a phase is looked for. */
const BACK = 3

const bare = (e: ArticleEntity): boolean =>
  e.type === 'Project' && e.aliases.every((a) => PHASED.test(a)) && PHASED.test(e.name)

/** 其中,一期投资…: a phase of the work that was named last. */
export function phasesOf(scene: Scene, add: Add): void {
  const { entities, sentences } = scene.article
  if (!entities.some(bare)) return
  const byForm = new Map<string, number>()
  for (const e of entities)
    if (WORKS.includes(e.type)) for (const a of [e.name, ...e.aliases]) byForm.set(a, e.index)
  const wholes = new Map<number, number>()
  let last = -1
  let lastAt = -1
  sentences.forEach((sentence, s) => {
    for (const { entity } of outerOf(scene.bySentence[s]!)) {
      const e = entities[entity]!
      if (!WORKS.includes(e.type) || ZONE.test(e.name) || (!bare(e) && LED_BY_PHASE.test(e.name))) continue
      if (!bare(e)) {
        last = byForm.get(e.name.replace(PHASE_BEHIND, '')) ?? (PHASE_BEHIND.test(e.name) ? -1 : entity)
        lastAt = s
        continue
      }
      const whole = wholes.get(entity) ?? last
      if (whole < 0 || s - lastAt > BACK) continue
      if (!wholes.has(entity)) {
        wholes.set(entity, whole)
        add(entity, 'PART_OF', whole, sentence.index, PHASE, 0.8)
      }
      lastAt = s
    }
  })
}

const COMPOSES =
  /^[”》)]?(?:等[^,，。;；、]{0,8})?(?:[一二三四五六七八九两几\d]+(?:大|个)?(?:板块|部分|片区|园区|区域|组团)?)?(?:共同)?(?:组成|构成|组合而成|合并而[成来]|融合而成|整合而成)/
const DIVIDES =
  /(?:分为|分成|分|划分为|划分成|下辖|下设|包括|包含|囊括|涵盖|规划(?:建设)?(?:了|有)?|形成(?:了)?|设有|设(?:置|立)?了?|布局(?:了|有)?|划出|打造|建设|拥有|统筹)[“]?$/
const INTO =
  /^[”》]?(?:等)?(?:[一二三四五六七八九两几多\d]+)(?:大|个|块|座|步|期)?(?:片区|板块|组团|园区|分区|功能区|区块|部分|子项目|标段|区域|核心区|走|开发|推进|中心|特色园|专业园|产业园|基地)/

/** What may have parts: of strategies only zones. */
const wholes = (reading: Reading, at: number, end: number): number[] =>
  subjectBefore(reading, at, end, WHOLES).filter((e) => isSite(reading.scene, e))
const partsIn = (scene: Scene, phrase: Phrase): number[] => entitiesOf(phrase, PARTS, (e) => typeOf(scene, e))

export function partsOf(reading: Reading, add: Add): void {
  const { scene, sentence, clauses } = reading
  const say = (parts: readonly number[], wholes: readonly number[], rule: string) => {
    for (const whole of wholes.slice(0, 1))
      for (const part of parts) if (part !== whole) add(part, 'PART_OF', whole, sentence.index, rule, 0.85)
  }
  for (const [at, clause] of clauses.entries()) {
    for (const [i, phrase] of clause.phrases.entries()) {
      const behind = between(scene, phrase.end, phrase.end + 24)
      const from = phrase.start - (/[“《]/.test(between(scene, phrase.start - 1, phrase.start)) ? 1 : 0)
      if (phrase.governor === '由' && COMPOSES.test(behind))
        say(partsIn(scene, phrase), wholes(reading, at, from - 1), COMPOSED)
      const lead = between(scene, clause.phrases[i - 1]?.end ?? clause.start, phrase.start)
      const divides = DIVIDES.exec(lead)
      if (divides && phrase.units.length > 1 && INTO.test(behind) && phrase.governor === '')
        say(partsIn(scene, phrase), wholes(reading, at, phrase.start - divides[0].length), DIVIDED)
    }
  }
  listsOf(reading, add)
  meshesOf(reading, add)
}

const SET = /^大?(?!一带一路|一体化)[一二三四五六七八九十两\d][\p{Script=Han}+]/u
const OPENS =
  /^[”’]?(?:[^,，。;；、]{0,6})?(?:[:：(（]|——|—|[,，]?即|[,，]?包括|分别[是为]|指的是|是指)[“‘]?$/
const CLOSES = /^[”》]?(?:等)?[“‘]?$/

/** 甲、乙、丙“大三城”; “两区一枢纽”,即甲、乙: members of a quoted set. */
function listsOf({ scene, sentence, clauses }: Reading, add: Add): void {
  const phrases = clauses.flatMap((c) => c.phrases)
  const { entities } = scene.article
  for (const [i, phrase] of phrases.entries()) {
    const { units } = phrase
    const last = units.at(-1)!
    const say = (parts: readonly number[], set: number) => {
      const members = parts.filter((e) => e !== set && PARTS.includes(typeOf(scene, e))).slice(0, 24)
      if (members.length > 1)
        for (const part of members) add(part, 'PART_OF', set, sentence.index, LISTED, 0.85)
    }
    if (last.type === 'Strategy' && SET.test(entities[last.entities[0]!]!.name)) {
      const set = last.entities[0]!
      // joined to its list as one phrase, or a phrase of its own behind it
      const before = units.length > 1 ? units.slice(0, -1) : (phrases[i - 1]?.units ?? [])
      const end = before.at(-1)?.end
      if (end !== undefined && CLOSES.test(between(scene, end, last.start)))
        say(
          before.flatMap((u, n) =>
            // the last stands right before the set as an owner would
            u.modifier && !(n === before.length - 1 && u.type === before[0]!.type)
              ? []
              : u.entities.slice(0, 1),
          ),
          set,
        )
      const next = phrases[i + 1]
      if (next && next.units.length > 1 && OPENS.test(between(scene, last.end, next.start)))
        say(partsIn(scene, next), set)
    }
  }
}

const MESH = /(?:网|网络|体系)$/
/** As far in front of it as what is one of it is said to be, in characters. */
const REACH = 60
const ONE_OF_IT = /^[”》]?的[^,，。;；、]{0,6}(?:组成部分|一部分|一[横纵环射联]|一段)/

/** 甲高速是“五纵五横”高速网的关键一段. */
function meshesOf(reading: Reading, add: Add): void {
  const { scene, sentence, clauses } = reading
  for (const [at, clause] of clauses.entries())
    for (const phrase of clause.phrases)
      for (const unit of phrase.units) {
        const mesh = unit.entities[0]!
        if (unit.type !== 'Strategy' || !MESH.test(scene.article.entities[mesh]!.name)) continue
        if (!ONE_OF_IT.test(between(scene, unit.end, unit.end + 14))) continue
        const from = Math.max(clause.start, phrase.start - REACH)
        const is = between(scene, from, phrase.start).lastIndexOf('是')
        if (is < 0) continue
        for (const part of subjectBefore(reading, at, from + is, ['Project']))
          add(part, 'PART_OF', mesh, sentence.index, MESHED, 0.85)
      }
}
