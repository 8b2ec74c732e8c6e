/** What is seen of a clause and of whom it may speak, as numbers. */
import type { Span } from '../../../model/article.ts'
import { entityTypes, type Status } from '../../../model/ontology.ts'
import { hashOf, mix } from '../../learned/hash.ts'
import { type TemplateRow, templatesIn } from '../../learned/parts.ts'
import { sureOf } from '../../learned/sureness.ts'
import { wordOf } from '../../recognize/model/words.ts'
import { mainOf } from '../about.ts'
import type { Clause } from '../clauses.ts'
import type { Reading } from '../reading.ts'
import { between, firstFrom, outerOf, type Placed, type Scene, typeOf } from '../scene.ts'
import { type Bearer, STANDING, type Told } from './bearers.ts'
import { AHEAD, dateBefore, isToCome, LOOKS_BACK, SETS_OUT } from './stages.ts'
import type { Found, Heard } from './statuses.ts'
import { Themes } from './themes.ts'
import { ASPECTS, STAGE_NAMES, type Wording, wordingsOf } from './wordings.ts'

const STAGES = STAGE_NAMES.length
const ALL_STAGES = (1 << STAGES) - 1
const MOST_WORDS = 60
const MOST_WORDINGS = 16
const MOST_HEARD = 16
/** As far back as a clause is looked through for a date, in characters. */
const REACH = 80
/** Marks that are no words. */
const SKIPPED = /^[“”‘’"《》\s]$/
const LEAD: readonly RegExp[] = [
  /集中签约|签约(?:仪式|活动|大会)/,
  /集中开工|开工(?:仪式|活动|动员)/,
  /投产|投用|启用|揭牌|开通|通车/,
  /招商|落户|引进/,
  /在建|建设现场|进度|加快建设/,
  /规划|方案|蓝图/,
]

/** The numbers of the templates below. */
export const TEMPLATES = templatesIn([1, 9], [11, 11], [13, 19], [60, 87], [89, 92], [100, 104], [110, 116])

interface Line {
  sentence: number
  wordings: Wording[]
  ahead: boolean
  heard: Heard[]
}

/** One of the things that an entity is seen in. */
export interface Seen {
  told: Told
  bearer: Bearer
  /** Its place among those of the entity. */
  place: number
}

export class StatusFeatures {
  readonly themes: Themes
  readonly #scene: Scene
  readonly #lines: Line[] = []
  readonly #known = new Map<Clause, { wordings: Wording[]; heard: Heard[] }>()
  readonly #main: number
  readonly #lead: number
  readonly #ruled = new Map<number, Found[]>()

  constructor(
    scene: Scene,
    readings: readonly Reading[],
    { found, heard }: { found: readonly Found[]; heard: readonly Heard[] },
  ) {
    this.#scene = scene
    this.themes = new Themes(scene, readings)
    this.#main = mainOf(scene.article)
    for (const r of found) {
      const known = this.#ruled.get(r.mention.subject)
      if (known) known.push(r)
      else this.#ruled.set(r.mention.subject, [r])
    }
    const { text, paragraphs } = scene.article
    const lead = text.slice(0, paragraphs[Math.min(1, paragraphs.length - 1)]?.end ?? 0)
    this.#lead = LEAD.findIndex((p) => p.test(lead))
    let setsOut = false
    for (const { sentence } of readings) {
      const line = text.slice(sentence.start, sentence.end)
      if (LOOKS_BACK.test(line)) setsOut = false
      if (SETS_OUT.test(line)) setsOut = true
      const wordings = wordingsOf(line)
      for (const w of wordings) {
        w.start += sentence.start
        w.end += sentence.start
      }
      this.#lines.push({ sentence: sentence.index, wordings, ahead: setsOut || AHEAD.test(line), heard: [] })
    }
    for (const h of heard) this.#lines[h.sentence]!.heard.push(h)
    for (const { heard } of this.#lines) heard.sort((a, b) => a.start - b.start)
  }

  /** Wordings of a clause outside of names, and what the rules hear in it. */
  #in(clause: Clause): { wordings: Wording[]; heard: Heard[] } {
    let known = this.#known.get(clause)
    if (!known) {
      const line = this.#lines[clause.sentence]!
      const named = clause.phrases.flatMap((p) => p.units).filter((u) => !u.anaphor)
      const inName = (w: Wording) => named.some((u) => u.start < w.end && w.start < u.end)
      const wordings: Wording[] = []
      for (let i = firstFrom(line.wordings, clause.start); i < line.wordings.length; i++) {
        const w = line.wordings[i]!
        if (w.end > clause.end || wordings.length >= MOST_WORDINGS) break
        if (!inName(w)) wordings.push(w)
      }
      const from = firstFrom(line.heard, clause.start)
      const heard: Heard[] = []
      for (let i = from; i < line.heard.length && heard.length < MOST_HEARD; i++) {
        if (line.heard[i]!.start >= clause.end) break
        if (line.heard[i]!.end <= clause.end) heard.push(line.heard[i]!)
      }
      known = { wordings, heard }
      this.#known.set(clause, known)
    }
    return known
  }

  /** The words of a clause by which a stage goes: what the rules hear of it, else its wording, else the clause. */
  wordOf({ clause }: Told, stage: Status): Span {
    const { heard, wordings } = this.#in(clause)
    const k = STAGE_NAMES.indexOf(stage)
    return (
      heard.find((h) => h.stage === stage) ??
      heard.find((h) => h.says === stage) ??
      wordings.findLast((w) => w.meant & (1 << k)) ??
      heard[0] ??
      clause
    )
  }

  /** All that is seen of one; `forgotten`: as though the rules said nothing. */
  of(one: Seen, all: readonly Seen[], row: TemplateRow, forgotten = false): void {
    this.ofClause(one.told, row)
    this.ofBearer(one, all, row)
    this.ofRules(one, row, forgotten)
  }

  /** What the clause says, whoever it is said of. */
  ofClause({ reading, clause, at }: Told, row: TemplateRow): void {
    const { article } = this.#scene
    const { text } = article
    const { wordings } = this.#in(clause)
    this.#words(reading, clause, row)
    let aspects = 0
    let last: Wording | undefined
    let [first, count] = [true, 0]
    for (const w of wordings) {
      const hash = hashOf(text, undefined, w.start, w.end)
      row.put(3, hash)
      const stages = w.meant & ALL_STAGES
      for (let k = 0; k < STAGES; k++) {
        if (!(stages & (1 << k))) continue
        row.put(4, k)
        for (let a = 0; a < ASPECTS; a++) if (aspects & (1 << a)) row.put(6, k, a)
        if (first) row.put(17, k)
      }
      if (stages) {
        row.put(7, hash, text.charCodeAt(w.end))
        row.put(8, hash, w.start > clause.start ? text.charCodeAt(w.start - 1) : 0)
        if (aspects) row.put(18, hash, aspects)
        if (last) row.put(9, hash, hashOf(text, undefined, last.start, last.end))
        last = w
        first = false
        count++
      }
      for (let a = 0; a < ASPECTS; a++) if (w.meant & (256 << a)) aspects |= 1 << a
    }
    for (let a = 0; a < ASPECTS; a++) if (aspects & (1 << a)) row.put(5, a)
    row.put(19, Math.min(count, 3))
    for (const [i, template] of [
      [at - 1, 11],
      [at + 1, 13],
    ] as const) {
      const other = reading.clauses[i]
      if (!other) {
        row.put(template, 99)
        continue
      }
      let bits = 0
      for (const w of this.#in(other).wordings) bits |= w.meant
      for (let k = 0; k < STAGES + ASPECTS; k++) if (bits & (1 << k)) row.put(template, k)
    }
    const line = this.#lines[reading.sentence.index]!
    let n = 0
    for (const h of this.#in(clause).heard) {
      const [says, stage] = [codeOf(h.says), codeOf(h.stage)]
      row.put(100, stage)
      row.put(101, says, stage)
      row.put(102, hashOf(text, undefined, h.start, h.end), stage)
      row.put(103, stage, text.charCodeAt(h.end))
      n++
    }
    row.put(104, Math.min(2, n))
    const { kind } = article.paragraphs[reading.sentence.paragraph]!
    row.put(14, line.ahead ? 1 : 0, kind === 'body' ? 0 : kind === 'title' ? 1 : 2)
    row.put(15, this.#lead)
    const tail = between(this.#scene, Math.max(clause.start, clause.end - REACH), clause.end)
    if (/\d/.test(tail)) {
      const date = dateBefore(tail)
      if (date) row.put(16, isToCome(date, this.#scene.written) ? 1 : 2)
    }
  }

  #words({ sentence }: Reading, clause: Clause, row: TemplateRow): void {
    const { tokens } = this.#scene.article
    const names = outerOf(this.#scene.bySentence[sentence.index]!)
    let n = Math.max(0, firstFrom(names, clause.start) - 1)
    while (n < names.length && names[n]!.end <= clause.start) n++
    let before = 1
    let seen = 0
    for (let i = firstFrom(tokens, clause.start); i < tokens.length && seen < MOST_WORDS; ) {
      const token = tokens[i]!
      if (token.start >= clause.end) break
      while (n < names.length && names[n]!.end <= token.start) n++
      const name: Placed | undefined = names[n]
      let word: number
      if (name && name.start < token.end) {
        word = mix(50, entityTypes.indexOf(name.type))
        while (i < tokens.length && tokens[i]!.start < name.end) i++
      } else {
        i++
        const known = wordOf(token.text)
        if (known.shape === 0 && SKIPPED.test(token.text)) continue
        word = known.shape === 1 ? 7 : known.hash
        row.put(1, word)
      }
      row.put(2, before, word)
      before = word
      seen++
    }
    row.put(2, before, 2)
  }

  /** How what the clause says stands to the one of whom it may be said. */
  ofBearer({ told: { clause }, bearer, place }: Seen, all: readonly Seen[], row: TemplateRow): void {
    const scene = this.#scene
    const { text, entities } = scene.article
    const { entity, standing, back, unit, phrase } = bearer
    const type = entityTypes.indexOf(typeOf(scene, entity))
    const { name } = entities[entity]!
    const here = back === 0 && standing !== STANDING.main
    const tail1 = name.charCodeAt(name.length - 1)
    const tail2 = hashOf(name, undefined, Math.max(0, name.length - 2))
    row.put(60, standing, back)
    row.put(61, type)
    row.put(62, standing, type, back)
    row.put(63, tail1)
    row.put(64, tail2)
    row.put(65, type, entity === this.#main ? 1 : 0)
    row.put(66, Math.min(4, entities[entity]!.mentions.length), type)
    row.put(67, this.#lead, type)
    const sure = sureOf(scene.article, entity)
    row.put(69, sure)
    row.put(89, sure, type)
    const { wordings } = this.#in(clause)
    let [nearBefore, nearAfter]: (Wording | undefined)[] = []
    for (const w of wordings) {
      const stages = w.meant & ALL_STAGES
      if (!stages) continue
      const hash = hashOf(text, undefined, w.start, w.end)
      const side = !here ? 2 : unit.end <= w.start ? 0 : 1
      const others = !here
        ? 0
        : side === 0
          ? namesBetween(clause, unit.end, w.start)
          : namesBetween(clause, w.end, unit.start)
      const where = side * 3 + Math.min(2, others)
      row.put(71, hash, where, standing)
      row.put(73, hash, side, type)
      if (side === 0 && !nearAfter) nearAfter = w
      if (side === 1) nearBefore = w
      const gap = !here
        ? -1
        : side === 0
          ? hashOf(text, undefined, unit.end, Math.min(w.start, unit.end + 5))
          : hashOf(text, undefined, Math.max(w.end, unit.start - 5), unit.start)
      const length = !here ? 0 : side === 0 ? w.start - unit.end : unit.start - w.end
      for (let k = 0; k < STAGES; k++) {
        if (!(stages & (1 << k))) continue
        row.put(70, k, where, standing)
        row.put(72, k, type, side)
        row.put(68, k, tail2)
        if (here && length <= 5) row.put(74, gap, k, side)
        if (here) row.put(75, k, side, Math.min(9, length >> 1))
      }
    }
    if (nearAfter) row.put(76, hashOf(text, undefined, nearAfter.start, nearAfter.end))
    if (nearBefore) row.put(77, hashOf(text, undefined, nearBefore.start, nearBefore.end))
    if (here) {
      row.put(78, hashOf(text, undefined, unit.end, unit.end + 2))
      row.put(79, text.charCodeAt(unit.end))
      row.put(80, hashOf(text, undefined, Math.max(clause.start, unit.start - 2), unit.start))
      row.put(81, Math.min(4, phrase.units.length), phrase.units.indexOf(unit) === 0 ? 1 : 0)
      row.put(82, hashOf(phrase.governor), type)
      const behind = /^[”》]?等(\d|[一二三四五六七八九十几多两])?/.exec(
        text.slice(phrase.end, phrase.end + 3),
      )
      if (behind) row.put(83, behind[1] ? 1 : 0, type)
      row.put(84, clause.subject === phrase ? 1 : clause.topic === phrase ? 2 : 0, type)
    }
    // which of its clauses this is, and what the others speak of
    row.put(85, Math.min(3, all.length), place === 0 ? 1 : place === all.length - 1 ? 2 : 0)
    let [earlier, later] = [0, 0]
    for (let i = Math.max(0, place - 6); i < Math.min(all.length, place + 7); i++) {
      const other = all[i]!
      if (i === place || other.bearer.standing > STANDING.carried) continue
      let bits = 0
      for (const w of this.#in(other.told.clause).wordings) bits |= w.meant & ALL_STAGES
      if (i < place) earlier |= bits
      else later |= bits
    }
    for (let k = 0; k < STAGES; k++) {
      if (earlier & (1 << k)) row.put(86, k)
      if (later & (1 << k)) row.put(87, k)
    }
  }

  /** Stages, by their index, that the rules hold firm of it here. */
  ruledOf({ told: { clause }, bearer: { entity } }: Seen): number[] {
    return (this.#ruled.get(entity) ?? [])
      .filter(({ weak, mention: { start } }) => !weak && start >= clause.start && start < clause.end)
      .map(({ mention }) => STAGE_NAMES.indexOf(mention.status))
  }

  /** What the rules say of it; `forgotten`: as though they said nothing. */
  ofRules({ told: { clause }, bearer }: Seen, row: TemplateRow, forgotten = false): void {
    const { entity } = bearer
    const type = entityTypes.indexOf(typeOf(this.#scene, entity))
    const ruled = forgotten ? undefined : this.#ruled.get(entity)
    const { text } = this.#scene.article
    const here = bearer.back === 0 && bearer.standing !== STANDING.main
    let n = 0
    for (const h of this.#in(clause).heard) {
      const stage = codeOf(h.stage)
      const reach = forgotten || h.of.length === 0 ? 0 : h.of.includes(bearer.entity) ? 1 : 2
      const side = !here ? 2 : bearer.unit.end <= h.start ? 0 : 1
      const others = !here
        ? 0
        : Math.min(
            2,
            side === 0
              ? namesBetween(clause, bearer.unit.end, h.start)
              : namesBetween(clause, h.end, bearer.unit.start),
          )
      const where = reach * 9 + side * 3 + others
      const hash = hashOf(text, undefined, h.start, h.end)
      row.put(110, stage, reach)
      row.put(111, stage, where, bearer.standing)
      row.put(112, stage, reach * 3 + side, type)
      row.put(113, hash, reach * 3 + side, stage)
      row.put(114, where, bearer.standing)
      row.put(115, codeOf(h.says), reach * 3 + side, n)
      n++
    }
    row.put(116, n, bearer.standing)
    row.put(90, ruled ? Math.min(3, ruled.length) : 0)
    for (const { weak, mention } of ruled ?? []) {
      const k = STAGE_NAMES.indexOf(mention.status)
      const same = mention.start >= clause.start && mention.start < clause.end ? 1 : 0
      row.put(91, k, same, weak ? 1 : 0)
      row.put(92, k, same, type)
    }
  }
}

const codeOf = (stage: Status | null): number => (stage ? STAGE_NAMES.indexOf(stage) : 8)

/** Names of a clause between two offsets. */
function namesBetween({ phrases }: Clause, from: number, to: number): number {
  let n = 0
  for (const p of phrases) for (const u of p.units) if (u.start >= from && u.end <= to) n++
  return n
}
