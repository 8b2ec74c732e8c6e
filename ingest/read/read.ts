import type { RawArticle } from '../../model/article.ts'
import type { KnownError } from '../../model/errors.ts'
import { articlesOf, type ParseOptions } from './parse.ts'
import { type SourceOptions, sourcesOf } from './source.ts'

export interface ReadFailure {
  file: string
  code: string
  message: string
  hint: string
}
export interface ReadOptions extends ParseOptions, SourceOptions {}
export type ReadItem = { article: RawArticle } | { failure: ReadFailure } | { passedOver: string }

/** Articles of files, folders, globs, addresses and standard input in the order of their names; what can't be read is told and the rest goes on. */
export async function* readArticles(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadItem> {
  for await (const found of sourcesOf(paths, options)) {
    if ('source' in found)
      for await (const item of articlesOf(found.source, options))
        yield 'missing' in item ? failureItem(item) : item
    else yield 'missing' in found ? failureItem(found) : found
  }
}

const failureItem = ({ missing, error }: { missing: string; error: KnownError }) => ({
  failure: failureOf(missing, error),
})

export const failureOf = (file: string, { code, message, hint }: KnownError): ReadFailure => ({
  file,
  code,
  message,
  hint: hint ?? '',
})
