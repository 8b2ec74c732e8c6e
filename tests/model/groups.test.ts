import { expect, it } from 'vitest'
import { groupedBy, pushTo } from '../../model/groups.ts'

it('lays items by key, keys and items in their order', () => {
  expect([...groupedBy(['bird', 'ant', 'bear', 'ape'], (word) => word[0])]).toEqual([
    ['b', ['bird', 'bear']],
    ['a', ['ant', 'ape']],
  ])
})

it('lays an item behind those of its key', () => {
  const groups = new Map([['a', [1]]])
  pushTo(groups, 'a', 2)
  pushTo(groups, 'b', 3)
  expect([...groups]).toEqual([
    ['a', [1, 2]],
    ['b', [3]],
  ])
})
