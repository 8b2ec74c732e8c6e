/**
 * Makes listed.json, the short names of the companies listed in Shanghai, Shenzhen and Beijing, from the Python
 * package adata 2.9.5 (Apache-2.0): `pip download --no-deps adata`, unpack it, then
 * `npx tsx ingest/lexicon/build-listed.ts adata/stock/cache/code.csv node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8`.
 * The exchanges publish the names. Those that are a word of the language or a place as well are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { CITIES, COUNTY_STEMS, PROVINCES } from './divisions.ts'
import { SECTOR_BASES, SECTORS } from './sectors.ts'

const [listing, dictionary] = process.argv.slice(2)
if (!listing || !dictionary) throw new Error('Name code.csv and jieba.dict.utf8.')

const known = new Set(
  readFileSync(dictionary, 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[0]),
)
/** A name without the exchange's marks: *ST中安 → 中安, 万 科Ａ → 万科, 百济神州-U → 百济神州. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(' ', '')
    .replace(/^(?:\*?ST|S\*?ST|PT|XD|XR|DR|N|C)(?=\p{Script=Han})/u, '')
    .replace(/(?:[ABU]|-[A-Z]+)$/, '')
/** 白云机场 and 盐田港 are places first, 东湖高新 begins the name of a park. */
const PLACE = /(?:机场|空港|港|口岸|高新|新区|开发|城|岛|山|湖|江|河|里|村|路|桥)$/
const stems = [...PROVINCES, ...CITIES, ...COUNTY_STEMS]
const trades = new Set([...SECTORS, ...SECTOR_BASES])
const FIRM =
  /(?:股份|科技|集团|控股|电子|光电|微电|药业|制药|生物|医药|电气|电器|重工|机电|精工|机床|智能|材料|新材|高科|技术|软件|网络|数码|信息|通信|传媒|证券|银行|环境|化学|化工|铝业|铜业|矿业|钢铁|水泥|汽车|动力|食品|乳业|啤酒|服饰|纺织|家居|能源|电力|航空|海运|重机|特钢|机械|装备|仪器|器械|医疗)$/
/** 国际医学, 新产业, 智立方: words that may stand together anywhere, with no ending that only firms have. */
const ordinary = (name: string) =>
  name.length === 3
    ? known.has(name.slice(0, 2)) || known.has(name.slice(1))
    : !FIRM.test(name) && known.has(name.slice(0, 2)) && known.has(name.slice(2))
/** 桂林旅游: a trade of a place as often as a company. */
const ofPlace = (name: string) =>
  stems.some((stem) => name === stem || (name.startsWith(stem) && trades.has(name.slice(stem.length))))

const rows: { short_name: string }[] = parse(readFileSync(listing, 'utf8'), { columns: true })
const names = new Set(
  rows
    .filter(({ short_name }) => !/退/.test(short_name))
    .map(({ short_name }) => plain(short_name))
    .filter((name) => /^\p{Script=Han}{3,}$/u.test(name) && !known.has(name) && !trades.has(name))
    .filter((name) => !PLACE.test(name) && !ofPlace(name) && !ordinary(name)),
)
writeFileSync(join(import.meta.dirname, 'listed.json'), `${JSON.stringify([...names].sort().join(' '))}\n`)
console.log(`${names.size} of ${rows.length} names`)
