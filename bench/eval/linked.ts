/** A worked answer as the layers that a step is given on its best day. */
import { anaphorsOf } from '../../ingest/link/references.ts'
import { setMembers } from '../../ingest/link/set-members.ts'
import type { ArticleEntity, Linked, Mention, Segmented } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import type { Gold } from './gold.ts'

/** The article with perfect mentions and entities: index i is gold entity i. */
export function linkedOf(gold: Gold, segmented: Segmented): Linked {
  const { text } = segmented
  const forms = gold.entities
    .flatMap((e, index) =>
      [...new Set([e.name, ...e.surface])].map((form) => ({ text: form, index, type: e.type })),
    )
    .sort((a, b) => b.text.length - a.text.length)
  const taken: { start: number; end: number; index: number; type: EntityType }[] = []
  // a form inside a longer form is kept where it owns the name's front (玲珑轮胎 in 玲珑轮胎研发科创基地), else where it stands nowhere else
  const place = (anywhere: boolean) => {
    const before = new Set(taken.map((t) => t.index))
    for (const form of forms) {
      if (anywhere && before.has(form.index)) continue
      for (let at = text.indexOf(form.text); at >= 0; at = text.indexOf(form.text, at + 1)) {
        const end = at + form.text.length
        const inside = taken.some(
          (t) => t.start <= at && t.end >= end && (t.index === form.index || (!anywhere && t.start !== at)),
        )
        const crossing = taken.some(
          (t) =>
            (t.start < at && at < t.end && t.end < end) || (at < t.start && t.start < end && end < t.end),
        )
        if (!inside && !crossing) taken.push({ start: at, end, index: form.index, type: form.type })
      }
    }
  }
  place(false)
  place(true)
  taken.sort((a, b) => a.start - b.start || b.end - a.end)
  const sentenceAt = (at: number) => segmented.sentences.findIndex((s) => s.start <= at && at < s.end)
  const placed = taken.filter((t) => sentenceAt(t.start) >= 0)
  const mentions: Mention[] = placed.map((t) => ({
    start: t.start,
    end: t.end,
    text: text.slice(t.start, t.end),
    type: t.type,
    confidence: 1,
    rule: 'gold',
    sentence: sentenceAt(t.start),
  }))
  const entities: ArticleEntity[] = gold.entities.map((e, index) => ({
    index,
    name: e.name,
    type: e.type,
    aliases: [...new Set([e.name, ...e.surface])].sort(),
    mentions: placed.flatMap((t, m) => (t.index === index ? [m] : [])),
    members: [],
    reasons: [],
    qualified: '',
  }))
  const entityOf = placed.map((t) => t.index)
  setMembers({ ...segmented, mentions }, entities, entityOf)
  return {
    ...segmented,
    mentions,
    entities,
    entityOf,
    anaphors: anaphorsOf({ ...segmented, mentions }, entities, entityOf),
    district: '',
  }
}
