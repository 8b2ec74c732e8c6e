import { describe, expect, it } from 'vitest'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { servesOf } from '../../../ingest/relate/serves/serves.ts'
import { SET_PART } from '../../../ingest/relate/serves/sets.ts'
import { LAYOUT, MADE_UP } from '../../../ingest/relate/serves/shapes.ts'
import { THESE } from '../../../ingest/relate/serves/these.ts'
import type { Span } from '../../../model/article.ts'
import { linkedOf } from '../marked.ts'
import { related, relatedAsLearned, servingIn } from './stated.ts'

type Row = [text: string, wanted: string[]]
const table = (name: string, rows: Row[]) =>
  describe(name, () => {
    it.each(rows)('%s', (text, wanted) => {
      expect(servingIn(text)).toEqual([...wanted].sort())
    })
  })

table('stated in a clause', [
  ['[云帆研究院|Institute]是“[东进|Strategy]”的一枚重要棋子。', ['云帆研究院 stated 东进']],
  ['[青石产业园|Park]服务[强链行动|Strategy]。', ['青石产业园 stated 强链行动']],
  ['[滨江隧道|Project]是[强链行动|Strategy]的重点项目。', ['滨江隧道 stated 强链行动']],
  ['[云帆工厂|Project]位于[湖滨活力区|Strategy]。', ['云帆工厂 stated 湖滨活力区']],
  ['[滨江隧道|Project]已列入[交通三年计划|Strategy]。', ['滨江隧道 stated 交通三年计划']],
  [
    '目前,[湖滨活力区|Strategy]拆迁过半,总投资约12亿元的[云帆工厂|Project]加快建设。',
    ['云帆工厂 stated 湖滨活力区'],
  ],
  ['[河口区|Place]推进[强链行动|Strategy]。', []],
  ['服务国家“[强链行动|Strategy]”的[滨江口岸|Park]通关。', ['滨江口岸 stated 强链行动']],
  ['提出[强链行动|Strategy]的[云帆科技|Company]落户。', []],
  ['[滨江口岸|Park]是[河口区|Place]落实[强链行动|Strategy]的重要载体。', ['滨江口岸 stated 强链行动']],
  ['[滨江口岸|Park]是[河口区|Place]加快[建设港城|Strategy]的主战场。', ['滨江口岸 stated 建设港城']],
  ['[强链行动|Strategy]的底座是[滨江口岸|Park]。', ['滨江口岸 stated 强链行动']],
  ['[滨江口岸|Park]是[河口区|Place]落实[强链行动|Strategy]的第一年投产的。', []],
])

table('the strategy that a headline begins with', [
  ['[“强链行动”|Strategy]下的新景\n[滨江隧道|Project]开工。', ['滨江隧道 section “强链行动”']],
  ['[强链行动|Strategy]下的新景\n[滨江隧道|Project]开工。', []],
])

table('a strategy that the sentence speaks of first, or that it goes on under', [
  ['[东拓|Strategy]的支点是产业,[河口区|Place]正建设[云帆产业园|Park]。', ['云帆产业园 purpose 东拓']],
  [
    '新闻在此\n[河口区|Place]出台[《更新计划》|Strategy]。[云帆街区改造|Project]已经开工。',
    ['云帆街区改造 section 《更新计划》'],
  ],
  ['在[强链工程|Strategy]上,支持[云帆科技|Company]扩能。', ['云帆科技 purpose 强链工程']],
])

