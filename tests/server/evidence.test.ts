import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntityDetail, EvidenceResponse } from '../../model/api.ts'
import type { EntityEdgeType, ServesLevel } from '../../model/ontology.ts'
import { cueIn } from '../../server/cue.ts'
import { type Server, serverWithFixture } from './ask.ts'

describe('the cue of a sentence', () => {
  it.each<[string, string, string, EntityEdgeType, ServesLevel | undefined, string | null]>([
    ['星海基地服务云湖科创城。', '星海基地', '云湖科创城', 'SERVES', 'stated', '服务'],
    ['聚焦云湖科创城,引进星海基地。', '星海基地', '云湖科创城', 'SERVES', 'purpose', '聚焦'],
    ['为服务民生,星海科技投资星海基地。', '星海科技', '星海基地', 'DEVELOPS', undefined, '投资'],
    ['建设路上的星海科技和星海基地', '星海科技', '星海基地', 'DEVELOPS', undefined, '建设'],
    ['云湖建设集团与星海基地', '云湖建设集团', '星海基地', 'DEVELOPS', undefined, null],
    ['云湖科创城', '云湖科创城', '云湖科创城', 'SERVES', 'section', null],
  ])('%s', (text, head, tail, type, level, expected) => {
    const start = 100
    const ends = [head, tail].map((name) => {
      const at = start + text.indexOf(name)
      return { start: at, end: at + name.length }
    })
    const cue = cueIn({ text, start, end: start + text.length }, ends, type, level)
    expect(cue && text.slice(cue.start - start, cue.end - start)).toBe(expected)
  })
})

describe('the evidence of a relation', () => {
  let server: Server
  beforeAll(async () => {
    server = await serverWithFixture()
  })
  afterAll(() => server.stop())

  it('comes newest first, with level and cue, and says what is stated', async () => {
    const { evidence, relations, total } = await server.get<EvidenceResponse>(
      '/api/entities/e3/evidence?with=e1&type=SERVES',
    )
    expect(evidence.map((e) => [e.article.date, e.level])).toEqual([
      ['2023-08-12', 'purpose'],
      ['2023-05-01', 'stated'],
    ])
    expect(evidence.map(({ text, start, cue }) => text.slice(cue!.start - start, cue!.end - start))).toEqual([
      '聚焦',
      '服务',
    ])
    expect(total).toBe(2)
    expect(relations).toEqual([
      {
        type: 'SERVES',
        from: 'e3',
        to: 'e1',
        level: 'stated',
        modality: 'asserted',
        confidence: 0.9,
        articleCount: 2,
        roles: [],
        times: [],
      },
    ])
  })

  it('has the words by which the rule went where the graph keeps them', async () => {
    const { evidence } = await server.get<EvidenceResponse>('/api/entities/e4/evidence?with=e3&type=DEVELOPS')
    expect(evidence.map(({ text, start, cue }) => text.slice(cue!.start - start, cue!.end - start))).toEqual([
      '投资建设',
    ])
  })

  it('comes page by page', async () => {
    const pages = await Promise.all(
      [0, 1].map((offset) =>
        server.get<EvidenceResponse>(`/api/entities/e3/evidence?with=e1&limit=1&offset=${offset}`),
      ),
    )
    expect(pages.flatMap(({ evidence }) => evidence.map(({ sentence }) => sentence))).toEqual([
      'a2:1',
      'a1:1',
    ])
  })

  it('says from when to when an entity is written about', async () => {
    expect(await server.get<EntityDetail>('/api/entities/e3')).toMatchObject({
      firstDate: '2023-05-01',
      lastDate: '2023-08-12',
    })
  })
})
