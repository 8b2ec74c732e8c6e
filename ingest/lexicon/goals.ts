/** What regions set out to become, and the last words of such goals: 国家区域中心城市, 科技创新高地. */
import { words } from './words.ts'

export const GOALS: readonly string[] = words(
  `中心城市 副中心城市 创新型城市 友好型城市 发展型城市 先锋城市 标杆城市 枢纽城市 节点城市 门户城市 消费城市 大都市 高地 目的地 国家科学中心 航运中心 贸易中心 消费中心 金融中心 会客厅 联运枢纽 开放枢纽 航空枢纽 物流枢纽 保护典范 出海口 支点 增长极 桥头堡 先行区 产业带 名城 强城 样板区 试验田 示范城市 动力城 科创走廊 大通道 后花园 首善区 先行地 集聚地 策源地 承载地 新标杆 之都 典范城市 科技创新中心 科创高地 制度型开放 自立自强`,
)
/** Goals that are such wherever they stand. */
export const OUTRIGHT: ReadonlySet<string> = new Set(
  words('副中心城市 国家科学中心 创新型城市 友好型城市 制度型开放 自立自强'),
)
/** Verbs before a goal. */
export const AIMING =
  /(?:打造|建设|创建|建成|构建|围绕|聚焦|锚定|瞄准|支撑|对标|抢抓|迈向|成为|培育|形成|晒出|服务|要建|加快建|申报|批复)(?:[一了]?个)?$/

/** What regions that grow together do: 杭绍甬一体化, 粤桂协作. */
export const TOGETHER: readonly string[] = words(
  '一体化发展 一体化 同城化发展 同城化 协同发展 深度融合 融合发展 振兴发展 联动发展 协作 互联互通 协调联动 毗邻发展',
)

/** One-letter names of provinces and of cities that are joined in names of regions. Public facts. */
export const LETTERS =
  '京津冀沪苏浙皖闽赣鲁豫鄂湘粤桂琼川渝蜀黔滇藏陕甘青宁蒙辽吉黑晋港澳台杭绍甬嘉湖舟温衢镇扬泰通盐锡常徐淮合芜马铜滁宣武襄宜荆长株潭岳益郴广深珠佛莞惠肇成德绵眉资遂潼泸内济莱烟潍威洛郑汴焦许漯咸渭兰厦漳泉榕穗昌九抚沈抚哈大齐牡呼包鄂银石太忻'
