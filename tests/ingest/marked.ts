/** Texts of the tests with their names marked, `[启明科技|Company]`: what `relate` is given when all before it went right. */
import { anaphorsOf } from '../../ingest/link/references.ts'
import { setMembers } from '../../ingest/link/set-members.ts'
import { segment } from '../../ingest/segment.ts'
import { openTagger } from '../../ingest/tagger.ts'
import type { ArticleEntity, Linked, Mention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'

/** `[surface|Type]`, or `[surface|Type|canonical name]` where another form names the same thing. */
export function linkedOf(marked: string): Linked {
  const entities: ArticleEntity[] = []
  const known = new Map<string, ArticleEntity>()
  const placed: { start: number; end: number; entity: number }[] = []
  let text = ''
  let at = 0
  for (const m of marked.matchAll(/\[([^|\]]+)\|(\w+)(?:\|([^\]]+))?\]/g)) {
    text += marked.slice(at, m.index)
    at = m.index + m[0].length
    const [surface, type, name = surface!] = [m[1]!, m[2] as EntityType, m[3]]
    let entity = known.get(`${type} ${name}`)
    if (!entity) {
      entity = {
        index: entities.length,
        name,
        type,
        aliases: [name],
        mentions: [],
        members: [],
        reasons: [],
        qualified: '',
      }
      entities.push(entity)
      known.set(`${type} ${name}`, entity)
    }
    entity.aliases = [...new Set([...entity.aliases, surface!])].sort()
    entity.mentions.push(placed.length)
    placed.push({ start: text.length, end: text.length + surface!.length, entity: entity.index })
    text += surface
  }
  text += marked.slice(at)
  const article = {
    id: 'marked',
    file: 'marked.txt',
    title: '',
    date: '',
    source: '',
    authors: [],
    url: '',
    text,
    asides: [],
  }
  const segmented = segment(article, openTagger())
  let sentence = 0
  const mentions = placed.map(({ start, end, entity }): Mention => {
    while (segmented.sentences[sentence]!.end <= start) sentence++
    return {
      start,
      end,
      text: text.slice(start, end),
      type: entities[entity]!.type,
      confidence: 1,
      rule: 'marked',
      sentence,
    }
  })
  return {
    ...segmented,
    mentions,
    entities,
    entityOf: placed.map((p) => p.entity),
    anaphors: [],
    district: '',
  }
}

/** The same with sets and anaphors, as what relates names is given it. */
export function readyOf(source: string): Linked {
  const linked = linkedOf(source)
  setMembers(linked, linked.entities, linked.entityOf)
  return { ...linked, anaphors: anaphorsOf(linked, linked.entities, linked.entityOf) }
}
