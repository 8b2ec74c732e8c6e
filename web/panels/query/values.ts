/** Values of an answer as text, and parameters as typed. Pure. */
import type { CypherResponse, SavedQuery } from '../../../model/api.ts'
import type { CypherEdge, CypherNode, CypherPath, CypherValue } from '../../../model/graph.ts'

const nameOf = ({ id, properties }: CypherNode): string =>
  String(properties.name ?? properties.title ?? properties.text ?? properties.metric ?? id)

/** A value as one line: nodes by their names, relationships by their types. */
export function textOf(value: CypherValue): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(textOf).join('、')
  if (value.kind === 'node' && 'labels' in value) return nameOf(value as CypherNode)
  if (value.kind === 'relationship' && 'type' in value) return String((value as CypherEdge).type)
  if (value.kind === 'path' && 'nodes' in value) {
    const { nodes, edges } = value as CypherPath
    return nodes
      .map((node, i) => (i === 0 ? nameOf(node) : `—${edges[i - 1]?.type ?? ''}— ${nameOf(node)}`))
      .join(' ')
  }
  return JSON.stringify(value)
}

/** The rows of an answer by their columns, whole: nodes and relationships with all of their properties. */
export const recordsOf = ({ columns, rows }: Pick<CypherResponse, 'columns' | 'rows'>): string =>
  `${JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]))),
    null,
    2,
  )}\n`

export type ParameterType = SavedQuery['parameters'][number]['type']

/** What was typed as what the query wants. Undefined where it is not of that type, or nothing was typed where something must be. */
export function valueOfText(text: string, type: ParameterType): CypherValue | undefined {
  if (type === 'boolean') return text === 'true'
  if (type === 'string') return text
  if (type === 'entity') return text || undefined
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return undefined
  return type === 'integer' && !Number.isInteger(number) ? undefined : number
}
