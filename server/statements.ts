/** Numbers and stages as they are served: each with the sentence that states it. */
import type { Evidence, FactRow, StatusRow } from '../model/api.ts'
import type { GraphNode } from '../model/graph.ts'
import type { Status } from '../model/ontology.ts'

/** What no sentence is found for is left out. */
export const withEvidence = <T>(
  nodes: readonly GraphNode[],
  stated: ReadonlyMap<string, Evidence>,
  rowOf: (node: GraphNode, evidence: Evidence) => T,
): T[] =>
  nodes.flatMap((node) => {
    const sentence = stated.get(node.id)
    return sentence ? [rowOf(node, sentence)] : []
  })

export const factOf = ({ id: fact, properties: p }: GraphNode, sentence: Evidence): FactRow => ({
  id: fact,
  metric: String(p.metric ?? ''),
  value: Number(p.value),
  unit: String(p.unit ?? ''),
  period: String(p.period ?? ''),
  bound: String(p.bound ?? ''),
  comparison: String(p.comparison ?? ''),
  evidence: sentence,
})

export const statusOf = ({ id: status, properties: p }: GraphNode, sentence: Evidence): StatusRow => ({
  id: status,
  status: p.status as Status,
  date: String(p.date ?? ''),
  evidence: sentence,
})
