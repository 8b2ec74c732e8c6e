import { parseArgs } from 'node:util'
import { KnownError } from '../model/errors.ts'
import { openStore } from '../store/open.ts'
import { readSettings, type Settings } from '../store/settings.ts'
import { annotateAll } from './annotate.ts'
import { extractionsOf } from './extraction.ts'
import { linkCorpus } from './link/corpus.ts'
import { openReader } from './llm/open.ts'
import type { LlmReader } from './llm/reader.ts'
import { isPartial, linesOf } from './llm/report.ts'
import { progressPrinter } from './progress.ts'
import type { ReadOptions } from './read/read.ts'
import { checkMap } from './read/records.ts'
import { failureLines, nothingLines, passedOverLines, reportLines } from './report.ts'
import { type IngestOptions, ingestPaths, readAll, removePaths } from './run.ts'
import { shelfFor } from './shelf/place.ts'
import { openTagger } from './tagger.ts'

const HELP = `npm run ingest -- PATH…                     reads articles into the graph that QUANMAI_STORE names
npm run ingest -- remove PATH…              takes out what these files, folders or addresses said
npm run --silent ingest -- extract PATH…    prints what articles say, one a line, and touches no graph

PATH: a file, a folder, a glob, a zip, an http(s) address, or - for standard input
  --map title=标题,text=正文,date=日期,source=来源,url=链接,author=作者,editor=编辑   which columns or keys of a table hold what
  --remove-gone       what files said that are gone from the folders is taken out
  --allow-private     addresses of private networks may be read
  --workers N         threads that understand articles (told by the machine unless given)
  --json              the report as one JSON line on standard output (npm run --silent adds none of its own)
  --format jsonl      (extract) the only format there is
Exit code: 0 all was read, 1 something could not be read (or not with the model that QUANMAI_LLM_URL names) and
the rest is in the graph, 2 the call was wrong, 3 nothing was done, 130 interrupted. Kinds, rules and the report: docs/reading.md.`

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parse(argv)
  const command = COMMANDS.find((name) => name === positionals[0]) ?? 'read'
  const paths = command === 'read' ? positionals : positionals.slice(1)
  if (values.help || paths.length === 0) {
    console.log(HELP)
    return values.help ? 0 : 2
  }
  const options: IngestOptions = {
    ...(values.map ? { map: mapOf(values.map) } : {}),
    ...(values['allow-private'] ? { allowPrivate: true } : {}),
    ...(values['remove-gone'] ? { removeGone: true } : {}),
    ...(values.workers ? { workers: countOf(values.workers) } : {}),
  }
  if (command !== 'extract') return change(command, paths, options, values.json === true)
  if (values.format !== 'jsonl')
    throw new KnownError('bad-format', `--format ${values.format}: only jsonl is known.`)
  return printExtractions(paths, options)
}

const COMMANDS = ['remove', 'extract'] as const

function countOf(text: string): number {
  if (!/^\d{1,2}$/.test(text))
    throw new KnownError('bad-call', `--workers ${text}: give a number of threads.`)
  return Number(text)
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        format: { type: 'string', default: 'jsonl' },
        map: { type: 'string' },
        json: { type: 'boolean' },
        'allow-private': { type: 'boolean' },
        'remove-gone': { type: 'boolean' },
        workers: { type: 'string' },
      },
    })
  } catch (cause) {
    throw new KnownError('bad-call', `${(cause as Error).message}\n\n${HELP}`, 400, { cause })
  }
}

function mapOf(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('='))
  const wrong = pairs.find((pair) => pair.length !== 2 || pair.some((side) => side.trim() === ''))
  if (wrong) throw new KnownError('bad-map', `--map: “${wrong.join('=')}” is not of the form field=column.`)
  const map = Object.fromEntries(pairs.map(([field, column]) => [field!.trim(), column!.trim()]))
  checkMap(map)
  return map
}

async function printExtractions(paths: string[], options: ReadOptions): Promise<number> {
  const { raws, failures, passedOver } = await readAll(paths, options)
  const tagger = openTagger()
  const reader = readerOf(readSettings(process.env))
  const annotated = await annotateAll(raws, tagger, reader)
  for (const line of extractionsOf(annotated, linkCorpus(annotated)))
    process.stdout.write(`${JSON.stringify(line)}\n`)
  for (const { file, message, hint } of failures) console.error(`${file}: ${message} ${hint}`.trim())
  for (const line of [
    ...passedOverLines(passedOver),
    ...nothingLines({ read: raws.length, failures, passedOver }),
  ])
    console.error(line)
  return failures.length > 0 || sayRead(reader) ? 1 : 0
}

const readerOf = ({ llm }: Settings): LlmReader | null => (llm ? openReader(llm) : null)

/** @returns whether articles were left to the rules that the model should have read */
function sayRead(reader: LlmReader | null): boolean {
  if (!reader) return false
  for (const line of linesOf(reader.report)) console.error(line)
  return isPartial(reader.report)
}

async function change(
  command: 'read' | 'remove',
  paths: string[],
  options: IngestOptions,
  json: boolean,
): Promise<number> {
  const settings = readSettings(process.env)
  const reader = readerOf(settings)
  const store = await openStore(settings.store, settings)
  const stop = () => void store.close().then(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const report = await (command === 'read' ? ingestPaths : removePaths)(store, paths, {
      ...options,
      shelf: shelfFor(settings),
      onProgress: progressPrinter(process.stderr),
      reader,
    })
    if (!json) for (const line of failureLines(report)) console.error(line)
    const partial = sayRead(reader)
    const whole = reader ? { ...report, llm: reader.report } : report
    console.log(json ? JSON.stringify(whole) : reportLines(report).join('\n'))
    return report.failures.length > 0 || partial ? 1 : 0
  } finally {
    await store.close()
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof KnownError)) throw error
  console.error([error.message, error.hint].filter(Boolean).join(' '))
  process.exitCode = error.code.startsWith('bad-') ? 2 : 3
}
