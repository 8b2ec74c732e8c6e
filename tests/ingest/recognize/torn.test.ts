/** Names keep their quotes and brackets whole. */
import { describe, expect, it } from 'vitest'
import { recognizeLearned } from '../../../ingest/recognize/model/learned.ts'
import { articleOf } from './named.ts'
import { stretchesOf } from './stretches.ts'

describe('names are looked for', () => {
  it.each([
    ['部署“项目提质年”行动的干部来了。', '项目提质年”行动', '“项目提质年”行动'],
    ['青石湾(二期)商业街开街了。', '二期)商业街', '青石湾(二期)商业街'],
    ['《“智慧云谷”建设方案》印发了。', '“智慧云谷”建设方案》', '《“智慧云谷”建设方案》'],
  ])('in no stretch of %s where a mark is left open or closed for nothing', (text, torn, whole) => {
    const found = stretchesOf(text)
    expect(found).not.toContain(torn)
    expect(found).toContain(whole)
  })

  it('between marks that stand outside', () => {
    expect(stretchesOf('“云谷科技园”开园。')).toContain('云谷科技园')
  })
})

describe('names', () => {
  const PAIRS: Record<string, string> = { '”': '“', '》': '《', ')': '(' }
  const isWhole = (name: string): boolean => {
    const open: string[] = []
    for (const char of name)
      if (Object.values(PAIRS).includes(char)) open.push(char)
      else if (char in PAIRS && open.pop() !== PAIRS[char]) return false
    return open.length === 0
  }

  it.each([
    '河湾大道高架南延(青石路口段)、铁溪镇农光互补光伏电站一期投产。',
    '轨道交通9号线南段(青石路站至云谷路站)实现全线“电通”,年底试运营。',
    '青湖学院、远山大学签署合作协议,两校一市将共建“古镇智谷”,一同签约的还有16个产学研项目。',
    '未来新城“锦绣山河塔”及中央绿廊一期开放,总投资43亿元的青溪公园开工。',
  ])('are read whole: %s', (text) => {
    const names = recognizeLearned(articleOf(text)).mentions.map((m) => m.text)
    expect(names.length).toBeGreaterThan(1)
    expect(names.filter((name) => !isWhole(name))).toEqual([])
  })
})
