import { expect, it } from 'vitest'
import { draftFrom, draftOf, NO_DRAFT } from '../../../web/state/draft.ts'

it('reads the draft that it kept', () => {
  const draft = { draft: 'RETURN $n', openedQuery: { own: true, name: '答案' }, filled: { n: '2' } }
  expect(draftFrom(JSON.stringify(draftOf(draft)))).toEqual(draft)
})

it.each([null, '', '{', '[]', '7', '{"draft":7}'])('starts anew where %j was kept', (kept) => {
  expect(draftFrom(kept)).toEqual(NO_DRAFT)
})

it('passes over what another version wrote', () => {
  expect(draftFrom('{"draft":"RETURN 1","openedQuery":"old","filled":{"n":2,"m":"3"}}')).toEqual({
    draft: 'RETURN 1',
    openedQuery: null,
    filled: { m: '3' },
  })
})
