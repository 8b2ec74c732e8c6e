/** What may follow in a Cypher query: labels, types and properties of the graph, parameters, words. Pure. */

import {
  ENTITY_TYPES,
  type EntityType,
  edgeTypes,
  nodeLabels,
  RELATION_TYPES,
  type RelationType,
  SERVES,
} from '../../../model/ontology.ts'
import { EDGE_PROPERTIES, NODE_PROPERTIES, propertiesOf } from '../../../model/schema.ts'
import type { Language } from '../../words/words.ts'

export interface Suggestion {
  label: string
  /** As CodeMirror's icons know it. */
  type: 'class' | 'interface' | 'property' | 'variable' | 'keyword' | 'function'
  detail?: string
}

const KEYWORDS = [
  'MATCH', 'OPTIONAL MATCH', 'WHERE', 'RETURN', 'WITH', 'ORDER BY', 'LIMIT', 'SKIP', 'DISTINCT', 'AS', 'AND', 'OR',
  'NOT', 'IN', 'CONTAINS', 'STARTS WITH', 'ENDS WITH', 'IS NULL', 'IS NOT NULL', 'UNWIND', 'UNION', 'DESC', 'ASC',
  'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'EXISTS',
] // biome-ignore format: one list
const FUNCTIONS = ['count', 'collect', 'size', 'type', 'labels', 'keys', 'sum', 'avg', 'min', 'max', 'coalesce', 'nodes', 'relationships', 'length', 'toLower', 'substring'] // biome-ignore format: one list

/** What the text before the cursor asks for, and where the word begins that it would replace. */
export function suggestionsAt(
  before: string,
  whole: string,
  parameters: readonly string[],
  language: Language,
): { from: number; options: Suggestion[] } | null {
  const word = /[\w\u4e00-\u9fff]*$/.exec(before)![0]
  const from = before.length - word.length
  const lead = before.slice(0, from)
  if (/\$$/.test(lead)) return { from, options: parameters.map((label) => ({ label, type: 'variable' })) }
  if (/[:|&]\s*$/.test(lead)) {
    const bracket = openBracket(lead)
    if (bracket === '[') return { from, options: typeOptions(language) }
    if (bracket === '(') return { from, options: labelOptions(language) }
    return null
  }
  const owner = /(\w+)\.$/.exec(lead)?.[1]
  if (owner) return { from, options: propertyOptions(wordsOf(owner, whole)) }
  if (/\{\s*$|\{[^{}]*,\s*$/.test(lead)) {
    const named = /[:|]\s*(\w+)\s*\{[^{}]*$/.exec(lead)?.[1]
    return { from, options: propertyOptions(named ? [named] : []) }
  }
  if (word === '') return null
  return {
    from,
    options: [
      ...KEYWORDS.map((label): Suggestion => ({ label, type: 'keyword' })),
      ...FUNCTIONS.map((label): Suggestion => ({ label, type: 'function' })),
      ...variablesIn(whole).map((label): Suggestion => ({ label, type: 'variable' })),
    ],
  }
}

/** The innermost bracket that is still open. */
function openBracket(text: string): string {
  const closes: Record<string, string> = { ')': '(', ']': '[', '}': '{' }
  const open: string[] = []
  for (const char of text) {
    if ('([{'.includes(char)) open.push(char)
    else if (closes[char] && open.at(-1) === closes[char]) open.pop()
  }
  return open.at(-1) ?? ''
}

const labelOptions = (language: Language): Suggestion[] =>
  nodeLabels.map((label) => ({
    label,
    type: 'class',
    ...(label in ENTITY_TYPES ? { detail: ENTITY_TYPES[label as EntityType][language] } : {}),
  }))

const typeOptions = (language: Language): Suggestion[] =>
  edgeTypes.map((label) => ({
    label,
    type: 'interface',
    ...(label === 'SERVES'
      ? { detail: SERVES[language] }
      : label in RELATION_TYPES
        ? { detail: RELATION_TYPES[label as RelationType][language] }
        : {}),
  }))

/** @param words labels or types; all properties where none is known */
function propertyOptions(words: readonly string[]): Suggestion[] {
  const known = words.flatMap(propertiesOf)
  const all =
    known.length > 0 ? known : [...Object.values(NODE_PROPERTIES), ...Object.values(EDGE_PROPERTIES)].flat()
  return [...new Set(all)].map((label) => ({ label, type: 'property' }))
}

/** The labels or types that the query gives a variable. */
const wordsOf = (variable: string, query: string): string[] => {
  const given = new RegExp(`[([]\\s*${variable}\\s*:\\s*([\\w|:]+)`, 'g')
  return [...query.matchAll(given)].flatMap((m) => m[1]!.split(/[|:]/).filter(Boolean))
}

const variablesIn = (query: string): string[] => [
  ...new Set([...query.matchAll(/[([]\s*([A-Za-z_]\w*)\s*[:)\]{]/g)].map((m) => m[1]!)),
]

/** Names of the parameters that a query uses, in order; strings and comments aside. */
export function parametersIn(query: string): string[] {
  const bare = query.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
  return [...new Set([...bare.matchAll(/\$([A-Za-z_]\w*)/g)].map((m) => m[1]!))]
}
