import { describe, expect, it } from 'vitest'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { routesOf } from '../../../ingest/relate/routes.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'
import { relatedAsLearned, statedIn } from './stated.ts'

const inAll = (line: string, ...places: string[]): string[] =>
  places.map((place) => `${line} LOCATED_IN ${place}`).sort()
const placesOf = (text: string, line: string): string[] =>
  statedIn(text, 'LOCATED_IN').filter((stated) => stated.startsWith(`${line} `))

describe('the course of a line', () => {
  it('lies where it begins, passes and ends', () => {
    expect(
      placesOf(
        '[云青高速|Project]起于[平江县|Place],途经[河口镇|Place]、[石桥镇|Place],止于[临水市|Place],全长38公里。',
        '云青高速',
      ),
    ).toEqual(inAll('云青高速', '平江县', '河口镇', '石桥镇', '临水市'))
  })

  it('is that of the line spoken of before', () => {
    expect(
      placesOf(
        '[云青高速|Project]昨天开工。线路北起[平江县|Place],一路向南,穿过[河口镇|Place]。',
        '云青高速',
      ),
    ).toEqual(inAll('云青高速', '平江县', '河口镇'))
  })

  it('ends where something else is spoken of', () => {
    expect(
      placesOf(
        '[云青高速|Project]起于[平江县|Place],由[云江交投|Company]建设,[临水市|Place]负责征地。',
        '云青高速',
      ),
    ).toEqual(inAll('云青高速', '平江县'))
  })

  it('names rivers that it crosses, and lies in none', () => {
    expect(placesOf('[云青高速|Project]起于[平江县|Place],跨越[云水河|Place]。', '云青高速')).toEqual(
      inAll('云青高速', '平江县'),
    )
  })

  it('is told of no firm and no house', () => {
    expect(statedIn('[云帆科技|Company]起于[平江县|Place]。', 'LOCATED_IN')).toEqual([])
    expect(statedIn('[云帆大厦|Project]北起[平江县|Place]。', 'LOCATED_IN')).toEqual([])
  })

  it('is kept by what was learned, as sure as the rule is', () => {
    const { relations, entities } = relatedAsLearned(
      '[云青高速|Project]昨天开工。线路北起[平江县|Place],穿过[河口镇|Place]、[石桥镇|Place]。',
    )
    const held = relations.filter((r) => entities[r.head]!.name === '云青高速' && r.type === 'LOCATED_IN')
    expect(held.map((r) => entities[r.tail]!.name).sort()).toEqual(['平江县', '河口镇', '石桥镇'].sort())
    for (const { confidence } of held) expect(confidence).toBeGreaterThanOrEqual(0.9)
  })

  it('is told of nothing in a sentence of countless clauses, in no time', () => {
    const [reading] = readingsOf(sceneOf(linkedOf(`${'[平江县|Place]起于,'.repeat(8_000)}。`)))
    const started = performance.now()
    routesOf(reading!, () => expect.unreachable())
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
