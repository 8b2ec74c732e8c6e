import type { Subgraph } from '../../model/graph.ts'

export const BATCH_NODES = 300

/** Batch `n`: parks in a ring, each served by its neighbour; all ids say which batch they are of. */
export function batchOf(n: number): Subgraph {
  const id = (i: number) => `batch-${n}-${i % BATCH_NODES}`
  const all = Array.from({ length: BATCH_NODES }, (_, i) => i)
  return {
    nodes: all.map((i) => ({
      id: id(i),
      labels: ['Entity', 'Park'],
      properties: { name: `第${n}批第${i}园`, type: 'Park', aliases: [`园${i}`], articleCount: n },
    })),
    edges: all.map((i) => ({
      id: `PART_OF:${id(i)}:${id(i + 1)}`,
      type: 'PART_OF',
      from: id(i),
      to: id(i + 1),
      properties: { evidence: [`a${n}:${i}`], sentenceCount: 1 },
    })),
  }
}
