import type { Sentence, StatusMention } from '../../model/article.ts'
import type { EntityType, Status } from '../../model/ontology.ts'
import { type Gated, gated } from '../lexicon/gated.ts'
import { between, firstFrom, outermost, type Placed, type Scene } from './scene.ts'
import { Subjects } from './subjects.ts'

interface Cue {
  pattern: Gated
  status: Status
  /** Takes what it happens to behind it: 启用X, 新落地X. */
  transitive?: boolean
}

const CUES: readonly Cue[] = [
  { pattern: gated(/封顶/g), status: 'topped_out' },
  {
    pattern: gated(
      /(?:投入使用|投入运营|投入运行|投入生产|正式运营|开门营业|交付使用|投用|投产|量产|达产|通车|通航|开通|开业|开街|开园|开馆|开港|开放运营|揭牌|挂牌(?!出让)|上线|投运|已运营|首航|并网|试运行|试运营|亮相|批准设立|获批设立|正式成立)/g,
    ),
    status: 'in_operation',
  },
  { pattern: gated(/启用/g), status: 'in_operation', transitive: true },
  {
    pattern: gated(/(?:竣工|完工|落成|全线贯通|主体完成|基本完成|全部完成|竣工验收|主体验收|完成验收|建成)/g),
    status: 'completed',
    transitive: true,
  },
  {
    pattern: gated(
      /(?:(?:正在|正|加快|加速|抓紧|全力|有序|稳步|持续)(?:推进|建设|施工|打造|搭建|修建|兴建|建造|安装)|在建(?!工程量)|施工(?!队|图|方|单位|许可|企业|现场)|进展顺利|进入[^,，。]{2,10}阶段|建设中|建设正酣|建设提速|盾构始发|掘进|合龙|浇筑|设备安装|设备调试|雏形初[现显]|全面铺开|铺轨|下闸蓄水|紧张作业)/g,
    ),
    status: 'under_construction',
    transitive: true,
  },
  {
    pattern: gated(/(?:开工|动工|奠基|破土|启动建设)(?!率|仪式|活动|建设进度)/g),
    status: 'started',
    transitive: true,
  },
  { pattern: gated(/启动(?!仪式|区|资金|会)/g), status: 'started', transitive: true },
  {
    pattern: gated(/(?:新落地|新引进|住进了|引来了|落户了|入驻了|引进了|已入驻(?=[^,，。;；等]{3}))/g),
    status: 'landed',
    transitive: true,
  },
  { pattern: gated(/(?:(?<!新)落地(?!人才)|落户(?!了)|入驻(?!了)|进驻|落子)/g), status: 'landed' },
  { pattern: gated(/(?:签约(?!仪式|活动|大会)|签订|签署|签下)/g), status: 'signed' },
  {
    pattern: gated(
      /(?:规划建设|谋划建设|筹建|拟建|计划建设|正在谋划|(?:(?<!即|就)将|拟|计划|力争|谋划|争取|推动)(?:在[^,，。]{1,12}|联合|共同|全力|加快)?(?:新建|建设|打造|设立|实施|开工|组建|建立|投资建设|建成|启动))/g,
    ),
    status: 'planned',
    transitive: true,
  },
]
/** Before a cue these put it in the future. */
const PLANNED =
  /(?:(?<!即|就)将(?!其|它|把|在建)|即将|拟(?!合)|下一步|(?<!年度|投资|行动|三年|工作)计划(?!的?[,，、。])|预计|力争|确保|打算|准备|有望|目标|还要|往后|届时|明年|今后|年底前|争取|力促)[^。；;]{0,24}$/
/** A sentence that opens like this is about what is to come, to its end. */
const AHEAD =
  /^[“‘]?(?:下一步|接下来|下一阶段|明年|今后|未来[\d一二三四五两]|新的一年|展望|20\d\d年[^,，]{0,8}将|今年[^,，]{0,6}将)/
/** What a signing is about stands behind it: 签约,共建X. */
const AGREED = /^[^。;；]{0,24}?(?:共建|合作共建|建设|设立|打造|成立|组建|共同建设)[“‘]?/u
/** 建成后, 把…建成: what will be or shall be, no stage reached. */
const CONDITION = /^(?:以后|后|之后|为|一[座个批]|世界|全国|国际|国内|全省|具有|集|“|成为|国家|区域)/
const CARRIERS: readonly EntityType[] = ['Project', 'Park', 'Institute', 'Company']
/** What a firm itself can be at. */
const OF_COMPANIES = new Set<Status>(['landed', 'in_operation'])
/** A name behind these is where, with whom or by whom something happens. */
const ASIDE = /(?:在|于|由|与|和|向|从|对|至|到|给|经|被|同|跟|距|将|把)[“‘]?$/

