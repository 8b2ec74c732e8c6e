/** Worked answers: one JSON file an article, as `annotation.md` describes them. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { Extraction } from '../../ingest/extraction.ts'
import { KnownError } from '../../model/errors.ts'
import type { EntityType, RelationType, ServesLevel, Status } from '../../model/ontology.ts'

export interface GoldEntity {
  id: string
  name: string
  type: EntityType
  /** Every distinct string that the text uses for it. */
  surface: string[]
  optional?: boolean
  /** The same in every article for the same real thing. */
  global?: string
}

export interface GoldEdge {
  head: string
  tail: string
  optional?: boolean
  /** First 12 characters of the sentence. */
  evidence?: string
}

export interface Gold {
  id: string
  title: string
  date: string
  source: string
  entities: GoldEntity[]
  relations: (GoldEdge & { type: RelationType; role?: string })[]
  serves?: (GoldEdge & { level: ServesLevel })[]
  facts?: {
    subject: string
    metric: string
    value: string | number
    unit?: string | null
    period?: string | null
  }[]
  statuses?: { subject: string; status: Status; date?: string | null }[]
}

const stemOf = (path: string): string => basename(path, extname(path))

/** All gold of a folder by the file's stem, sorted. */
export function loadGold(folder: string): Map<string, Gold> {
  const out = new Map<string, Gold>()
  for (const name of readdirSync(folder)
    .filter((f) => f.endsWith('.json'))
    .sort()) {
    const path = join(folder, name)
    try {
      out.set(stemOf(name), JSON.parse(readFileSync(path, 'utf8')) as Gold)
    } catch (cause) {
      throw new KnownError('bad-gold', `${path} is not JSON: ${(cause as Error).message}`, 400)
    }
    const empty = out.get(stemOf(name))!.entities.find((e) => [e.name, ...e.surface].includes(''))
    if (empty)
      throw new KnownError(
        'bad-gold',
        `${path}: entity ${empty.id} has a name or surface form without a character. Write it as it stands in the text, or leave it out.`,
        400,
      )
  }
  return out
}

/** The prediction for each gold article: matched by the article's id or by its file's stem. */
export function matchArticles(
  golds: ReadonlyMap<string, Gold>,
  predictions: readonly Extraction[],
): Map<string, Extraction> {
  const out = new Map<string, Extraction>()
  for (const prediction of predictions) {
    const { id, file } = prediction.article
    const key = [id, file].map(stemOf).find((stem) => golds.has(stem))
    if (key !== undefined) out.set(key, prediction)
  }
  return out
}
