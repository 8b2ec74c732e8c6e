/** What an article is about. */
import type { ArticleEntity, Linked } from '../../model/article.ts'
import { pushTo } from '../../model/groups.ts'
import type { EntityType } from '../../model/ontology.ts'

const UNDERTAKINGS = new Set<EntityType>(['Project', 'Park', 'Company', 'Institute'])

/** The district, zone, firm or project that the article speaks of most; -1 where there is none. */
export function mainOf(article: Linked): number {
  const title = article.sentences[0]?.end ?? 0
  const lead = article.sentences[Math.min(3, article.sentences.length - 1)]?.end ?? 0
  const { entities } = article
  const held = holding(entities.filter((e) => e.type === 'Place'))
  const weight = (e: ArticleEntity): number => {
    const zone = e.type === 'Place' || (e.type === 'Park' && /(?:区|新城)$/.test(e.name))
    if (!zone && !UNDERTAKINGS.has(e.type)) return 0
    const early = e.mentions.filter((m) => article.mentions[m]!.end <= lead).length
    const titled = e.mentions.some((m) => article.mentions[m]!.end <= title) ? 3 : 0
    // 济南 inside 济南市市中区 is where the district lies, not what is spoken of
    const within = e.type === 'Place' && held.has(e) ? 0.6 : 1
    return (e.mentions.length + early + titled) * (zone ? 2 : 1) * within
  }
  let [best, most] = [-1, 1]
  for (const e of entities) {
    const w = weight(e)
    if (w > most) [best, most] = [e.index, w]
  }
  return best
}

/** Those places whose name another's begins with that is spoken of more than once. */
function holding(places: readonly ArticleEntity[]): Set<ArticleEntity> {
  const called = new Map<string, ArticleEntity[]>()
  for (const place of places) for (const form of place.aliases) pushTo(called, form, place)
  const out = new Set<ArticleEntity>()
  for (const inner of places) {
    if (inner.mentions.length < 2) continue
    for (const form of inner.aliases)
      for (let end = form.length - 2; end > 0; end--)
        for (const outer of called.get(form.slice(0, end)) ?? []) if (outer !== inner) out.add(outer)
  }
  return out
}
