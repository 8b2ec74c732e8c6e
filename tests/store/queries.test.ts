import { describe, expect, it } from 'vitest'
import { readQuery, readQueryNames } from '../../store/queries.ts'

/** Patterns of a query, each from where it begins. */
const patternsOf = (query: string): string[] =>
  [...query.replace(/^\/\/.*$/gm, '').matchAll(/MATCH\s+(.+)/g)].map((m) => m[1]!)

describe('queries by id', () => {
  const byId = readQueryNames()
    .map((name) => [name, patternsOf(readQuery(name))] as const)
    .filter(([, patterns]) => patterns.some((pattern) => pattern.includes('{id: ')))

  it('are found', () => expect(byId.length).toBeGreaterThan(10))

  // the embedded store walks a pattern from its first node: from any other end it looks at all nodes of that label
  it.each(byId)('%s begins at what has the id', (_, patterns) => {
    for (const pattern of patterns) expect(pattern).toMatch(/^\(\w*:\w+ \{id: /)
  })
})
