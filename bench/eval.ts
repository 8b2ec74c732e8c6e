/** `npm run eval`: reads the worked answers' articles as a user would and scores what comes out, with the scorer beside them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { extractionsOf } from '../ingest/extraction.ts'
import { linkCorpus } from '../ingest/link/corpus.ts'
import { annotate } from '../ingest/pipeline.ts'
import { readAll } from '../ingest/run.ts'
import { openTagger } from '../ingest/tagger.ts'

const { values } = parseArgs({
  options: {
    shared: { type: 'string', default: join(import.meta.dirname, '../../shared') },
    misses: { type: 'string', default: '0' },
    json: { type: 'boolean' },
  },
})
const scorer = join(values.shared, 'score.py')
if (!existsSync(scorer)) {
  console.error(
    `${scorer} is not there: name the folder that holds gold/, articles and score.py with --shared DIR.`,
  )
  process.exit(1)
}
const folders = ['seeds', 'articles', 'press']
  .map((name) => join(values.shared, name))
  .filter((path) => existsSync(path))
const { raws } = await readAll(folders)
const tagger = openTagger()
const annotated = raws.map((raw) => annotate(raw, tagger))
const out = join(import.meta.dirname, 'out')
mkdirSync(out, { recursive: true })
const prediction = join(out, 'prediction.jsonl')
writeFileSync(
  prediction,
  `${extractionsOf(annotated, linkCorpus(annotated))
    .map((line) => JSON.stringify(line))
    .join('\n')}\n`,
)
const flags = [
  ...(values.json ? ['--json'] : []),
  ...(values.misses === '0' ? [] : ['--misses', values.misses]),
]
const { status, error } = spawnSync('python3', [scorer, join(values.shared, 'gold'), prediction, ...flags], {
  stdio: 'inherit',
})
if (error) console.error('The scorer needs python3.')
process.exitCode = status ?? 1
