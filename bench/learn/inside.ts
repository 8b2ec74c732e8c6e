/** Names inside names as examples. */
import { Row } from '../../ingest/learned/hash.ts'
import { insideFeatures, stretchesIn } from '../../ingest/recognize/model/inside.ts'
import { candidateOf, keptAs, keptInside } from '../../ingest/recognize/model/names.ts'
import { indexOfType } from '../../ingest/recognize/model/roles.ts'
import { type Answer, type Lesson, placedOf } from './answers.ts'
import type { Example } from './classify.ts'

/** A name that stands somewhere by itself as well is found there: inside another it counts neither way. */
const EITHER = -1

/** Of each stretch inside a name of the answer whether it is one too, and of what type. */
export function insideExamples(answer: Answer, lessons: readonly Lesson[]): Example[] {
  const labels = labelsOf(answer)
  const row = new Row()
  const out: Example[] = []
  for (const { shape, sentence, names } of lessons) {
    const { atoms, first, last } = shape
    const spans = new Map(first.map((f, s) => [f * 4096 + last[s]!, s]))
    const outers = names.map((name) => ({ ...name, span: spans.get(name.first * 4096 + name.last)! }))
    const kept = keptInside(
      sentence,
      outers.map(({ span, type }) => candidateOf(shape, span, type)),
    )
    for (const outer of outers)
      for (const s of stretchesIn(shape, outer)) {
        const label = labels.get(`${atoms[first[s]!]!.start}:${atoms[last[s]!]!.end}`) ?? 0
        if (label === EITHER) continue
        row.size = 0
        insideFeatures(shape, s, outer, keptAs(shape, s, kept), row)
        out.push({ features: row.data.slice(0, row.size), label })
      }
  }
  return out
}

/** By bounds inside a name: 1 + type of the name that stands nowhere else, EITHER where that is open. */
function labelsOf(answer: Answer): Map<string, number> {
  const { gold, article } = answer
  const placed = placedOf(answer)
  const alone = new Set(placed.map((p) => article.text.slice(p.start, p.end)))
  const out = new Map<string, number>()
  for (const { start, end, free } of placed) {
    if (free) continue
    const name = article.text.slice(start, end)
    for (const e of gold.entities) {
      const forms = new Set([e.name, ...e.surface])
      if (forms.has(name)) continue
      const open = e.optional === true || [...forms].some((form) => alone.has(form))
      for (const form of forms)
        for (let at = name.indexOf(form); at >= 0 && form !== ''; at = name.indexOf(form, at + 1)) {
          const key = `${start + at}:${start + at + form.length}`
          if (!open || !out.has(key)) out.set(key, open ? EITHER : 1 + indexOfType.get(e.type)!)
        }
    }
  }
  return out
}
