/** Where words begin and end among characters that the dictionary joins to none: cppjieba's hidden Markov model. */

/** A character begins a word, ends one, stands within one, or is one. */
const [BEGINS, ENDS, WITHIN, SINGLE] = [0, 1, 2, 3] as const
const STATES = 4
const IMPOSSIBLE = -3.14e100
/** By state those that may stand before it. */
const BEFORE = [
  [ENDS, SINGLE],
  [BEGINS, WITHIN],
  [BEGINS, WITHIN],
  [ENDS, SINGLE],
] as const

/** Calls back with the ends of the words of `runes[from … to - 1]`, ascending. */
export type Guesser = (runes: Int32Array, from: number, to: number, end: (at: number) => void) => void

/** `model` is cppjieba's hmm_model: first and next probabilities, then `character:probability,…` of each state. */
export function guesserOf(model: string): Guesser {
  const lines = model.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const start = lines[0]!.trim().split(' ').map(Number)
  const passages = lines.slice(1, 1 + STATES).map((line) => line.trim().split(' ').map(Number))
  const emissions = lines.slice(1 + STATES, 1 + 2 * STATES).map((line) => {
    const row = new Float64Array(0x10000).fill(IMPOSSIBLE)
    for (const pair of line.trim().split(','))
      row[pair.codePointAt(0)!] = Number(pair.slice(pair.indexOf(':') + 1))
    return row
  })
  const emission = (state: number, rune: number) => (rune < 0x10000 ? emissions[state]![rune]! : IMPOSSIBLE)
  return (runes, from, to, end) => {
    const length = to - from
    if (length === 1) {
      end(to)
      return
    }
    const via = new Uint8Array(length * STATES).fill(ENDS)
    let weights = start.map((weight, state) => weight + emission(state, runes[from]!))
    for (let x = 1; x < length; x++) {
      const next = [IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE]
      for (let state = 0; state < STATES; state++) {
        const emitted = emission(state, runes[from + x]!)
        for (const before of BEFORE[state]!) {
          const weight = weights[before]! + passages[before]![state]! + emitted
          if (weight > next[state]!) {
            next[state] = weight
            via[x * STATES + state] = before
          }
        }
      }
      weights = next
    }
    const states = new Uint8Array(length)
    let state: number = weights[ENDS]! >= weights[SINGLE]! ? ENDS : SINGLE
    for (let x = length - 1; x >= 0; x--) {
      states[x] = state
      state = via[x * STATES + state]!
    }
    for (let x = 0; x < length; x++) if (states[x] === ENDS || states[x] === SINGLE) end(from + x + 1)
  }
}
