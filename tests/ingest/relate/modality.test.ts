/** What is asserted, what is planned and what is denied: by the words in front of what says it. */
import { describe, expect, it } from 'vitest'
import { related } from './stated.ts'

const [FIRM, PARK, TOWN] = ['[星沐科技|Company]', '[临湖科创园|Park]', '[云桥区|Place]']
const WORK = '[云桥数字港|Project]'
const SCHOOL = '[澜石大学|Institute]'
const FAIR = '[青禾茶博会|Event]'

/** `TYPE modality` of each relation that ends in the last name, once. */
const saidOf = (text: string): string[] => {
  const { relations } = related(text)
  return [...new Set(relations.map((r) => `${r.type} ${r.modality}`))].sort()
}

const table = (name: string, modality: string, rows: readonly [string, string][]) =>
  describe(name, () => {
    it.each(rows)('%s', (text, type) => {
      expect(saidOf(text)).toContain(`${type} ${modality}`)
    })
  })

table('denied', 'negated', [
  [`${FIRM}未落户${PARK}。`, 'LOCATED_IN'],
  [`${FIRM}没有落户${PARK}。`, 'LOCATED_IN'],
  [`${FIRM}没在${TOWN}建设${WORK}。`, 'DEVELOPS'],
  [`${FIRM}放弃在${TOWN}建设${WORK}。`, 'DEVELOPS'],
  [`${TOWN}取消举办${FAIR}。`, 'HOSTS'],
  [`${FIRM}终止了与${SCHOOL}的合作。`, 'COOPERATES_WITH'],
  [`${FIRM}与${SCHOOL}合作告吹。`, 'COOPERATES_WITH'],
  [`${FIRM}不再实施[强链行动|Strategy]。`, 'ADVANCES'],
])

table('planned', 'planned', [
  [`${FIRM}拟落户${PARK}。`, 'LOCATED_IN'],
  [`${FIRM}有望年内落户${PARK}。`, 'LOCATED_IN'],
  [`预计下月,${FIRM}落户${PARK}。`, 'LOCATED_IN'],
  [`${TOWN}明年举办${FAIR}。`, 'HOSTS'],
  [`${TOWN}将深化合作,建设${WORK}。`, 'DEVELOPS'],
  [`${TOWN}准备在${PARK}的北侧建设${WORK}。`, 'DEVELOPS'],
  [`${TOWN}规划建设${WORK}。`, 'DEVELOPS'],
])

table('asserted', 'asserted', [
  // a plan by its name only
  [`${TOWN}推进[青年英才计划|Strategy]实施。`, 'ADVANCES'],
  [`${TOWN}按照[滨水空间规划|Strategy]建设${WORK}。`, 'ADVANCES'],
  // what is planned or missing is another's
  [`计划总投资9亿元的${WORK}落户${PARK}。`, 'LOCATED_IN'],
  [`没有港口的${TOWN}建设了${WORK}。`, 'DEVELOPS'],
  [`${TOWN}没有停步,去年建设了${WORK}。`, 'DEVELOPS'],
  [`${PARK}的${WORK}尚未动工。`, 'LOCATED_IN'],
  [`${FIRM}原计划外迁,如今已落户${PARK}。`, 'LOCATED_IN'],
  [`${TOWN}的项目没有一个不是围绕[强链行动|Strategy]推进。`, 'ADVANCES'],
  // words that only look like it
  [`${TOWN}有意思的是建设了${WORK}。`, 'DEVELOPS'],
  [`${TOWN}争取到资金,建设${WORK}。`, 'DEVELOPS'],
  [`${TOWN}面向未来产业建设${WORK}。`, 'DEVELOPS'],
  [`${TOWN}解放思想在${PARK}建设${WORK}。`, 'DEVELOPS'],
])

it('where a place lies is no plan', () => {
  const { relations } = related(`${FIRM}将落户[青禾市|Place]境内的[云桥镇|Place]。`)
  const lies = relations.filter((r) => r.type === 'LOCATED_IN').map((r) => `${r.head} ${r.modality}`)
  expect(lies).toContain('2 asserted')
  expect(lies).not.toContain('2 planned')
})
