/** Of which time a number of a sentence is. */
import type { Span } from '../../../model/article.ts'
import { type Time, timesIn } from '../../time.ts'

/** Before a time, and behind it, where a figure is only measured against it: 比上年, 去年同期. */
const AGAINST_BEFORE = /(?:[比较从由与自]|同比|相比)$/
const AGAINST_BEHIND = /^(?:的?同期|相比|的?水平)/
/** 2031年至今年8月: one time. */
const TO = /^[至到—-]$/

/** The times that a sentence names, as they stand in it. */
export class Periods {
  readonly #whole: string
  readonly #times: readonly Time[]

  /**
   * @param whole the time that the sentence speaks of
   * @param names stretches of the line that are names, by where they begin: 2031年招商大会 dates no number
   */
  constructor(line: string, whole: string, published: string, names: readonly Span[]) {
    this.#whole = whole
    const year = Number(/\d{4}/.exec(whole)?.[0] ?? 0)
    const times = timesIn(line, { published, year })
    let next = 0
    let reach = 0
    const isNamed = ({ start, end }: Time): boolean => {
      for (; next < names.length && names[next]!.start <= start; next++)
        reach = Math.max(reach, names[next]!.end)
      return end <= reach
    }
    this.#times =
      times.length < 2
        ? []
        : times.filter(
            (time, i) =>
              !isNamed(time) &&
              !AGAINST_BEFORE.test(line.slice(Math.max(0, time.start - 2), time.start)) &&
              !AGAINST_BEHIND.test(line.slice(time.end, time.end + 3)) &&
              !(i > 0 && TO.test(line.slice(times[i - 1]!.end, time.start))),
          )
  }

  /** The last one before a number, else the sentence's own. */
  at(start: number): string {
    let [from, to] = [0, this.#times.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (this.#times[middle]!.end <= start) from = middle + 1
      else to = middle
    }
    return this.#times[from - 1]?.interval ?? this.#whole
  }
}