table('framed by its sentence', [
  [
    '[云帆产业园|Park]是[河口区|Place]落实[强链行动|Strategy]、建设[滨江文创中心|Park]的重点园区。',
    ['云帆产业园 stated 强链行动'],
  ],
  [
    '[云帆工厂|Project]是[河口高新区|Park]落实[强链行动|Strategy]、推进[港城试验区|Park]建设的标志性项目。',
    ['云帆工厂 stated 强链行动', '河口高新区 stated 强链行动'],
  ],
  [
    '聚焦[湖滨活力区|Strategy]、[老城商埠区|Strategy]“[两大战略|Strategy]”,[河口区|Place]引进[云帆科技|Company]、[远山研究院|Institute]等企业12家。',
    [
      '云帆科技 purpose 湖滨活力区',
      '云帆科技 purpose 老城商埠区',
      '云帆科技 purpose 两大战略',
      '远山研究院 purpose 湖滨活力区',
      '远山研究院 purpose 老城商埠区',
      '远山研究院 purpose 两大战略',
    ],
  ],
  [
    '为落实[强链行动|Strategy],[云帆平台|Project]今年投用,[远山研究院|Institute]揭牌。',
    ['云帆平台 purpose 强链行动', '远山研究院 purpose 强链行动'],
  ],
  [
    '围绕[净水行动|Strategy],[河口区|Place]今年实施项目9个。其中,[滨江泵站|Project]通水;[湖滨水厂|Project]开工。',
    ['湖滨水厂 purpose 净水行动', '滨江泵站 purpose 净水行动'],
  ],
  [
    '[河口区|Place]抢抓[强链行动|Strategy]机遇,建设[云帆工厂|Project],[远山区|Place]建成[远山工厂|Project]。',
    ['云帆工厂 purpose 强链行动'],
  ],
  ['[河口区|Place]建设[云帆工厂|Project],助力[强链行动|Strategy]。', ['云帆工厂 purpose 强链行动']],
  ['[云帆工厂|Project]开工。[河口区|Place]推进[强链行动|Strategy]。', []],
  ['[云帆科技|Company]、[强链行动|Strategy]都上了报纸。', []],
])

table('told by structure', [
  [
    '落实[净水行动|Strategy],河水变清\n[滨江泵站|Project]上月通水。[湖滨水厂|Project]已开工。',
    ['湖滨水厂 section 净水行动', '滨江泵站 section 净水行动'],
  ],
  [
    '[河口区|Place]新事\n[河口区|Place]把[净水行动|Strategy]作为总抓手。[滨江泵站|Project]上月通水。',
    ['滨江泵站 section 净水行动'],
  ],
  ['三个看点,再谈“[西进|Strategy]”\n先看企业。[云帆工厂|Project]建成投产。', ['云帆工厂 section 西进']],
  ['读懂[产业12条|Strategy]\n先看企业。[云帆工厂|Project]建成投产。', []],
])

/** What one rule says, as the tables have it. */
const tableOf = (rule: string, name: string, rows: Row[]) =>
  describe(name, () => {
    it.each(rows)('%s', (text, wanted) => {
      const { serves, entities } = related(text)
      const said = serves
        .filter((s) => s.rule === rule)
        .map((s) => `${entities[s.head]!.name} ${s.level} ${entities[s.tail]!.name}`)
      expect(said.sort()).toEqual([...wanted].sort())
    })
  })

tableOf(SET_PART, 'what the parts of a set are', [
  [
    '[青石县|Place]按“[一轴两园|Strategy]”布局。“一轴”是[云江大道|Project],“两园”则是[青石产业园|Park]和[云帆工业园|Park]。',
    ['云帆工业园 stated 一轴两园', '云江大道 stated 一轴两园', '青石产业园 stated 一轴两园'],
  ],
  ['看懂[一城一谷|Strategy]\n一谷:[青石生物谷|Park]', ['青石生物谷 stated 一城一谷']],
  [
    '[青石县|Place]按“[一轴一带,两园多点|Strategy]”布局。“两园”即[青石产业园|Park]和[云帆工业园|Park]。',
    ['云帆工业园 stated 一轴一带,两园多点', '青石产业园 stated 一轴一带,两园多点'],
  ],
  // whose it is, and where it lies, are no parts
  ['“[一轴两园|Strategy]”里,“一轴”是[云江大道|Project]串起的产业轴。', []],
  [
    '“[一轴两园|Strategy]”里,“两园”即[青石产业园|Park],位于[云帆开发区|Park]。',
    ['青石产业园 stated 一轴两园'],
  ],
  ['[三个一批|Strategy]有看头。三个是[云帆工厂|Project]。', []],
])

table('a heading that names a part of a set', [
  [
    '看懂[一城一谷|Strategy]\n新闻在此,由县里发布,内容很多。\n一谷:青石生物谷\n[云帆加速器|Project]封顶。',
    ['云帆加速器 section 一城一谷'],
  ],
])

