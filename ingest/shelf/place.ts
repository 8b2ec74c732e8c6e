import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** The shelf that belongs to a store: beside an embedded one, under data/ for a server. @param address as QUANMAI_STORE has it */
export function shelfFor({ store, database }: { store: string; database: string }): string {
  if (store.startsWith('embedded:')) return `${store.slice('embedded:'.length)}.reading`
  const name = createHash('sha256').update(`${store} ${database}`).digest('hex').slice(0, 12)
  return join('data', `reading-${name}`)
}
