import { describe, expect, it } from 'vitest'
import { keptQueries, markedOf, openedAfter } from '../../../../web/panels/query/opened.ts'

const ours = {
  name: 'around',
  title: { zh: '周边', en: 'Around' },
  parameters: [],
  text: 'MATCH (n) RETURN n',
}
const own = [
  { name: 'around', text: 'RETURN 1' },
  { name: 'copy', text: ours.text },
]
const kept = keptQueries([ours], own)

describe('the saved query that a text is', () => {
  it.each([
    ['RETURN 1', null, { own: true, name: 'around', changed: false }],
    [ours.text, null, { own: false, name: 'around', changed: false }],
    [ours.text, { own: true, name: 'copy' }, { own: true, name: 'copy', changed: false }],
    ['RETURN 1', { own: false, name: 'around' }, { own: true, name: 'around', changed: false }],
    ['RETURN 12', { own: true, name: 'around' }, { own: true, name: 'around', changed: true }],
    ['RETURN 12', { own: true, name: 'removed' }, null],
    ['RETURN 12', null, null],
  ])('%j, opened with %j: %j', (text, opened, marked) => {
    expect(markedOf(text, opened, kept)).toEqual(marked)
  })

  const copy = { own: true, name: 'copy' }
  it.each([
    ['goes on while it is edited', 'MATCH (m) RETURN m', false, copy],
    ['ends where all of it is replaced', 'RETURN 2', true, null],
    ['ends where all of it is deleted', ' ', false, null],
    ['is another where the text is that one’s', 'RETURN 1', true, { own: true, name: 'around' }],
    ['is it again where its text is pasted', ours.text, true, copy],
  ])('%s', (_, text, replaced, after) => {
    expect(openedAfter(text, replaced, copy, kept)).toEqual(after)
  })

  it('is not lost while the saved queries are still on their way', () => {
    expect(openedAfter('RETURN 3', false, copy, [])).toEqual(copy)
  })
})
