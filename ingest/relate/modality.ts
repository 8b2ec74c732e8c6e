/** Whether a relation is asserted, planned or denied: by the words in front of what says it, its names left out. */
import type { Modality, RelationMention, Sentence } from '../../model/article.ts'
import { between, type Placed, type Scene, typeOf } from './scene.ts'
import { unnamed } from './unnamed.ts'

/** How far before a word that says so is looked for, and how long what opens a sentence may be, in characters. */
const REACH = 90
const OPENING = 40
/** How far behind a word what undoes it is looked for. */
const BEHIND = 24

/** A name, or several that a preposition leads in: what comes between 取消 and 合作. */
const NAMED = /(?:[与和同跟及、“”‘’]?□)+的?/g
/** From one of these on to what is said: no other clause, and no 的, which would make it another's attribute. */
const ON = (most: number) => `[^,，。;；:：？！?!”的]{0,${most}}$`
const DENIED = new RegExp(
  `(?:(?<!有)没(?:有(?!一[^,，]{0,2}不)|能|(?=[□在把被再得]))|(?<!\\d)未(?![来必央知名老雨免成婚遂])|尚未|不再|无缘|不会|不予|并非|不属于)(?![^,，]{0,16}[却而反也仍])${ON(16)}`,
)
const ENDED = new RegExp(
  `(?:取消|终止|中止|放弃|叫停|搁置|撤回|撤销|解除|退出|推迟|错过|缺席)了?(?:原定|原计划|计划)?(?:$|[□对在于向其该此]${ON(20)})`,
)
/** 甲园的乙项目尚未动工: it lies there all the same, unless the site stands in between (没有在甲园动工). */
const BUILT = /建|[开动竣完]工|投/
/** What is said came to nothing. */
const UNDONE = /^[^,，。;；]{0,12}(?:被?取消|告吹|流产|搁浅|落空|泡汤|作罢|未果|被叫停)(?=[,，。;；了]|$)/

/** 将甲打造成乙 moves something, and plans nothing. */
const WILL =
  '(?<![即就必])将(?![□其它该这此他她把近军来帅领士])|将(?=在|于|与|和|由)|即将|拟(?![合态人音订定制])|力争|争取(?!到)|打算|有望|有意(?![思义识])|准备(?![就好工充金期了])|谋划(?!了)|下一步|接下来|今后|往后|将来|(?<!面向|着眼)未来(?!城|科|[^,，]{0,4}产业)|明年|后年|届时'
const MEANT =
  '计划(?!总?投资|单列|生)|预计(?!总?投资)|确保|规划(?=建设|布局|打造|新建|在□|引进|设立)|(?<![理思设构联幻猜感遐])想(?=在|把|要|跟|与|和|建|打造|引|做)'
const PLANNED = new RegExp(`(?:${WILL}|${MEANT})${ON(24)}`)
/** A clause without a subject goes on with what the one before it plans. */
const GOES_ON = new RegExp(`(?:${WILL})[^。;；]{0,60}$`)
/** A sentence that opens so is about what is to come, as far as it does not say otherwise. */
const TO_COME =
  /^[“]?(?:下一步|接下来|下一阶段|今后|未来|明年|后年|届时|预计|按照?规划|根据规划|按计划|根据计划|展望)/
/** It is done. */
const REACHED =
  /(?:已|仍|现有|目前|如今|正在|去年|前年|近日|日前|昨天|今天|此前|曾|先后|累计|今年以来)[^,，。;；]{0,20}$/
/** Words that are themselves a plan. */
const PLANNING = /规划|谋划|拟|筹建|筹备/

/** Whose, where and what something is by its name or by nature is not planned. */
const STANDING: ReadonlySet<string> = new Set(['AFFILIATED_WITH', 'WORKS_FOR', 'PART_OF'])

type Said = Pick<RelationMention, 'head' | 'tail' | 'type' | 'cue'>

export function modalityOf(scene: Scene, sentence: Sentence, said: Said): Modality {
  const { cue } = said
  const at = cue?.start ?? laterOf(scene, sentence.index, said)
  if (at === undefined) return 'asserted'
  const before = unnamed(scene, sentence, at, REACH).replace(NAMED, '□')
  const own = before.slice(1 + Math.max(...[...',，。;；:：'].map((mark) => before.lastIndexOf(mark))))
  const denied = DENIED.exec(own) ?? ENDED.exec(own)
  const begins = said.type === 'LOCATED_IN' && cue && BUILT.test(between(scene, cue.start, cue.end))
  if (denied && !(begins && !denied[0].includes('□'))) return 'negated'
  const behind = cue ? between(scene, cue.end, Math.min(sentence.end, cue.end + BEHIND)) : ''
  if (UNDONE.test(behind)) return 'negated'
  if (STANDING.has(said.type) || (typeOf(scene, said.head) === 'Place' && said.type === 'LOCATED_IN'))
    return 'asserted'
  if (/^了/.test(behind) || REACHED.test(own)) return 'asserted'
  const isPlan =
    PLANNED.test(own) ||
    (cue !== undefined && PLANNING.test(between(scene, cue.start, cue.end))) ||
    TO_COME.test(between(scene, sentence.start, Math.min(at, sentence.start + OPENING))) ||
    (!own.startsWith('□') && GOES_ON.test(before))
  return isPlan ? 'planned' : 'asserted'
}

const starts = new WeakMap<readonly Placed[], Map<number, number>>()

/** Where the later one of both ends is first named in a sentence; undefined where neither is. */
function laterOf(scene: Scene, sentence: number, { head, tail }: Said): number | undefined {
  const placed = scene.bySentence[sentence]!
  let firsts = starts.get(placed)
  if (!firsts) {
    firsts = new Map()
    for (const { entity, start } of placed) if (!firsts.has(entity)) firsts.set(entity, start)
    starts.set(placed, firsts)
  }
  const [h, t] = [firsts.get(head), firsts.get(tail)]
  return h === undefined ? t : t === undefined ? h : Math.max(h, t)
}
