/** Which stage the text says that a project, park or institute has reached. */
import type { Sentence, Span, StatusMention } from '../../../model/article.ts'
import type { EntityType, Status } from '../../../model/ontology.ts'
import { clauseAt } from '../clauses.ts'
import type { Unit } from '../phrases.ts'
import type { Reading } from '../reading.ts'
import { between, firstFrom, type Scene, typeOf, wordsBefore } from '../scene.ts'
import { dateOf } from './dated.ts'
import { behindOf, CARRIERS, FACILITY, own, reached } from './reached.ts'
import {
  AHEAD,
  AIMED,
  BUILDING,
  CONDITION,
  DONE,
  dateBefore,
  FRAMED,
  isToCome,
  LATER,
  LISTING,
  LOOKS_BACK,
  PLANNED,
  PUSHED,
  PUSHING,
  SETS_OUT,
  STAGES,
  UNDER_WAY,
} from './stages.ts'

const UNBUILT: ReadonlySet<EntityType> = new Set(['Person', 'Industry', 'Honor', 'Event'])
/** What a firm itself can be at; a list of firms that is counted as projects can be at any stage. */
const OF_COMPANIES = new Set<Status>(['landed', 'in_operation'])
const LATE = new Set<Status>(['in_operation', 'completed', 'topped_out'])
/** Signed for, paid for or done with: not what is under way. */
const NOT_UNDER_WAY = /签约|投资|已|建成|参与|共同$/
const SET_OF_WORKS = /^[”》]?(?:等|[一二三四五六七八九十两]大)[^,，。;；]{0,10}(?:工程|项目)/
/** How far words before a cue are looked for, in characters; names between them that are blanked may be many. */
const REACH = 64
const FAR = 1600
/** How far from a name what it costs may stand. */
const NEAR = 24

export interface Found {
  /** Said in passing (新引进的X), or of what is to come: what else is said of it counts before this. */
  weak: boolean
  mention: StatusMention
}
interface Said {
  stage: Status
  sentence: Sentence
  start: number
  end: number
  weak?: boolean
  /** It stands in a list that is counted as projects. */
  counted?: boolean
}

/** What the rules say by themselves. */
export const statusesByRules = (scene: Scene, readings: readonly Reading[]): StatusMention[] =>
  strongest(stagesByRules(scene, readings))

/** Each stage that a rule finds, also those that count only where nothing else is said. */
const stagesByRules = (scene: Scene, readings: readonly Reading[]): Found[] => heardIn(scene, readings).found

/** A word of a stage where it stands. */
export interface Heard extends Span {
  sentence: number
  /** What the word says; null: that something is built, be it planned or done. */
  says: Status | null
  /** What it says there: `planned` where it is of what is to come. */
  stage: Status | null
  /** Of what, as the rules have it. */
  of: readonly number[]
}

export function heardIn(scene: Scene, readings: readonly Reading[]): { found: Found[]; heard: Heard[] } {
  const found = new Map<string, Found>()
  const heard: Heard[] = []
  const add = (unit: Unit, { stage, sentence, start, end, weak = false, counted = false }: Said) => {
    const subject = unit.entities[0]!
    const type = typeOf(scene, subject)
    const { name } = scene.article.entities[subject]!
    if (UNBUILT.has(type) || (!CARRIERS.includes(type) && !FACILITY.test(name))) return
    if (type === 'Company' && !OF_COMPANIES.has(stage) && !counted) return
    if (stage === 'signed' && type === 'Park' && name.endsWith('区')) return
    const key = `${subject} ${stage}`
    const old = found.get(key)
    if (old && (!old.weak || weak)) return
    const date = dateOf(scene, sentence, start)
    found.set(key, {
      weak,
      mention: { subject, status: stage, date, sentence: sentence.index, start, end },
    })
  }
  let setsOut = false
  for (const reading of readings) {
    const { sentence } = reading
    const line = scene.article.text.slice(sentence.start, sentence.end)
    if (LOOKS_BACK.test(line)) setsOut = false
    if (SETS_OUT.test(line)) setsOut = true
    const ahead = setsOut || AHEAD.test(line)
    stagesIn(reading, line, ahead, add, heard)
    worksIn(reading, line, ahead, add, heard)
  }
  atOnce(scene, readings, found, add)
  return { found: [...found.values()], heard }
}

