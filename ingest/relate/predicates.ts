/** Words that state a relation, and who stands where: the table that the clause frames are read from. */
import type { EntityType, RelationType } from '../../model/ontology.ts'

/**
 * agent: who does it, carried on from before where the clause leaves it out; theme: what it happens to, the nearest
 * name in front (or behind 的); object: the next name behind; place: 在 X; maker: 由 X; held: 以/把 X; gainer: 为 X; here: where
 * the paragraph is; opened: the same where a sentence opened with it (在 X,…).
 */
export type Role = 'agent' | 'theme' | 'object' | 'place' | 'maker' | 'held' | 'gainer' | 'here' | 'opened'

export interface Frame {
  says: RelationType
  head: Role
  tail: Role
  heads: readonly EntityType[]
  tails: readonly EntityType[]
  /** 0…1, before distance is taken off. */
  confidence: number
}

export interface Predicate {
  name: string
  words: readonly string[]
  /** Groups of frames: in a group the first that finds both ends counts. */
  frames: readonly (readonly Frame[])[]
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)
const GOVERNING: readonly EntityType[] = [
  'Place',
  'Organization',
  'Park',
  'Company',
  'Institute',
  'Project',
  'Strategy',
]
/** Of a strategy it is said what it advances in other ways. */
const ADVANCING = GOVERNING.filter((t) => t !== 'Strategy')
const BUILDERS: readonly EntityType[] = ['Company', 'Organization', 'Place', 'Institute', 'Park']
const SETTLERS: readonly EntityType[] = ['Company', 'Institute', 'Project', 'Park', 'Organization']
export const SITES: readonly EntityType[] = ['Place', 'Park', 'Strategy']
const HOLDERS: readonly EntityType[] = [
  'Place',
  'Company',
  'Institute',
  'Park',
  'Project',
  'Organization',
  'Strategy',
  'Person',
  'Event',
]

/** What has parts: a firm's 客户包括 names no part of it. */
const WHOLES: readonly EntityType[] = ['Place', 'Park', 'Project', 'Strategy', 'Institute']

const frame = (
  says: RelationType,
  head: Role,
  heads: readonly EntityType[],
  tail: Role,
  tails: readonly EntityType[],
  confidence = 0.85,
): Frame => ({ says, head, heads, tail, tails, confidence })

const ADVANCE = [
  [frame('ADVANCES', 'agent', ADVANCING, 'object', ['Strategy'])],
  [frame('ADVANCES', 'agent', ADVANCING, 'held', ['Strategy'], 0.8)],
]
const BUILD = [
  [
    frame('DEVELOPS', 'maker', BUILDERS, 'theme', ['Project', 'Park'], 0.9),
    frame('DEVELOPS', 'maker', BUILDERS, 'object', ['Project', 'Park', 'Institute'], 0.9),
    frame('DEVELOPS', 'agent', BUILDERS, 'object', ['Project', 'Park'], 0.8),
  ],
  [
    frame('LOCATED_IN', 'object', ['Project', 'Park', 'Institute'], 'place', SITES, 0.8),
    frame('LOCATED_IN', 'object', ['Project', 'Park', 'Institute'], 'agent', ['Park'], 0.7),
    frame('LOCATED_IN', 'object', ['Project', 'Park', 'Institute'], 'agent', ['Place'], 0.6),
  ],
]
const FOUND = [
  [
    frame('DEVELOPS', 'maker', BUILDERS, 'theme', ['Project', 'Park', 'Institute'], 0.9),
    frame('DEVELOPS', 'maker', BUILDERS, 'object', ['Project', 'Park', 'Institute'], 0.9),
    frame('DEVELOPS', 'agent', BUILDERS, 'object', ['Institute', 'Project', 'Park'], 0.8),
  ],
  [frame('LOCATED_IN', 'object', ['Project', 'Park', 'Institute'], 'place', SITES, 0.8)],
]

