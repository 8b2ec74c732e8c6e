/** Words that say which stage a project has reached, and what puts a stage in the future. */
import type { Status } from '../../../model/ontology.ts'
import { type Gated, gated } from '../../lexicon/gated.ts'

export interface StageCue {
  pattern: Gated
  status: Status
  /** What it happens to stands in front (X投产), behind (引进X), or on either side (开工建设X, X开工建设). */
  takes: 'theme' | 'object' | 'either'
}

export const STAGES: readonly StageCue[] = [
  {
    pattern: gated(
      /封(?:了|上|上了|好)?顶|结顶|主体(?:结构)?(?:已经|也已|已|全面|全部|基本)*(?:完工|封闭|竣工)/g,
    ),
    status: 'topped_out',
    takes: 'theme',
  },
  {
    pattern: gated(
      /(?:揭|挂)(?:了|上|上了|过|起)牌|投(?:了|的)[产用]|开(?:了|的)[张园业街馆港机]|通(?:了|上|上了)[车航电气水](?!到)|并(?:了|上|上了)网|发(?:了|出|出了)(?:第一|首)度电|点亮了?第一|(?:转|跑|运转)(?:了)?起来|跑满|接上了?电|开张|开门(?=[,，。;；]|接|待|办|迎|营)|出货|开诊|接诊|开行(?:首|了|至)|首发/g,
    ),
    status: 'in_operation',
    takes: 'theme',
  },
  {
    pattern: gated(
      /动(?:了|过|的)[^,，。]{0,2}工(?!作|程|业)|破(?:了)土|奠(?:了|过|下)[^,，。]{0,2}基(?!础)|开(?:了|的|过)工|打下[^,，。]{0,4}桩|(?:正式|进场|启动|具备)(?:建设|施工)(?=[,，。;；])/g,
    ),
    status: 'started',
    takes: 'theme',
  },
  {
    pattern: gated(
      /落(?:了|下|的|过)[户地脚](?!的)|搬(?:了)?(?:进|来|到|过来)了?(?!迁)|迁(?:了|进|过来|回)|租下了?|扎下了?根|安(?:了|下)了?家|进了(?:园|驻)|落座/g,
    ),
    status: 'landed',
    takes: 'theme',
  },
  {
    pattern: gated(
      /签(?:了|过|的|成|完|妥)(?:[约字]|[^,，。;；]{0,4}合同|[^,，。;；]{0,4}协议)|签到了|摘了?牌|拿(?:了|下|下了|到)地|谈[成妥]|敲定/g,
    ),
    status: 'signed',
    takes: 'theme',
  },
  {
    pattern: gated(
      /建(?:好|完|成了)|修(?:好|通|成)|完(?:了|的)工|竣(?:了|的)工|打通了?|交(?:了)?[工房](?!路|程)|盖(?:好|起|成)|建(?:了)?起了?(?!来)/g,
    ),
    status: 'completed',
    takes: 'either',
  },
  {
    pattern: gated(
      /(?:还在|仍在)(?:建|装|平|修|盖|打|做|铺)|打完了?桩|平(?:完|整完|整)了?(?:土|场)地|(?:设备|机器)[^,，。;；]{0,6}(?:进场|安装|调试|进厂)|内部装修|(?:进入|转入)(?:收尾|冲刺|装修|安装|调试)|完成[^,，。;；]{0,10}(?:的|了)?\d[\d.]*%|完成(?:总)?(?:工程量|投资)|桩基[^,，。]{0,6}(?:施工|完成)|路基|主体(?:结构)?施工|如火如荼|热火朝天|加紧[建施]|建到|装到|铺到|架到/g,
    ),
    status: 'under_construction',
    takes: 'theme',
  },
  {
    pattern: gated(
      /选址(?:已|也已)?[^,，。]{0,4}(?:确定|定在|选定)|初步设计|(?:方案|规划)[^,，。;；]{0,4}(?:批复|通过|获批|敲定)|(?:还要|要|再|想)建(?!设好|成)|待建|在谈|拟建|(?:正在|还在)做[^,，。;；]{0,4}(?:设计|可研|论证|方案)|环评|地块已|划出[^,，。]{0,8}地/g,
    ),
    status: 'planned',
    takes: 'either',
  },
  {
    pattern: gated(
      /(?:投入使用|投入运营|投入运行|投入生产|投入试运行|正式运营|开门营业|开门迎客|开门办公|迎客|对外服务|投用|投产|量产|达产|满产|试产|试生产|通车|通航(?!点|城市)|开通(?!授信|至|[^,，。;；]{0,14}航线)|开通运营|开业|开街|开园|开馆|开港|开放(?=[,，。;；]|运营)|揭牌|挂牌(?!出让|上市|价)|上线|投运|已运营|首航|并网|试运行|试运营|批准设立|获批设立|正式成立|常态化运行|开始运转|点亮(?!了)|通线|点火|试车|升空|满负荷|不间断运转|下线首|首[辆台批套件款列][^,，。;；]{0,8}下线|第\d+万?[辆台架][^,，。;；]{0,4}下线)/g,
    ),
    status: 'in_operation',
    takes: 'theme',
  },
  { pattern: gated(/启用|挂牌了|建成投用|投用了/g), status: 'in_operation', takes: 'either' },
  {
    pattern: gated(
      /(?:竣工验收|主体验收|完成验收|通过验收|竣工|完工|落成|全线贯通|主体完成|基本完成|全部完成|建成|交付使用|交付(?=[,，。;；\d])|合龙)/g,
    ),
    status: 'completed',
    takes: 'either',
  },
  {
    pattern: gated(
      /(?:(?:正在|正|加快|加速|抓紧|加紧|全力|有序|稳步|持续|同步)(?:推进|建设|施工|打造|搭建|修建|兴建|建造|扩建|改造)|在建(?!工程量|项目|工程)|施工(?!队|图|方|单位|许可|企业|现场)|进入(?![^,，。]{0,6}(?:招标|可研|前期|设计|报批|审批))[^,，。]{2,10}阶段)/g,
    ),
    status: 'under_construction',
    takes: 'either',
  },
  {
    pattern: gated(
      /在建(?=项目|工程(?!量))|(?:正在|正|抓紧|加紧)[^,，。;；]{0,4}(?:安装|装修|调试|浇筑|修缮|做|收尾|上马|修)|浇筑(?!第一)|设备安装|设备调试|进展顺利|建设中|建设正酣|建设提速|盾构始发|掘进|雏形初[现显]|全面铺开|铺轨|下闸蓄水|紧张作业|收尾|填海成陆|试跑|区间[^,，。]{0,4}贯通|洞通|轨通|电通|联调联试|吊装|土地平整|仍在推进|完成土建/g,
    ),
    status: 'under_construction',
    takes: 'theme',
  },
  {
    pattern: gated(
      /(?:开工|动工|奠基|破土|启动建设|开建|开挖|集中启动|全面启动|正式启动)(?!率|仪式|活动|建设进度)/g,
    ),
    status: 'started',
    takes: 'either',
  },
  { pattern: gated(/沉桩|浇筑第一|打下第一/g), status: 'started', takes: 'theme' },
  {
    pattern: gated(
      /(?<!集中|全面|正式|前期工作[也已]*|前期研究[也已]*|联调联试)启动(?!可研|仪式|区|资金|会|建设|实施)/g,
    ),
    status: 'started',
    takes: 'either',
  },
  {
    pattern: gated(
      /(?:新落地|新引进|新入驻|先期引进|引进|引入|引来|招引|引育|吸引|迎来|招来|引得|住进|落户(?=了|的有|的是|的包括)|入驻(?=了|的有|的是|的包括))了?/g,
    ),
    status: 'landed',
    takes: 'object',
  },
  {
    pattern: gated(
      /(?:(?<!新)落地(?!人才|见效)|落户(?!了|的有|的是|的包括)|入驻(?!了|的有|的是|的包括)|进驻|落子|安家|迁入|迁至|扎根|入园|(?<!坐)落在|先后到来)/g,
    ),
    status: 'landed',
    takes: 'theme',
  },
  { pattern: gated(/(?:签约(?!仪式|活动|大会)|签订|签署|签下)/g), status: 'signed', takes: 'theme' },
  {
    pattern: gated(
      /(?:获批复|可研(?:报告)?(?:已|获|通过|批复|评审)|启动可研|规划评审|进入招标|前期研究|正在[^,，。]{0,8}选址|选址中|等着开建|前期工作|进入[^,，。]{0,6}(?:招标|可研|前期|设计|报批|审批)[^,，。]{0,4}阶段)/g,
    ),
    status: 'planned',
    takes: 'theme',
  },
]