/** What an article opens with that tells of many projects begun or signed for at once. */
const AT_ONCE: readonly [RegExp, Status][] = [
  [/集中签约|签约(?:仪式|活动|大会)|签下\d{1,6}个/, 'signed'],
  [/集中开工|开工(?:仪式|活动|动员)/, 'started'],
]
const COSTS = /投资|占地|建成后|达产|年产/

/** A report of many projects begun or signed for at once: those that it goes on to name with what they cost. */
function atOnce(scene: Scene, readings: readonly Reading[], found: Map<string, Found>, add: Add): void {
  const { text, paragraphs } = scene.article
  const lead = text.slice(0, paragraphs[Math.min(1, paragraphs.length - 1)]?.end ?? 0)
  const stage = AT_ONCE.find(([opening]) => opening.test(lead))?.[1]
  if (!stage) return
  const firm = new Set(
    [...found.values()]
      .filter((f) => !f.weak && f.mention.status !== 'planned')
      .map((f) => f.mention.subject),
  )
  for (const { sentence, clauses } of readings) {
    if (paragraphs[sentence.paragraph]!.kind !== 'body') continue
    for (const phrase of clauses.flatMap((c) => c.phrases)) {
      const from = Math.max(sentence.start, phrase.start - NEAR)
      if (!COSTS.test(between(scene, from, Math.min(sentence.end, phrase.end + NEAR)))) continue
      for (const unit of own(phrase)) {
        const subject = unit.entities[0]!
        if (unit.type !== 'Project' || firm.has(subject)) continue
        if (stage === 'signed') found.delete(`${subject} planned`)
        add(unit, { stage, sentence, start: unit.start, end: unit.end })
      }
    }
  }
}

type Add = (unit: Unit, said: Said) => void

/** X投产, 引进X, 开工建设X. */
function stagesIn(reading: Reading, line: string, ahead: boolean, add: Add, heard: Heard[]): void {
  const { scene, sentence } = reading
  for (const cue of STAGES) {
    for (const m of cue.pattern.in(line)) {
      const [start, end] = [sentence.start + m.index, sentence.start + m.index + m[0].length]
      const after = between(scene, end, Math.min(sentence.end, end + 12))
      const before = line.slice(Math.max(0, m.index - REACH), m.index)
      if (cue.status === 'completed' && (CONDITION.test(after) || /把[^,，。]{1,14}$/.test(before))) continue
      if (LATER.test(after)) continue
      const { units, relative, counted } = reached(reading, start, end, cue)
      const planned = looksAhead(reading, ahead, start, end) || isToCome(dateBefore(before), scene.written)
      const of = units.map((u) => u.entities[0]!)
      heard.push({
        sentence: sentence.index,
        start,
        end,
        says: cue.status,
        stage: planned ? 'planned' : cue.status,
        of,
      })
      if (units.length === 0 || (m[0] === '挂牌' && LISTING.test(around(scene, sentence, start)))) continue
      // what will be finished one day is already under way, or else planned
      const weak = relative || (planned && LATE.has(cue.status))
      for (const unit of units)
        add(unit, { stage: planned ? 'planned' : cue.status, sentence, start, end, weak, counted })
    }
  }
}

/** The words near an offset, in its sentence. */
const around = (scene: Scene, sentence: Sentence, at: number): string =>
  between(scene, Math.max(sentence.start, at - REACH), Math.min(sentence.end, at + REACH))

