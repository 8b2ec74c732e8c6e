/** Who works for whom, and who is at what. */
import { TITLES } from '../lexicon/heads.ts'
import type { Add } from './add.ts'
import { between, type Scene } from './scene.ts'

const ROLE = new RegExp(`(${[...TITLES].sort((a, b) => b.length - a.length).join('|')})$`)
const EMPLOYERS = new Set(['Organization', 'Company', 'Institute', 'Place'])
const PRESENT = /(?:出席|参加|致辞|讲话|到场|揭牌|揭开|亮相|主持)/

export function peopleOf(scene: Scene, add: Add): void {
  const { article } = scene
  scene.bySentence.forEach((mentions, index) => {
    const sentence = article.sentences[index]!
    const whole = article.text.slice(sentence.start, sentence.end)
    let carried: { entity: number; start: number } | null = null
    for (const person of mentions) {
      if (person.type !== 'Person') continue
      const before = between(scene, Math.max(sentence.start, person.start - 24), person.start)
      const role = ROLE.exec(before)?.[1]
      const employers = mentions.filter(
        (o) =>
          EMPLOYERS.has(o.type) &&
          o.end <= person.start &&
          person.start - o.end <= 16 &&
          !/[。；]/.test(between(scene, o.end, person.start)),
      )
      const employer = role
        ? (employers.find((o) => /^[^，。；、]*$/.test(between(scene, o.end, person.start))) ??
          employers.at(-1))
        : undefined
      if (employer && role) {
        add(person.entity, 'WORKS_FOR', employer.entity, index, 'title', 0.85, { role })
        carried = { entity: employer.entity, start: person.end }
      } else if (role && carried && person.start - carried.start <= 16) {
        add(person.entity, 'WORKS_FOR', carried.entity, index, 'title:carried', 0.6, { role })
      }
      const after = between(scene, person.end, Math.min(sentence.end, person.end + 60))
      const holds = /于([^，,。；]{3,20})担任([^，,。；]{0,20}?)(负责人|主任|院长|总监|经理|首席科学家)/.exec(
        after,
      )
      if (holds) {
        for (const o of mentions)
          if (
            o.start >= person.end + holds.index &&
            o.end <= person.end + holds.index + holds[0].length &&
            EMPLOYERS.has(o.type)
          )
            add(person.entity, 'WORKS_FOR', o.entity, index, 'holds', 0.85, { role: holds[3]! })
      }
    }
    if (PRESENT.test(whole)) {
      const event = scene.bySentence
        .slice(Math.max(0, index - 2), index + 1)
        .flat()
        .filter((m) => m.type === 'Event')
        .at(-1)
      if (event)
        for (const person of mentions)
          if (person.type === 'Person')
            add(person.entity, 'PARTICIPATES_IN', event.entity, index, 'present', 0.75)
    }
  })
}
