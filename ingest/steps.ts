import type { Annotated, Article, Linked, Recognized, Segmented } from '../model/article.ts'

/** The three steps that understand a text. Pure: no files, no network; the same input gives the same output. */
export interface Steps {
  recognize(article: Segmented): Recognized
  link(article: Recognized): Linked
  relate(article: Linked): Annotated
}

/** Understands articles by other means than the rules alone; composed where a run is composed, off by default. */
export interface Reader {
  /** Names how it reads, and stands in an article's record as `readBy`: where they differ the article is read anew. */
  readonly id: string
  /** How many articles may wait for it at once. */
  readonly ahead: number
  /**
   * The steps for one article; null where the rules shall read it alone. Calls may overlap.
   * @throws KnownError where nothing more can be read: the run ends and the graph stays as it is
   */
  stepsFor(article: Article): Promise<Steps | null>
}
