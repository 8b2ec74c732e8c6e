/** What is held again and again: which time it is, and what it is called. */
import { EVENT_NAMES } from '../lexicon/events.ts'
import { numberSaid } from '../spelled.ts'
import { calledShort, firstNames } from './called.ts'

const events = firstNames(EVENT_NAMES)
const YEAR = /^(20\d\d)(?:年度?)?(?!\d)/u
const TIME = /^(?:首届|第([一二三四五六七八九十百\d]+)届)/u
/** So much of a name must be left to be one. */
const LEAST = 3

export interface Held {
  /** 第3届 or, where only that is said, 2023; '' where nothing says which one it is. */
  edition: string
  name: string
}

/** 2023年第三届中国国际进口博览会 is 第3届 of 进博会. */
export function heldOf(plain: string): Held {
  const year = YEAR.exec(plain)
  const behind = plain.slice(year?.[0].length ?? 0)
  const time = TIME.exec(behind)
  const name = behind.slice(time?.[0].length ?? 0)
  if (name.length < LEAST || /^\d/.test(name)) return { edition: '', name: called(plain) }
  const edition = time ? `第${time[1] ? timesOf(time[1]) : 1}届` : (year?.[1] ?? '')
  return { edition, name: called(name) }
}

/** 一百三十四 → 134; what is no number stays as it is. */
const timesOf = (text: string): number | string => numberSaid(text) || text

const called = (name: string): string => events.get(name) ?? calledShort(name, 'Event')

/** Whether it goes by a name that all the country knows. */
export const isKnownEvent = (name: string): boolean => events.get(name) === name
