/** Which units can be compared. Pure. */

// a scale is no unit of its own: 亿元 and 万元 are both money, 百分点 is no 分点
const SCALE = /^(?:[十百千]万|万亿|[千万亿])(?=.)/
/** Units of one measure, under the name of the first. */
const MEASURES: readonly (readonly string[])[] = [
  ['平方米', '平米', '平方公里', '平方千米', '公顷', '亩'],
  ['米', '公里', '千米', '海里', '厘米', '毫米'],
  ['立方米', '立方', '标方'],
  ['吨', '公斤', '千克'],
  ['元', '人民币', '元人民币'],
  ['瓦', '千瓦', '兆瓦', '吉瓦', 'kW', 'MW', 'GW'],
  ['瓦时', '千瓦时', '兆瓦时', '吉瓦时', '度电', 'kWh', 'MWh', 'GWh'],
  ['百分点', '个百分点'],
  ['人', '名', '位'],
]
const measureOf = new Map(MEASURES.flatMap((units) => units.map((unit) => [unit, units[0]!] as const)))

/** What is measured: the same for 12亿元 and 3,400万元, another one for 亿美元. */
export function measured(unit: string): string {
  const known = measureOf.get(unit)
  if (known) return known
  const [amount = '', ...per] = unit.split('/')
  const plain = amount.replace(SCALE, '')
  return [measureOf.get(plain) ?? plain, ...per].join('/')
}
