/** What the whole article says of a stretch of text. */

import { hashOf } from '../../learned/hash.ts'
import type { Proposed } from '../recognize.ts'
import { Counts } from './counts.ts'
import { indexOfType } from './roles.ts'
import type { Spans } from './spans.ts'

/** A name that is longer than this is not cut into its forms. */
const LONGEST_FORM = 24

export class Around {
  /** By hash of the text: how often it stands there as a stretch. */
  readonly counts = new Counts()
  readonly titles = new Set<number>()
  /** Bits of the types that rules choose for it, anywhere. */
  readonly chosen = new Map<number, number>()
  /** Bits of the types of names that end, or begin, with it. */
  readonly ends = new Map<number, number>()
  readonly begins = new Map<number, number>()

  add(spans: Spans, kind: Proposed['kind']): void {
    for (const h of spans.text) this.counts.add(h)
    if (kind === 'title') for (const h of spans.text) this.titles.add(h)
  }

  choose(text: string, start: number, end: number, type: Parameters<typeof indexOfType.get>[0]): void {
    const bit = 1 << indexOfType.get(type)!
    const name = text.slice(start, end)
    const whole = hashOf(name)
    const known = this.chosen.get(whole) ?? 0
    if (known & bit) return
    this.chosen.set(whole, known | bit)
    if (name.length > LONGEST_FORM) return
    for (let k = 2; k < name.length; k++) {
      const front = hashOf(name, undefined, 0, k)
      this.begins.set(front, (this.begins.get(front) ?? 0) | bit)
      const tail = hashOf(name, undefined, name.length - k)
      this.ends.set(tail, (this.ends.get(tail) ?? 0) | bit)
    }
  }
}
