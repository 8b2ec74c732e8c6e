import { describe, expect, it } from 'vitest'
import { parametersIn, suggestionsAt } from '../../../../web/panels/query/complete.ts'
import { textOf, valueOfText } from '../../../../web/panels/query/values.ts'

const offered = (query: string, parameters: string[] = []) => {
  const at = query.indexOf('|')
  const whole = query.replace('|', '')
  return suggestionsAt(whole.slice(0, at), whole, parameters, 'zh')?.options.map(({ label }) => label) ?? []
}

describe('completion', () => {
  it.each([
    ['MATCH (n:|', 'Park', 'SERVES'],
    ['MATCH (n:Pa|', 'Park', 'SERVES'],
    ['MATCH (a)-[r:|', 'SERVES', 'Park'],
    ['MATCH (a)-[:SER|]->(b)', 'SERVES', 'Park'],
    ['MATCH (n:Fact) RETURN n.|', 'metric', 'title'],
    ['MATCH ()-[r:SERVES]->() RETURN r.le|', 'level', 'metric'],
    ['MATCH (n:Article {|', 'title', 'metric'],
    ["MATCH (n:Entity {name: 'x', |", 'articleCount', 'title'],
    ['MA|', 'MATCH', 'Park'],
    ['MATCH (park:Park) RETURN pa|', 'park', 'Park'],
  ])('%s offers %s and not %s', (query, there, away) => {
    expect(offered(query)).toContain(there)
    expect(offered(query)).not.toContain(away)
  })

  it('offers parameters after a dollar sign', () => {
    expect(offered('MATCH (n {id: $|', ['entity'])).toEqual(['entity'])
  })

  it('says what a label is called', () => {
    const { options } = suggestionsAt('(n:', '(n:', [], 'zh')!
    expect(options.find(({ label }) => label === 'Park')).toMatchObject({ detail: '园区' })
  })
})

describe('parameters', () => {
  it('are those of the query, not those in strings and comments', () => {
    expect(parametersIn("MATCH (n {id: $id}) WHERE n.name = '$no' // $never\nRETURN $id, $more")).toEqual([
      'id',
      'more',
    ])
  })

  it.each([
    ['12', 'integer', 12],
    ['1.5', 'integer', undefined],
    ['1.5', 'float', 1.5],
    ['', 'float', undefined],
    ['x', 'float', undefined],
    ['true', 'boolean', true],
    ['', 'string', ''],
  ] as const)('%j as %s is %j', (text, type, value) => {
    expect(valueOfText(text, type)).toBe(value)
  })
})

it('shows nodes by their names, relationships by their types, paths as both', () => {
  const node = (id: string, name: string) => ({ kind: 'node' as const, id, labels: [], properties: { name } })
  const edge = { kind: 'relationship' as const, id: 'r', type: 'SERVES', from: 'a', to: 'b', properties: {} }
  const path = { kind: 'path' as const, nodes: [node('a', '基地'), node('b', '科创城')], edges: [edge] }
  expect([node('a', '基地'), edge, path, null, [1, '二'], { x: 1 }].map(textOf)).toEqual([
    '基地',
    'SERVES',
    '基地 —SERVES— 科创城',
    '',
    '1、二',
    '{"x":1}',
  ])
})
