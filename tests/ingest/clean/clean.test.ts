import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { cleanTextOf, goldIds, goldOf, hasGold, SHARED } from '../gold.ts'

const clean = (text: string) => cleanArticle({ file: 'x.txt', text })

describe('cleaning', () => {
  it.each([
    ['品質(zhì)市中', '品质市中'],
    ['濟(jì)南日?qǐng)?bào)', '济南日报'],
    ['百?gòu)?qiáng)區(qū)', '百强区'],
    ['标准化迈进??茖W(xué)合理设置', '标准化迈进。科学合理设置'],
    ['軟體和資訊服務', '软件和信息服务'],
    ['積體電路產業園', '集成电路产业园'],
    ['国产核心部件', '国产核心部件'],
    ['２０２４年ＡＩ大会', '2024年AI大会'],
    ['甲\u00a0乙\u200b丙\u00ad丁', '甲 乙丙丁'],
    ['&ldquo;东强&rdquo;&#31574;略', '“东强”策略'],
    ['山东(济南)基地', '山东(济南)基地'],
    ['孤立的\ud800代理', '孤立的代理'],
  ])('makes %s to %s', (text, expected) => {
    expect(clean(text).text).toBe(expected)
  })

  it('takes time in proportion to the blanks of a line', () => {
    const started = performance.now()
    expect(clean(`甲园${' '.repeat(200_000)}开工${' \t'.repeat(100_000)}`).text).toMatch(/^甲园 +开工$/)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('keeps the frame of a page aside and reads what it says', () => {
    const article = clean(
      '新区产业园开工\n发布日期:2024-03-05\n信息来源:示例日报\n今天,产业园开工建设。\n编辑:某人\n友情链接',
    )
    expect(article).toMatchObject({ title: '新区产业园开工', date: '2024-03-05', source: '示例日报' })
    expect(article.asides.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      '发布日期:2024-03-05',
      '信息来源:示例日报',
      '编辑:某人',
      '友情链接',
    ])
  })

  it.each([
    ['回望这一年\n2023年已过半,青石区干劲不减。', '2023'],
    ['开门红\n2025年的第一个工作日,青石高新区开工。', '2025'],
    ['青石园区十年路\n2013年,园区在荒滩上起步。到2035年,园区产值将达到百亿元。', ''],
  ])('dates %s as %j', (text, date) => expect(clean(text).date).toBe(date))

  it('gives the same id to the same text however its lines break', () => {
    expect(clean('甲乙丙丁戊己。\n庚辛').id).toBe(clean('甲乙丙丁戊己。\n\n  庚辛').id)
  })

  // work that grew with the square of the length would not end within the time that a test has
  it.each(['“([', '(a', '甲(', '&ldquo', '2021年', '記者:', 'ā', '甲?', '甲 \u00a0'])(
    'takes a line of nothing but %s',
    (piece) => {
      const line = piece.repeat(600_000 / piece.length)
      expect(clean(line).text.length).toBeGreaterThan(100_000)
    },
  )
})

describe.skipIf(!hasGold)('cleaning the worked articles (skipped where ../shared is missing)', () => {
  it.each(goldIds())('reads %s as clean text and metadata', (id) => {
    const file = [`seeds/${id}.txt`, `articles/${id}.txt`, `press/${id}.txt`]
      .map((name) => join(SHARED, name))
      .find(existsSync)!
    const article = cleanArticle({ file, text: readFileSync(file, 'utf8') })
    const bare = (text: string) => text.replace(/\s/g, '')
    expect(bare(article.text) === bare(cleanTextOf(id))).toBe(true)
    expect(article.title).toBe(goldOf(id).title)
    expect(article.date).toBe(goldOf(id).date)
  })
})
