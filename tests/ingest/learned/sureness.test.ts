import { expect, it } from 'vitest'
import { sureOf } from '../../../ingest/learned/sureness.ts'
import { linkedOf } from '../marked.ts'

/** An article that names one park so often, each time as sure as that. */
function naming(confidences: readonly number[]) {
  const article = linkedOf('[启明科技产业园|Park]投产。')
  const mentions = confidences.map((confidence) => ({ ...article.mentions[0]!, confidence }))
  const entities = [{ ...article.entities[0]!, mentions: mentions.map((_, i) => i) }]
  return { ...article, mentions, entities }
}

it('an article is as sure of what it names as of the surest of its mentions', () => {
  expect(sureOf(naming([0.41, 0.72, 0.1]), 0)).toBe(14)
  expect(sureOf(naming([1]), 0)).toBe(19)
})

it('it is asked again and again in time that does not grow with the mentions', () => {
  const article = naming(Array.from({ length: 200_000 }, () => 0.5))
  let sum = 0
  for (let i = 0; i < 200_000; i++) sum += sureOf(article, 0)
  expect(sum).toBe(200_000 * 10)
}, 30_000)
