import { parseArgs } from 'node:util'
import { KnownError } from '../model/errors.ts'
import { digestOfStore } from './digest.ts'
import { openStore } from './open.ts'
import { readSettings } from './settings.ts'
import type { GraphStore } from './store.ts'
import { inventoryOf } from './sync.ts'

const HELP = `npm run --silent graph -- digest         one hash over the graph: the same on every store for the same articles
npm run --silent graph -- export         nodes, then relationships, one JSON line each
npm run graph -- clear --yes             takes everything out of the graph
npm run graph -- prepare                 makes constraints and indexes`

const commands: Record<string, (store: GraphStore, sure: boolean) => Promise<void>> = {
  async digest(store) {
    console.log(await digestOfStore(store))
  },
  async export(store) {
    for await (const node of store.exportNodes()) console.log(JSON.stringify(node))
    for await (const edge of store.exportEdges()) console.log(JSON.stringify(edge))
  },
  async clear(store, sure) {
    if (!sure)
      throw new KnownError('bad-call', 'This takes everything out of the graph. Add --yes if you mean it.')
    await store.hold()
    await store.removeNodes([...(await inventoryOf(store, 'nodes')).keys()])
    console.log('The graph is empty.')
  },
  async prepare(store) {
    await store.prepare()
  },
}

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { yes: { type: 'boolean' } } })
  const command = commands[positionals[0] ?? '']
  if (!command) throw new KnownError('bad-call', HELP)
  const settings = readSettings(process.env)
  const store = await openStore(settings.store, settings)
  try {
    await command(store, values.yes === true)
  } finally {
    await store.close()
  }
} catch (error) {
  if (!(error instanceof KnownError)) throw error
  console.error([error.message, error.hint].filter(Boolean).join(' '))
  process.exitCode = error.code === 'bad-call' ? 2 : 1
}
