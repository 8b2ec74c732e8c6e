/** 起于甲镇,途经乙县、丙县,止于丁市: a road or line lies in every place that its course is told by. */
import type { Add } from './add.ts'
import type { Clause } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import { isZone, type Reading } from './reading.ts'
import { between, isInert, type Scene, typeOf } from './scene.ts'

/** What its relations say they are found by. */
export const ROUTE = 'route'

/** Words that begin the telling of a course. */
const BEGINS =
  /起于|起自|始于|途经|途径|[东南西北]起|(?:起点|始点)(?:为|是|位于|在|接)|(?:沿线|沿途|依次|线路)经过?|串联起?/
/** Words that go on with it, at the front of a clause. */
const GOES_ON =
  /^(?:并|再|后|最终|向[东南西北]+)?(?:经过?|过|途经|途径|穿越?|跨越?|至|到|抵|达|接|止|终|[东南西北](?:至|接|到|止|抵|达))/
/** What has a course; other works lie where they are said to. */
const LINE =
  /(?:高速|公路|铁路|高铁|城际|快速路|快线|大道|通道|走廊|运河|航道|管道|管线|管网|干线|隧道|绿道|碧道|干渠|水渠|渠|线|路|段|[一二三四五六七八九十\d]期|工程|项目)$/

interface Line {
  entity: number
  /** Where the phrase that names it ends. */
  end: number
}

/** Works with a course, as phrases name them in order. */
const linesIn = (scene: Scene, phrases: readonly Phrase[]): Line[] =>
  phrases.flatMap(({ units, end }) =>
    units
      .filter(
        ({ type, modifier, entities }) => type === 'Project' && !modifier && isLine(scene, entities[0]!),
      )
      .map(({ entities }) => ({ entity: entities[0]!, end })),
  )

const isLine = (scene: Scene, entity: number): boolean =>
  [scene.article.entities[entity]!.name, ...scene.article.entities[entity]!.aliases].some((n) => LINE.test(n))

/** Places behind an offset in a clause that a line can lie in: no river that it crosses, no bridge. */
const placesBehind = (scene: Scene, clause: Clause, from: number): number[] =>
  clause.phrases
    .filter((p) => p.start >= from)
    .flatMap((p) => p.units.flatMap((u) => u.entities))
    .filter((e) => typeOf(scene, e) === 'Place' && !isInert(scene.article.entities[e]!) && !isZone(scene, e))

export function routesOf(reading: Reading, add: Add): void {
  const { scene, sentence, clauses, before } = reading
  const lines = linesIn(scene, [...before].reverse())
  let line = -1
  for (const clause of clauses) {
    lines.push(...linesIn(scene, clause.phrases))
    const text = between(scene, clause.start, clause.end)
    const begun = BEGINS.exec(text)
    const from = begun ? clause.start + begun.index : clause.start
    // the one named in front of the word, or what was spoken of before
    if (begun && (line < 0 || clause.phrases.some((p) => p.end <= from)))
      line = lines.findLast(({ end }) => end <= from)?.entity ?? -1
    else if (!begun && !GOES_ON.test(text) && clause.phrases.length > 0) line = -1
    if (line < 0) continue
    for (const place of placesBehind(scene, clause, from))
      add(line, 'LOCATED_IN', place, sentence.index, ROUTE, 0.9)
  }
}
