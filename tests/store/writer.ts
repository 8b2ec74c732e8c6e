/** A program that the crash test kills: `writer.ts PATH FIRST` puts batch after batch and says each that was stored. */
import { openStore } from '../../store/open.ts'
import { batchOf } from './batches.ts'

const [path, first] = process.argv.slice(2)
const store = await openStore(`embedded:${path}`, {})
await store.prepare()
console.log('open')
for (let n = Number(first); ; n++) {
  const { nodes, edges } = batchOf(n)
  await store.putNodes(nodes)
  await store.putEdges(edges)
  console.log(`stored ${n}`)
}
