import { describe, expect, it } from 'vitest'
import { pointedBefore } from '../../../ingest/relate/facts/pointed.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'

describe('a name that only tells of what was named before', () => {
  it.each([
    ['这项[陆江大通道|Strategy]骨干工程已完成投资16亿元。', ['陆江大通道']],
    ['会上传来消息:这是[云帆新区|Park]的首个开工项目,计划投资16亿元。', ['云帆新区']],
    ['这个藏在[临江市|Place][珠西镇|Place]山里的村子,年收入16亿元。', ['临江市', '珠西镇']],
    ['这是[云帆大桥|Project],总投资16亿元。', []],
    ['这座[云帆产业园|Park]总投资16亿元。', []],
    ['这个协会由[启明科技|Company]等企业发起,出资16亿元。', []],
    ['这项[云帆新区|Park]骨干工程开工,[云帆新区|Park]今年投入16亿元。', []],
    ['[临江市|Place]推进[云帆新区|Park]的首个项目,投资16亿元。', []],
    ['这家[协会|Organization|桂江米粉协会]由企业发起,出资16亿元。', []],
  ])('%s', (marked, expected) => {
    const scene = sceneOf(linkedOf(marked))
    const { text, entities } = scene.article
    expect([...pointedBefore(scene, 0, text.indexOf('16亿'))].map((e) => entities[e]!.name)).toEqual(expected)
  })
  it('may be whom the next sentence speaks of', () => {
    const scene = sceneOf(linkedOf('这是[云帆新区|Park]的首个项目。新区投资16亿元。'))
    expect(pointedBefore(scene, 1, scene.article.text.indexOf('16亿'))).toEqual(new Set())
  })
})
