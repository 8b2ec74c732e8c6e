import { describe, expect, it } from 'vitest'
import { handOver } from '../../../ingest/relate/facts/ceremonies.ts'
import { linkedOf } from '../marked.ts'

describe('what is counted at a ceremony', () => {
  const out = (marked: string, share: number): number[][] => {
    const { entities } = linkedOf(marked)
    const numbers = [[0], [0], [0]]
    handOver(numbers, [[0, 1]], [{ number: 0, entity: 1, share }], entities)
    return numbers
  }
  const signing = '[全省重点项目集中签约活动|Event]举行,[临江市|Place]签下38个项目,总投资220亿元。'

  it('is the district’s with what is said behind it', () => {
    expect(out(signing, 0.3)).toEqual([[1], [1], [0]])
  })
  it('is of the district in whose name it is held', () => {
    const { entities } = linkedOf(
      '[云帆县珠西开发区重点项目集中签约活动|Event]举行,[云帆县|Place]、[珠西开发区|Park]到场,38个项目签约。',
    )
    const numbers = [[0], [1]]
    handOver(numbers, [], [], entities)
    expect(numbers).toEqual([[2], [1]])
  })
  it.each([
    ['where the district is not likely', signing, 0.2],
    ['where the other is no district', signing.replace('Place', 'Company'), 0.3],
    ['at a fair', '[临江市国际博览会|Event]举行,[临江市|Place]签下38个项目。', 0.3],
  ])('stays its own %s', (_, marked, share) => {
    expect(out(marked, share)).toEqual([[0], [0], [0]])
  })
})
