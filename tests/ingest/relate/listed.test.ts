import { describe, expect, it } from 'vitest'
import { Candidates } from '../../../ingest/relate/facts/candidates.ts'
import { countedIn, isListed } from '../../../ingest/relate/facts/listed.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'
import { amountsOf } from './amounts.ts'

/** The last number of a text, and those that it may be said of. */
function lastOf(marked: string) {
  const scene = sceneOf(linkedOf(marked))
  const readings = [...readingsOf(scene)]
  const amount = amountsOf(scene, readings).at(-1)!
  const candidates = new Candidates(scene, readings, []).of(amount.sentence, amount.start, [])
  const nameOf = (entity: number) => scene.article.entities[entity]!.name
  return { scene, amount, candidates, nameOf }
}

describe('names in a list', () => {
  it.each([
    ['[云帆高铁|Project]设[江北站|Project]、[江南站|Project]5座车站。', ['江北站', '江南站']],
    ['[临江市|Place]引进[启明科技|Company]等12家企业。', ['启明科技']],
    ['[临江市|Place]引进[启明科技|Company]、[江海集团|Company]等近12家企业。', ['启明科技', '江海集团']],
    // what is counted is another thing, or nothing is
    ['[启明科技|Company]12家门店开张。', []],
    ['[启明科技|Company]、[江海集团|Company]今年新开12家门店。', []],
    ['[启明科技|Company]、[江海集团|Company]等投资12亿元。', []],
    ['[启明科技|Company]、[江海集团|Company]12家。', []],
  ])('are counted right behind it: %s', (marked, expected) => {
    const { scene, amount, candidates, nameOf } = lastOf(marked)
    expect([...countedIn(scene, amount, candidates)].map(nameOf).sort()).toEqual(expected.toSorted())
  })

  it.each([
    ['[江北区|Place]、[江南区|Place]新谋划4个项目。', ['江北区', '江南区']],
    ['[云帆大桥|Project]和7条廊道开工。', ['云帆大桥']],
    ['[云帆大桥|Project]有7条廊道。', []],
  ])('share a number: %s', (marked, expected) => {
    const { scene, amount, candidates, nameOf } = lastOf(marked)
    const listed = candidates.filter(({ spot }) => spot && isListed(scene, spot, amount.start))
    expect(listed.map(({ entity }) => nameOf(entity)).sort()).toEqual(expected.toSorted())
  })
})
