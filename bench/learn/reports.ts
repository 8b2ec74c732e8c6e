/** Answers that retell published reports count more, in facts and stages, than those that were written for the project: the press says it so. */

/** In stages of retold reports that were not learned from, three gives more than one (docs/decisions/20261126-more-answers.md). */
const TIMES = 3
/** Answers g-wh01 to g-xq12 retell published reports. */
const RETOLD = /^g-(w[h-z]|x[a-q])\d/

/** How often an answer counts. @param id of an answer of bench/gold */
export const timesOf = (id: string): number => (RETOLD.test(id) ? TIMES : 1)

export const repeated = <T>(list: readonly T[], times: number): T[] =>
  Array.from({ length: times }, () => list).flat()
