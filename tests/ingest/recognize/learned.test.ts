/** Names decided by what was learned. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unzipped } from '../../../ingest/learned/zipped.ts'
import { recognizeLearned } from '../../../ingest/recognize/model/learned.ts'
import { BRIEF, LONG, leaningOf } from '../../../ingest/recognize/model/names.ts'
import { type WeightsFile, weightsOf } from '../../../ingest/recognize/model/weights.ts'
import { articleOf } from './named.ts'

const read = (text: string) => recognizeLearned(articleOf(text)).mentions
const named = (text: string) => read(text).map((m) => `${m.text}:${m.type}`)
const INGEST = join(import.meta.dirname, '../../../ingest')
const FILE = join(INGEST, 'recognize/model/weights.json.gz')

describe('recognising by what was learned', () => {
  it('finds what rules propose', () => {
    const found = named('副区长王建国到山东未来网络研究院调研。')
    expect(found).toContain('王建国:Person')
    expect(found).toContain('山东未来网络研究院:Institute')
  })

  it.each(['全区群众都很高兴。', '我们要继续努力,把事情办好。'])('finds nothing in %s', (text) => {
    expect(named(text)).toEqual([])
  })

  it('says of each name where it stands and which sentence holds it', () => {
    const text = '深圳市比克威尔科技投资建设的青石湾二期项目今天开工。'
    const mentions = read(text)
    expect(mentions.length).toBeGreaterThan(0)
    const whole = `看看今天的事\n${text}`
    for (const m of mentions) expect(whole.slice(m.start, m.end)).toBe(m.text)
  })

  it('finds the owner inside the name of what is built', () => {
    expect(named('天马微电子柔性屏生产线项目投产。')).toContain('天马微电子:Company')
  })

  it.each([
    ['临溪煤电北岭煤炭储运基地开工。', '临溪煤电'],
    ['宁江时代超级工厂开工建设。', '宁江时代'],
    ['沅江时代动力电池基地开工建设。', '沅江时代'],
  ])('finds an owner whose end is doubtful in %s', (text, owner) => {
    expect(named(text)).toContain(`${owner}:Company`)
  })

  it('calls nobody by one character', () => {
    const one = read('区长腰向科说,园区好。董事长祝先潮常来。').filter((m) => m.type === 'Person')
    for (const { text } of one) expect(text.length).toBeGreaterThan(1)
    expect(one).not.toEqual([])
  })

  it('follows the rules the more the longer an article is', () => {
    const [news, long, longer] = [800, 2200, 9000].map(leaningOf)
    expect(news).toEqual(BRIEF)
    expect(longer).toEqual(LONG)
    for (const key of ['trust', 'doubt', 'retype', 'kept'] as const) {
      expect(long![key]).toBeGreaterThan(news![key])
      expect(longer![key]).toBeGreaterThan(long![key])
    }
  })

  it('gives the same names every time', () => {
    const text = '聚焦新能源,赣江新区引进中科微光、语知科技等企业,建设云谷科技园。'
    expect(read(text)).toEqual(read(text))
  })

  it('reads text without an end', () => {
    for (const piece of ['“(', '产业园', '甲、', '研究院和', '《〈', '\ud800'])
      expect(() => read(piece.repeat(20_000 / piece.length))).not.toThrow()
  }, 240_000)

  it('keeps all that was learned, of names and of statements, under 5 MB, no file over 3', () => {
    const files = readdirSync(INGEST, { recursive: true, encoding: 'utf8' }).filter((f) =>
      f.endsWith('.json.gz'),
    )
    expect(files.length).toBeGreaterThan(5)
    const sizes = files.map((f) => statSync(join(INGEST, f)).size)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(5_000_000)
    expect(Math.max(...sizes)).toBeLessThan(3_000_000)
  })

  it('refuses weights that were learned for other types', () => {
    const file = unzipped<WeightsFile>(FILE)
    expect(() => weightsOf({ ...file, types: ['Person'] })).toThrow(/npm run train/)
  })
})
