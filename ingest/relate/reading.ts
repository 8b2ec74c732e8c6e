/** An article's sentences in order, each with its clauses and with what its paragraph carries into them. */
import type { Sentence } from '../../model/article.ts'
import { type Clause, clausesOf, entitiesOf } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import { SITES } from './predicates.ts'
import { between, type Scene, typeOf } from './scene.ts'

/** How many clauses back, and how many subjects of a paragraph, are looked at. */
export const CARRY = 12

export interface Reading {
  scene: Scene
  sentence: Sentence
  clauses: readonly Clause[]
  /** Subjects of earlier sentences of the paragraph, the latest first. */
  before: readonly Phrase[]
  /** Where the paragraph is: what a sentence opened with (在 X,…), or its subject where that is a place. */
  here: readonly number[]
  /** Whether a sentence of the paragraph opened with `here` (在平阴,…). */
  opened: boolean
  /** The clause of this sentence that opened with it, or -1. */
  opener: number
}

/** Reads an article from its first sentence to its last. */
export function* readingsOf(scene: Scene): Generator<Reading> {
  let paragraph = -1
  let before: Phrase[] = []
  let here: number[] = []
  let opened = false
  for (const sentence of scene.article.sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      before = []
      here = []
      opened = false
    }
    const clauses = clausesOf(scene, sentence)
    const opener = openerOf(scene, clauses)
    if (opener) {
      here = opener.sites
      opened = true
    }
    yield { scene, sentence, clauses, before, here, opened, opener: opener?.clause ?? -1 }
    const topics = clauses.flatMap((c) => (c.topic && !c.speech ? [c.topic] : []))
    before = [...topics.reverse(), ...before].slice(0, CARRY)
    if (!opener) {
      const site = clauses[0]?.topic
      const sites = site ? entitiesOf(site, ['Place', 'Park'], (e) => typeOf(scene, e)) : []
      if (sites.length === 1) {
        opened = opened && sites[0] === here[0]
        here = sites
      }
    }
  }
}

/** 在平阴,…; 走进X,…; X里,…; 甲省乙县,…: the place that a sentence opens with, behind a dateline at most. */
function openerOf(scene: Scene, clauses: readonly Clause[]): { sites: number[]; clause: number } | null {
  for (const [i, clause] of clauses.slice(0, 3).entries()) {
    const phrase = clause.phrases[0]
    if (!phrase) continue
    const front = between(scene, clause.start, phrase.start)
    const behind = between(scene, phrase.end, clause.end)
    const alone = clause.cues.length === 0 && clause.phrases.length === 1 && i + 1 < clauses.length
    const opens =
      /^[^的]{0,30}(?:在|走进|来到|走近|位于|到|到了|来到了|进了|走到|回到|转到|落在)[“]?$/.test(front) ||
      (alone &&
        /^[^,，。的]{0,8}$/.test(front) &&
        /^[”]?(?:[里内上中]|的[^,，。的]{1,8}[里内上中])$/.test(behind)) ||
      (alone &&
        front === '' &&
        /^(?:腹地|境内)?$/.test(behind) &&
        phrase.units.every((u) => u.type === 'Place'))
    const sites = opens
      ? entitiesOf(phrase, SITES, (e) => typeOf(scene, e)).filter((e) => isSite(scene, e))
      : []
    if (sites.length > 0) return { sites, clause: i }
    if (
      !/记者|日报|讯|电$|[年月日]/.test(between(scene, clause.start, clause.end)) &&
      clause.subject &&
      !/[:：]/.test(between(scene, clause.end, clause.end + 1))
    )
      return null
  }
  return null
}

/** A strategy is a place to be in only where its name says zone. */
export const isSite = (scene: Scene, entity: number): boolean =>
  typeOf(scene, entity) !== 'Strategy' || isZone(scene, entity)
export const isZone = (scene: Scene, entity: number): boolean =>
  /(?:(?<!强|百)[区带港城谷圈湾]|走廊)$/.test(scene.article.entities[entity]!.name)
