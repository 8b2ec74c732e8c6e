/** One run of scale.ts that writes nowhere: what reading alone takes, phase by phase. Arguments: corpus, shelf. */
import { ingestPaths } from '../ingest/run.ts'
import type { GraphStore } from '../store/store.ts'

const nowhere = {
  kind: 'embedded',
  prepare: async () => {},
  read: async () => [],
  async *inventory() {},
  putNodes: async () => {},
  putEdges: async () => {},
  removeNodes: async () => {},
  removeEdges: async () => {},
} as unknown as GraphStore

const [corpus = '', shelf = ''] = process.argv.slice(2)
let said = 0
let current = ''
let most = 0
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 100)
const ended = () => {
  if (current) console.error(`${current}: ${Math.round(most / 2 ** 20)} MB resident at most`)
  most = process.memoryUsage.rss()
}
const report = await ingestPaths(nowhere, [corpus], {
  shelf,
  reader: null,
  onProgress: ({ phase, done, total }) => {
    if (phase !== current) ended()
    else if (done - said < 10_000 && (total === 0 || done < total)) return
    current = phase
    said = done
    console.error(`${phase} ${done}/${total}`)
  },
})
ended()
clearInterval(watch)
console.log(JSON.stringify(report))