/** Building that has a thing behind it: planned where the clause looks ahead, else under way where it says so. */
export const BUILDING = gated(
  /(?:规划建设|谋划建设|谋划布局|规划|谋划|筹建|拟建|投资建设|投资兴建|新建|兴建|建设|打造|设立|组建|布局|建立|创办|合办|合建|共建|扩建|承建)/g,
)
/** 加快X建设: under way. */
export const PUSHING = gated(/加快推进|全力推进|扎实推进|加快|加速|推进|抓好|抓紧/g)
export const PUSHED =
  /^[”》]?(?:等[^,，。;；]{0,14})?(?:的)?(?:开工)?(?:建设|施工|改造|扩建|更新改造|工程建设)/
/** What is set up and done: 建设了X. */
export const DONE = /^了/
/** Whom a frame or an occasion only mentions: 围绕建设X, 借着建设X的机会. */
export const FRAMED =
  /(?:获批|围绕|为|聚焦|借着|对|支撑|服务|支持|参与|承担|负责|按照|用于)(?:[^,，。;；]{0,2})$/
/** Opens what a report sets out to do, until it looks back again. */
export const SETS_OUT =
  /^(?:[^,，。]{0,8})?(?:报告|会议|全会|《[^》]{2,40}》|规划|纲要|方案)(?:还)?(?:提出|明确|部署|要求)[^。]{0,10}(?:20\d\d年|今年|明年)|^(?:奋进|展望|新的一年)|20\d\d年[^,，。]{0,6}(?:怎么干|这样干|重点|打算)/
