/** The statements that both adapters write with. Labels and types come only from the ontology's keys. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { batchesOf } from '../model/batches.ts'
import type { GraphEdge, GraphNode, PropertyValue } from '../model/graph.ts'
import { groupedBy } from '../model/groups.ts'
import { type EdgeType, edgeTypes, type NodeLabel, nodeLabels } from '../model/ontology.ts'
import { contentOfEdge, contentOfNode, digestOf } from './digest.ts'

const FOLDER = join(import.meta.dirname, '../cypher')

/** Every node has one of these; its `id` is unique under it. */
export const PRIMARY_LABELS = [
  'Article',
  'Sentence',
  'Entity',
  'Fact',
  'Status',
] as const satisfies NodeLabel[]
type Primary = (typeof PRIMARY_LABELS)[number]

const ENDS: Partial<Record<EdgeType, readonly [Primary, Primary][]>> = {
  HAS_SENTENCE: [['Article', 'Sentence']],
  MENTIONS: [['Article', 'Entity']],
  HAS_FACT: [['Entity', 'Fact']],
  HAS_STATUS: [['Entity', 'Status']],
  STATED_IN: [
    ['Fact', 'Sentence'],
    ['Status', 'Sentence'],
  ],
}
const BETWEEN_ENTITIES: readonly [Primary, Primary][] = [['Entity', 'Entity']]

export interface Statement {
  query: string
  parameters: Record<string, unknown>
}

function template(name: string, words: Record<string, string>): string {
  const text = readFileSync(join(FOLDER, 'write', `${name}.cypher`), 'utf8')
  return text.replace(/\$\$(\w+)\$\$/g, (_, word: string) => {
    const value = words[word]
    if (value === undefined) throw new Error(`cypher/write/${name}.cypher: $$${word}$$ is not given`)
    return value
  })
}

const known = <T extends string>(list: readonly T[], word: T): T => {
  if (!list.includes(word)) throw new Error(`not in the ontology: ${word}`)
  return word
}

const withDigest = (id: string, properties: Record<string, PropertyValue>, content: string) => ({
  ...properties,
  id,
  digest: digestOf(content),
})

/** The constraints and indexes of cypher/NAME.cypher, one statement each. */
export function schemaStatements(...names: ('schema' | 'schema-embedded')[]): string[] {
  return names
    .flatMap((name) => readFileSync(join(FOLDER, `${name}.cypher`), 'utf8').split(';'))
    .map((part) => part.replace(/^\s*\/\/.*$/gm, '').trim())
    .filter((part) => part !== '')
}

export function* putNodeStatements(nodes: readonly GraphNode[], size: number): Generator<Statement> {
  for (const [key, group] of groupedBy(nodes, ({ labels }) => labels.join(':'))) {
    const labels = key.split(':').map((label) => known(nodeLabels, label as NodeLabel))
    const primary = known(PRIMARY_LABELS, labels[0] as Primary)
    const query = template('put-nodes', { PRIMARY: primary, LABELS: labels.join(':') })
    for (const batch of batchesOf(group, size)) {
      const rows = batch.map((node) => ({
        id: node.id,
        properties: withDigest(node.id, node.properties, contentOfNode(node)),
      }))
      yield { query, parameters: { rows } }
    }
  }
}

export function* putEdgeStatements(edges: readonly GraphEdge[], size: number): Generator<Statement> {
  for (const [type, group] of groupedBy(edges, (edge) => edge.type)) {
    const TYPE = known(edgeTypes, type as EdgeType)
    for (const [FROM, TO] of ENDS[TYPE] ?? BETWEEN_ENTITIES) {
      const query = template('put-edges', { TYPE, FROM, TO })
      for (const batch of batchesOf(group, size)) {
        const rows = batch.map((edge) => ({
          from: edge.from,
          to: edge.to,
          properties: withDigest(edge.id, edge.properties, contentOfEdge(edge)),
        }))
        yield { query, parameters: { rows } }
      }
    }
  }
}

export function* removeNodeStatements(ids: readonly string[], size: number): Generator<Statement> {
  for (const PRIMARY of PRIMARY_LABELS) {
    const query = template('remove-nodes', { PRIMARY })
    for (const batch of batchesOf(ids, size)) yield { query, parameters: { ids: batch } }
  }
}

export function* removeEdgeStatements(ids: readonly string[], size: number): Generator<Statement> {
  for (const [type, group] of groupedBy(ids, (id) => id.slice(0, id.indexOf(':')))) {
    const TYPE = known(edgeTypes, type as EdgeType)
    for (const [FROM] of ENDS[TYPE] ?? BETWEEN_ENTITIES) {
      const query = template('remove-edges', { TYPE, FROM })
      for (const batch of batchesOf(group, size)) {
        yield { query, parameters: { ids: batch, froms: [...new Set(batch.map((id) => fromOf(TYPE, id)))] } }
      }
    }
  }
}

/** Every id below holds no colon but a sentence's one, so an edge's id can be taken apart. */
function fromOf(type: EdgeType, id: string): string {
  return id.slice(type.length + 1).split(':')[0]!
}

/** Reads everything of one kind; `after` pages by id. */
export const exportStatements = {
  nodes: (label: Primary) => template('export-nodes', { PRIMARY: label }),
  edges: (type: EdgeType) => template('export-edges', { TYPE: known(edgeTypes, type) }),
  nodeDigests: (label: Primary) => template('node-digests', { PRIMARY: label }),
  foreignNodes: (label: Primary) => template('foreign-nodes', { PRIMARY: label }),
  uniqueLabels: () => template('unique-labels', {}),
  edgeDigests: (type: EdgeType) => template('edge-digests', { TYPE: known(edgeTypes, type) }),
}

/** Only one transaction at a time gets past it. */
export const holdStatement = (): string => template('hold', {})
