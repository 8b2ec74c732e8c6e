import { expect, it } from 'vitest'
import type { Add } from '../../../ingest/relate/add.ts'
import { peopleOf } from '../../../ingest/relate/people.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'

/** Whom an article says that its persons work for. */
function employersIn(marked: string): string[] {
  const scene = sceneOf(linkedOf(marked))
  const named = (i: number) => scene.article.entities[i]!.name
  const out: string[] = []
  const add: Add = (head, type, tail) => {
    if (type === 'WORKS_FOR') out.push(`${named(head)} ${named(tail)}`)
  }
  peopleOf(scene, add)
  return out
}

it.each([
  ['代表[启明科技|Company]到场的,有总裁[周远|Person]。', ['周远 启明科技']],
  ['总裁[周远|Person]到场,代表[启明科技|Company]签约。', []],
  ['[启明科技|Company]到场,总裁[周远|Person]签约。', []],
])('whom a person stands for: %s', (text, employers) => {
  expect(employersIn(text)).toEqual(employers)
})

it('titles without an owner are read in time that grows with their number', () => {
  const marked = Array.from({ length: 20_000 }, (_, i) => `董事长[王${i}|Person]表示`).join(',')
  expect(employersIn(marked)).toEqual([])
}, 30_000)