/** Which stage the text says that a project, park or institute has reached. */
export function statusesOf(scene: Scene): StatusMention[] {
  const { article } = scene
  const subjects = new Subjects(scene)
  const out = new Map<string, StatusMention>()
  for (const sentence of article.sentences) {
    const line = article.text.slice(sentence.start, sentence.end)
    for (const cue of CUES) {
      const { status } = cue
      for (const m of cue.pattern.in(line)) {
        const [start, end] = [sentence.start + m.index, sentence.start + m.index + m[0].length]
        const before = line.slice(Math.max(0, m.index - REACH), m.index)
        const after = line.slice(m.index + m[0].length)
        if (status === 'completed' && (CONDITION.test(after) || /把[^,，。]{1,14}$/.test(before))) continue
        // 竣工投产, 签约落地: the later stage is the one that counts
        if (
          /^(?:后|以后|之后|[、并]?(?:落地|落户|投产|投用|投入|通车|通航|启用|揭牌|运营|开业|量产))/.test(
            after,
          )
        )
          continue
        const planned =
          (AHEAD.test(line) || PLANNED.test(clauseBefore(unnamed(scene, sentence, start)))) &&
          !/已(?:经)?$/.test(before)
        for (const { entity, type } of reached(scene, subjects, sentence.index, start, end, cue)) {
          const stage = planned ? 'planned' : status
          if (stage === 'signed' && type === 'Park' && /区$/.test(article.entities[entity]!.name)) continue
          if (type === 'Company' && !OF_COMPANIES.has(stage)) continue
          const key = `${entity} ${stage}`
          if (!out.has(key))
            out.set(key, {
              subject: entity,
              status: stage,
              date: dateBefore(before),
              sentence: sentence.index,
              start,
              end,
            })
        }
      }
    }
  }
  return [...out.values()].sort((a, b) => a.start - b.start || a.subject - b.subject)
}

/** How far words before a cue are looked for, in characters; names between them that are blanked may be many. */
const REACH = 64
const FAR = 1600

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

/** From the last 。；, with the clauses before the cue's own: 将 may stand one clause back. */
const clauseBefore = (before: string): string =>
  before
    .split(/[；;。]/)
    .at(-1)!
    .split(/[,，]/)
    .slice(-2)
    .join(',')

/** The last date before the cue in its clauses, as it is written. */
const dateBefore = (text: string): string | null =>
  /^.*?((?:20\d{2}年|今年|去年|明年)?\d{1,2}月(?:\d{1,2}日|底|初)?|20\d{2}年(?:底|初)?|[今去明]年(?:底|初|春季|上半年|下半年|[一二三四]季度)?|年底前?|近日|日前|上周|昨天)[^，。；,、\d年月]{0,20}$/.exec(
    text,
  )?.[1] ?? null

/** What the cue happens to: names behind it, else before it in its clause, else what the clauses before speak of. */
function reached(
  scene: Scene,
  subjects: Subjects,
  sentence: number,
  start: number,
  end: number,
  { status, transitive }: Cue,
): { entity: number; type: EntityType }[] {
  const carriers = outermost(scene.bySentence[sentence]!).filter((m) => CARRIERS.includes(m.type))
  const behind = transitive
    ? carriers.findIndex(
        (m) =>
          m.start >= end &&
          m.start - end < 7 &&
          /^(?:了|的|着)?[^,，。；;、]{0,5}$/.test(between(scene, end, m.start)),
      )
    : -1
  if (behind >= 0) return listFrom(scene, carriers, behind)
  // 开工建设24所学校: what it happens to is said, by no name
  if (status === 'signed') return signed(scene, carriers, start, end)
  const alone = /^(?:建设|施工|使用|运行|运营|中|了|多年|[\d一二两三]+年)?[”’》]?(?:[,，、。；;!！…)）\s]|$)/
  if (transitive && !alone.test(between(scene, end, end + 8))) return []
  const ahead = carriers.findLastIndex(
    (m) =>
      m.end <= start &&
      start - m.end < FAR &&
      !/[,，。；;]|(?<!等[^,，]{0,8})[个批]项目/.test(between(scene, m.end, start)) &&
      !ASIDE.test(between(scene, Math.max(0, m.start - 2), m.start)),
  )
  if (ahead >= 0) return listTo(scene, carriers, ahead)
  if (/(?<!等[^,，]{0,8})[个批]项目/.test(between(scene, start - 14, start))) return []
  const spoken = subjects.undertaking(sentence, start)
  return spoken < 0 ? [] : [{ entity: spoken, type: scene.article.entities[spoken]!.type }]
}

/** What is to be built by those who sign; else the project or park itself that is signed for. */
function signed(scene: Scene, carriers: readonly Placed[], start: number, end: number): Placed[] {
  const about = AGREED.exec(between(scene, end, end + 40))
  if (about) {
    const at = end + about[0].length
    const behind = carriers.findIndex(
      (m) => m.type !== 'Company' && m.start >= end && Math.abs(m.start - at) <= 8,
    )
    if (behind >= 0) return listFrom(scene, carriers, behind)
  }
  const ahead = carriers.findLastIndex(
    (m) =>
      (m.type === 'Project' || m.type === 'Park') &&
      m.end <= start &&
      !/[,，。；;]|[个批]项目/.test(between(scene, m.end, start)) &&
      !ASIDE.test(between(scene, Math.max(0, m.start - 2), m.start)),
  )
  return ahead < 0 ? [] : listTo(scene, carriers, ahead)
}

const LINK = /^[”’》]?(?:[、和与及]|[^，,。；]{0,6}[与、])[“‘《]?$/

function listTo(scene: Scene, mentions: readonly Placed[], last: number): Placed[] {
  const list = [mentions[last]!]
  for (let i = last - 1; i >= 0; i--) {
    if (!LINK.test(between(scene, mentions[i]!.end, list[0]!.start))) break
    list.unshift(mentions[i]!)
  }
  return list
}

function listFrom(scene: Scene, mentions: readonly Placed[], first: number): Placed[] {
  const list = [mentions[first]!]
  for (let i = first + 1; i < mentions.length; i++) {
    if (!/^[”’》]?[、和与及][“‘《]?$/.test(between(scene, list.at(-1)!.end, mentions[i]!.start))) break
    list.push(mentions[i]!)
  }
  return list
}
