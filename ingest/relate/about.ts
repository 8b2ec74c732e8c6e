/** What an article is about. */
import type { ArticleEntity, Linked } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'

const UNDERTAKINGS = new Set<EntityType>(['Project', 'Park', 'Company', 'Institute'])

/** The district, zone, firm or project that the article speaks of most; -1 where there is none. */
export function mainOf(article: Linked): number {
  const title = article.sentences[0]?.end ?? 0
  const lead = article.sentences[Math.min(3, article.sentences.length - 1)]?.end ?? 0
  const { entities } = article
  const places = entities.filter((e) => e.type === 'Place')
  const weight = (e: ArticleEntity): number => {
    const zone = e.type === 'Place' || (e.type === 'Park' && /(?:区|新城)$/.test(e.name))
    if (!zone && !UNDERTAKINGS.has(e.type)) return 0
    const early = e.mentions.filter((m) => article.mentions[m]!.end <= lead).length
    const titled = e.mentions.some((m) => article.mentions[m]!.end <= title) ? 3 : 0
    // 济南 inside 济南市市中区 is where the district lies, not what is spoken of
    const within = e.type === 'Place' && places.some((p) => p !== e && isInside(p, e)) ? 0.6 : 1
    return (e.mentions.length + early + titled) * (zone ? 2 : 1) * within
  }
  let [best, most] = [-1, 1]
  for (const e of entities) {
    const w = weight(e)
    if (w > most) [best, most] = [e.index, w]
  }
  return best
}

const isInside = (inner: ArticleEntity, outer: ArticleEntity): boolean =>
  inner.mentions.length > 1 &&
  inner.aliases.some((form) => outer.aliases.some((o) => form.startsWith(o) && form.length > o.length + 1))
