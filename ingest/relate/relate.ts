import type { Annotated, Linked } from '../../model/article.ts'
import { factsOf } from './facts.ts'
import { relateArticle } from './relations.ts'
import { servesOf } from './serves.ts'
import { statusesOf } from './statuses.ts'

/** What an article states: relations, what serves which strategy, numbers and stages. */
export function relate(article: Linked): Annotated {
  const relations = relateArticle(article)
  return {
    ...article,
    relations,
    serves: servesOf(article, relations),
    facts: factsOf(article),
    statuses: statusesOf(article),
  }
}
