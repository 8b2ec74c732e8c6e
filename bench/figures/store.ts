/** The embedded store, against a file that holds the same. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { largeGraph, withStore } from '../material.ts'
import { best, type Figure } from '../measure.ts'

const COUNT = 10_000

function toFile(items: readonly unknown[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-bench-'))
  const job = () =>
    writeFileSync(join(folder, 'all.jsonl'), items.map((item) => JSON.stringify(item)).join('\n'))
  return best(3, job).finally(() => rmSync(folder, { recursive: true, force: true }))
}

const writing = (kind: 'nodes' | 'edges'): Figure => ({
  name: `store: write ${kind}`,
  unit: `${kind}/s`,
  against: 'JSON lines to a file',
  measure: () =>
    withStore(async (store) => {
      const { nodes, edges } = largeGraph(COUNT)
      const perSecond = (milliseconds: number, count: number) => count / (milliseconds / 1000)
      const putNodes = await best(1, () => store.putNodes(nodes))
      if (kind === 'nodes')
        return {
          value: perSecond(putNodes, nodes.length),
          baseline: perSecond(await toFile(nodes), nodes.length),
        }
      const putEdges = await best(1, () => store.putEdges(edges))
      return {
        value: perSecond(putEdges, edges.length),
        baseline: perSecond(await toFile(edges), edges.length),
      }
    }),
})

export const storing: Figure[] = [writing('nodes'), writing('edges')]
