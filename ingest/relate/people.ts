/** Who works for whom, and who is at what. */
import type { ArticleEntity, Sentence } from '../../model/article.ts'
import { TITLES } from '../lexicon/people.ts'
import type { Add } from './add.ts'
import { between, outerOf, type Placed, type Scene } from './scene.ts'

/** Posts and callings beside the common titles. */
const POSTS =
  `常委 委员 院士 教授 研究员 主管 经理 总工程师 工程师 首席执行官 首席技术官 首席专家 专家 科学家 联合创始人 创始人 老板 掌门人
支书 司长 州长 盟长 旗长 乡长 队长 班长 组长 技术员 店主 园长 行长 董事 监事 顾问 传承人 总设计师 车间主任 职工 员工 学者 讲师 导师
合伙人 秘书 干事 理事 带头人 主理人 参赞 总领事 站长 船长 机长 校友 学生 博士后 通讯员 特派员 检察长 院长助理 总经理助理 厅长 关长 总干事`
    .split(/\s+/)
    .filter(Boolean)
const ROLE = new RegExp(
  `(?:${[...new Set([...TITLES, ...POSTS])].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})(?:兼|、)?[“]?$|(?:^|的)[\\p{Script=Han}]{1,5}[员师长]$`,
  'u',
)
const EMPLOYERS = new Set(['Organization', 'Company', 'Institute', 'Place', 'Park', 'Project'])
const PRESENT =
  /(?:出席|参加|致辞|讲话|到场|揭牌|揭开|亮相|主持|见证|宣布|发言|推介|参会|演讲|作报告|主旨报告|为.{0,10}剪彩|启动仪式上)/
const POST_BEHIND =
  /^(?:[,，]?(?:现任|时任|曾任|是|系|为|出任|担任|任|就任|当选为?|受聘为?|加盟|加入)|[^。;；]{0,14}?[在于])[“]?$/
/** How far a person's titles reach to the front, in characters. */
const REACH = 64
/** Longest role that is kept. */
const LONGEST = 16

export function peopleOf(scene: Scene, add: Add): void {
  const { article } = scene
  let paragraph = -1
  let event: Placed | null = null
  let first: Placed | null = null
  scene.bySentence.forEach((mentions, index) => {
    const sentence = article.sentences[index]!
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      event = null
    }
    const outer = outerOf(mentions)
    for (const m of outer)
      if (m.type === 'Event') {
        event = m
        first ??= m
      }
    const persons = outer.filter((m) => m.type === 'Person')
    if (persons.length === 0) return
    titles(scene, sentence, outer, persons, add)
    const whole = between(scene, sentence.start, sentence.end)
    const at = event ?? first
    if (!at) return
    const atIt = /^[”》]?(?:的?(?:开幕式|仪式))?(?:上|期间|现场)/.test(between(scene, at.end, at.end + 8))
    if (PRESENT.test(whole) || (at.sentence === index && atIt))
      for (const person of persons)
        add(person.entity, 'PARTICIPATES_IN', at.entity, index, 'present', event ? 0.75 : 0.6)
  })
}

/** 甲市委常委、乙区党工委书记丙: each title with whose it is; then what stands behind the name. */
function titles(
  scene: Scene,
  sentence: Sentence,
  outer: readonly Placed[],
  persons: readonly Placed[],
  add: Add,
): void {
  let carried = -1
  let from = sentence.start
  let o = 0
  // 代表甲公司到场的,有总裁乙: whom the sentence says that they stand for
  const stood = outer.find((m) => EMPLOYERS.has(m.type) && isStoodFor(scene, sentence, m))
  for (const person of persons) {
    const text = between(scene, Math.max(from, person.start - REACH), person.start)
    const cut = Math.max(...[...'。,，;；:：!！?？\n'].map((c) => text.lastIndexOf(c)))
    const start = person.start - text.length + cut + 1
    while (o < outer.length && outer[o]!.end <= start) o++
    let part = start
    for (let i = start; i <= person.start; i++) {
      const unit = outer.slice(o, o + 12).find((m) => m.start <= i && i < m.end && m !== person)
      if (unit) {
        i = unit.end - 1
        continue
      }
      if (i < person.start && scene.article.text[i] !== '、') continue
      const owners = outer
        .slice(o, o + 12)
        .filter((m) => m.start >= part && m.end <= i && EMPLOYERS.has(m.type))
      const owner = owners.at(-1)
      const role = between(scene, owner?.end ?? part, i)
      if (ROLE.test(role) && role.length <= LONGEST + 12) {
        const employer =
          owner?.entity ??
          (carried >= 0 ? besides(scene, carried, role) : stood && stood.end <= part ? stood.entity : -1)
        const bare = (words: string) => words.replace(/^[的”》]+|[“]$/g, '')
        const post = bare(ROLE.exec(role)![0])
        const start = (owner?.end ?? part) + role.lastIndexOf(post)
        if (employer >= 0)
          add(
            person.entity,
            'WORKS_FOR',
            employer,
            sentence.index,
            owner ? 'title' : 'title:carried',
            owner ? 0.9 : 0.7,
            { role: role.length <= LONGEST ? bare(role) : post, cue: { start, end: start + post.length } },
          )
        carried = employer
      } else if (owner && i === person.start && /^[”》)）]?$/.test(role) && owner.type !== 'Place') {
        add(person.entity, 'WORKS_FOR', owner.entity, sentence.index, 'title:none', 0.6)
        carried = owner.entity
      }
      part = i + 1
    }
    behind(scene, sentence, outer.slice(o, o + 24), person, add)
    from = person.end
  }
}

