/** 在甲园,乙公司的车间…; 甲园里,乙…: what the sentence goes on about is where it opened. */
import type { Add } from './add.ts'
import { entitiesOf } from './clauses.ts'
import type { Reading } from './reading.ts'
import { typeOf } from './scene.ts'

export function openersOf({ scene, sentence, clauses, here, openedHere }: Reading, add: Add): void {
  const next = clauses[1]
  const subject = next?.phrases[0]
  if (!openedHere || !next || !subject || subject.governor !== '' || clauses[0]!.cues.length > 0) return
  if (next.cues[0] && next.cues[0].start < subject.start) return
  const heads = entitiesOf(subject, ['Company', 'Institute', 'Project', 'Park'], (e) => typeOf(scene, e))
  for (const head of heads)
    for (const site of here) add(head, 'LOCATED_IN', site, sentence.index, 'opener', 0.65)
}
