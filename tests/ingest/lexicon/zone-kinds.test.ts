import { expect, it } from 'vitest'
import { ZONE_KINDS } from '../../../ingest/lexicon/zone-kinds.ts'
import { isMemberOf } from '../../../ingest/link/forms.ts'
import { RUN_LIKE_A_PLACE } from '../../../ingest/relate/serves/aims.ts'

it.each(['新区', '自贸区', '合作区', '先行区', '保税港区'])(
  'a zone lies in a %s, which is run like a place',
  (kind) => {
    expect(kind).toMatch(new RegExp(`^(?:${ZONE_KINDS})$`))
    expect(isMemberOf(`云江${kind}青石开发区`, `云江${kind}`, 'Park')).toBe(true)
    expect(`云江${kind}`).toMatch(RUN_LIKE_A_PLACE)
  },
)

it('no zone lies in the park of a trade', () =>
  expect(isMemberOf('云江产业园青石开发区', '云江产业园', 'Park')).toBe(false))
