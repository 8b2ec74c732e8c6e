/** The score as a page to read in: figures first, then every answer that is missing or wrong, with its sentence. */
import { html, raw } from 'hono/html'
import { LAYERS, type Score } from './score.ts'
import type { Figure } from './tally.ts'

const STYLE = `body{font:14px/1.55 system-ui,"PingFang SC","Noto Sans SC",sans-serif;margin:24px auto;max-width:1100px;color:#1e2329;background:#fbfaf7}
table{border-collapse:collapse;margin:12px 0 24px}th,td{padding:4px 10px;border-bottom:1px solid #e4e1da;text-align:left;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}summary{cursor:pointer;font-weight:600;margin:8px 0}q{color:#5b6470;quotes:none}`

const figureRow = (name: string, f: Figure) =>
  html`<tr><td>${name}</td><td class="n">${f.p.toFixed(3)}</td><td class="n">${f.r.toFixed(3)}</td><td class="n">${f.f1.toFixed(3)}</td><td class="n">${f.tp}</td><td class="n">${f.fp}</td><td class="n">${f.fn}</td></tr>`

const figureTable = (rows: readonly [string, Figure][]) =>
  html`<table><thead><tr><th></th><th>P</th><th>R</th><th>F1</th><th>right</th><th>wrong</th><th>missed</th></tr></thead><tbody>${rows.map(([name, f]) => figureRow(name, f))}</tbody></table>`

/** A whole HTML document; all text of articles is escaped. */
export async function pageOf(score: Score): Promise<string> {
  const page = await html`<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>Quanmai: score</title><style>${raw(STYLE)}</style></head><body>
<h1>Score</h1>
${figureTable(LAYERS.map((layer) => [layer, score.layers[layer]]))}
<h2>Entities by type</h2>${figureTable(Object.entries(score.byType))}
<h2>Relations by type</h2>${figureTable(Object.entries(score.byRelation))}
<h2>Articles</h2>
<table><thead><tr><th></th>${LAYERS.map((layer) => html`<th>${layer}</th>`)}</tr></thead><tbody>
${Object.entries(score.byArticle).map(
  ([article, layers]) =>
    html`<tr><td>${article}</td>${LAYERS.map((layer) => html`<td class="n">${layers[layer]?.f1.toFixed(2) ?? ''}</td>`)}</tr>`,
)}</tbody></table>
<h2>Missed and wrong</h2>
${LAYERS.flatMap((layer) =>
  (['missed', 'wrong'] as const).map((kind) => {
    const misses = score.misses.filter((m) => m.layer === layer && m.kind === kind)
    return html`<details><summary>${layer}: ${kind} (${misses.length})</summary><table><tbody>${misses.map(
      (m) =>
        html`<tr><td>${m.article}</td><td>${m.type}</td><td>${m.text}</td><td><q>${m.sentence}</q></td></tr>`,
    )}</tbody></table></details>`
  }),
)}
</body></html>
`
  return page.toString()
}
