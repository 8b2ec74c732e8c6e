import type { ArticleEntity, Linked, Mention, Recognized } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { isLegalForm, plainOf } from './forms.ts'
import { Form, type Likeness, likenessOf } from './likeness.ts'
import { ofOneType } from './one-type.ts'
import { phasesIn } from './phases.ts'
import { qualifiedOf, Whereabouts } from './places.ts'
import { anaphorsOf } from './references.ts'
import { setMembers } from './set-members.ts'
import { shortNamesOf } from './short-names.ts'
import { BARE_ZONE } from './zone-names.ts'

interface Group {
  /** As written where it stands first. */
  form: Form
  plain: string
  type: EntityType
  mentions: number[]
}

/** A short form is compared with at most so many longer ones, the nearest first: hostile texts end too. */
const MOST_COMPARED = 200

/** Mentions of one real thing in one article become one entity; each link says why, and each that is left open says so. */
export function link(recognized: Recognized): Linked {
  const article = { ...recognized, mentions: ofOneType(recognized.mentions) }
  const groups = groupsOf(article.mentions)
  const parent = groups.map((_, i) => i)
  const reasons = groups.map((): string[] => [])
  const rootOf = (i: number): number => (parent[i] === i ? i : rootOf(parent[i]!))
  const join = (a: number, b: number, why: string) => {
    const [ra, rb] = [rootOf(a), rootOf(b)]
    if (ra === rb) return
    const [keep, gone] = groups[ra]!.plain.length >= groups[rb]!.plain.length ? [ra, rb] : [rb, ra]
    parent[gone] = keep
    reasons[keep]!.push(...reasons[gone]!, `${groups[gone]!.plain} → ${groups[keep]!.plain}(${why})`)
  }
  for (const [a, b] of definedIn(article, groups)) join(a, b, '文中定义')
  const known = new Set(groups.map((g) => g.plain))
  const firms = new Set(groups.filter((g) => g.type === 'Company').map((g) => g.plain))
  // the longest first: a short form may lead to a form that is joined already
  const byLength = groups
    .map((_, i) => i)
    .sort((a, b) => groups[b]!.plain.length - groups[a]!.plain.length || a - b)
  const longer = new Map<EntityType, number[]>()
  for (const i of byLength) {
    const ofType = longer.get(groups[i]!.type) ?? []
    const best = bestOf(groups, ofType.slice(-MOST_COMPARED), i, known, firms)
    longer.set(groups[i]!.type, ofType)
    ofType.push(i)
    if (best.length === 0) continue
    const roots = [...new Set(best.map(({ j }) => rootOf(j)))]
    // 科技城 after two of them is the one named last
    const near = best[0]!.why === '前缀省略' ? nearestBefore(groups, best, i) : undefined
    if (roots.length === 1) join(best[0]!.j, i, best[0]!.why)
    else if (near !== undefined) join(near, i, '前缀省略,就近')
    else if (rootOf(i) === i)
      reasons[i]!.push(
        `${groups[i]!.plain} 未合并:${roots.map((r) => groups[r]!.plain).join('、')} 都有可能(${best[0]!.why} ${best[0]!.score})`,
      )
  }
  for (const [full, part] of phasesIn(article.mentions, groups)) join(full, part, '上文所指')

  const members = new Map<number, number[]>()
  groups.forEach((group, i) => {
    const root = rootOf(i)
    const mentions = members.get(root) ?? []
    for (const m of group.mentions) mentions.push(m)
    members.set(root, mentions)
  })
  const ordered = [...members]
    .map(([root, mentions]) => ({ root, mentions: mentions.sort((a, b) => a - b) }))
    .sort((a, b) => a.mentions[0]! - b.mentions[0]!)
  const where = new Whereabouts(article.mentions, article.source)
  const entityOf = article.mentions.map(() => -1)
  const taken = new Set(article.mentions.map((m) => m.text))
  const entities = ordered.map(({ root, mentions }, index): ArticleEntity => {
    for (const m of mentions) entityOf[m] = index
    const forms = [...new Set(mentions.map((m) => article.mentions[m]!.text))]
    const name = forms.map(trim).reduce((best, form) => (form.length > best.length ? form : best))
    const { type } = groups[root]!
    return {
      index,
      name,
      type,
      aliases: [
        ...new Set([name, ...forms, ...shortNamesOf(forms, type).filter((form) => !taken.has(form))]),
      ].sort(),
      mentions,
      members: [],
      reasons: reasons[root]!,
      qualified: type === 'Place' ? qualifiedOf(forms.map(plainOf), where) : '',
    }
  })
  setMembers(article, entities, entityOf)
  return {
    ...article,
    entities,
    entityOf,
    anaphors: anaphorsOf(article, entities, entityOf),
    district: where.main(),
  }
}

const PAIRS = [
  ['“', '”'],
  ['《', '》'],
] as const

