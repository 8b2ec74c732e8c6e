/** Names for parts that nothing is said to be a whole of: 云江新港已经通航,二期还在建 speaks of 云江新港二期. */
import type { Annotated, ArticleEntity, Linked, Mention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { plainOf } from '../link/forms.ts'
import { BARE_PART, baseOfPhase, WHOLE_IN_FRONT } from '../link/phases.ts'
import { Renaming } from './renaming.ts'

const BUILT: ReadonlySet<EntityType> = new Set(['Project', 'Park'])
/** So many names are looked back at. */
const BACK = 12
/** As far as what stands in front of a name is looked at, in characters. */
const NEAR = 120
/** 入驻|青禾园区, 位于|云江新城: where a thing is, and nothing that has phases here. */
const WHERE =
  /(?:位于|坐落于?|地处|落户于?|落地|落子|入驻|进驻|选址|毗邻|紧邻|临近|靠近|相邻|融入|服务|在|到|从|至|距)$/
/** 是全省首个|数能融合项目: what it is, and not how it is called. */
const WHAT = /(?:是|为|首个|首批|首座|最大的?|重点|标志性)[“‘]?$/
/** No whole is called 一期50万千瓦 or 2020年. */
const NO_WHOLE = /^(?:首|第?[一二三四五六七八九])期|^\d{4}年?$|^.$/
/** 其中|一期: behind more than that the sentence speaks of something of its own. */
const LONGEST_LEAD = 6
/** 一期建|青禾公园: what another phase is made of. */
const PHASE_AMID = /(?:^|[，,；;：:、]|其中)(?:首|[一二三四五六七八九])期/
/** 启明石化|的|二期: whose it is where it says so. */
const OWN = /^的?$/

/** Entities that still go by their number alone called by the work that their paragraph spoke of last. */
export function withPhasesSpokenOf(
  article: Pick<Linked, 'text' | 'mentions' | 'sentences' | 'entityOf'>,
  entities: Annotated['entities'],
): ArticleEntity[] {
  if (!entities.some((e) => BARE_PART.test(plainOf(e.name)))) return [...entities]
  const renaming = new Renaming(entities)
  return entities.map((e) => {
    if (!BUILT.has(e.type) || !BARE_PART.test(plainOf(e.name))) return e
    const whole = wholeBefore(article, entities, e.mentions[0]!)
    return renaming.called(e, whole && whole + e.name.replace(WHOLE_IN_FRONT, ''), '上文所指')
  })
}

/** The work that is named last before a bare part in its sentence or the one before, without its phase. */
function wholeBefore(
  { text, mentions, sentences, entityOf }: Pick<Linked, 'text' | 'mentions' | 'sentences' | 'entityOf'>,
  entities: readonly ArticleEntity[],
  at: number,
): string | undefined {
  const part = mentions[at]!
  const { paragraph } = sentences[part.sentence]!
  for (let i = at - 1; i >= 0 && at - i <= BACK; i--) {
    const mention = mentions[i]!
    const back = part.sentence - mention.sentence
    if (back > 1 || sentences[mention.sentence]!.paragraph !== paragraph) return
    if (back === 1 && part.start - sentences[part.sentence]!.start > LONGEST_LEAD) return
    const entity = entities[entityOf[i] ?? -1]
    if (!entity) continue
    if (mention.type === 'Company' && OWN.test(text.slice(mention.end, part.start))) return entity.name
    if (mention.end > part.start || !BUILT.has(mention.type)) continue
    if (BARE_PART.test(plainOf(mention.text)) || BARE_PART.test(plainOf(entity.name))) continue
    if (isAside(text, sentences[mention.sentence]!.start, mention)) continue
    const whole = baseOfPhase(entity.name)
    if (!NO_WHOLE.test(whole)) return whole
  }
  return
}

const isAside = (text: string, from: number, { start }: Mention): boolean => {
  const before = text.slice(Math.max(from, start - NEAR), start)
  return WHERE.test(before) || WHAT.test(before) || PHASE_AMID.test(before)
}
