/** Worked answers as sentences whose names are known. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanArticle } from '../../ingest/clean/clean.ts'
import { lexicon as wholeLexicon } from '../../ingest/lexicon/lexicon.ts'
import { type Shape, shapesOf } from '../../ingest/recognize/model/lattice.ts'
import { indexOfType, TYPES } from '../../ingest/recognize/model/roles.ts'
import { type Proposed, proposed } from '../../ingest/recognize/recognize.ts'
import { segment } from '../../ingest/segment.ts'
import type { Tagger } from '../../ingest/tagger.ts'
import type { Segmented } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { type Gold, loadGold } from '../eval/gold.ts'
import { randomOf } from './options.ts'

export interface Answer {
  id: string
  gold: Gold
  article: Segmented
}

export interface Span {
  first: number
  last: number
  type: number
}

export interface Lesson {
  shape: Shape
  sentence: Proposed
  /** Names that are there. */
  names: Span[]
  /** Stretches where anything goes. */
  free: { first: number; last: number }[]
}

const GOLD = join(import.meta.dirname, '../gold')

const FOLDERS = ['learn', 'names', 'retold'] as const
type Folder = (typeof FOLDERS)[number]

/** The answers of a folder of bench/gold, by id. */
export function answersOf(name: Folder, tagger: Tagger): Answer[] {
  const folder = join(GOLD, name)
  return [...loadGold(join(folder, 'gold'))].map(([id, gold]) => {
    const file = `${id}.txt`
    const text = readFileSync(join(folder, 'articles', file), 'utf8')
    const raw = { file, text, title: gold.title, date: gold.date, source: gold.source }
    return { id, gold, article: segment(cleanArticle(raw), tagger) }
  })
}

/** What a file of weights says of itself. @param digest of the answers that it was learned from */
export const aboutOf = (digest: string): string => `Learned by npm run train from bench/gold ${digest}.`

/** Whole answers, of which everything is told. */
export const wholeAnswers = (tagger: Tagger): Answer[] =>
  (['learn', 'retold'] as const).flatMap((name) => answersOf(name, tagger))

/** Changes with every change to what is learned from. */
export function digestOf(): string {
  const hash = createHash('sha256')
  for (const name of FOLDERS)
    for (const part of ['articles', 'gold'])
      for (const file of readdirSync(join(GOLD, name, part)).sort())
        hash.update(file).update(readFileSync(join(GOLD, name, part, file)))
  return hash.digest('hex').slice(0, 16)
}

export interface Placed {
  start: number
  end: number
  type: number
  free: boolean
}

/** No stretch runs over a 的, so that of 某某公司的某某基地 the parts are names where the answer has them as forms. */
const hasOwner = ({ form, type }: { form: string; type: number }): boolean =>
  OWNED.has(TYPES[type]!) && form.includes('的')
const OWNED: ReadonlySet<string> = new Set<EntityType>(['Project', 'Park', 'Institute', 'Company'])

/** The outermost names of an article, longest first; what crosses one that stands is left out. */
export function placedOf({ gold, article }: Answer): Placed[] {
  const forms = gold.entities
    .flatMap((e) =>
      [...new Set([e.name, ...e.surface])].map((form) => ({
        form,
        type: indexOfType.get(e.type)!,
        free: e.optional === true,
      })),
    )
    .sort((a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1))
  const out: Placed[] = []
  const taken = new Uint8Array(article.text.length)
  const place = (start: number, end: number, type: number, free: boolean): void => {
    taken.fill(1, start, end)
    out.push({ start, end, type, free })
  }
  for (const { form, type, free } of forms.filter((f) => !hasOwner(f)))
    for (const at of placesOf(form, article.text))
      if (!taken.subarray(at, at + form.length).includes(1)) place(at, at + form.length, type, free)
  // what is left of those with an owner may be anything
  for (const { form, type } of forms.filter(hasOwner))
    for (const at of placesOf(form, article.text))
      for (let from = at, to = at; to < at + form.length; from = ++to) {
        while (to < at + form.length && taken[to] === 0) to++
        if (to > from) place(from, to, type, true)
      }
  return out.sort((a, b) => a.start - b.start)
}

function* placesOf(form: string, text: string): Generator<number> {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) yield at
}

/** `forget`: the share of the rules' right proposals that are left out, each everywhere in the article. */
export function lessonsOf(answer: Answer, forget = 0, random: () => number = randomOf(1)): Lesson[] {
  const placed = placedOf(answer)
  const sentences = forgetting(answer, placed, forget, random)
  return shapesOf(answer.article.text, sentences).map(({ shape, sentence }) => ({
    shape,
    sentence: sentences[sentence]!,
    ...knownOf(shape, placed),
  }))
}

/** What the rules propose, without a share of what they are right about. */
function forgetting(
  answer: Answer,
  placed: readonly Placed[],
  forget: number,
  random: () => number,
): Proposed[] {
  const { text } = answer.article
  const forgotten = new Set<string>()
  const names = new Set(placed.filter((p) => !p.free).map((p) => text.slice(p.start, p.end)))
  for (const name of names) if (random() < forget) forgotten.add(name)
  const right = new Set(
    placed.filter((p) => forgotten.has(text.slice(p.start, p.end))).map((p) => `${p.start}:${p.end}`),
  )
  return sentencesOf(answer).map(({ proposals, ...rest }) => ({
    ...rest,
    proposals: proposals.filter((c) => !right.has(`${c.start}:${c.end}`)),
  }))
}

const sentences = new WeakMap<Answer, Proposed[]>()
function sentencesOf(answer: Answer): Proposed[] {
  const known = sentences.get(answer) ?? proposed(answer.article, wholeLexicon())
  sentences.set(answer, known)
  return known
}

function knownOf({ atoms, first, last }: Shape, placed: readonly Placed[]) {
  const spans = new Set(first.map((f, s) => f * 4096 + last[s]!))
  const names: Span[] = []
  const free: { first: number; last: number }[] = []
  if (atoms.length === 0) return { names, free }
  for (const p of placed) {
    if (p.end <= atoms[0]!.start || p.start >= atoms.at(-1)!.end) continue
    const f = atoms.findIndex((a) => a.end > p.start)
    const l = atoms.findLastIndex((a) => a.start < p.end)
    const exact = atoms[f]!.start === p.start && atoms[l]!.end === p.end
    if (exact && !p.free && spans.has(f * 4096 + l)) names.push({ first: f, last: l, type: p.type })
    else free.push({ first: f, last: l })
  }
  return { names, free }
}
