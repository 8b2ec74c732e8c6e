/** Words that measure the same. */
import { expect, it } from 'vitest'
import { measure } from '../../../server/compare/measures.ts'

it.each([
  ['计划总投资', '投资额'],
  ['项目总投资', '投资总额'],
  ['GDP', '地区生产总值'],
  ['GDP同比增长', '地区生产总值增速'],
  ['规划占地面积', '用地'],
  ['总建筑面积', '建筑面积'],
  ['规上工业总产值', '规模以上工业产值'],
  ['预计年产值', '产值'],
  ['纳税', '税收收入'],
  ['线路全长', '长度'],
  ['外贸进出口总额', '进出口额'],
  ['预计游客', '游客'],
])('%s and %s measure the same', (one, other) => {
  expect(measure(one)).toBe(measure(other))
})

it.each([
  ['总投资', '年度计划投资'],
  ['总投资', '累计完成投资'],
  ['总投资', '协议总投资'],
  ['总投资', '固定资产投资'],
  ['产值', '产值增长'],
  ['产值增长', '产值下降'],
  ['产值', '工业总产值'],
  ['占地面积', '建筑面积'],
  ['全省排名', '全国排名'],
  ['工业增加值', '规上工业增加值'],
  ['增长', '产值增长'],
])('%s and %s do not', (one, other) => {
  expect(measure(one)).not.toBe(measure(other))
})
