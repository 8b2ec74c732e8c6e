/** What a match of a regular expression can begin with, read from its source. */

/**
 * Two characters that it may begin with, or one and then anything (`'约'`); 'complete' ones of less than two characters
 * are kept apart while a source is read.
 */
export type Beginnings = ReadonlySet<string>

/** Behind the first character: anything. */
const OPEN = '\0'
/** A class of more characters than this counts as any character. */
const MOST = 200

/** Strings of two code units (whole matches may go on), of one with OPEN behind it, or of less than two: a whole match. */
type Heads = Set<string> | null

/** Null where a match may begin with anything, or be empty. */
export function beginningsOf(pattern: RegExp): Beginnings | null {
  if (/[imv]/.test(pattern.flags)) return null
  const heads = new Reader(pattern.source).alternatives()
  if (heads === null || heads.has('')) return null
  return new Set([...heads].map((head) => (head.endsWith(OPEN) ? head.slice(0, 1) : head)))
}

class Reader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  alternatives(): Heads {
    let all: Heads = new Set()
    for (;;) {
      all = either(all, this.#sequence())
      if (this.#source[this.#at] !== '|') return all
      this.#at++
    }
  }

  #sequence(): Heads {
    let heads: Heads = new Set([''])
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!))
      heads = behind(heads, this.#repeated(this.#atom()))
    return heads
  }

  #repeated(heads: Heads): Heads {
    const m = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at, this.#at + 16))
    if (!m) return heads
    this.#at += m[0].length
    const least = m[1] ? (m[1] === '+' ? 1 : 0) : Number(m[2])
    const optional = either(new Set(['']), heads)
    // one may follow another: two of them fill what is looked at
    const once = m[1] === '?' || (m[2] === '1' && m[3] === '')
    if (least === 0) return once ? optional : behind(optional, optional)
    return least > 1 ? behind(heads, heads) : once ? heads : behind(heads, optional)
  }

  #atom(): Heads {
    const c = this.#source[this.#at]!
    if (c === '(') return this.#group()
    if (c === '[') return this.#class()
    this.#at++
    if (c === '^' || c === '$') return new Set([''])
    if (c === '.') return null
    return c === '\\' ? this.#escaped() : new Set([c])
  }

  #group(): Heads {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?/.exec(this.#source.slice(this.#at, this.#at + 40))![0]
    this.#at += opening.length
    const inner = this.alternatives()
    this.#at++
    // what is only looked at takes no character
    return /[=!]$/.test(opening) && opening.length > 1 ? new Set(['']) : inner
  }

  #escaped(): Heads {
    const c = this.#source[this.#at++]!
    if (c === 'd') return new Set('0123456789')
    if (c === 'b' || c === 'B') return new Set([''])
    if (c === 'n') return new Set(['\n'])
    if (c === 'p' || c === 'P') this.#at = this.#source.indexOf('}', this.#at) + 1
    return /[\^$\\.*+?()[\]{}|/-]/.test(c) ? new Set([c]) : null
  }

  #class(): Heads {
    let end = this.#at + 1
    while (this.#source[end] !== ']') end += this.#source[end] === '\\' ? 2 : 1
    const body = this.#source.slice(this.#at + 1, end)
    this.#at = end + 1
    if (body.startsWith('^')) return null
    const rest = body.replaceAll('\\d', '0123456789').replace(/\\([\^$\\.*+?()[\]{}|/-])/g, OPEN)
    // an escape of a mark, a range or a property: too much to list, or too rare to be worth it
    if (rest.includes(OPEN) || rest.includes('\\') || /.-./u.test(rest) || rest.length > MOST) return null
    return /[\ud800-\udfff]/.test(rest) ? null : new Set(rest)
  }
}

const either = (a: Heads, b: Heads): Heads => (a === null || b === null ? null : new Set([...a, ...b]))

function behind(left: Heads, right: Heads): Heads {
  if (left === null) return null
  const out = new Set<string>()
  for (const head of left) {
    if (head.length === 2) out.add(head)
    else if (right === null) {
      if (head === '') return null
      out.add(head + OPEN)
    } else for (const next of right) out.add(head === '' ? next : head + (next[0] ?? ''))
  }
  return out
}
