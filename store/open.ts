import { openEmbedded } from './embedded.ts'
import { openNeo4j } from './neo4j.ts'
import type { GraphStore } from './store.ts'

export interface OpenOptions {
  username?: string
  password?: string
  database?: string
  /** Neo4j only: milliseconds for which a server that went away is waited for. */
  patience?: number
  /** Embedded only: bytes. */
  memoryCap?: number
}

/** @param address `embedded:PATH`, `neo4j://…` or `bolt://…` @throws KnownError naming the setting to look at */
export function openStore(address: string, options: OpenOptions): Promise<GraphStore> {
  if (!address.startsWith('embedded:')) return openNeo4j(address, options)
  const path = address.slice('embedded:'.length)
  return openEmbedded(path, options.memoryCap === undefined ? {} : { memoryCap: options.memoryCap })
}
