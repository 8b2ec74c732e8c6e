/** The whole graph as bytes with places, computed once for each state of the graph, beside the server and not in its way. */

import { fork } from 'node:child_process'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { encodeColumns } from '../../model/columns.ts'
import type { LayoutColumns } from './layout.ts'
import type { Whole } from './whole.ts'

const pack = promisify(gzip)

export async function columnsOf(whole: Whole): Promise<Uint8Array<ArrayBuffer>> {
  const { from, to } = whole
  const { x, y } = await laidOut({ count: whole.ids.length, from, to })
  const bytes = encodeColumns({
    ids: whole.ids,
    names: whole.names,
    types: whole.types,
    articleCounts: Uint8Array.from(whole.articleCounts, (n) => Math.min(255, n)),
    x,
    y,
    from,
    to,
    relations: whole.relations,
    levels: whole.levels,
  })
  return new Uint8Array(await pack(bytes, { level: 6 }))
}

/** In a process of its own: minutes of work on a large graph must not hold up an answer. */
function laidOut(columns: LayoutColumns): Promise<{ x: Float32Array; y: Float32Array }> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./layout-process.ts', import.meta.url), [], {
      execArgv: ['--import', import.meta.resolve('tsx')],
      serialization: 'advanced',
    })
    child.once('message', (places) => {
      resolve(places as { x: Float32Array; y: Float32Array })
      child.disconnect()
    })
    child.once('error', reject)
    child.once('exit', (code) => code !== 0 && reject(new Error(`the layout ended with ${code}`)))
    child.send(columns)
  })
}
