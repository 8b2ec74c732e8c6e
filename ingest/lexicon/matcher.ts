/** Aho-Corasick over a set of words: every occurrence in one pass. */
interface State {
  next: Map<string, number>
  fail: number
  /** Lengths of the words that end here. */
  lengths: number[]
}

export interface Matcher {
  /** Calls back for each occurrence, ends ascending. */
  scan(text: string, found: (start: number, end: number) => void): void
}

export function matcherOf(words: Iterable<string>): Matcher {
  const states: State[] = [{ next: new Map(), fail: 0, lengths: [] }]
  for (const word of words) {
    let at = 0
    for (const c of word) {
      let to = states[at]!.next.get(c)
      if (to === undefined) {
        to = states.push({ next: new Map(), fail: 0, lengths: [] }) - 1
        states[at]!.next.set(c, to)
      }
      at = to
    }
    if (at > 0) states[at]!.lengths.push(word.length)
  }
  const queue = [...states[0]!.next.values()]
  for (let head = 0; head < queue.length; head++) {
    const state = states[queue[head]!]!
    for (const [c, to] of state.next) {
      let fail = state.fail
      while (fail > 0 && !states[fail]!.next.has(c)) fail = states[fail]!.fail
      const target = states[fail]!.next.get(c)
      states[to]!.fail = target !== undefined && target !== to ? target : 0
      states[to]!.lengths.push(...states[states[to]!.fail]!.lengths)
      queue.push(to)
    }
  }
  return {
    scan(text, found) {
      let at = 0
      let offset = 0
      for (const c of text) {
        offset += c.length
        while (at > 0 && !states[at]!.next.has(c)) at = states[at]!.fail
        at = states[at]!.next.get(c) ?? 0
        for (const length of states[at]!.lengths) found(offset - length, offset)
      }
    },
  }
}
