import { expect, it } from 'vitest'
import { COMPANIES, COMPANY_NAMES } from '../../../ingest/lexicon/companies.ts'
import { INSTITUTES } from '../../../ingest/lexicon/institutes.ts'
import { STRATEGIES } from '../../../ingest/lexicon/strategies.ts'
import { namesOf } from '../../../ingest/lexicon/words.ts'
import { ZONES } from '../../../ingest/lexicon/zones.ts'

it('names that stand in other words are compared, and not read wherever they stand', () => {
  expect(namesOf('\n甲银行 甲行\n~乙网 国家乙网\n')).toEqual({
    names: [
      ['甲银行', '甲行'],
      ['乙网', '国家乙网'],
    ],
    read: ['甲银行', '甲行', '国家乙网'],
  })
  expect(COMPANIES).toContain('工行')
  expect(COMPANIES).not.toContain('中行')
  expect(COMPANY_NAMES).toContainEqual(['中国银行', '中行'])
})

it.each(Object.entries({ COMPANIES, INSTITUTES, STRATEGIES, ZONES }))('%s has each name once', (_, names) => {
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  expect(names.filter((name) => name.includes('~'))).toEqual([])
})