/** Quotes and brackets off where they stand round the whole or at its ends only: none is left without its other half. */
function trim(name: string): string {
  const titled = name.replace(/^《([^《》]+)》$/, '$1')
  let bare = titled.replace(/^[“‘《]+|[”’》]+$/g, '')
  for (const [opening, closing] of PAIRS)
    if (bare.split(opening).length !== bare.split(closing).length)
      bare = titled.replaceAll(opening, '').replaceAll(closing, '')
  return bare
}

function groupsOf(mentions: readonly Mention[]): Group[] {
  const groups = new Map<string, Group>()
  const written = new Map<string, Group>()
  mentions.forEach((mention, i) => {
    const same = written.get(`${mention.type} ${mention.text}`)
    if (same) {
      same.mentions.push(i)
      return
    }
    const plain = plainOf(mention.text)
    const key = `${mention.type} ${plain}`
    let group = groups.get(key)
    if (!group) {
      group = { form: new Form(mention.text, mention.type), plain, type: mention.type, mentions: [] }
      groups.set(key, group)
    }
    group.mentions.push(i)
    written.set(`${mention.type} ${mention.text}`, group)
  })
  return [...groups.values()]
}

/** Of the longer forms those that are most like form `i`; several where none is more like it than another. */
function bestOf(
  groups: readonly Group[],
  longer: readonly number[],
  i: number,
  known: ReadonlySet<string>,
  firms: ReadonlySet<string>,
): (Likeness & { j: number })[] {
  const short = groups[i]!
  let best: (Likeness & { j: number })[] = []
  for (const j of longer) {
    if (isJoint(groups[j]!, short, firms)) continue
    const likeness = likenessOf(groups[j]!.form, short.form, known) ?? asZone(groups[j]!, short)
    if (!likeness) continue
    if (best.length === 0 || likeness.score > best[0]!.score) best = [{ ...likeness, j }]
    else if (likeness.score === best[0]!.score) best.push({ ...likeness, j })
  }
  return best
}

/** 启明云江药业 beside 启明 and 云江药业集团 is both, and neither. */
function isJoint({ plain, type }: Group, short: Group, firms: ReadonlySet<string>): boolean {
  if (type !== 'Company') return false
  const own = short.form.stem
  if (own.length < 2 || plain === own) return false
  const rest = plain.startsWith(own)
    ? plain.slice(own.length)
    : plain.endsWith(own)
      ? plain.slice(0, -own.length)
      : ''
  return (
    rest.length >= 2 &&
    ['', '集团', '公司', '股份'].some((form) => firms.has(rest + form)) &&
    !isLegalForm(rest)
  )
}

/** 新区 in an article on 云江新区. */
const asZone = (longer: Group, { plain }: Group): Likeness | null =>
  longer.plain !== plain && BARE_ZONE.test(plain) && longer.plain.endsWith(plain)
    ? { why: '前缀省略', score: 0.7 }
    : null

/** The candidate that is named last before the short form is first. */
function nearestBefore(
  groups: readonly Group[],
  candidates: readonly { j: number }[],
  i: number,
): number | undefined {
  const first = groups[i]!.mentions[0]!
  let [nearest, at] = [undefined as number | undefined, -1]
  for (const { j } of candidates) {
    const before = groups[j]!.mentions.findLast((m) => m < first) ?? -1
    if (before > at) [nearest, at] = [j, before]
  }
  return nearest
}

const INTRODUCED = /^[”’》]?[(（](?:以下)?(?:简称|下称|又称|亦称|即|全称)?(?:为|是)?[:：]?[“‘]?$/
const FULL_NAME = /^[”’》]?的全[名称](?:是|为)[“‘]?$/
const NAMED_TOO =
  /^[”’》]?[,，]?(?:又称|也称|亦称|又名|亦名|俗称|简称|又叫|也叫|后更名为|更名为|改名为)(?:为|作)?[“‘]?$/

/** 甲(以下简称“乙”), 甲(乙), 乙的全名是甲, 甲又称“乙”: pairs of groups that the text itself says are one. */
function* definedIn(article: Recognized, groups: readonly Group[]): Generator<[number, number]> {
  const groupOf = new Map<number, number>()
  groups.forEach((group, g) => {
    for (const m of group.mentions) groupOf.set(m, g)
  })
  const { mentions, text } = article
  for (const [i, first] of mentions.entries()) {
    for (let j = i + 1; j < Math.min(i + 6, mentions.length); j++) {
      const second = mentions[j]!
      if (second.start < first.end) continue
      const gap = text.slice(first.end, second.start)
      if (first.type !== second.type || gap.length > 12) break
      const named = INTRODUCED.test(gap) && /^[”’]?[)）]/.test(text.slice(second.end, second.end + 2))
      if (named || FULL_NAME.test(gap) || NAMED_TOO.test(gap)) yield [groupOf.get(i)!, groupOf.get(j)!]
      break
    }
  }
}
