/** Of which time a number of a sentence is. */
import type { Span } from '../../../model/article.ts'
import { type Time, timesIn } from '../../time.ts'

/** Before a time, and behind it, where a figure is only measured against it: 比上年, 去年同期. */
const AGAINST_BEFORE = /(?:[比较从由与自]|同比|相比)$/
const AGAINST_BEHIND = /^(?:的?同期|相比|的?水平)/
/** 2031年至今年8月: one time. */
const TO = /^[至到—-]$/

/** Since when there is a thing says nothing of when it was counted: 成立于2031年的青禾集团投资8亿元, 新区2031年获批,面积80平方公里. */
const SINCE_BEFORE = /(?:成立|创立|始建|创建|诞生|组建|设立|创办|建|始)于$/
const SINCE_BEHIND =
  /^(?:正式)?(?:成立|创立|始建|创建|组建|创办|注册|(?:获批|批复|批准)(?:设立|成立)?(?!后|以来|的?项目)|揭牌|挂牌)/
const isSince = (line: string, { start, end }: Time): boolean =>
  SINCE_BEFORE.test(line.slice(Math.max(0, start - 4), start)) || SINCE_BEHIND.test(line.slice(end, end + 8))

/** The times that a sentence names, as they stand in it. */
export class Periods {
  readonly #whole: string
  readonly #times: readonly Time[]

  /**
   * @param whole the time that the sentence speaks of
   * @param names stretches of the line that are names, by where they begin: 2031年招商大会 dates no number
   */
  constructor(line: string, whole: string, published: string, names: readonly Span[]) {
    const year = Number(/\d{4}/.exec(whole)?.[0] ?? 0)
    const all = timesIn(line, { published, year })
    const times = all.filter((time) => !isSince(line, time))
    const since = all.some((time) => time.interval === whole && isSince(line, time))
    this.#whole = since && !times.some((time) => time.interval === whole) ? '' : whole
    let next = 0
    let reach = 0
    const isNamed = ({ start, end }: Time): boolean => {
      for (; next < names.length && names[next]!.start <= start; next++)
        reach = Math.max(reach, names[next]!.end)
      return end <= reach
    }
    this.#times =
      all.length < 2
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
