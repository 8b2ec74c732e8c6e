/**
 * An article and the layers that the pipeline lays on it, each a type of its own, so that a wrong order of
 * steps does not compile: Article → Segmented → Recognized → Linked → Annotated.
 * All offsets are UTF-16 into `Article.text`: `text.slice(start, end)` is the surface form, always.
 */
import type { EntityType, RelationType, ServesLevel, Status } from './ontology.ts'

export interface Span {
  start: number
  end: number
}

/** What was read, before cleaning: one article's raw text with what its file says of it. */
export interface RawArticle {
  /** File name as the user gave it (with `#n` for the n-th article of a JSONL file). */
  file: string
  text: string
  title?: string
  /** ISO 8601, as exact as known: 2021, 2021-01 or 2021-01-11. */
  date?: string
  source?: string
  authors?: string[]
  editors?: string[]
  url?: string
  /** Lines of its page outside `text`. */
  frame?: string[]
}

/** A cleaned article. `text` holds title and body as paragraphs separated by single newlines. */
export interface Article {
  /** First 16 hex digits of the SHA-256 of `text`: the same article has the same id wherever it lies. */
  id: string
  file: string
  title: string
  /** ISO 8601 as exact as known; '' when unknown. */
  date: string
  /** The publisher; '' when unknown. */
  source: string
  authors: string[]
  url: string
  /** Cleaned text: Simplified, glosses and control characters removed. */
  text: string
  /** Stretches of `text` that are kept but not read for entities: navigation, notices, captions, publisher lines. */
  asides: Span[]
  /** Who edited it; absent where nothing says so. */
  editors?: string[]
  /** Lines of its page outside `text`, cleaned, kept for who reads it: navigation, links, notices; absent where there is none. */
  frame?: string[]
  /**
   * The way back to the text that was read: pairs of (offset in `text`, offset in the source) from which both run on
   * side by side, -1 where the source has no such text. Absent where nothing was cut out or put in.
   */
  origin?: number[]
  /** Every printing of it that was read, by date, publisher and file; absent where there is one only. */
  sources?: ArticleSource[]
  /** The cleaned texts of printings that say it in other words or not in full, without `sources`; absent where there is none. */
  variants?: Article[]
}

/** One printing of an article. */
export interface ArticleSource {
  file: string
  title: string
  /** '' when unknown, as the others. */
  date: string
  source: string
  authors: string[]
  editors?: string[]
  frame?: string[]
  url: string
  /** Index into `variants`; -1 where the text is the article's own. */
  variant: number
}

export interface Token extends Span {
  text: string
  /** ICTCLAS-like part of speech: n, nr, ns, nt, v, m, … */
  tag: string
}

export interface Sentence extends Span {
  /** 0-based in the article. */
  index: number
  /** 0-based paragraph of the article. */
  paragraph: number
  /** The interval it speaks of, ISO 8601 `start/end` or one date; '' when not said. */
  time: string
}

export interface Paragraph extends Span {
  index: number
  kind: 'title' | 'heading' | 'body' | 'aside'
}

export interface Segmented extends Article {
  paragraphs: Paragraph[]
  /** In order; they cover every paragraph that is not an aside. */
  sentences: Sentence[]
  /** In order, all over the text. */
  tokens: Token[]
}

export interface Mention extends Span {
  text: string
  type: EntityType
  /** 0…1 */
  confidence: number
  /** Which rule proposed it: 'lexicon:place', 'head:park', 'title:person', 'quote', … */
  rule: string
  /** Index of the sentence that it stands in. */
  sentence: number
}

export interface Recognized extends Segmented {
  /** By start, then by longest; a mention may lie inside another one. */
  mentions: Mention[]
}

/** One real thing as one article speaks of it. */
export interface ArticleEntity {
  /** Index in `Linked.entities`. */
  index: number
  /** The fullest name that the article supports, quotes and brackets dropped at its ends. */
  name: string
  type: EntityType
  /** Every distinct surface form, sorted. */
  aliases: string[]
  /** Indexes into `mentions`, in order of text. */
  mentions: number[]
  /** For a set (三大战略): indexes of its members. */
  members: number[]
  /** Why its mentions are one thing, one line a link: "市中 → 市中区 (short form)". */
  reasons: string[]
  /** For a Place that is an administrative division: its path where the article tells (山东省/济南市/市中区); else ''. */
  qualified: string
}

/** A phrase that stands for entities without naming them (该园区, 上述两个项目, 它); evidence for relations, never an alias. */
export interface Anaphor extends Span {
  sentence: number
  entities: number[]
}

export interface Linked extends Recognized {
  entities: ArticleEntity[]
  /** For each mention its entity's index, or -1 (NIL). */
  entityOf: number[]
  anaphors: Anaphor[]
  /** The division that the article is about, as a path (山东省/济南市); '' where it names none. */
  district: string
}

export type Modality = 'asserted' | 'planned' | 'negated'

/** A relation as the text states it. Heads and tails are indexes into `entities`. */
export interface RelationMention {
  head: number
  type: RelationType
  tail: number
  /** Index of the sentence that states it. */
  sentence: number
  confidence: number
  modality: Modality
  /** The pattern that found it: 'locate:landed', 'name:owner', … */
  rule: string
  /** The cue word's span, where there is one. */
  cue?: Span
  /** WORKS_FOR only: 副局长. */
  role?: string
  /** ISO 8601 interval that the sentence speaks of; '' when not said. */
  time: string
}

export interface ServesMention {
  head: number
  tail: number
  level: ServesLevel
  sentence: number
  confidence: number
  rule: string
  cue?: Span
}

/** A number that the text states of an entity. `start`…`end` is the number with its unit. */
export interface Fact extends Span {
  subject: number
  metric: string
  /** As written, without its unit: 166. */
  value: number
  /** As written: 亿元, 万平方米, %. */
  unit: string
  /** ISO 8601 date or interval; '' when not said. */
  period: string
  /** '', 'about', 'over', 'under' */
  bound: '' | 'about' | 'over' | 'under'
  /** 'yoy' (同比), 'mom' (环比), 'rank', 'share' or ''. */
  comparison: '' | 'yoy' | 'mom' | 'rank' | 'share'
  sentence: number
}

export interface StatusMention extends Span {
  subject: number
  status: Status
  /** As stated (ISO 8601 where it can be), or null. */
  date: string | null
  sentence: number
}

export interface Annotated extends Linked {
  relations: RelationMention[]
  serves: ServesMention[]
  facts: Fact[]
  statuses: StatusMention[]
  /** The reader that had a say in it beside the rules; absent where they read it alone. */
  readBy?: string
}

/** What makes two article entities one across the corpus. */
export interface CorpusEntity {
  id: string
  name: string
  type: EntityType
  aliases: string[]
  /** Why, one line a link, with score. */
  reasons: string[]
}

/** `entityIds[a][e]` is the corpus id of entity `e` of the a-th article. */
export interface CorpusLinks {
  entities: CorpusEntity[]
  entityIds: string[][]
}
