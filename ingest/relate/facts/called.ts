/** Who is called by the end of a name where a clause opens: 先锋区已落户28个项目, of 云帆人才合作先锋区. */
import type { EntityType } from '../../../model/ontology.ts'
import { firstFrom, isNamedIn, type Scene } from '../scene.ts'
import { endsOf } from './ends.ts'

const CALLED: ReadonlySet<EntityType> = new Set(['Project', 'Park', 'Institute', 'Place', 'Organization'])
/** What stands for many that are not so called, or for no name. */
const GENERAL =
  /^(?:项目|工程|公司|企业|集团|园区|中心|产业|行业|城市|全[市区县省]|新区|活动|会议|工厂|技术|系统|线路|市场|经济|发展|建设|服务|设施|[首一二三四]期)$/
const OPENING = /(?<=^|[,，;；。“”])(?:目前,?|如今,?|现在,?|眼下,?|该|这个|这座|整个)?(?=\p{Script=Han}{3})/gu
/** Behind the noun another goes on: 社区书记. */
const GOES_ON = /^(?:n|j|nz|nt|b)/
const NO_NOUN = /^(?:v$|[tmrdpcu])/
const MEASURED = /^(?:规划|规模|总|占地|面积|全长|建筑|投资|产值|现|已|目前|设计)/
/** As far in front of a number as such a noun speaks of it, in characters. */
const REACH = 45
/** An end that more names have calls none of them. */
const MOST = 12
const [SHORTEST, LONGEST] = [2, 5]

/** @returns for a number that begins at `to`, those who are so called in front of it; null where nobody is */
export function callingIn(scene: Scene): (sentence: number, to: number) => ReadonlySet<number> | null {
  const { text, sentences, entities, mentions, tokens } = scene.article
  const byEnd = new Map<string, number[]>()
  for (const { index, name, aliases, type } of entities) {
    if (!CALLED.has(type)) continue
    const ends = new Set(
      endsOf([name, ...aliases].slice(0, 6)).flatMap((end) =>
        Array.from({ length: end.length - 1 }, (_, i) => end.slice(i)),
      ),
    )
    for (const end of ends) {
      const called = byEnd.get(end)
      if (!called) byEnd.set(end, [index])
      else if (called.length <= MOST) called.push(index)
    }
  }
  return (sentence, to) => {
    const opens = sentences[sentence]!.start
    const from = Math.max(opens, to - REACH)
    const openings = [...text.slice(from, to).matchAll(OPENING)].filter((m) => m.index > 0 || from === opens)
    for (const m of openings.toReversed()) {
      const at = from + m.index + m[0].length
      for (let size = LONGEST; size >= SHORTEST; size--) {
        const word = text.slice(at, at + size)
        const called = byEnd.get(word)
        if (!called || called.length > MOST || GENERAL.test(word)) continue
        const next = tokens[firstFrom(tokens, at + size)]
        const first = tokens[firstFrom(tokens, at)]
        if (next?.start !== at + size || first?.start !== at || NO_NOUN.test(first.tag)) continue
        if (GOES_ON.test(next.tag) && !MEASURED.test(next.text)) continue
        if (isNamedIn(scene, sentence, { start: at, end: to })) return null
        const known = called.filter((e) => mentions[entities[e]!.mentions[0]!]!.start < opens)
        return known.length > 0 ? new Set(known) : null
      }
    }
    return null
  }
}
