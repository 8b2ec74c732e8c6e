import { expect, it } from 'vitest'
import { readQuery, readQueryNames } from '../../store/queries.ts'

// the embedded store walks a pattern from its first node: from the other end it goes through every article
it.each(readQueryNames())('the query %s starts at the node whose id is given', (name) => {
  const patterns = readQuery(name)
    .split('\n')
    .filter((line) => line.startsWith('MATCH') && /\bid: /.test(line))
  expect(patterns.filter((line) => !/^MATCH \(\w*:\w+ \{id: /.test(line))).toEqual([])
  // a second MATCH would start anew, wherever it is tied to the first
  if (patterns.length > 0) expect(readQuery(name).match(/^MATCH/gm)).toHaveLength(1)
})
