import { parseArgs } from 'node:util'
import type { Annotated } from '../model/article.ts'
import { KnownError } from '../model/errors.ts'
import { openStore } from '../store/open.ts'
import { readSettings, type Settings } from '../store/settings.ts'
import { ahead } from './ahead.ts'
import { cleanArticle } from './clean/clean.ts'
import { extractionsOf } from './extraction.ts'
import { linkCorpus } from './link/corpus.ts'
import { openReader } from './llm/open.ts'
import type { LlmReader } from './llm/reader.ts'
import { isPartial, linesOf } from './llm/report.ts'
import { annotateClean, RULES } from './pipeline.ts'
import { progressPrinter } from './progress.ts'
import type { ReadFailure, ReadOptions } from './read/read.ts'
import { checkMap } from './read/records.ts'
import { type IngestReport, ingestPaths, readAll } from './run.ts'
import { openTagger } from './tagger.ts'

const HELP = `npm run ingest -- PATH…             reads files and folders into the graph that QUANMAI_STORE names
npm run ingest -- extract PATH…     prints what they say, one article a line, and touches no store

PATH: a file, a folder, a glob, an http(s) address, or - for standard input
  --map title=标题,text=正文,date=日期,source=来源,url=链接   which columns or keys of a table hold what
  --format jsonl                     (extract) the only format there is
  --json                             (ingest) the report as one JSON line on standard output
  --allow-private                    addresses of private networks may be read
Exit code: 0 all read, 1 something could not be read (or not with the model that QUANMAI_LLM_URL names), 2 the call was wrong.`

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parse(argv)
  const extract = positionals[0] === 'extract'
  const paths = extract ? positionals.slice(1) : positionals
  if (values.help || paths.length === 0) {
    console.log(HELP)
    return values.help ? 0 : 2
  }
  const options: ReadOptions = {
    ...(values.map ? { map: mapOf(values.map) } : {}),
    ...(values['allow-private'] ? { allowPrivate: true } : {}),
  }
  if (extract) {
    if (values.format !== 'jsonl')
      throw new KnownError('bad-format', `--format ${values.format}: only jsonl is known.`)
    return printExtractions(paths, options)
  }
  return ingest(paths, options, values.json === true)
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

const say = (failures: readonly ReadFailure[]) => {
  for (const { file, message, hint } of failures) console.error(`${file}: ${message} ${hint}`.trim())
}

async function printExtractions(paths: string[], options: ReadOptions): Promise<number> {
  const { raws, failures } = await readAll(paths, options)
  const tagger = openTagger()
  const reader = readerOf(readSettings(process.env))
  const annotated: Annotated[] = []
  for await (const { article, steps } of ahead(raws, reader?.ahead ?? 1, async (raw) => {
    const article = cleanArticle(raw)
    return { article, steps: await reader?.stepsFor(article) }
  }))
    annotated.push(annotateClean(article, tagger, steps ?? RULES))
  for (const line of extractionsOf(annotated, linkCorpus(annotated)))
    process.stdout.write(`${JSON.stringify(line)}\n`)
  say(failures)
  return failures.length > 0 || sayRead(reader) ? 1 : 0
}

const readerOf = ({ llm }: Settings): LlmReader | null => (llm ? openReader(llm) : null)

/** @returns whether articles were left to the rules that the model should have read */
function sayRead(reader: LlmReader | null): boolean {
  if (!reader) return false
  for (const line of linesOf(reader.report)) console.error(line)
  return isPartial(reader.report)
}

async function ingest(paths: string[], options: ReadOptions, json: boolean): Promise<number> {
  const settings = readSettings(process.env)
  const reader = readerOf(settings)
  const store = await openStore(settings.store, settings)
  const stop = () => void store.close().then(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const report = await ingestPaths(store, paths, {
      ...options,
      onProgress: progressPrinter(process.stderr),
      reader,
    })
    say(report.failures)
    const partial = sayRead(reader)
    const whole = reader ? { ...report, llm: reader.report } : report
    console.log(json ? JSON.stringify(whole) : summaryOf(report))
    return report.failures.length > 0 || partial ? 1 : 0
  } finally {
    await store.close()
  }
}

function summaryOf({
  read,
  unchanged,
  replaced,
  failures,
  articles,
  graph,
  milliseconds,
}: IngestReport): string {
  const change = ({ put, removed }: { put: number; removed: number }) => `+${put} −${removed}`
  return [
    `${read} read (${unchanged} unchanged, ${replaced} replaced, ${failures.length} failed) in ${(milliseconds / 1000).toFixed(1)} s`,
    `graph: ${articles} articles, nodes ${change(graph.nodes)}, relationships ${change(graph.edges)}`,
  ].join('\n')
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof KnownError)) throw error
  console.error([error.message, error.hint].filter(Boolean).join(' '))
  process.exitCode = error.code.startsWith('bad-') ? 2 : 1
}
