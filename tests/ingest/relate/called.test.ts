import { describe, expect, it } from 'vitest'
import { callingIn } from '../../../ingest/relate/facts/called.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'

const BEFORE =
  '[云帆科研装置集群|Park]靠近[江海实验基地|Park]和[启明实验基地|Park],[江海计划|Strategy]已印发。'

describe('whom the end of a name calls where a clause opens', () => {
  it.each([
    ['集群规划面积约16亿平方米。', ['云帆科研装置集群']],
    ['今年以来,基地已投入16亿元。', ['启明实验基地', '江海实验基地']],
    ['集群已开工,投资16亿元。', ['云帆科研装置集群']],
    // a name stands behind it, it goes on, it opens nothing
    ['集群由[启明科技|Company]投资16亿元。', null],
    ['集群书记说,今年投资16亿元。', null],
    ['今年给集群投资16亿元。', null],
    // strategies are not so called, nor are names yet to come
    ['计划投资16亿元。', null],
    [
      `${[...'甲乙丙丁戊己庚辛壬癸子丑寅'].map((c) => `[${c}枢纽|Project]`).join('、')}开工。枢纽投资16亿元。`,
      null,
    ],
    ['枢纽投资16亿元。[珠西枢纽|Project]是其中之一。', null],
  ])('%s', (marked, expected) => {
    const scene = sceneOf(linkedOf(BEFORE + marked))
    const { text, entities, sentences } = scene.article
    const at = text.indexOf('16亿')
    const called = callingIn(scene)(
      sentences.findIndex(({ end }) => end > at),
      at,
    )
    expect(called && [...called].map((e) => entities[e]!.name).sort()).toEqual(expected)
  })
})
