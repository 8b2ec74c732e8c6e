import type { Linked, RelationMention, ServesMention } from '../../model/article.ts'
import { relationAllows, type ServesLevel, servesLevels } from '../../model/ontology.ts'
import { between, type Placed, type Scene, sceneOf, typeOf } from './scene.ts'

const FRAME = /(?:聚焦|围绕|落实|按照|依托|抢抓|借|对接|立足|紧扣|在)$/
const ACT = /(?:引进|建设|打造|推动|启动|落地|落户|布局|培育|建成|签约|设立|推进)/
const STATED = /(?:服务|融入|助力|助推|支撑|支点|是)[^，。；]{0,12}$/

/** Which strategies an article says that its projects, parks, institutes and companies serve. */
export function servesOf(article: Linked, relations: readonly RelationMention[]): ServesMention[] {
  const scene = sceneOf(article)
  const found = new Map<string, ServesMention>()
  const add = (
    head: number,
    tail: number,
    level: ServesLevel,
    sentence: number,
    rule: string,
    confidence: number,
  ) => {
    if (head === tail || !relationAllows('SERVES', typeOf(scene, head), typeOf(scene, tail))) return
    const key = `${head} ${tail}`
    const old = found.get(key)
    if (!old || servesLevels.indexOf(level) < servesLevels.indexOf(old.level))
      found.set(key, { head, tail, level, sentence, confidence, rule })
  }
  for (const r of relations) {
    if (r.modality === 'negated') continue
    if (
      (r.type === 'LOCATED_IN' && /区|城|带|走廊/.test(article.entities[r.tail]!.name)) ||
      (r.type === 'ADVANCES' && r.confidence >= 0.7)
    )
      add(r.head, r.tail, 'stated', r.sentence, `relation:${r.type.toLowerCase()}`, r.confidence)
  }
  for (const sentence of article.sentences) {
    const mentions = scene.bySentence[sentence.index]!
    const strategies = mentions.filter((m) => m.type === 'Strategy')
    if (strategies.length === 0) continue
    const heads = mentions.filter(
      (m) =>
        relationAllows('SERVES', m.type, 'Strategy') &&
        !mentions.some(
          (o) => o !== m && o.start <= m.start && o.end >= m.end && o.end - o.start > m.end - m.start,
        ),
    )
    for (const strategy of strategies) {
      for (const head of heads) frame(scene, sentence.index, strategy, strategies, head, add)
    }
  }
  zones(scene, add)
  sections(scene, add)
  return [...found.values()].sort((a, b) => a.head - b.head || a.tail - b.tail)
}

type AddServes = (
  head: number,
  tail: number,
  level: ServesLevel,
  sentence: number,
  rule: string,
  confidence: number,
) => void

function frame(
  scene: Scene,
  sentence: number,
  strategy: Placed,
  strategies: readonly Placed[],
  head: Placed,
  add: AddServes,
): void {
  const { start } = scene.article.sentences[sentence]!
  if (head.end <= strategy.start) {
    if (STATED.test(between(scene, head.end, strategy.start)))
      add(head.entity, strategy.entity, 'stated', sentence, 'clause', 0.8)
    else if (/(?:,|，)(?:助力|推动|服务|支撑)[^，。；]{0,10}$/.test(between(scene, head.end, strategy.start)))
      add(head.entity, strategy.entity, 'purpose', sentence, 'aim', 0.7)
    return
  }
  const gap = between(scene, strategy.end, head.start)
  if (gap.length > 140 || !ACT.test(gap)) return
  // a list shares the frame of its first member
  const first = strategies.find(
    (s) => between(scene, s.start, strategy.end).length < 60 && FRAME.test(cueBefore(scene, s, start)),
  )
  if (first) add(head.entity, strategy.entity, 'purpose', sentence, 'frame', 0.75)
}

/** The words before a strategy, quotes and an owning place left out. */
function cueBefore(scene: Scene, strategy: Placed, start: number): string {
  const owner = scene.bySentence[strategy.sentence]!.find(
    (m) => m.type === 'Place' && m.end <= strategy.start && strategy.start - m.end <= 2,
  )
  return between(scene, start, owner?.start ?? strategy.start).replace(/[“‘”’\s]+$/, '')
}

/** A zone that opens its sentence as the subject: what is built in that sentence is built there. */
function zones(scene: Scene, add: AddServes): void {
  for (const sentence of scene.article.sentences) {
    const mentions = scene.bySentence[sentence.index]!
    const zone = mentions.find(
      (m) => m.type === 'Strategy' && /区/.test(m.text) && m.start - sentence.start <= 8,
    )
    if (!zone) continue
    for (const m of mentions) {
      if (m.start < zone.end || !relationAllows('SERVES', m.type, 'Strategy') || m.type === 'Company')
        continue
      if (/(?:建设|开工|封顶|投用|竣工|启动|完成)/.test(between(scene, zone.end, sentence.end)))
        add(m.entity, zone.entity, 'stated', sentence.index, 'zone', 0.7)
    }
  }
}

/** A heading or title that names one strategy stands over what follows it. */
function sections(scene: Scene, add: AddServes): void {
  const { article } = scene
  let topic: { entity: number; sentence: number } | null = null
  const tied = new Set<number>()
  for (const paragraph of article.paragraphs) {
    const sentences = article.sentences.filter((s) => s.paragraph === paragraph.index)
    if (paragraph.kind === 'title' || paragraph.kind === 'heading') {
      const named = sentences.flatMap((s) => scene.bySentence[s.index]!.filter((m) => m.type === 'Strategy'))
      const only = new Set(named.map((m) => m.entity))
      if (paragraph.kind === 'heading' || only.size > 0)
        topic = only.size === 1 ? { entity: named[0]!.entity, sentence: named[0]!.sentence } : null
      continue
    }
    if (!topic) continue
    for (const s of sentences) {
      const mentions = scene.bySentence[s.index]!
      for (const m of mentions) {
        if ((m.type === 'Project' || m.type === 'Park') && !tied.has(m.entity))
          add(m.entity, topic.entity, 'section', topic.sentence, 'section', 0.5)
      }
    }
  }
}
