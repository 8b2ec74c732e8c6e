/** Layouts and patterns: what one is laid out by, and what several make up together. */
import { type Clause, clauseAt, entitiesOf } from '../clauses.ts'
import type { Reading } from '../reading.ts'
import { between, outerOf, type Placed, type Scene, typeOf } from '../scene.ts'
import { type AddServes, headsOf, RUN_LIKE_A_PLACE } from './aims.ts'
import { partsOfSet } from './sets.ts'

/** The rules by which 甲园按“一核两带”布局 and 建起甲园、乙园,形成“一核两带”格局 say what serves the pattern. */
export const LAYOUT = 'layout'
export const MADE_UP = 'made-up'

const SHAPE = '(?:布局|格局|结构|体系)'
const SHAPED = new RegExp(`${SHAPE}[”’]?$`)
const SHAPED_BEHIND = new RegExp(`^[”’]?的?[^，,。；、]{0,6}${SHAPE}`)
const LAID_OUT = /(?:按照?|实行|规划|采用|呈现|遵循|形成|布局)(?:了|为|出)?[“‘]?$/
const MAKE_UP = /(?:形成|构成|勾勒)(?:起|出|了)*[“‘]?$/
/** So many characters lead a pattern in. */
const LEAD = 6
/** As many clauses before make it up. */
const CLAUSES = 8

/** Who builds, and none of what is built. */
const isZoneActing = (scene: Scene, { subject }: Clause, head: number): boolean =>
  RUN_LIKE_A_PLACE.test(scene.article.entities[head]!.name) &&
  subject?.units.some((u) => u.entities.includes(head)) === true

const isShape = (scene: Scene, s: Placed): boolean =>
  SHAPED.test(s.text) || SHAPED_BEHIND.test(between(scene, s.end, s.end + 12))

export function shapesOf({ scene, sentence, clauses }: Reading, add: AddServes): void {
  for (const s of outerOf(scene.bySentence[sentence.index]!)) {
    if (s.type !== 'Strategy') continue
    const lead = between(scene, Math.max(sentence.start, s.start - LEAD), s.start)
    const shape = isShape(scene, s)
    const at = clauseAt(clauses, s.start)
    if (!clauses[at] || clauses[at].speech) continue
    const cue = { start: s.start - lead.length, end: s.start }
    if (shape && MAKE_UP.test(lead))
      for (const clause of clauses.slice(Math.max(0, at - CLAUSES), at))
        for (const head of clause.speech ? [] : headsOf(scene, clause, clause.start))
          if (!isZoneActing(scene, clause, head))
            add(head, s.entity, 'purpose', sentence.index, MADE_UP, 0.75, cue)
    if (LAID_OUT.test(lead) && (shape || partsOfSet(s.text).length > 0)) {
      const head = laidOut(scene, clauses, at, s.start)
      if (head !== null) add(head, s.entity, 'stated', sentence.index, LAYOUT, 0.8, cue)
    }
  }
}

/** The one park or project that the sentence is about up to a clause; null where it is about somebody. */
function laidOut(scene: Scene, clauses: readonly Clause[], at: number, before: number): number | null {
  for (let i = at; i >= 0 && i >= at - 4; i--) {
    const { topic, subject, speech } = clauses[i]!
    if (speech) return null
    const phrase = topic ?? subject
    if (!phrase || phrase.start >= before) continue
    const works = entitiesOf(phrase, ['Park', 'Project'], (e) => typeOf(scene, e))
    return works.length === 1 ? works[0]! : null
  }
  return null
}