export const PREDICATES: readonly Predicate[] = [
  {
    name: 'advance',
    words: words(
      `推进 推动 服务 服务于 融入 落实 实施 围绕 对标 对接 深化 贯彻 践行 助力 助推 聚焦 坚持 抓住 抓牢 擦亮 推行 完善 开展 创建
      创新 支撑 赋能 响应 锚定 紧扣 抢抓 编制 编出 出台 兑现 制定 印发 发布 启动 打造 建设 构建 贡献 争创 建立 健全 探索 探路 引领 统筹
      强化 加强 提升 优化 共建 推广 承接 建成 加快 推出 抓好 扛牢 践诺 立足 迈向 奋进 建好 用好 执行 创立 唱好 建立起 全面推开 列入 纳入 写进 写入 推广
      为抓手 作为 用到 引擎 主线 纳入 发起 深耕 出发 落地 布局 补链 赋能 蓄势 蓄力 提供支撑 注入 探路 扛起 锚准 奔着 迎接 抢占 批复 加入 投身 配合 实现 提出 谋划`,
    ),
    frames: ADVANCE,
  },
  {
    name: 'focus',
    words: words(
      `聚焦 发展 主攻 从事 做强 做大 做优 培育 壮大 布局 深耕 瞄准 围绕 涵盖 集聚 形成 打造 构建 定位 重点发展 专注 专注于 聚力 推动
      抱团 补上 研发 生产 致力于 切入 深耕于 涉足 主营 抢占 抢抓 加快 引领 覆盖 建设 发力 谋划 推进 主导产业 支柱产业 领域 升级 孵化
      招引 突破 投向 延伸 进军 押注 锚定 专门 适合 壮大 补链 支持 扶持 鼓励 建起 崛起 见长 闻名 著称 为主导 为特色 为核心 为主`,
    ),
    frames: [
      [
        frame('FOCUSES_ON', 'agent', GOVERNING, 'object', ['Industry'], 0.8),
        frame('FOCUSES_ON', 'agent', GOVERNING, 'held', ['Industry'], 0.8),
      ],
    ],
  },
  {
    name: 'thrive',
    words: words(
      `齐升 壮大 崛起 破题 起势 蓬勃发展 发展 集聚 提档升级 领跑 腾飞 增长 实现 产值 产业 达到 领域 抱团 成长 兴起 落地 竞相发展`,
    ),
    frames: [
      [
        frame('FOCUSES_ON', 'place', ['Place', 'Park'], 'theme', ['Industry'], 0.6),
        frame('FOCUSES_ON', 'agent', ['Place', 'Park'], 'theme', ['Industry'], 0.6),
      ],
    ],
  },
  {
    name: 'build',
    words: words(
      `建设 投资 投资建设 打造 启动 启动建设 兴建 修建 搭建 建成 开工 开工建设 承建 规划建设 新建 共建 开发 投建 建起 打造出 造出
      布局 推进 加快 谋划 改造 扩建 实施 铺开 建好 在建 落子 推动 操盘 代建 总承包 施工 建了 建造 签约共建 上马 改成 改造成 布置 运营 统一运营 共同运营 设计运营 投建 配合 要建 迭代升级 修建 增资 扩能 投资兴建 投资建成 研制 规划 取名 名为 命名为 定名`,
    ),
    frames: BUILD,
  },
  {
    name: 'found',
    words: words(
      `设立 创设 首创 合建 合办 共办 创办 组建 成立 筹建 共建 建立 创建 打造 发起 发起成立 牵头 共同组建 建起 设了 建成 建设 获批 批准成立 签约共建 合办 开设 挂牌运行`,
    ),
    frames: FOUND,
  },
  {
    name: 'bring',
    words: words(
      `引进 引入 引来 招引 引育 吸引 集聚 汇聚 聚集 迎来 新增 拥有 建有 坐拥 汇集 住进 入驻 引聚 招揽 落地 签约 签约落地 落户 新落地
      新引进 新签约 挂牌 成立 设立 注册 汇集了 聚起 招来 引得 集结 分布着 有了 进驻`,
    ),
    frames: [
      [
        frame('LOCATED_IN', 'object', SETTLERS, 'place', SITES, 0.8),
        frame('LOCATED_IN', 'object', SETTLERS, 'agent', SITES, 0.75),
      ],
    ],
  },
  {
    name: 'land',
    words: words(
      `位于 坐落 坐落于 坐落在 落户 落户于 落户在 落地 落地于 入驻 落在 选址 选址于 选址在 选在 设在 建在 扎根 扎根于 落子 落子于 地处
      进驻 安家 集聚 聚集 放在 设于 住进 迁至 迁入 搬迁至 用在 落户到 落到 搬进 搬到 搬至 迁进 迁到 诞生于 布局在 布局于 位居 驻扎`,
    ),
    frames: [
      [
        frame(
          'LOCATED_IN',
          'theme',
          [...SETTLERS, 'Strategy', 'Event', 'Organization'],
          'object',
          SITES,
          0.9,
        ),
        frame('LOCATED_IN', 'theme', SETTLERS, 'place', SITES, 0.85),
      ],
    ],
  },
  {
    name: 'lies',
    words: words(`位于 坐落 坐落于 坐落在 地处 落在 隶属`),
    frames: [[frame('LOCATED_IN', 'theme', ['Place'], 'object', SITES, 0.9)]],
  },
  {
    name: 'venture',
    words: words(`合资 合资成立 合资组建 合资设立 组建 共建 签约共建 控股`),
    frames: [
      [
        frame(
          'AFFILIATED_WITH',
          'object',
          ['Company'],
          'maker',
          ['Company', 'Organization', 'Institute'],
          0.8,
        ),
        frame(
          'AFFILIATED_WITH',
          'theme',
          ['Company'],
          'maker',
          ['Company', 'Organization', 'Institute'],
          0.8,
        ),
      ],
      [
        frame('AFFILIATED_WITH', 'object', ['Institute'], 'maker', ['Institute'], 0.65),
        frame('AFFILIATED_WITH', 'object', ['Institute'], 'agent', ['Institute'], 0.6),
      ],
    ],
  },
  {
    name: 'jointly',
    words: words(`合资 合资成立 合资组建 合资设立`),
    frames: [[frame('AFFILIATED_WITH', 'object', ['Company'], 'agent', ['Company', 'Organization'], 0.8)]],
  },
  {
    name: 'buildFor',
    words: words(`建设 打造 建成 搭建 量身打造 建造`),
    frames: [[frame('AFFILIATED_WITH', 'object', ['Project'], 'gainer', ['Company', 'Institute'], 0.65)]],
  },
  {
    name: 'settle',
    words: words(
      `落地 落户 签约落地 入驻 新落地 投用 投入使用 落地开花 安家 揭牌 开工 投产 开园 落成 启用 开业 动工 奠基 量产 封顶 竣工 通车 开工建设 投入运行 投运 建成投产 正式投产 齐聚 迁进来 挂牌 到来 云集 入园 入区 落成投用`,
    ),
    frames: [
      [
        frame('LOCATED_IN', 'theme', SETTLERS, 'place', SITES, 0.85),
        frame('LOCATED_IN', 'theme', SETTLERS, 'here', SITES, 0.6),
      ],
    ],
  },
  {
    name: 'signed',
    words: words(`签约 集中签约 现场签约`),
    frames: [
      [
        frame('LOCATED_IN', 'theme', ['Project'], 'place', SITES, 0.8),
        frame('LOCATED_IN', 'theme', ['Project'], 'here', SITES, 0.6),
      ],
    ],
  },
  {
    name: 'core',
    words: words(`为核心 为重点 为主战场 为承载 为龙头 为依托 为支撑 为载体 为主阵地`),
    frames: [[frame('FOCUSES_ON', 'held', ['Place', 'Park', 'Company'], 'object', ['Industry'], 0.8)]],
  },
  {
    name: 'inIt',
    words: words(
      `建在里面 在里面 坐落其中 在其中 落户其中 入驻其中 建在其中 总投资 投资 占地 占地面积 规划面积 建筑面积`,
    ),
    frames: [[frame('LOCATED_IN', 'theme', SETTLERS, 'opened', SITES, 0.7)]],
  },
  {
    name: 'within',
    words: words(`建在里面 在里面 坐落其中 在其中 落户其中 入驻其中 建在其中`),
    frames: [[frame('LOCATED_IN', 'theme', SETTLERS, 'here', ['Park', 'Place'], 0.7)]],
  },
  {
    name: 'host',
    words: words(`举办 承办 主办 协办 举行 召开 指导`),
    frames: [
      [
        frame('HOSTS', 'maker', BUILDERS, 'object', ['Event'], 0.9),
        frame('HOSTS', 'maker', BUILDERS, 'theme', ['Event'], 0.9),
        frame('HOSTS', 'agent', BUILDERS, 'object', ['Event'], 0.8),
      ],
    ],
  },
  {
    name: 'takesPlace',
    words: words(`举行 举办 召开 开幕 闭幕 落幕 启幕 开赛 收官 启动 开锣 亮相 圆满结束 开讲`),
    frames: [
      [
        frame('LOCATED_IN', 'theme', ['Event'], 'place', SITES, 0.85),
        frame('LOCATED_IN', 'object', ['Event'], 'place', SITES, 0.8),
      ],
      [frame('HOSTS', 'place', ['Place'], 'theme', ['Event'], 0.55)],
    ],
  },
  {
    name: 'attend',
    words: words(`参加 出席 亮相 参展 参会 参赛 见证 参与`),
    frames: [[frame('PARTICIPATES_IN', 'agent', ['Company', 'Organization'], 'object', ['Event'], 0.8)]],
  },
  {
    name: 'award',
    words: words(
      `获评 入选 荣获 获 获得 被列为 被列入 被评为 评为 被授予 授予 入围 上榜 位列 列为 列入 获批 被认定为 认定为 跻身 斩获 摘得 捧回
      被命名为 命名为 被划定为 荣膺 成为 是 夺得 拿下 蝉联 被确定为 晋升 升级为 有着 被誉为 创成 通过 拿到`,
    ),
    frames: [
      [
        frame('AWARDED', 'theme', HOLDERS, 'object', ['Honor'], 0.85),
        frame('AWARDED', 'agent', HOLDERS, 'object', ['Honor'], 0.75),
      ],
    ],
  },
  {
    name: 'listed',
    words: words(`榜上有名 称号 之称 名单 榜单 荣誉 创建 金字招牌 殊荣 入列 位列 排名 认定 三连冠`),
    frames: [[frame('AWARDED', 'agent', HOLDERS, 'theme', ['Honor'], 0.75)]],
  },
  {
    name: 'enlisted',
    words: words(`纳入 列入 被纳入 被列入 入列 写入 列为`),
    frames: [
      [frame('ADVANCES', 'theme', ['Project', 'Park', 'Institute', 'Company'], 'object', ['Strategy'], 0.85)],
    ],
  },
  {
    name: 'include',
    words: words(`包括 包含 涵盖 囊括 分为 下辖 统筹 由…组成`),
    frames: [[frame('PART_OF', 'object', WHOLES, 'agent', WHOLES, 0.7)]],
  },
]

/** Speech: what follows is not about who speaks. */
export const SPEECH = words(`表示 说 介绍 认为 指出 强调 透露 告诉 坦言 感慨 获悉 了解到 直言 解释 提出`)
