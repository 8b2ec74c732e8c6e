/** `npm run train`: learns from bench/gold, writes the weights, and says what they give on articles not learned from. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { zipped } from '../ingest/learned/zipped.ts'
import { TYPES } from '../ingest/recognize/model/roles.ts'
import { openTagger } from '../ingest/tagger.ts'
import { answersOf, digestOf, wholeAnswers } from './learn/answers.ts'
import { type Counts, figuresOf } from './learn/count.ts'
import { insideFileOf, namesFileOf } from './learn/file.ts'
import { joinsFileOf } from './learn/joins.ts'
import { insideFrom, lessonsFrom, weightsFrom } from './learn/learn.ts'
import { OPTIONS } from './learn/options.ts'
import { linkedByRules } from './learn/paired.ts'
import { statusesFileOf } from './learn/statements/statuses.ts'
import { weighFacts } from './learn/statements/weigh-facts.ts'
import { weighPairs } from './learn/statements/weigh-pairs.ts'
import { folds, MODEL, ROWS, type Trial, tryOn } from './learn/trials.ts'

export const WEIGHTS = join(import.meta.dirname, '../ingest/recognize/model/weights.json.gz')
const PAIRS_WEIGHTS = join(import.meta.dirname, '../ingest/relate/pairs/weights.json.gz')
const INSIDE_WEIGHTS = join(import.meta.dirname, '../ingest/recognize/model/inside.json.gz')
const JOINS_WEIGHTS = join(import.meta.dirname, '../ingest/join/weights.json.gz')
const FACTS_WEIGHTS = join(import.meta.dirname, '../ingest/relate/facts/weights.json.gz')
const STATUS_WEIGHTS = join(import.meta.dirname, '../ingest/relate/statuses/weights.json.gz')

const { values } = parseArgs({
  options: {
    /** 0: no k-fold. */
    folds: { type: 'string', default: '6' },
    fresh: { type: 'boolean', default: true },
    /** Figures only. */
    dry: { type: 'boolean', default: false },
    types: { type: 'boolean', default: false },
    /** One part: names, inside (names inside names, with names as well), joins, facts, statuses or pairs; all unless given. */
    only: { type: 'string' },
    /** JSON of options to try others. */
    options: { type: 'string', default: '{}' },
  },
  allowNegative: true,
})

const options = { ...OPTIONS, ...JSON.parse(values.options) }
const tagger = openTagger()
const written = wholeAnswers(tagger)
const fresh = answersOf('names', tagger)

if (!values.only || values.only === 'names') names()
if (values.only === 'inside' && !values.dry)
  write(INSIDE_WEIGHTS, insideFileOf(insideFrom(lessonsFrom([...written, ...fresh], options)), digestOf()))
if (!values.dry && (!values.only || values.only === 'joins'))
  write(JOINS_WEIGHTS, joinsFileOf(linkedByRules(tagger), digestOf()))
if (!values.only || values.only === 'facts') {
  const file = weighFacts(tagger, digestOf(), console.log)
  if (!values.dry) write(FACTS_WEIGHTS, file)
}
if (!values.dry && (!values.only || values.only === 'statuses')) write(STATUS_WEIGHTS, statusesFileOf(tagger))
if (!values.only || values.only === 'pairs') {
  const file = weighPairs(tagger, digestOf(), console.log)
  if (!values.dry) write(PAIRS_WEIGHTS, file)
}

function names(): void {
  if (values.fresh) {
    const trial: Trial = new Map()
    tryOn(written, fresh, trial, options)
    print(`${fresh.length} articles that neither rules nor weights were made with`, trial)
  }
  if (values.folds !== '0')
    print(
      `${values.folds}-fold over ${written.length + fresh.length} articles`,
      folds([...written, ...fresh], Number(values.folds), options),
    )
  if (!values.dry) {
    const { weights, inside } = weightsFrom([...written, ...fresh], options)
    write(WEIGHTS, namesFileOf(weights, digestOf()))
    write(INSIDE_WEIGHTS, insideFileOf(inside, digestOf()))
  }
}

function write(path: string, file: object): void {
  const bytes = zipped(file)
  writeFileSync(path, bytes)
  console.log(`${path}: ${Math.round(bytes.length / 1024)} KB`)
}

function print(title: string, trial: Trial): void {
  console.log(`\n${title}\n\n| | precision | recall | F1 |\n| --- | --- | --- | --- |`)
  for (const row of ROWS) line(row, trial.get(row)!, 'all')
  if (!values.types) return
  console.log('\n| | all rules | | | rules + model | | |\n| --- | --- | --- | --- | --- | --- | --- |')
  for (const type of TYPES)
    console.log(`| ${type} | ${cells(trial.get('all rules')!, type)} | ${cells(trial.get(MODEL)!, type)} |`)
}
function line(name: string, counts: Counts, type: string): void {
  console.log(`| ${name} | ${cells(counts, type)} |`)
}
function cells(counts: Counts, type: string): string {
  const { precision, recall, f1 } = figuresOf(counts.get(type))
  return [precision, recall, f1].map((x) => x.toFixed(3)).join(' | ')
}
