/** Companies by the short names under which they are listed on the mainland's exchanges. Source: see build-listed.ts. */
import names from './listed.json' with { type: 'json' }
import { words } from './words.ts'

export const LISTED: readonly string[] = words(names)
