import { describe, expect, it } from 'vitest'
import { oneOfTwoBefore } from '../../../ingest/relate/facts/former.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'

describe('whom 前者 and 后者 stand for', () => {
  it.each([
    ['[云帆大桥|Project]、[江海枢纽|Project]开工,前者投资16亿元。', '云帆大桥'],
    ['[云帆大桥|Project]、[江海枢纽|Project]等开工,后者占地96亩,投资16亿元。', '江海枢纽'],
    ['[云帆大桥|Project]和[江海枢纽|Project]开工。后者在[城南区|Place],前者今年投资16亿元。', '云帆大桥'],
    ['[临江市|Place]建设[东片区|Place]和[西片区|Place],前者有[云帆公园|Project]。后者投资16亿元。', '西片区'],
    // none of two
    ['[甲港|Project]、[乙港|Project]、[丙港|Project]开工,后者投资16亿元。', null],
    ['[云帆大桥|Project]开工,后者投资16亿元。', null],
    // another is named behind it, or it is not the subject
    ['[云帆大桥|Project]和[江海枢纽|Project]开工,后者由[启明科技|Company]投资16亿元。', null],
    ['[云帆大桥|Project]和[江海枢纽|Project]开工,后者的引桥投资16亿元。', null],
    ['[云帆大桥|Project]和[江海枢纽|Project]开工,投资16亿元。', null],
    ['[云帆大桥|Project]和[江海枢纽|Project]开工。\n后者投资16亿元。', null],
  ])('%s', (marked, expected) => {
    const scene = sceneOf(linkedOf(marked))
    const { text, entities, sentences } = scene.article
    const at = text.indexOf('16亿')
    const sentence = sentences.findIndex(({ end }) => end > at)
    const one = oneOfTwoBefore(scene, [...readingsOf(scene)], sentence, at)
    expect(one && [...one].map((e) => entities[e]!.name).join()).toBe(expected)
  })
})