/** 将建设X, 谋划X, 建设了X, 建设X; 加快X建设. */
function worksIn(reading: Reading, line: string, ahead: boolean, add: Add, heard: Heard[]): void {
  const { scene, sentence, clauses } = reading
  for (const m of BUILDING.in(line)) {
    const [start, end] = [sentence.start + m.index, sentence.start + m.index + m[0].length]
    const at = clauseAt(clauses, start)
    const phrase = behindOf(reading, at, end)
    if (!phrase || FRAMED.test(wordsBefore(scene, sentence, start, 6))) continue
    if (/^[”》]?的/.test(between(scene, phrase.end, phrase.end + 2))) continue
    if (/^(?:单位|主体|规模|用地|内容|工期)/.test(between(scene, end, end + 2))) continue
    const stage: Status | null =
      AIMED.test(between(scene, Math.max(sentence.start, start - 2), end)) ||
      looksAhead(reading, ahead, start, end)
        ? 'planned'
        : !UNDER_WAY.test(m[0])
          ? null
          : DONE.test(between(scene, end, end + 1))
            ? 'completed'
            : 'under_construction'
    const of = own(phrase).map((u) => u.entities[0]!)
    heard.push({ sentence: sentence.index, start, end, says: null, stage, of })
    const weak = stage === 'under_construction'
    if (!stage) continue
    if (weak && NOT_UNDER_WAY.test(between(scene, Math.max(clauses[at]!.start, start - 60), start))) continue
    for (const unit of own(phrase))
      if (stage === 'planned' || !isZone(scene, unit)) add(unit, { stage, sentence, start, end, weak })
  }
  for (const m of PUSHING.in(line)) {
    const [start, end] = [sentence.start + m.index, sentence.start + m.index + m[0].length]
    const phrase = behindOf(reading, clauseAt(clauses, start), end)
    if (!phrase) continue
    const will = ahead || /将[^,，。;；]{0,8}$/.test(wordsBefore(scene, sentence, start, 10))
    const behind = between(scene, phrase.end, phrase.end + 24)
    if (!PUSHED.test(behind) && !(will && SET_OF_WORKS.test(behind))) continue
    const stage: Status = will ? 'planned' : 'under_construction'
    const of = own(phrase).map((u) => u.entities[0]!)
    heard.push({ sentence: sentence.index, start, end, says: 'under_construction', stage, of })
    for (const unit of own(phrase)) add(unit, { stage, sentence, start, end })
  }
}

/** Whether a word is said of what is to come; 已 and 去年 in front, 了 behind say that it is not. */
function looksAhead(reading: Reading, ahead: boolean, start: number, end: number): boolean {
  const { scene, sentence } = reading
  if (between(scene, end, end + 1) === '了') return false
  const near = wordsBefore(scene, sentence, start, 30)
  if (/已(?:经)?[^,，。;；]{0,8}$|去年[^。;；]{0,20}$/.test(near)) return false
  return ahead || PLANNED.test(clauseBefore(unnamed(scene, sentence, start), spans(reading, start)))
}

/** A zone is always being built. */
const isZone = (scene: Scene, unit: Unit): boolean =>
  unit.type === 'Park' && /[区城港谷][”》]?$/.test(between(scene, unit.start, unit.end))

/** What is said in passing, or of the future, only of what nothing else is said of. */
function strongest(found: readonly Found[]): StatusMention[] {
  const firm = new Set(found.filter((f) => !f.weak).map((f) => f.mention.subject))
  return found
    .filter((f) => !f.weak || !firm.has(f.mention.subject))
    .map((f) => f.mention)
    .sort((a, b) => a.start - b.start || a.subject - b.subject)
}

/** The sentence up to an offset with its names blanked: 计划 in a name plans nothing. */
function unnamed(scene: Scene, sentence: Sentence, to: number): string {
  let [out, at] = ['', Math.max(sentence.start, to - FAR)]
  const all = scene.bySentence[sentence.index]!
  for (let i = firstFrom(all, at); i < all.length && all[i]!.start < to; i++) {
    const m = all[i]!
    if (m.start < at || m.end > to) continue
    out += `${between(scene, at, m.start)}□`
    at = m.end
  }
  return out + between(scene, at, to)
}

/** How many clauses a word of the future may stand back: none where the clause has a subject of its own. */
function spans({ clauses, scene }: Reading, start: number): number {
  const { subject } = clauses[clauseAt(clauses, start)]!
  return subject &&
    subject.end <= start &&
    own(subject).some((u) => u.type !== 'Industry' && typeOf(scene, u.entities[0]!) !== 'Person')
    ? 1
    : 4
}

/** From the last 。；, with the clauses before the cue's own: 将 may stand one clause back. */
const clauseBefore = (before: string, clauses: number): string =>
  before
    .split(/[；;。]/)
    .at(-1)!
    .split(/[,，]/)
    .slice(-clauses)
    .join(',')