export const LOOKS_BACK = /回首|回顾|去年|过去|以来|20\d\d年,全[市区县省]|截至/
export const AIMED = /规划|谋划|筹建|拟建|正在?组建/
export const UNDER_WAY = /^(?:建设|兴建|扩建|承建)$/
/** A listing on an exchange opens no plant. */
export const LISTING = /交易所|科创板|创业板|新三板|主板|北交所|港交所|上市/

/** Before a cue these put it in the future. */
export const PLANNED =
  /(?:(?<!即|就)将(?!其|它|把|在建)|即将|拟(?!合)|下一步|(?<!年度|投资|行动|三年|工作)计划(?!的?[,，、。])|预计|力争|确保|打算|准备|有望|目标|谋划|还要|往后|届时|明年|今后|年底前|争取|力促|等着(?=[^,，]{0,8}$))[^。；;]{0,24}$/
/** A sentence that opens like this is about what is to come, to its end. */
export const AHEAD =
  /^[“‘]?(?:下一步|接下来|下一阶段|明年|今后|未来[\d一二三四五两]|新的一年|展望|20\d\d年[^,，]{0,8}将|今年[^,，]{0,6}将|(?:报告|会议|《[^》]{2,30}》|规划|纲要|方案)(?:还)?(?:提出|明确|要求|安排))/
/** What a signing is about stands behind it: 签约,共建X. */
export const AGREED = /共建|合作共建|建设|设立|打造|成立|组建|共同建设|合办|合建|落户/
/** 建成后, 把…建成: what will be or shall be, no stage reached. */
export const CONDITION =
  /^(?:以后|后|之后|为|一[座个批]|世界|全国|国际|国内|全省|具有|集|“|成为|国家|区域|不到|以来)/
/** The next word is the later stage, and that one counts: 竣工投产, 签约落地. */
export const LATER =
  /^(?:后|以后|之后|[、并]?(?:落地|落户|投产|投用|投入|通车|通航|启用|揭牌|运营|开业|量产|交付|开放))/

/** The last date before the cue in its clauses, as it is written. */
export const dateBefore = (text: string): string | null =>
  /^.*?((?:20\d{2}年|今年|去年|明年)?\d{1,2}月(?:\d{1,2}日|底|初)?|20\d{2}年(?:底|初)?|[今去明]年(?:底|初|春季|上半年|下半年|[一二三四]季度)?|年底前?|近日|日前|上周|昨天)[^，。；,、\d年月]{0,20}$/.exec(
    text,
  )?.[1] ?? null

const MONTH = /^(今年)?(\d{1,2})月/
/** Whether a date as it is written lies behind the day of the article: in April, 5月开工 is to come. */
export function isToCome(date: string | null, written: string): boolean {
  const [year, month] = written.split('-').map(Number)
  const year_ = /^20\d{2}/.exec(date ?? '')
  if (year_ && year) return Number(year_[0]) > year
  const m = MONTH.exec(date ?? '')
  if (!m || !month) return false
  const ahead = Number(m[2]) - month
  return ahead > 0 && (ahead <= 6 || m[1] !== undefined)
}
