/** Articles of the tests with what a model says of them, up to what the text bears out. */
import type { Answer } from '../../../ingest/llm/answer.ts'
import type { Merge } from '../../../ingest/llm/merge.ts'
import { stepsOf } from '../../../ingest/llm/steps.ts'
import { type Dropped, type Verified, verify } from '../../../ingest/llm/verify.ts'
import { annotateClean } from '../../../ingest/pipeline.ts'
import { segment } from '../../../ingest/segment.ts'
import { openTagger } from '../../../ingest/tagger.ts'
import type { Annotated, Article } from '../../../model/article.ts'

const tagger = openTagger()

export const articleOf = (text: string, more: Partial<Article> = {}): Article => ({
  id: 'test',
  file: 'test.txt',
  title: '',
  date: '',
  source: '',
  authors: [],
  url: '',
  text,
  asides: [],
  ...more,
})

export const answerOf = (rows: Partial<Answer>): Answer => ({
  entities: [],
  relations: [],
  serves: [],
  facts: [],
  statuses: [],
  ...rows,
})

/** `甲公司|Company|甲` with further forms behind further bars. */
export const entitiesOf = (...lines: string[]): Answer['entities'] =>
  lines.map((line) => {
    const [name, type, ...surfaces] = line.split('|')
    return { name: name!, type: type as never, surfaces }
  })

/** `甲 TYPE 乙`, its quote, and what else it says. */
export const relationOf = (
  line: string,
  quote: string,
  more: Partial<Answer['relations'][number]> = {},
): Answer['relations'][number] => {
  const [head, type, tail] = line.split(' ')
  return { head: head!, type: type as never, tail: tail!, quote, modality: 'asserted', role: '', ...more }
}

export const verified = (
  text: string,
  rows: Partial<Answer>,
  more: Partial<Article> = {},
): { verified: Verified; dropped: Dropped } =>
  verify(segment(articleOf(text, more), tagger), [answerOf(rows)])

/** Each name's type and the forms in which it was found, each once. */
export const namesFound = (text: string, { names }: Verified): string[] =>
  names.map(({ type, places }) =>
    [type, ...new Set(places.map(({ start, end }) => text.slice(start, end)))].join(' '),
  )

export const readWith = (text: string, rows: Partial<Answer> | null, merge: Merge): Annotated =>
  rows === null
    ? annotateClean(articleOf(text), tagger)
    : annotateClean(articleOf(text), tagger, stepsOf([answerOf(rows)], merge, `test:${merge}`))

/** `Type name` of every entity. */
export const entitiesRead = ({ entities }: Annotated): string[] =>
  entities.map((e) => `${e.type} ${e.name}`).sort()

/** `甲 TYPE 乙 [rule]` of every relation. */
export const relationsRead = ({ entities, relations }: Annotated): string[] =>
  relations.map((r) => `${entities[r.head]!.name} ${r.type} ${entities[r.tail]!.name}`).sort()