tableOf(LAYOUT, 'what is laid out by a pattern', [
  ['[青石产业园|Park]实行“[一轴两翼|Strategy]”空间布局。', ['青石产业园 stated 一轴两翼']],
  ['[青石产业园|Park]占地9平方公里,规划了“[一轴两翼|Strategy]”。', ['青石产业园 stated 一轴两翼']],
  // a county's pattern, and a pattern that is no layout
  ['[青石县|Place]实行“[一轴两翼|Strategy]”空间布局。', []],
  ['[青石产业园|Park]实行“[强链行动|Strategy]”。', []],
])

tableOf(MADE_UP, 'what makes up a pattern together', [
  [
    '[青石县|Place]建起[云江创新园|Park]、[石桥研究院|Institute],形成“[一带两园|Strategy]”的创新格局。',
    ['云江创新园 purpose 一带两园', '石桥研究院 purpose 一带两园'],
  ],
  [
    '[青石高新区|Park]建起[云江创新园|Park],形成“[一带两园|Strategy]”的创新格局。',
    ['云江创新园 purpose 一带两园'],
  ],
  ['[青石县|Place]建起[云江创新园|Park],形成“[强链行动|Strategy]”的声势。', []],
])

table('all works of the paragraph before', [
  [
    '[云帆工厂|Project]开工。[滨江泵站|Project]通水。\n负责人说,上述项目均已列入[强链行动|Strategy]。',
    ['云帆工厂 stated 强链行动', '滨江泵站 stated 强链行动'],
  ],
])

tableOf(THESE, 'these works', [
  [
    '[云帆工厂|Project]开工,[滨江泵站|Project]通水。这两个项目都是[强链行动|Strategy]的重点工程。',
    ['云帆工厂 stated 强链行动', '滨江泵站 stated 强链行动'],
  ],
  [
    '[云帆工厂|Project]开工,[滨江泵站|Project]通水。这次动工的2个项目,都是为“[四园|Strategy]”建设打基础的。',
    ['云帆工厂 stated 四园', '滨江泵站 stated 四园'],
  ],
  // three are not two, a zone is no project, and the works are no end
  ['[云帆工厂|Project]开工。这三个项目都是[强链行动|Strategy]的重点工程。', []],
  ['[青石高新区|Park]办会。这些项目都列入[强链行动|Strategy]。', []],
  ['[云帆工厂|Project]开工。为了这批项目,县里推进[强链行动|Strategy]。', []],
])

describe('a pair', () => {
  it('has one level, the strongest', () => {
    const text =
      '为落实[强链行动|Strategy],[云帆工厂|Project]开工。[云帆工厂|Project]是[强链行动|Strategy]的重点项目。'
    expect(servingIn(text)).toEqual(['云帆工厂 stated 强链行动'])
  })

  it('names the sentence that frames it', () => {
    const { serves } = related(
      '[河口区|Place]新事\n围绕[净水行动|Strategy],[河口区|Place]实施项目9个。其中,[滨江泵站|Project]通水。',
    )
    expect(serves.map((s) => s.sentence)).toEqual([1])
  })
})

it('what stands behind a strategy is looked for in time that grows with the text, and not with its square', () => {
  const scene = sceneOf(linkedOf('服务[强链行动|Strategy]的[滨江口岸|Park]。'))
  const [strategy, port] = scene.bySentence[0]!
  const [again, times] = ['服务强链行动,', 40_000]
  const moved = <T extends Span>(m: T, by: number): T => ({ ...m, start: m.start + by, end: m.end + by })
  const mentions = Array.from({ length: times + 1 }, (_, i) => moved(strategy!, i * again.length))
  const long = {
    ...scene,
    article: { ...scene.article, text: again.repeat(times) + scene.article.text },
    bySentence: [[...mentions, moved(port!, times * again.length)]],
  }
  const serves = servesOf(long, [], [])
  expect(serves.map(({ rule, level }) => [rule, level])).toEqual([['attribute', 'stated']])
}, 30_000)

it('holds by what was learned, too, where a place says what its means are for', () => {
  const { serves, entities } = relatedAsLearned(
    '[青石产业园|Park]也是[云江市|Place]加快[建设港城|Strategy]的重要战略平台。',
  )
  expect(serves.map((s) => [entities[s.head]!.name, s.level, entities[s.tail]!.name])).toEqual([
    ['青石产业园', 'stated', '建设港城'],
  ])
})
