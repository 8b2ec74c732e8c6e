/** What was opened last from the search box; kept in this browser alone. */
import { type EntityType, entityTypes } from '../../../model/ontology.ts'

export type Recent =
  | { kind: 'entity'; id: string; name: string; type: EntityType }
  | { kind: 'article'; id: string; name: string }

const KEY = 'recent'
const MOST = 8

export function recents(): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : []
  } catch {
    // what another program wrote there is none of ours
    return []
  }
}

export function remember(item: Recent): void {
  const others = recents().filter(({ kind, id }) => kind !== item.kind || id !== item.id)
  localStorage.setItem(KEY, JSON.stringify([item, ...others].slice(0, MOST)))
}

function isRecent(item: unknown): item is Recent {
  const { kind, id, name, type } = (item ?? {}) as Record<string, unknown>
  if (typeof id !== 'string' || typeof name !== 'string') return false
  return kind === 'article' || (kind === 'entity' && entityTypes.some((own) => own === type))
}
