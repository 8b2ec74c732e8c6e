import { describe, expect, it } from 'vitest'
import { readyOf } from '../marked.ts'

const SET = '[三大战略|Strategy]'
const LIST = '[东强|Strategy]、[西兴|Strategy]、[南美|Strategy]'
const membersOf = (source: string) => {
  const { entities } = readyOf(source)
  return entities.find((e) => e.name === '三大战略')!.members.map((m) => entities[m]!.name)
}

describe('members of a set', () => {
  it.each([
    ['before it', `推进${LIST}${SET}。`, ['东强', '西兴', '南美']],
    ['behind a colon', `推进${SET}:${LIST}。`, ['东强', '西兴', '南美']],
    ['in brackets', `推进“${SET}”(${LIST})。`, ['东强', '西兴', '南美']],
    ['behind a verb', `${SET}包括${LIST}。`, ['东强', '西兴', '南美']],
    ['behind 即', `推进${SET}，即${LIST}。`, ['东强', '西兴', '南美']],
    ['behind a dash', `推进${SET}——${LIST}。`, ['东强', '西兴', '南美']],
    ['behind 分别是', `${SET}分别是${LIST}。`, ['东强', '西兴', '南美']],
    [
      'before it rather than behind',
      `${LIST}${SET}:[甲行动|Strategy]、[乙行动|Strategy]。`,
      ['东强', '西兴', '南美'],
    ],
    ['no list of another sentence', `推进${SET}。${LIST}各有所长。`, []],
    ['nothing of another type', `推进${SET}:[甲园|Park]、[乙园|Park]。`, []],
  ])('%s: %s', (_, source, wanted) => {
    expect(membersOf(source)).toEqual(wanted)
  })
})
