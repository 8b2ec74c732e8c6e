/** One run of scale.ts that writes nowhere: what reading alone takes. Arguments: corpus, shelf. */
import { ingestPaths } from '../ingest/run.ts'
import type { GraphStore } from '../store/store.ts'

const nowhere = {
  kind: 'embedded',
  prepare: async () => {},
  read: async () => [],
  inventory: async () => new Map(),
  putNodes: async () => {},
  putEdges: async () => {},
  removeNodes: async () => {},
  removeEdges: async () => {},
} as unknown as GraphStore

const [corpus = '', shelf = ''] = process.argv.slice(2)
let said = 0
let current = ''
const report = await ingestPaths(nowhere, [corpus], {
  shelf,
  reader: null,
  onProgress: ({ phase, done, total }) => {
    if (phase === current && done - said < 5_000 && (total === 0 || done < total)) return
    current = phase
    said = done
    console.error(`${phase} ${done}/${total}`)
  },
})
console.log(JSON.stringify(report))
