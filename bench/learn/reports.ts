/** Answers that retell published reports count more than those that were written for the project: the press says it so. */

/** On retold reports that were not learned from, three gives more than one (docs/decisions/20261126-more-answers.md). */
const TIMES = 3
/** From here on, by id, answers retell published reports; with them count 129 older ones (g-x01 to g-z51). */
const FIRST = 'g-wh01'

/** How often an answer counts. @param id of an answer of bench/gold */
export const timesOf = (id: string): number => (id.startsWith('g-') && id >= FIRST ? TIMES : 1)

export const repeated = <T>(list: readonly T[], times: number): T[] =>
  Array.from({ length: times }, () => list).flat()
