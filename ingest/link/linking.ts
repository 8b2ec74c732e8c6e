/** Which names of all articles are one thing. */
import { createHash } from 'node:crypto'
import { keyOfEntity, keysOfAliases, type LinkableEntity, textOf } from './keys.ts'

/** What linking needs to know of an article: little enough to hold for a large corpus, and for one type at a time. */
export interface Linkable {
  id: string
  /** The division that it is about, as a path; '' where it names none. */
  district: string
  entities: LinkableEntity[]
}

const NONE = -1
const SEVERAL = -2

/**
 * Articles pass by and are not kept: held are the keys and one number a name. First all are added, then all are tied,
 * in the same order; then `follow` says what each names.
 */
export class Linking {
  #numbers = new Map<string, number>()
  readonly #keys: string[] = []
  /** Keys whose names say where: 绵阳市委 is not that of 江油, which lies in there. */
  readonly #placed = new Set<number>()
  /** The key of each name, in the order of adding. */
  #names = new Int32Array(1024)
  #count = 0
  /** For each key, the only one that an article gives as its fuller form. */
  #full: Int32Array | null = null
  #tied = 0
  #ends: Int32Array | null = null
  readonly #ids: string[] = []

  /** How many names there are. */
  get count(): number {
    return this.#count
  }

  add(article: Linkable): void {
    for (const entity of article.entities) {
      const key = keyOfEntity(entity, article)
      const text = textOf(key)
      let number = this.#numbers.get(text)
      if (number === undefined) {
        number = this.#keys.push(text) - 1
        this.#numbers.set(text, number)
      }
      if (key.placed) this.#placed.add(number)
      if (this.#count === this.#names.length) {
        const larger = new Int32Array(this.#count * 2)
        larger.set(this.#names)
        this.#names = larger
      }
      this.#names[this.#count++] = number
    }
  }

  /** A short form that one article ties to one full form only is that full form elsewhere too. */
  tie(article: Linkable): void {
    this.#full ??= new Int32Array(this.#keys.length).fill(NONE)
    for (const entity of article.entities) {
      const own = this.#names[this.#tied++]!
      for (const alias of keysOfAliases(entity, scopeOf(this.#keys[own]!), article.district)) {
        const short = this.#numbers.get(textOf(alias))
        if (short === undefined || short === own) continue
        const known = this.#full[short]!
        this.#full[short] = known === NONE || known === own ? own : SEVERAL
      }
    }
  }

  /** @returns what each article names, one number a thing, side by side with its entities; articles come in the order of adding */
  follow(): (article: Linkable) => number[] {
    const ends = this.#close()
    let at = 0
    return ({ entities }) => entities.map(() => ends[this.#names[at++]!]!)
  }

  idOf(thing: number): string {
    this.#ids[thing] ??= idOfKey(this.#keys[thing]!)
    return this.#ids[thing]
  }

  /** Each key with the end of its chain; a ring ends at its smallest key. */
  #close(): Int32Array {
    if (this.#ends) return this.#ends
    const targets = new Int32Array(this.#keys.length).fill(NONE)
    targetByScope(this.#keys, this.#placed, targets)
    for (const [key, full] of (this.#full ?? []).entries()) if (full >= 0) targets[key] = full
    this.#ends = Int32Array.from(targets.keys(), (from) => endOf(from, targets, this.#keys))
    this.#numbers = new Map()
    this.#full = null
    return this.#ends
  }
}

const idOfKey = (key: string): string =>
  `${key.slice(0, key.indexOf(' ')).toLowerCase()}-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`

/** A name of which less is known where it lies is the one that lies in there, where there is just one. */
function targetByScope(keys: readonly string[], placed: ReadonlySet<number>, targets: Int32Array): void {
  // a blank sorts before all that a name is made of: keys of one name come together
  const order = Int32Array.from(keys.keys()).sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1))
  for (let from = 0, to = 0; from < order.length; from = to) {
    const core = coreOf(keys[order[from]!]!)
    for (to = from + 1; to < order.length && coreOf(keys[order[to]!]!) === core; to++);
    if (to - from > 1) targetSameName(order.subarray(from, to), keys, placed, targets)
  }
}

function targetSameName(
  same: Int32Array,
  keys: readonly string[],
  placed: ReadonlySet<number>,
  targets: Int32Array,
): void {
  const scoped = [...same].map((key) => ({ key, scope: scopeOf(keys[key]!) }))
  for (const { key, scope } of scoped) {
    if (placed.has(key)) continue
    const finer = scoped.filter((other) =>
      scope === '' ? other.scope !== '' : other.scope.startsWith(`${scope}/`),
    )
    if (finer.length === 0) continue
    // all finer ones must lie in one line: 山东省, 山东省/济南市
    const deepest = finer.reduce((best, own) => (own.scope.length > best.scope.length ? own : best))
    if (finer.every((own) => deepest.scope === own.scope || deepest.scope.startsWith(`${own.scope}/`)))
      targets[key] = deepest.key
  }
}

/** Park 科技园 @山东省/济南市 → Park 科技园. */
const coreOf = (key: string): string => {
  const at = key.lastIndexOf(' @')
  return at < 0 ? key : key.slice(0, at)
}
const scopeOf = (key: string): string => key.slice(coreOf(key).length + 2)

function endOf(from: number, targets: Int32Array, keys: readonly string[]): number {
  if (targets[from] === NONE) return from
  const seen = new Set([from])
  let at = from
  for (let next = targets[at]!; next !== NONE && !seen.has(next); next = targets[at]!) {
    seen.add(next)
    at = next
  }
  if (targets[at] === NONE) return at
  return [...seen].reduce((least, own) => (keys[own]! < keys[least]! ? own : least))
}