/** 甲于乙担任…负责人; 甲,乙董事长; 甲出任乙主任. */
function behind(scene: Scene, sentence: Sentence, outer: readonly Placed[], person: Placed, add: Add): void {
  const near = outer.filter((m) => m.start >= person.end && m.start - person.end <= 24).slice(0, 6)
  for (const owner of near)
    if (EMPLOYERS.has(owner.type) && holds(scene, sentence, near, person, owner, add)) return
}

function holds(
  scene: Scene,
  sentence: Sentence,
  near: readonly Placed[],
  person: Placed,
  owner: Placed,
  add: Add,
): boolean {
  const front = between(scene, person.end, owner.start)
  const post = POST_BEHIND.exec(front)
  if (!post && !/^[,，(（]$/.test(front)) return false
  const rest = between(scene, owner.end, Math.min(sentence.end, owner.end + 30)).split(/[,，。;；、)）]/)[0]!
  const held = /^[^任]{0,6}?(?:出任|担任|任|当选|受聘)?(.*)$/.exec(rest)![1]!
  const inPlace = /[在于]$/.test(front)
  if (inPlace && !/任|当选|受聘|工作|就职/.test(rest)) return false
  if (!inPlace && !/加入|加盟/.test(front) && !ROLE.test(rest)) return false
  const more = ROLE.test(held) && held.length <= LONGEST ? { role: held } : {}
  add(person.entity, 'WORKS_FOR', owner.entity, sentence.index, 'holds', 0.8, more)
  // 于甲研究院担任乙中心负责人: both
  const inner = near.find((m) => m.start >= owner.end && EMPLOYERS.has(m.type))
  if (
    inPlace &&
    inner &&
    ROLE.test(between(scene, inner.end, Math.min(sentence.end, inner.end + 12)).split(/[,，。;；]/)[0]!)
  ) {
    add(person.entity, 'WORKS_FOR', inner.entity, sentence.index, 'holds', 0.8, more)
    add(inner.entity, 'AFFILIATED_WITH', owner.entity, sentence.index, 'holds', 0.7)
  }
  return true
}

/** As many bodies as any one place has. */
const MOST_BODIES = 60
const BODIES = new WeakMap<Scene, ArticleEntity[]>()
function bodiesOf(scene: Scene): readonly ArticleEntity[] {
  const known = BODIES.get(scene)
  if (known) return known
  const bodies = scene.article.entities
    .filter((e) => e.type === 'Organization' && /(?:委|党组|政府|管委会)$/.test(e.name))
    .slice(0, MOST_BODIES)
  BODIES.set(scene, bodies)
  return bodies
}

/** 甲区党工委委员、管委会副主任: 管委会 is that of 甲区, where the article names it. */
function besides(scene: Scene, carried: number, role: string): number {
  const body = /^(?:管委会|党工委|党委|政府|[省市区县]政府|[省市区县]委|工委|党组)/.exec(role)?.[0]
  if (!body) return carried
  const { entities } = scene.article
  const front = entities[carried]!.name.slice(0, 2)
  const found = bodiesOf(scene).find(
    (e) => e.name.startsWith(front) && e.aliases.some((a) => a.endsWith(body)),
  )
  return found?.index ?? carried
}

const isStoodFor = (scene: Scene, sentence: Sentence, m: Placed): boolean =>
  between(scene, Math.max(sentence.start, m.start - 3), m.start).includes('代表')
