import { expect, it } from 'vitest'
import { edgeWithout, nodeWithout } from '../../model/stored.ts'

const HIDDEN = new Set(['digest'])

it('has Entity first among the labels, whatever the order of the store', () => {
  const labels = (...stored: string[]) =>
    nodeWithout({ kind: 'node', id: 'a', labels: stored, properties: {} }, HIDDEN).labels
  expect(labels('Company', 'Entity')).toEqual(['Entity', 'Company'])
  expect(labels('Entity', 'Park')).toEqual(['Entity', 'Park'])
  expect(labels('Sentence')).toEqual(['Sentence'])
})

it('leaves out what is hidden and what is not there', () => {
  const properties = { name: '高新区', digest: 'f00', date: null }
  expect(nodeWithout({ kind: 'node', id: 'a', labels: ['Entity'], properties }, HIDDEN)).toEqual({
    id: 'a',
    labels: ['Entity'],
    properties: { name: '高新区' },
  })
  const edge = { kind: 'relationship', id: 'e', type: 'PART_OF', from: 'a', to: 'b', properties } as const
  expect(edgeWithout(edge, HIDDEN)).toEqual({
    id: 'e',
    type: 'PART_OF',
    from: 'a',
    to: 'b',
    properties: { name: '高新区' },
  })
})
