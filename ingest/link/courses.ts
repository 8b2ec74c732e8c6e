/** Roads and railways by their ends: 济南至青岛高速公路 is what is called 济青高速. */
import type { EntityType } from '../../model/ontology.ts'
import { charactersOf } from '../lexicon/line-characters.ts'
import { calledShort } from './called.ts'
import { divisionAt } from './places.ts'

const LINE = /^[“《]?(?:新建)?(.+?)(高速(?:公路|铁路)?|高铁|城际(?:铁路)?|客运专线|客专|铁路)[”》]?$/u
const BETWEEN = /至|到|经|[—–\-－~～]+/u
const END = /^[\p{Script=Han}]{2,4}$/u
const LEVEL = /(?<=.{2})[市县]$/u

interface Course {
  ends: string[]
  /** 高速, 高铁, 铁路 */
  kind: string
}

/** What a line joins, as its name says; null where it does not. */
function courseOf(name: string): Course | null {
  const [, from, kind] = LINE.exec(name) ?? []
  const ends = from?.split(BETWEEN).map((end) => end.replace(LEVEL, '')) ?? []
  const named = (ends.length === 2 || ends.length === 3) && ends.every((end) => END.test(end))
  return named ? { ends, kind: calledShort(kind!, 'Project') } : null
}

const LINES: ReadonlySet<EntityType> = new Set<EntityType>(['Project', 'Place'])

/** One name for a line whose ends are named, however they are set apart; null of other names. */
export function courseCalled(name: string, type: EntityType): string | null {
  const course = LINES.has(type) ? courseOf(name) : null
  return course && course.ends.join('至') + course.kind
}

/** By which short names such a line may go: 济青高速; none that is the name of a division (济南至宁波 is not 济宁). */
export function shortCoursesOf(name: string, type: EntityType): string[] {
  const course = LINES.has(type) ? courseOf(name) : null
  if (!course) return []
  const fronts = course.ends.reduce(
    (before, end) => before.flatMap((front) => charactersOf(end).map((character) => front + character)),
    [''],
  )
  return fronts.filter((front) => divisionAt(front) === null).map((front) => front + course.kind)
}
