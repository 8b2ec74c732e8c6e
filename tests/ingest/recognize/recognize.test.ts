import { describe, expect, it } from 'vitest'
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { recognize } from '../../../ingest/recognize/recognize.ts'
import { segment } from '../../../ingest/segment.ts'
import { openTagger } from '../../../ingest/tagger.ts'

const tagger = openTagger()
const named = (text: string) =>
  recognize(segment(cleanArticle({ file: 'x', text: `看看今天的事\n${text}` }), tagger)).mentions.map(
    (m) => `${m.text}:${m.type}`,
  )

describe('recognising', () => {
  it.each([
    ['深入开展温暖安居行动。', ['温暖安居行动:Strategy']],
    ['依托山东未来网络研究院等平台。', ['山东未来网络研究院:Institute']],
    ['高标准推进济南中央活力区建设。', ['济南中央活力区:Strategy']],
    ['聚焦现代金融、数字经济。', ['现代金融:Industry', '数字经济:Industry']],
    ['副区长王建国表示,工作正在推进。', ['王建国:Person']],
    ['总投资约12亿元的云上未来等一批重点项目开工。', ['云上未来:Project']],
    ['占地320亩的“河畔里”等3个项目封顶。', ['河畔里:Project']],
  ])('finds the names in %s', (text, expected) => {
    for (const name of expected) expect(named(text)).toContain(name)
  })

  it.each(['全区群众都很高兴。', '一批重点项目加快建设。', '我们要继续努力,把事情办好。'])(
    'finds nothing in %s',
    (text) => {
      expect(named(text)).toEqual([])
    },
  )

  it('keeps the owner in front of a longer name', () => {
    const found = named('山东大学国家大学科技园今天开园。')
    expect(found).toContain('山东大学国家大学科技园:Park')
    expect(found).toContain('山东大学:Institute')
  })

  it('takes hostile text in linear time', () => {
    for (const piece of ['“(', '产业园', '甲、', '研究院和', '《〈']) {
      const began = performance.now()
      named(piece.repeat(20_000 / piece.length))
      expect(performance.now() - began).toBeLessThan(20_000)
    }
  }, 120_000)
})
