/** What may serve a strategy in a marked text. */
import { candidatesOf } from '../../../ingest/relate/pairs/candidates.ts'
import { SERVES_COLUMN } from '../../../ingest/relate/pairs/columns.ts'
import { type Tie, tiesOf } from '../../../ingest/relate/pairs/ties.ts'
import { type Whole, wholeOf } from '../../../ingest/relate/pairs/whole.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { readyOf } from '../marked.ts'

export function tiedIn(source: string): { whole: Whole; ties: Tie[] } {
  const scene = sceneOf(readyOf(source))
  const whole = wholeOf(scene, [...readingsOf(scene)], [], [])
  const asked = [...candidatesOf(whole)].filter((c) => ((c.asked >> SERVES_COLUMN) & 1) === 1)
  const ties = tiesOf(asked.map((candidate) => ({ candidate, column: SERVES_COLUMN, sum: 0, ruled: false })))
  return { whole, ties }
}

export function tieOf(
  { whole, ties }: { whole: Whole; ties: readonly Tie[] },
  head: string,
  tail: string,
): Tie {
  const { entities } = whole.scene.article
  return ties.find((t) => entities[t.head]!.name === head && entities[t.tail]!.name === tail)!
}
