import { describe, expect, it } from 'vitest'
import { project } from '../../../ingest/project.ts'
import { related } from './stated.ts'

describe('the words by which a rule went', () => {
  it.each<[string, string, string]>([
    ['[云帆工厂|Project]落户[河口区|Place]。', 'LOCATED_IN', '落户'],
    ['[云帆科技|Company]投资建设[云帆工厂|Project]。', 'DEVELOPS', '投资建设'],
    ['[云帆科技|Company]与[远山股份|Company]今天签约。', 'COOPERATES_WITH', '签约'],
    ['[河口区|Place]按照[强链行动|Strategy]栽下第一棵树。', 'ADVANCES', '按照'],
    ['[青石产业园|Park]服务[强链行动|Strategy]。', 'SERVES', '服务'],
    ['聚焦[强链行动|Strategy],[河口区|Place]引进[云帆工厂|Project]。', 'SERVES', '聚焦'],
    ['[云帆科技|Company]董事长[林远|Person]说。', 'WORKS_FOR', '董事长'],
  ])('%s', (text, type, word) => {
    const article = related(text)
    const said = type === 'SERVES' ? article.serves : article.relations.filter((r) => r.type === type)
    expect(said.map(({ cue }) => cue && article.text.slice(cue.start, cue.end))).toContain(word)
  })

  it('stand beside the evidence of an edge, -1 where there is none', () => {
    const article = related(
      '[云帆工厂|Project]落户[河口区|Place]。[河口区|Place][云帆工厂|Project]今天很忙。[河口区|Place]的[云帆工厂|Project]开工。',
    )
    const ids = article.entities.map((_, i) => `e${i}`)
    const { edges } = project([article], {
      entities: article.entities.map(({ name, type, aliases, reasons }, i) => ({
        id: ids[i]!,
        name,
        type,
        aliases,
        reasons,
      })),
      entityIds: [ids],
    })
    const { evidence, cueStarts, cueEnds } = edges.find((e) => e.type === 'LOCATED_IN')!.properties as {
      evidence: string[]
      cueStarts: number[]
      cueEnds: number[]
    }
    const words = cueStarts.map((start, i) => (start < 0 ? -1 : article.text.slice(start, cueEnds[i])))
    expect(words[0]).toBe('落户')
    expect(words).toHaveLength(evidence.length)
    expect(words).toContain(-1)
  })
})
