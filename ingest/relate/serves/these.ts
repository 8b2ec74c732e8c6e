/** Sentences that say of the works before them together what they are for: 这批项目都列入甲行动. */
import { numberSaid } from '../../spelled.ts'
import type { Reading } from '../reading.ts'
import { between, outerOf, type Scene, typeOf } from '../scene.ts'
import { type AddServes, RUN_LIKE_A_PLACE } from './aims.ts'

/** The rule by which 这三个项目都是甲战略的重点工程 says what those before it serve. */
export const THESE = 'these'

const THESE_WORKS =
  /(?<!为了|以|把|将)(?:这批|这些|上述(?:这些)?|该批|这一批|这(?:次[^,，。;；、\d]{1,6}的)?(?<count>[几两二三四五六七八九十]|\d{1,2})[个项座条])[^，,。；、的]{0,4}(?:项目|工程)(?!的)/
const SERVE =
  /(?:是|为|均|都|同|列|属|纳入|入选|助力|助推|服务|支撑|推动|推进|落实|融入|打造|做大|做强|夯实|加快|构建|建设)/
/** So many characters may stand between what is spoken of and the strategy. */
const REACH = 60
/** So many sentences are looked back, and so many works are spoken of together. */
const BACK = 4
const MOST = 24

export function theseOf(scene: Scene, readings: readonly Reading[], add: AddServes): void {
  for (const [at, { sentence }] of readings.entries()) {
    const text = between(scene, sentence.start, sentence.end)
    const m = THESE_WORKS.exec(text)
    if (!m) continue
    const from = sentence.start + m.index + m[0].length
    const strategies = outerOf(scene.bySentence[sentence.index]!).filter(
      (s) =>
        s.type === 'Strategy' &&
        s.start >= from &&
        s.start - from <= REACH &&
        SERVE.test(between(scene, from, s.start)),
    )
    if (strategies.length === 0) continue
    const works = worksBefore(scene, readings, at)
    const count = m.groups!.count
    if (count && count !== '几' && numberSaid(count) !== works.length) continue
    for (const head of works)
      for (const { entity, start } of strategies)
        add(head, entity, 'stated', sentence.index, THESE, 0.8, { start: from, end: start })
  }
}

/** The works of the last sentence that names any: of the same paragraph, else of the whole one before. */
function worksBefore(scene: Scene, readings: readonly Reading[], at: number): number[] {
  const own = readings[at]!.sentence.paragraph
  const out = new Set<number>()
  let paragraph = -1
  for (let i = at - 1; i >= 0 && i >= at - BACK; i--) {
    const { sentence } = readings[i]!
    if (paragraph >= 0 && sentence.paragraph !== paragraph) break
    if (scene.article.paragraphs[sentence.paragraph]!.kind !== 'body') break
    const named = outerOf(scene.bySentence[sentence.index]!).filter((m) => isWork(scene, m.entity))
    for (const { entity } of named) if (out.size < MOST) out.add(entity)
    if (out.size === 0) continue
    if (sentence.paragraph === own) break
    paragraph = sentence.paragraph
  }
  return [...out]
}

const isWork = (scene: Scene, entity: number): boolean =>
  typeOf(scene, entity) === 'Project' ||
  (typeOf(scene, entity) === 'Park' && !RUN_LIKE_A_PLACE.test(scene.article.entities[entity]!.name))
