/** How long understanding takes beside nodejieba's own tagging, text by text, and on texts made to take long. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cleanArticle } from '../../ingest/clean/clean.ts'
import { annotateClean } from '../../ingest/pipeline.ts'
import { readAll } from '../../ingest/run.ts'
import { openTagger } from '../../ingest/tagger.ts'
import type { RawArticle } from '../../model/article.ts'
import { KnownError } from '../../model/errors.ts'
import { corpus } from '../material.ts'
import { best, type Figure } from '../measure.ts'

/** nodejieba's own tagging, as a program would call it; there is none where its native part could not be built. */
export function nodejiebaTag(): (text: string) => unknown {
  try {
    return (createRequire(import.meta.url)('nodejieba') as { tag(text: string): unknown }).tag
  } catch (cause) {
    throw new KnownError('no-nodejieba', 'nodejieba was not built here: this figure has no baseline.', 400, {
      cause,
    })
  }
}

const ROUNDS = 25
/** Of a folder with more articles so many are read, evenly spread. */
const MOST = 150

const beside = (name: string, read: () => Promise<readonly RawArticle[]>): Figure => ({
  name,
  unit: 'ms',
  against: "nodejieba's own tag",
  measure: async () => {
    const [tagger, tag] = [openTagger(), nodejiebaTag()]
    const articles = (await read()).map((raw) => cleanArticle(raw))
    const sum = { value: 0, baseline: 0 }
    // article by article, warm and in turns: what else the machine does meets both, and a short run is rarely broken off
    for (const article of articles) annotateClean(article, tagger)
    for (const article of articles) {
      const [value, baseline]: number[][] = [[], []]
      for (let i = 0; i < ROUNDS; i++) {
        baseline!.push(await best(1, () => tag(article.text)))
        value!.push(await best(1, () => annotateClean(article, tagger)))
      }
      sum.value += Math.min(...value!)
      sum.baseline += Math.min(...baseline!)
    }
    return sum
  },
})

const gold = async (part: string): Promise<readonly RawArticle[]> => {
  const { raws } = await readAll([join(import.meta.dirname, '../gold', part, 'articles')])
  return evenly(raws, MOST)
}

/** So many of a list at most, each as far from the next. */
export function evenly<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most)
  return Array.from({ length: Math.min(most, list.length) }, (_, i) => list[Math.floor(i * step)]!)
}

/** Sentences without an end, those with # with another name each time: what grew with the square of the length would show here. */
const HOSTILE = [
  ...['“(', '产业园', '甲、', '临江区', '第1号科技园、', '新增12家,', '截至', '1月', '1234567890'],
  ...[
    '#路、',
    '“#公司',
    '#一期、',
    '其中#项目3亿元、',
    '聚焦#战略,建设#项目。',
    '这是#的首个项目,总投资3亿元,',
    '“一轴”是#园、',
    '建起#园,形成“一核两带”格局,',
    '“#战略”、',
    '#工程二期、二期。',
    '9个项目开工,总投资9亿元,包括#项目、',
  ],
]
const HOSTILE_CHARACTERS = 4000
const NAMING = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥']

/** A piece over and over, its names by count: 甲甲甲, 乙甲甲, 丙甲甲, … */
export function hostileText(piece: string, characters: number): string {
  const { length } = NAMING
  const name = (i: number) =>
    [1, length, length ** 2].map((place) => NAMING[Math.floor(i / place) % length]).join('')
  const named = (_: unknown, i: number) => piece.replaceAll('#', name(i))
  return Array.from({ length: Math.ceil(characters / named(0, 0).length) }, named).join('')
}

const hostile: Figure = {
  name: 'read: hostile text, eightfold',
  unit: 'ms',
  against: 'eight times the simple',
  measure: async () => {
    const tagger = openTagger()
    const read = (characters: number) => () => {
      for (const piece of HOSTILE) {
        const text = `看看今天的事\n${hostileText(piece, characters)}`
        annotateClean(cleanArticle({ file: 'hostile.txt', text }), tagger)
      }
    }
    await best(3, read(HOSTILE_CHARACTERS))
    return {
      value: await best(3, read(8 * HOSTILE_CHARACTERS)),
      baseline: 8 * (await best(3, read(HOSTILE_CHARACTERS))),
    }
  },
}

export const besides: Figure[] = [
  beside('read: understanding beside tagging', () => corpus(6)),
  ...['learn', 'check', 'names', 'retold'].map((part) =>
    beside(`read: gold/${part} beside tagging`, () => gold(part)),
  ),
  hostile,
]
