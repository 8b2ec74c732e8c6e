import type { ArticleEntity, Linked } from '../../model/article.ts'
import type { EntityType, RelationType } from '../../model/ontology.ts'
import type { Item } from './clauses.ts'

export interface NamedRelation {
  head: number
  type: RelationType
  tail: number
  rule: string
}

const OWNED: readonly EntityType[] = ['Park', 'Institute', 'Company', 'Project', 'Organization']
const OWNERS: readonly EntityType[] = ['Company', 'Institute', 'Organization', 'Park']
const PHASE = /^(?:项目)?[（(]?(?:[一二三四五六七八九十]|第?[一二三四五六七八九十\d]+)[期区][)）]?$/
const bare = (s: string) => s.replace(/[“”‘’"《》「」『』·]/g, '')

/** What a name says by itself: its owner at its front, its phase or its province at its end. */
export function namedRelations(article: Linked): NamedRelation[] {
  const out: NamedRelation[] = []
  const owned = article.entities.filter((e) => OWNED.includes(e.type) || e.type === 'Place')
  for (const part of owned) {
    for (const whole of article.entities) {
      if (whole.index === part.index || part.aliases.some((a) => whole.aliases.includes(a))) continue
      const tie = tieOf(part, whole)
      if (tie) out.push({ head: part.index, tail: whole.index, ...tie })
    }
  }
  return out
}

function tieOf(part: ArticleEntity, whole: ArticleEntity): { type: RelationType; rule: string } | undefined {
  for (const a of part.aliases.map(bare)) {
    for (const b of whole.aliases.map(bare)) {
      if (b.length < 2 || a.length <= b.length) continue
      const rest = a.startsWith(b) ? a.slice(b.length) : undefined
      if (
        rest !== undefined &&
        part.type === whole.type &&
        (PHASE.test(rest) || (part.type === 'Park' && rest.endsWith('片区')))
      )
        return { type: 'PART_OF', rule: 'name:phase' }
      if (part.type === 'Place') {
        if (whole.type === 'Place' && rest !== undefined && /[区县市镇道村]$/.test(rest) && rest.length >= 2)
          return { type: 'LOCATED_IN', rule: 'name:place' }
        continue
      }
      const joint = part.type === 'Institute' && /联合(?:实验室|研究院|研究中心)$/.test(a) && a.includes(b)
      if (
        OWNERS.includes(whole.type) &&
        OWNED.includes(part.type) &&
        ((rest !== undefined && rest.length >= 2) || joint)
      )
        return { type: 'AFFILIATED_WITH', rule: 'name:owner' }
      if (whole.type === 'Place' && part.type === 'Organization' && rest !== undefined)
        return { type: 'AFFILIATED_WITH', rule: 'name:government' }
    }
  }
  return undefined
}

/** A facility named right after its owner: 研究院航天信息平台. */
export function adjacentOwners(text: string, items: readonly Item[]): NamedRelation[] {
  const out: NamedRelation[] = []
  items.forEach((m, i) => {
    const next = items[i + 1]
    if (!next || m.entity === next.entity) return
    const gap = text.slice(m.end, next.start)
    if (!/^(?:的|旗下的?|所属的?|下属的?)?[“《]?$/.test(gap)) return
    if (
      (m.type === 'Company' || m.type === 'Institute') &&
      ['Project', 'Institute', 'Park'].includes(next.type)
    )
      out.push({ head: next.entity, type: 'AFFILIATED_WITH', tail: m.entity, rule: 'name:beside' })
  })
  return out
}
