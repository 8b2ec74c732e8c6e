/** Which words measure the same thing: 计划总投资 and 投资额, GDP and 地区生产总值. Pure. */

/** Says how sure or how complete a number is, not what it measures. */
const BEFORE = /^(?:预计|预期|计划|拟|设计|合计|共计|总计|约)+(?=[\p{Script=Han}A-Z]{2})/u
/** Whose it is, where the entity says that already. */
const WHOSE = /^(?:项目|工程|全?线路|全线|园区)(?=[\p{Script=Han}A-Z]{2})/u
const HOW_MUCH_MORE = /(?:同比|环比|比上年|较上年|比去年|较去年)?(增长|下降|增速|增幅)率?$/u

/** Measures that go by several words; the first is what they are told by. */
const SAME: readonly (readonly [string, RegExp])[] = [
  ['总投资', /^(?:总?投资(?:额|总额|规模|估算)?|投资总额|总投资额估算)$/u],
  ['协议投资', /^(?:协议|签约|合同)总?投资(?:总?额)?$/u],
  ['占地', /^(?:规划)?总?(?:占地|用地)(?:总?面积)?$/u],
  ['规划面积', /^总?规划总?面积$/u],
  ['建筑面积', /^总?建(?:筑总?面积|面)$/u],
  ['长度', /^(?:全长|总?长度?|总里程|里程)$/u],
  ['产值', /^(?:年|年总|总)?产值$/u],
  ['工业产值', /^工业总?产值$/u],
  ['规上工业产值', /^(?:规上|规模以上)工业(?:企业)?总?产值$/u],
  ['规上工业增加值', /^(?:规上|规模以上)工业(?:企业)?增加值$/u],
  ['地区生产总值', /^(?:GDP|地区GDP|(?:地区)?生产总值)$/u],
  ['营业收入', /^(?:年|总|年总)?(?:营收|营业总?收入|主营业务收入)$/u],
  ['销售收入', /^(?:年|总)?销售(?:收入|总?额)$/u],
  ['税收', /^(?:年|总)?(?:税收(?:收入|总额)?|纳税(?:总?额)?|缴税)$/u],
  ['公共预算收入', /^(?:地方)?(?:一般)?公共财?政?预算收入$/u],
  ['固定资产投资', /^(?:全社会)?(?:固定资产投资(?:总?额)?|固投)$/u],
  ['进出口总额', /^(?:外贸|货物|外贸货物)?进出口(?:总?额|总?值|贸易总?额)?$/u],
  ['社会消费品零售总额', /^(?:社会消费品零售总?额|社零总?额?)$/u],
  ['利用外资', /^实际(?:利用|使用|到位)外资(?:金额|总?额)?$/u],
  ['入驻企业', /^(?:入驻|落户|集聚|聚集|入园)企业$/u],
  ['高新技术企业', /^(?:国家级?)?(?:高新技术企业|高企)$/u],
  ['货物吞吐量', /^(?:港口)?货物吞吐量$/u],
  ['集装箱吞吐量', /^(?:港口)?集装箱吞吐量$/u],
]

/**
 * One word for all that measure the same; the word itself where no other does.
 * How much more of something it is tells it from the thing itself: 产值 and 产值增长 are two.
 */
export function measure(metric: string): string {
  const growth = HOW_MUCH_MORE.exec(metric)
  const what = metric.slice(0, growth?.index)
  if (what === '') return metric
  const plain = what.replace(BEFORE, '').replace(WHOSE, '').replace(BEFORE, '')
  const word = SAME.find(([, words]) => words.test(plain))?.[0] ?? plain
  return growth ? `${word}${growth[1] === '下降' ? '下降' : '增长'}` : word
}
