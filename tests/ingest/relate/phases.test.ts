import { expect, test } from 'vitest'
import { withPhasesNamed } from '../../../ingest/relate/phases.ts'
import type { ArticleEntity } from '../../../model/article.ts'
import type { EntityType } from '../../../model/ontology.ts'

const entitiesOf = (...named: [string, EntityType][]): ArticleEntity[] =>
  named.map(([name, type], index) => ({
    index,
    name,
    type,
    aliases: [name],
    mentions: [index],
    members: [],
    reasons: [],
    qualified: '',
  }))
const partOf = (head: number, tail: number) => ({ head, type: 'PART_OF' as const, tail })
const namesOf = (entities: readonly ArticleEntity[]) => entities.map((e) => e.name)

test('a part that is called by its number alone goes by what it is part of, and by its number still', () => {
  const named = withPhasesNamed(entitiesOf(['云江新港', 'Park'], ['二期', 'Project']), [partOf(1, 0)])
  expect(named[1]).toMatchObject({
    name: '云江新港二期',
    aliases: ['二期', '云江新港二期'].sort(),
    reasons: ['二期 → 云江新港二期(所属)'],
  })
})

test('what stands for the whole in front of the number is said once', () => {
  const named = withPhasesNamed(entitiesOf(['云江电池项目', 'Project'], ['项目一期', 'Project']), [
    partOf(1, 0),
  ])
  expect(namesOf(named)).toEqual(['云江电池项目', '云江电池项目一期'])
})

test.each<[string, [string, EntityType][], ReturnType<typeof partOf>[]]>([
  [
    'part of two things',
    [
      ['云江港', 'Park'],
      ['青禾港', 'Park'],
      ['二期', 'Project'],
    ],
    [partOf(2, 0), partOf(2, 1)],
  ],
  [
    'part of another bare part',
    [
      ['一期', 'Project'],
      ['二期', 'Project'],
    ],
    [partOf(1, 0)],
  ],
  [
    'part of a city',
    [
      ['云江市', 'Place'],
      ['二期', 'Project'],
    ],
    [partOf(1, 0)],
  ],
  [
    'beside one of that name',
    [
      ['云江港', 'Park'],
      ['云江港二期', 'Project'],
      ['二期', 'Project'],
    ],
    [partOf(2, 0)],
  ],
  [
    'part of nothing',
    [
      ['云江港', 'Park'],
      ['二期', 'Project'],
    ],
    [],
  ],
])('keeps its number alone where it is %s', (_, named, relations) => {
  const entities = entitiesOf(...named)
  expect(namesOf(withPhasesNamed(entities, relations))).toEqual(namesOf(entities))
})
