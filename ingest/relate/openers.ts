/** 在甲园,乙公司的车间…; 甲园里,乙…: what the sentence goes on about is where it opened. */
import type { Add } from './add.ts'
import { entitiesOf } from './clauses.ts'
import type { Reading } from './reading.ts'
import { isRegion } from './roles.ts'
import { typeOf } from './scene.ts'

export function openersOf({ scene, sentence, clauses, here, opener }: Reading, add: Add): void {
  const next = clauses[opener + 1]
  if (opener < 0 || clauses[opener]!.cues.length > 0 || !next) return
  const subject = next.topic ?? next.subject
  if (!subject || (next.cues[0] && next.cues[0].start < next.phrases[0]!.start)) return
  const types = ['Company', 'Institute', 'Project', 'Park', 'Place'] as const
  // 在甲园,乙的产线、丙的项目相继投产: all that is named in front of what they do
  const first = next.cues[0]?.start ?? next.end
  const phrases = [
    subject,
    ...next.phrases.filter((p) => p !== subject && p.governor === '' && p.start < first),
  ]
  for (const head of phrases.flatMap((p) => entitiesOf(p, types, (e) => typeOf(scene, e), true))) {
    // in 甲湾,乙市…: a city is not where its own bay is
    if (typeOf(scene, head) === 'Place' && isRegion(scene, head)) continue
    for (const site of here) add(head, 'LOCATED_IN', site, sentence.index, 'opener', 0.65)
  }
}
