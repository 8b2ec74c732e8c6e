/**
 * `tsx bench/relate.ts [FOLDER…]`: relations, SERVES, facts and statuses with gold entities, so that nothing but
 * `relate` is measured.
 * A folder holds gold/ID.json beside clean/ID.clean.txt or articles/ID.txt. `--type T` prints that type's misses and
 * wrong pairs with sentence and rule, `--all` every type's, `--rules` what each rule gets right and wrong; `--only ID` reads one article.
 */
import { parseArgs } from 'node:util'
import { relate } from '../ingest/relate/relate.ts'
import type { Annotated } from '../model/article.ts'
import { goldIds, goldLinked, goldOf, SHARED } from '../tests/ingest/gold.ts'
import type { Gold, GoldEdge } from './eval/gold.ts'
import { quantityOf } from './eval/normal.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rules: { type: 'boolean' },
    type: { type: 'string' },
    all: { type: 'boolean' },
    only: { type: 'string' },
  },
})

interface Count {
  tp: number
  fp: number
  fn: number
}
const counts = new Map<string, Count>()
const countOf = (type: string) => {
  if (!counts.has(type)) counts.set(type, { tp: 0, fp: 0, fn: 0 })
  return counts.get(type)!
}
/** How many each rule gets right and wrong. */
const rules = new Map<string, [right: number, wrong: number]>()
const ruleOf = (type: string, rule: string, right: boolean) => {
  const key = `${type} ${rule}`
  const [good, bad] = rules.get(key) ?? [0, 0]
  rules.set(key, right ? [good + 1, bad] : [good, bad + 1])
}
const shown = (type: string) => values.all || values.type === type

const keyOf = (type: string, head: number, tail: number) =>
  type === 'COOPERATES_WITH' && head > tail ? `${type} ${tail} ${head}` : `${type} ${head} ${tail}`

interface Said {
  sentence: string
  rule: string
}

/** The sentences that name an entity. */
const naming = (article: Annotated, mentions: readonly number[]): string =>
  [...new Set(mentions.map((m) => article.mentions[m]!.sentence))]
    .map((i) => article.text.slice(article.sentences[i]!.start, article.sentences[i]!.end))
    .join('\n       ')

function score(id: string, gold: Gold, article: Annotated): void {
  const indexOf = new Map(gold.entities.map((e, i) => [e.id, i]))
  const optional = new Set(gold.entities.flatMap((e, i) => (e.optional ? [i] : [])))
  const sentenceOf = (i: number) => {
    const { start, end } = article.sentences[i]!
    return article.text.slice(start, end)
  }
  const must = new Map<string, string>()
  const may = new Set<string>()
  const put = (type: string, r: GoldEdge, more = '') => {
    const [head, tail] = [indexOf.get(r.head)!, indexOf.get(r.tail)!]
    const key = keyOf(type, head, tail)
    if (r.optional || optional.has(head) || optional.has(tail)) may.add(key)
    else must.set(key, (r.evidence ?? '') + more)
  }
  for (const r of gold.relations) put(r.type, r)
  for (const r of gold.serves ?? []) put('SERVES', r, ` (${r.level})`)
  const got = new Map<string, Said>()
  for (const r of article.relations)
    if (!optional.has(r.head) && !optional.has(r.tail))
      got.set(keyOf(r.type, r.head, r.tail), { sentence: sentenceOf(r.sentence), rule: r.rule })
  for (const r of gold.serves ? article.serves : [])
    if (!optional.has(r.head) && !optional.has(r.tail))
      got.set(keyOf('SERVES', r.head, r.tail), {
        sentence: sentenceOf(r.sentence),
        rule: `${r.rule} (${r.level})`,
      })
  // facts and statuses: the second end is a quantity or a stage
  const putOf = (type: string, subject: string, tail: string, words: string) => {
    const i = indexOf.get(subject)!
    if (!optional.has(i)) must.set(`${type} ${i} ${tail}`, words)
  }
  for (const f of gold.facts ?? [])
    putOf('FACT', f.subject, quantityOf(f.value, f.unit), `${f.metric} ${f.value} ${f.unit ?? ''}`)
  for (const s of gold.statuses ?? []) putOf('STATUS', s.subject, s.status, s.status)
  for (const f of gold.facts ? article.facts : [])
    if (!optional.has(f.subject))
      got.set(`FACT ${f.subject} ${quantityOf(f.value, f.unit)}`, {
        sentence: sentenceOf(f.sentence),
        rule: f.metric,
      })
  for (const s of gold.statuses ? article.statuses : [])
    if (!optional.has(s.subject))
      got.set(`STATUS ${s.subject} ${s.status}`, {
        sentence: sentenceOf(s.sentence),
        rule: article.text.slice(s.start, s.end),
      })
  const name = (i: string | undefined) => `${gold.entities[Number(i)]!.name}`
  const line = (key: string) => {
    const [type, head, ...tail] = key.split(' ')
    const end = type === 'FACT' || type === 'STATUS' ? tail.join(' ') : name(tail[0])
    return `${name(head)} ${type} ${end}`
  }
  for (const [key, evidence] of must) {
    const type = key.split(' ')[0]!
    if (got.has(key)) countOf(type).tp++
    else {
      countOf(type).fn++
      if (shown(type)) {
        const at = article.text.indexOf(evidence.replace(/ \(\w+\)$/, ''))
        const s = article.sentences.find((x) => x.start <= at && at < x.end)
        const named = article.entities[Number(key.split(' ')[1])]!.mentions
        const where = type === 'STATUS' || type === 'FACT' ? naming(article, named) : ''
        console.log(
          `missed ${id}  ${line(key)}\n       ${(type === 'FACT' ? evidence : where) || (s ? sentenceOf(s.index) : evidence)}`,
        )
      }
    }
  }
  for (const [key, said] of got) {
    const type = key.split(' ')[0]!
    if (!may.has(key)) ruleOf(type, said.rule, must.has(key))
    if (must.has(key) || may.has(key)) continue
    countOf(type).fp++
    if (shown(type)) console.log(`wrong  ${id}  ${line(key)}  [${said.rule}]\n       ${said.sentence}`)
  }
}

for (const folder of positionals.length > 0 ? positionals : [SHARED]) {
  counts.clear()
  for (const id of goldIds(folder)) {
    if (values.only && id !== values.only) continue
    score(id, goldOf(id, folder), relate(goldLinked(id, folder)))
  }
  const all = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  const sum = (rows: typeof all): Count =>
    rows.reduce((x, [, c]) => ({ tp: x.tp + c.tp, fp: x.fp + c.fp, fn: x.fn + c.fn }), {
      tp: 0,
      fp: 0,
      fn: 0,
    })
  console.log(folder)
  if (values.rules)
    for (const [rule, [right, wrong]] of [...rules].sort())
      if (!/^(?:FACT|STATUS)/.test(rule)) console.log(`${rule.padEnd(40)} right ${right} wrong ${wrong}`)
  rules.clear()
  const relations = all.filter(([t]) => !['SERVES', 'FACT', 'STATUS'].includes(t))
  for (const [type, c] of [...all, ['relations', sum(relations)]] as typeof all) {
    const [p, r] = [c.tp / (c.tp + c.fp || 1), c.tp / (c.tp + c.fn || 1)]
    const f1 = p + r > 0 ? (2 * p * r) / (p + r) : 0
    console.log(
      `${type.padEnd(18)} P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${f1.toFixed(3)}   tp ${c.tp} fp ${c.fp} fn ${c.fn}`,
    )
  }
}
