import type { ArticleEntity, Linked, Mention, Recognized } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { abbreviates, plainOf, stemOf, withoutPlace } from './forms.ts'
import { anaphorsOf, setMembers } from './references.ts'

interface Group {
  plain: string
  type: EntityType
  mentions: number[]
}

/** Mentions of one real thing in one article become one entity; each link says why. */
export function link(article: Recognized): Linked {
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
  for (const [i, a] of groups.entries()) {
    for (let j = i + 1; j < groups.length; j++) {
      const b = groups[j]!
      const why = a.type === b.type ? reasonOf(a.plain, b.plain, a.type) : null
      if (why) join(i, j, why)
    }
  }
  for (const [long, short] of definitionsOf(article.text)) {
    const find = (name: string) => groups.findIndex((g) => g.plain === name)
    const [a, b] = [find(long), find(short)]
    if (a >= 0 && b >= 0) join(a, b, '文中定义')
  }

  const roots = [...new Set(groups.map((_, i) => rootOf(i)))]
  const members = new Map(roots.map((root) => [root, groups.filter((_, i) => rootOf(i) === root)]))
  const ordered = roots
    .map((root) => ({
      root,
      mentions: members
        .get(root)!
        .flatMap((g) => g.mentions)
        .sort((a, b) => a - b),
    }))
    .sort((a, b) => a.mentions[0]! - b.mentions[0]!)
  const entityOf = article.mentions.map(() => -1)
  const entities = ordered.map(({ root, mentions }, index): ArticleEntity => {
    for (const m of mentions) entityOf[m] = index
    const forms = [...new Set(mentions.map((m) => article.mentions[m]!.text))]
    const name = forms.map(trim).reduce((best, form) => (form.length > best.length ? form : best))
    return {
      index,
      name,
      type: groups[root]!.type,
      aliases: [...new Set([name, ...forms])].sort(),
      mentions,
      members: [],
      reasons: reasons[root]!,
      qualified: '',
    }
  })
  setMembers(article, entities, entityOf)
  return { ...article, entities, entityOf, anaphors: anaphorsOf(article, entities, entityOf) }
}

/** Quotes and brackets off where they stand round the whole or at its ends only. */
function trim(name: string): string {
  const bare = name.replace(/^[“‘《]+|[”’》]+$/g, '')
  const balanced = (bare.match(/“/g)?.length ?? 0) === (bare.match(/”/g)?.length ?? 0)
  return balanced ? bare : name.replace(/[“”]/g, '')
}

function groupsOf(mentions: readonly Mention[]): Group[] {
  const groups = new Map<string, Group>()
  mentions.forEach((mention, i) => {
    const plain = plainOf(mention.text)
    const key = `${mention.type} ${plain}`
    const group = groups.get(key) ?? { plain, type: mention.type, mentions: [] }
    group.mentions.push(i)
    groups.set(key, group)
  })
  return [...groups.values()]
}

const NUMBERED = /[一二三四五六七八九十\d]+[期区号]$/

/** Why two names of one type are one thing, or null. */
export function reasonOf(a: string, b: string, type: EntityType): string | null {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (NUMBERED.test(long) !== NUMBERED.test(short)) return null
  if (type === 'Person' || type === 'Honor') return long === short ? '同名' : null
  if (withoutPlace(long) === short || withoutPlace(long) === withoutPlace(short)) return '地名前缀'
  if (stemOf(long, type) === short || stemOf(withoutPlace(long), type) === short)
    return type === 'Company' && /分公司$/.test(long) ? null : '简称'
  if (stemOf(long, type) === stemOf(short, type) && type === 'Strategy') return '类名不同'
  if (type === 'Place')
    return long.endsWith(short) && /[市区县]/.test(long[long.length - short.length - 1] ?? '')
      ? '地名前缀'
      : null
  if (type === 'Event' && short.length >= 4 && long.endsWith(short)) return '届次'
  if ((type === 'Institute' || type === 'Company') && abbreviates(short, long) && !/分公司|总部$/.test(long))
    return '缩写'
  if ((type === 'Institute' || type === 'Park') && short.length >= 5 && abbreviates(short, long))
    return '缩写'
  return null
}

/** 甲(简称“乙”), 甲(以下简称乙), 乙的全名是甲. */
function* definitionsOf(text: string): Generator<[string, string]> {
  for (const m of text.matchAll(
    /([\p{Script=Han}A-Za-z0-9]{4,30})[(（](?:以下)?简称[:：]?“?([\p{Script=Han}A-Za-z0-9]{2,12})”?[)）]/gu,
  ))
    yield [m[1]!, m[2]!]
  for (const m of text.matchAll(
    /([\p{Script=Han}A-Za-z0-9]{2,12})的全[名称]是([\p{Script=Han}A-Za-z0-9]{4,30})/gu,
  ))
    yield [m[2]!, m[1]!]
}
