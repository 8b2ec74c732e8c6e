/** `npm run eval`: reads the worked answers' articles as a user would and scores what comes out. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rulesReader } from '../ingest/by-rules.ts'
import { openReader } from '../ingest/llm/open.ts'
import type { LlmReader } from '../ingest/llm/reader.ts'
import { linesOf } from '../ingest/llm/report.ts'
import { openTagger } from '../ingest/tagger.ts'
import { KnownError } from '../model/errors.ts'
import { readSettings } from '../store/settings.ts'
import { comparisonOf } from './eval/compare.ts'
import { loadGold } from './eval/gold.ts'
import { pageOf } from './eval/page.ts'
import { predict } from './eval/predict.ts'
import { currentTable, QUOTING, quoteIn } from './eval/quoted.ts'
import { missLines, tableOf } from './eval/report.ts'
import { type Score, scoreOf } from './eval/score.ts'

const { values } = parseArgs({
  options: {
    shared: { type: 'string', default: join(import.meta.dirname, '../../shared') },
    gold: { type: 'string' },
    articles: { type: 'string', multiple: true },
    only: { type: 'string' },
    misses: { type: 'string', default: '0' },
    compare: { type: 'string' },
    json: { type: 'boolean' },
    write: { type: 'boolean' },
    llm: { type: 'boolean' },
    rules: { type: 'boolean' },
  },
})

async function main(): Promise<void> {
  if (values.write) {
    const table = await currentTable(values.shared, openTagger())
    for (const file of QUOTING) quoteIn(file, table)
    console.log(table)
    return
  }
  const gold = values.gold ?? join(values.shared, 'gold')
  const folders =
    values.articles ??
    ['seeds', 'articles', 'press'].map((name) => join(values.shared, name)).filter((path) => existsSync(path))
  if (!existsSync(gold) || folders.length === 0)
    throw new KnownError(
      'no-gold',
      `${gold} is not there: name a folder of gold with --gold DIR and its articles with --articles DIR, or --shared DIR for both.`,
      400,
    )
  const golds = new Map([...loadGold(gold)].filter(([id]) => !values.only || id.startsWith(values.only)))
  if (golds.size === 0)
    throw new KnownError(
      'no-gold',
      values.only
        ? `--only ${values.only}: no answer in ${gold} begins so.`
        : `${gold} holds no answers (*.json).`,
    )
  // before it is written anew: it may be the score of the last run
  const before = values.compare ? scoreIn(values.compare) : null
  const reader = values.llm ? modelReader() : null
  const predictions = await predict(folders, openTagger(), values.rules ? rulesReader : reader)
  if (reader) console.error(linesOf(reader.report).join('\n'))
  const score = scoreOf(golds, predictions)

  const out = join(import.meta.dirname, 'out')
  mkdirSync(out, { recursive: true })
  writeFileSync(
    join(out, 'prediction.jsonl'),
    `${predictions.map((line) => JSON.stringify(line)).join('\n')}\n`,
  )
  writeFileSync(join(out, 'score.json'), `${JSON.stringify(score)}\n`)
  writeFileSync(join(out, 'score.html'), await pageOf(score))

  if (values.json) console.log(JSON.stringify(score, null, 1))
  else {
    console.log(tableOf(score).join('\n'))
    if (values.misses !== '0') console.log(missLines(score, Number(values.misses)).join('\n'))
    console.log('\nTo read it with its sentences: bench/out/score.html (score.json is for --compare).')
  }
  if (before) console.log(`\n${comparisonOf(before, score).join('\n')}`)
}

/** The score that an earlier run wrote. @throws KnownError 'no-score' that names the file */
function scoreIn(path: string): Score {
  try {
    const score = JSON.parse(readFileSync(path, 'utf8')) as Score
    if (score.layers && Array.isArray(score.misses)) return score
  } catch (cause) {
    throw new KnownError(
      'no-score',
      `--compare ${path} can't be read: ${(cause as Error).message}. Name a score.json that npm run eval wrote.`,
      400,
      { cause },
    )
  }
  throw new KnownError(
    'no-score',
    `--compare ${path} is no score: name a score.json that npm run eval wrote.`,
  )
}

/** The one that `npm run ingest` would ask; without --llm none is asked, whatever is set. */
function modelReader(): LlmReader {
  const { llm } = readSettings(process.env)
  if (!llm) throw new KnownError('bad-setting', '--llm: QUANMAI_LLM_URL names no model (docs/llm.md).')
  return openReader(llm)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof KnownError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
