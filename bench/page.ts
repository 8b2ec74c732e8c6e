/** docs/bench.md: what was measured, where and when. */
import { cpus, loadavg, totalmem } from 'node:os'

export interface Row {
  name: string
  value: number
  unit: string
  baseline: number
  ratio: number
}

/** The page; the day is given, so that the same rows give the same page. */
export function pageOf(rows: readonly (Row & { against: string })[], day: string): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform} ${process.arch}`
  const load = Math.round(loadavg()[1]!)
  const busy =
    load > cpus().length
      ? ` The machine was busy with other work (load ${load}): its ratios hold, its milliseconds are too many.`
      : ''
  const table = rows.map(
    ({ name, value, unit, against, baseline, ratio }) =>
      `| ${name} | ${value} ${unit} | ${against}: ${baseline} | ×${ratio} |`,
  )
  return `# Speed

\`npm run bench\` measures on paths that users take, each figure against a baseline of the same run: machines differ, ratios far less. \`--json\` prints a JSON line for each figure (name, value, unit, baseline, ratio), \`--only WORD\` those whose name holds the word, \`--page\` writes this page.

Measured on ${day}: ${machine}.${busy}

| figure | value | baseline | ratio |
| --- | --- | --- | --- |
${table.join('\n')}

- **start** goes from the call of \`npm start\`, with the page built, to its address.
- **read** is over the samples, six times with other numbers; *text to graph* cleans, understands, links and projects. Its baseline is tagging alone, by the tagger that it uses: what any reader of Chinese must run. *Beside tagging* finds names, links, relations, facts and stages, words included, article by article, warm and in turns with nodejieba's own \`tag\` over the whole text, over the samples and over each part of \`bench/gold\` (of one with more articles 150, evenly spread): the aim is ×2. *Hostile text* is sentences without an end, 4,000 and 32,000 characters of each: ×1 is time in proportion to length. *files* are 400 articles as text in two encodings, pages (Readability takes most of the time) and JSON Lines, read from disk and cleaned beside nodejieba's own \`tag\` over their texts.
- **store** writes 10,000 entities and 22,000 relationships with their evidence into the embedded store.
- **picture** draws 100,000 entities and 500,000 relations in headless Chromium, without a graphics card, from the call of the address to the first frame and then frame by frame; its baseline is a page with nothing but sigma and the same graph. *Costliest frame of hovers* is the page's own work in one frame, without the painting, while the pointer goes onto and off fourteen of 10,000 entities, from the best-connected one on, each the best of six times: the aim is at most 10 ms; its baseline is that of painting all of them.
- **answer** is over these 10,000 entities, through the whole HTTP application: the best of 15 requests.
`
}
