/** Words that speak of a stage, as generously as writers use them: what each of them says is weighed, not decided. */
import type { Status } from '../../../model/ontology.ts'
import { matcherOf } from '../../lexicon/matcher.ts'

const BY_STAGE: Record<Status, string> = {
  planned: `规划 谋划 计划 拟建 拟 筹建 筹备 筹划 酝酿 可研 立项 选址 招标 招投标 环评 报批 审批 批复 核准 备案 前期 论证 储备 征求意见 设计方案 初步设计
    待建 待开工 尚未开工 未开工 准备开工 预计开工 具备开工条件 意向 洽谈 在谈 对接 跟踪 争取 力争 有望 将建 将建设 拟投资 拟选址 编制 图纸 蓝图 勘察 勘测
    摆上 提上日程 提上议事日程 列入计划 建议书 选定 划出 预留 备用地`,
  signed: `签约 签订 签署 签下 签了 签定 签成 签过 签字 签妥 签好 协议 合同 牵手 敲定 谈成 谈妥 摘牌 拿地 拍下 成交 中标 定下 达成 握手 投资意向书 框架协议 敲下 揽下`,
  landed: `落地 落户 入驻 进驻 引进 引入 招引 招来 引来 引育 吸引 迎来 落子 安家 迁入 迁来 迁至 迁到 扎根 选择 落脚 落座 搬进 搬来 搬入 搬到 入园 进园 租下 租用 设在 设立
    来到 集聚 汇聚 聚集 云集 落定 花落 抢滩 布局 住进 来了 招商 注册 办起 建起 落成 飞来 抱团 招到 拿到地 设了 开设 组建 新设`,
  started: `开工 动工 奠基 破土 动土 开建 开挖 启动 第一根桩 首桩 第一铲 第一锹 第一桩 桩基 打桩 打下 沉桩 拉开序幕 拉开帷幕 进场施工 上马 开动 拆除 正式建设 点火开工 挖下 建设序幕
    第一方混凝土 第一炮 第一钻 始建 起步建设 起步 首件`,
  under_construction: `在建 建设中 施工 正在 正加 加紧 加快 抢抓 抢工 赶工 掘进 铺轨 架梁 架设 安装 调试 浇筑 装修 装饰 收尾 扫尾 冲刺 主体 进度 工地 塔吊 进场 设备进场 形象进度 完成工程量 工程量 过半
    攻坚 联调 联试 热火朝天 轰鸣 平整 征迁 拆迁 征地 基坑 地下室 钢结构 吊装 幕墙 砌筑 盾构 钻孔 桥墩 贯通 有序推进 顺利推进 稳步推进 加紧建设 抓紧建设 推进 建设正酣 如火如荼
    紧锣密鼓 完成投资 已完成 试跑 填海 围堰 路基 节点 雏形 初具规模 初现 工人 夜以继日 倒排工期 工期 收官 正建 续建 扩建 改建 修建 兴建 新建 建设 改造`,
  topped_out: `封顶 封了顶 结顶 封上顶 主体完工 主体结构 主体竣工 全面封顶 断水 封闭 上梁`,
  completed: `竣工 完工 建成 落成 交付 交工 验收 贯通 合龙 全部完成 全面完成 基本完成 建好 修好 修通 修成 建起 移交 建设完成 完成建设 完成改造 拔地而起 收工 建完 盖好 盖起 立起来 交房 架通 打通
    建毕 告竣 圆满完成 收官`,
  in_operation: `投产 投用 投入 运营 运行 运转 运作 启用 使用 开业 开张 开门 开园 开馆 开街 开港 开放 开机 揭牌 挂牌 授牌 揭幕 上线 下线 量产 达产 满产 试产 试生产 试运行 试运营 通车 通航 通气 通水 通电
    送电 供电 供热 供水 供气 发电 并网 首航 首发 首列 首班 点火 试车 出货 产出 出产 生产 年产 接待 客流 营业 迎客 迎来首 服务 产能 订单 生产线 产线 下产线 满负荷 出炉 出水 孵化 培育 开课 开学 招生
    首批产品 装船 发车 开行 开通 接入 跑满 开线 接单 办公 坐诊 接诊 亮灯 点亮 入住 成立 获批 认定 升级为 投运 转起来 用上 吞吐 处理能力 日处理 车间里 机器 流水线 交出 亮相 已有 累计`,
}

/** What says when or whether: done, going on, to come, not yet. */
const ASPECT: Record<string, string> = {
  done: '已 已经 了 早已 早在 就已 刚 刚刚 完成 顺利 成功 正式 全面 全部 去年 上月 日前 近日 昨日 昨天 上周 业已 现已 目前 如今 至今 以来 陆续 相继 先后',
  going: '正 正在 着 仍在 还在 眼下 当前 加快 加紧 抓紧 抢抓 有序 持续 进入 同步 全力 全速 稳步',
  ahead:
    '将 将于 即将 拟 拟于 有望 预计 计划 力争 争取 确保 届时 明年 后年 年底前 年底 年内 下月 下个月 下一步 今后 未来 待 后 准备 打算 想 要 目标 还要 等',
  not: '没有 未 尚未 还没 不 无 并未 停工 搁置 叫停 取消 终止 停产 关停',
}

export const STAGE_NAMES: readonly Status[] = [
  'planned',
  'signed',
  'landed',
  'started',
  'under_construction',
  'topped_out',
  'completed',
  'in_operation',
]

/** What a word speaks of: a bit a stage, in the order of STAGE_NAMES, then a bit an aspect. */
const meant = new Map<string, number>()
const list = (words: string) => words.split(/\s+/).filter((w) => w !== '')
STAGE_NAMES.forEach((stage, k) => {
  for (const word of list(BY_STAGE[stage])) meant.set(word, (meant.get(word) ?? 0) | (1 << k))
})
Object.values(ASPECT).forEach((words, k) => {
  for (const word of list(words)) meant.set(word, (meant.get(word) ?? 0) | (256 << k))
})
export const ASPECTS = 4

const matcher = matcherOf(meant.keys())

export interface Wording {
  start: number
  end: number
  /** A bit a stage, then a bit an aspect. */
  meant: number
}

/** The longest wordings of a line, in order; none within another. */
export function wordingsOf(line: string): Wording[] {
  const found: Wording[] = []
  matcher.scan(line, (start, end) => {
    while (found.length > 0 && found.at(-1)!.start >= start) found.pop()
    if (found.length > 0 && found.at(-1)!.end > start) {
      // 加快建设: the earlier one stands where the two cross
      if (found.at(-1)!.end >= end) return
    }
    found.push({ start, end, meant: meant.get(line.slice(start, end))! })
  })
  return found
}
