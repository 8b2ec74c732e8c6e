/** Articles of our own making, as many as wanted: the same for the same seed. Names are put together, none is real. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../model/seeded.ts'

export interface MadeArticle {
  /** 012/012345.txt */
  file: string
  title: string
  date: string
  source: string
  body: string[]
}

const FIRST = '云青远海龙金银河江湖松竹梅兰石玉泉溪岭峰原林川平安康宁和顺昌盛丰恒瑞祥华新东西南北中'
const SECOND = '州湾岭港泽城山川原溪坪阳阴宁安丰源泉谷洲浦塘桥关口台峰湖江林岗'
const FAMILY = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
const GIVEN = '明远知行一舟文博嘉宁子涵思齐若水立群海涛国栋建华晓峰雪梅春燕志强伟民秀英德厚永康'
const INDUSTRIES = [
  '智能制造',
  '新材料',
  '数字经济',
  '生物医药',
  '集成电路',
  '新能源汽车',
  '现代物流',
  '人工智能',
  '文化旅游',
  '高端装备',
  '节能环保',
  '现代金融',
]
const PARKS = ['产业园', '科技园', '科创园', '高新区', '开发区', '创新基地', '孵化器', '智造港']
const PROJECTS = [
  '智慧物流中心项目',
  '综合管廊工程',
  '快速路改造工程',
  '总部大厦项目',
  '数据中心项目',
  '检测中心项目',
  '人才公寓项目',
  '滨河绿道工程',
]
const INSTITUTES = [
  '大学先进材料研究院',
  '大学智能装备研究院',
  '理工大学',
  '产业技术研究院',
  '重点实验室',
  '工程技术研究中心',
]
const STRATEGIES = [
  '东优西进',
  '工业强区',
  '一轴两翼',
  '双核驱动',
  '北跨南延',
  '品质之城',
  '河湖共治',
  '产城融合',
]
const MEDIA = ['日报', '晚报', '新闻网', '发布']
const VERBS = ['开工', '投产', '签约', '落地', '封顶', '启用']

class Maker {
  readonly random: () => number
  constructor(seed: number) {
    this.random = seeded(seed)
  }
  pick<T>(list: ArrayLike<T>): T {
    return list[Math.floor(this.random() * list.length)]!
  }
  number(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from + 1))
  }
  name(): string {
    return this.pick(FIRST) + this.pick(SECOND)
  }
  person(): string {
    return this.pick(FAMILY) + this.pick(GIVEN) + (this.random() < 0.6 ? this.pick(GIVEN) : '')
  }
}

/** @param index which article @param seed of the corpus @param sentences at most 14 */
export function makeArticle(index: number, seed = 1, sentences = 7): MadeArticle {
  const m = new Maker(seed * 1_000_003 + index * 7919)
  // districts are shared by many articles, so that linking has something to link
  const home = new Maker(seed * 31 + m.number(0, 400))
  const city = `${home.name()}市`
  const district = `${home.name()}区`
  const shared = new Maker(seed * 17 + m.number(0, 3000))
  const park = shared.name() + shared.pick(PARKS)
  const company = `${m.name()}${m.pick(['精密', '新材', '智能', '生物', '数科', '重工', '电气'])}`
  const partner = `${shared.name()}${shared.pick(['集团', '科技有限公司', '银行', '控股集团'])}`
  const institute = city.slice(0, 2) + m.pick(INSTITUTES)
  const project = shared.name() + m.pick(PROJECTS)
  const strategy = `“${home.pick(STRATEGIES)}”战略`
  const industry = m.pick(INDUSTRIES)
  const other = m.pick(INDUSTRIES)
  const person = m.person()
  const verb = m.pick(VERBS)
  const date = `${m.number(2018, 2024)}-${String(m.number(1, 12)).padStart(2, '0')}-${String(m.number(1, 28)).padStart(2, '0')}`
  const n = () => m.number(2, 980)
  const lines = [
    `${m.number(1, 28)}日,${park}在${city}${district}${verb},总投资约${n()}亿元,由${partner}建设,占地${n()}亩。`,
    `${park}聚焦${industry}和${other},计划引进企业${n()}家,首批${n()}家已经入驻,其中${company}带来${n()}名工程师。`,
    `${district}围绕${strategy},推动${project}等${n()}个重点项目落地见效,全年完成投资${n()}亿元。`,
    `“从签约到${verb}只用了${n()}天。”${park}负责人${person}说,“下一步将与${institute}共建${industry}中试基地。”`,
    `截至${date.slice(0, 4)}年${m.number(2, 11)}月底,${company}累计申请专利${n()}件,预计年产值超过${n()}亿元。`,
    `${institute}与${company}签署合作协议,联合攻关${other}关键技术,${n()}名博士参与。`,
    `${date.slice(0, 4)}年前三季度,${district}规模以上工业增加值增长${m.number(3, 40)}.${m.number(1, 9)}%,${industry}占比提高${m.number(1, 9)}个百分点。`,
    `${project}总建筑面积${n()}万平方米,一期将于年底完工,建成后可容纳${n()}家企业。`,
    `${company}获评省级专精特新企业,在${city}设立${other}研发中心,投入${n()}万元。`,
    `${district}委书记${m.person()}调研${project}时指出,要把${industry}作为主攻方向,服务${strategy}。`,
    `${city}${m.name()}街道新建${n()}个口袋公园,${m.name()}路改造工程惠及居民${n()}户。`,
    `${m.name()}银行为${company}授信${n()}亿元,支持其扩建${other}生产线${n()}条。`,
    `第${m.number(2, 19)}届${city.slice(0, 2)}${industry}博览会在${district}举行,${partner}、${company}等${n()}家单位参加。`,
    `${m.name()}社区党委书记${m.person()}介绍,网格员${n()}人每天走访,解决问题${n()}件。`,
  ]
  const body: string[] = []
  while (lines.length > 0 && body.length < sentences)
    body.push(lines.splice(m.number(0, lines.length - 1), 1)[0]!)
  const paragraphs = [body.slice(0, 2), body.slice(2, 4), body.slice(4)]
    .map((part) => part.join(''))
    .filter((part) => part !== '')
  const folder = String(Math.floor(index / 1000)).padStart(3, '0')
  return {
    file: `${folder}/${String(index).padStart(6, '0')}.txt`,
    title: `${park}${verb} ${company}等${n()}家企业入驻`,
    date,
    source: city.slice(0, 2) + m.pick(MEDIA),
    body: paragraphs,
  }
}

export const textOf = ({ title, date, source, body }: MadeArticle): string =>
  [title, `发布时间:${date}`, `来源:${source}`, ...body].join('\n')

/** Writes that many articles as files below a folder; every twentieth is a reprint of another one, cut or with a notice. */
export function writeCorpus(folder: string, count: number, seed = 1, sentences = 7): void {
  for (let i = 0; i < count; i++) {
    const article = makeArticle(i, seed, sentences)
    const path = join(folder, article.file)
    if (i % 1000 === 0) mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, textOf(i % 20 === 19 ? reprintOf(makeArticle(i - 7, seed, sentences), i) : article))
  }
}

function reprintOf(article: MadeArticle, i: number): MadeArticle {
  const kinds = [
    { title: `转载:${article.title}`, source: '示例转载网' },
    { body: [...article.body, '版权声明:未经授权不得转载。'] },
    { body: [...article.body.slice(0, -1), article.body.at(-1)!.replace(/[^。]*。$/, '')] },
  ]
  return { ...article, ...kinds[Math.floor(i / 20) % kinds.length] }
}
