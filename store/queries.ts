/** The queries of cypher/read and the saved queries of cypher/queries, read once. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SavedQuery } from '../model/api.ts'

const FOLDER = join(import.meta.dirname, '../cypher')
const texts = new Map<string, string>()

/** The text of cypher/read/NAME.cypher. @throws where there is none: a fault of ours */
export function readQuery(name: string): string {
  const known = texts.get(name)
  if (known !== undefined) return known
  if (!/^[a-z][a-z-]*$/.test(name)) throw new Error(`not a query's name: ${name}`)
  const text = readFileSync(join(FOLDER, 'read', `${name}.cypher`), 'utf8')
  texts.set(name, text)
  return text
}

export const readQueryNames = (): string[] => namesIn('read')

/** cypher/queries/*.cypher by name. Header lines: `// title.zh: …`, `// title.en: …`, `// param NAME: TYPE = DEFAULT`. */
export function savedQueries(): SavedQuery[] {
  return namesIn('queries').map((name) =>
    savedQueryOf(name, readFileSync(join(FOLDER, 'queries', `${name}.cypher`), 'utf8')),
  )
}

function savedQueryOf(name: string, text: string): SavedQuery {
  const header = (key: string) => new RegExp(`^// ${key}: (.+)$`, 'm').exec(text)?.[1]?.trim()
  const [zh, en] = [header('title\\.zh'), header('title\\.en')]
  if (!zh || !en) throw new Error(`cypher/queries/${name}.cypher: the header wants title.zh and title.en`)
  const parameters = [
    ...text.matchAll(/^\/\/ param (\w+): (string|integer|float|boolean|entity)(?: = (.*))?$/gm),
  ].map((m) => ({
    name: m[1]!,
    type: m[2] as SavedQuery['parameters'][number]['type'],
    ...(m[3] === undefined ? {} : { default: m[3].trim() }),
  }))
  return { name, title: { zh, en }, parameters, text: text.replace(/^(\/\/[^\n]*\n)+/, '').trim() }
}

function namesIn(folder: string): string[] {
  return readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => file.slice(0, -'.cypher'.length))
    .sort()
}
