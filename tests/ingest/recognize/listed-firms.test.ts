import { describe, expect, it } from 'vitest'
import { withListedFirms } from '../../../ingest/recognize/listed-firms.ts'
import type { EntityType } from '../../../model/ontology.ts'

const firmsIn = (text: string, names: readonly (readonly [string, EntityType])[]): string[] => {
  const chosen = names.map(([name, type]) => {
    const start = text.indexOf(name)
    return { start, end: start + name.length, type, confidence: 0.8, rule: 'learned' }
  })
  return withListedFirms(text, chosen)
    .filter(({ type }) => type === 'Company')
    .map(({ start, end }) => text.slice(start, end))
    .sort()
}

describe('firms listed side by side', () => {
  it('are all firms where a third of the others are known as such', () => {
    expect(
      firmsIn('青石区先后引进卓岭、云杉、青钨、邦禾等80多个产业链项目。', [
        ['云杉', 'Industry'],
        ['青钨', 'Company'],
        ['邦禾', 'Company'],
      ]),
    ).toEqual(['云杉', '卓岭', '邦禾', '青钨'].sort())
  })

  it('are none where none is known, nor what is no firm by its name', () => {
    expect(firmsIn('聚集陶瓷、云杉、青钨等企业。', [['云杉', 'Industry']])).toEqual([])
    expect(
      firmsIn('引进青钨、邦禾、陶瓷产业等项目。', [
        ['青钨', 'Company'],
        ['邦禾', 'Company'],
      ]),
    ).toEqual(['邦禾', '青钨'].sort())
  })
})
