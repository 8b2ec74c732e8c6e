import { describe, expect, it } from 'vitest'
import { TemplateRow } from '../../../ingest/learned/parts.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { claimsOf, FIELDS, valuesOf } from '../../../ingest/relate/statuses/claims.ts'
import { statedOf, statusWeightsOf } from '../../../ingest/relate/statuses/decide.ts'
import { TEMPLATES } from '../../../ingest/relate/statuses/features.ts'
import { seenIn } from '../../../ingest/relate/statuses/seen.ts'
import { weighedOf } from '../../../ingest/relate/statuses/weighed.ts'
import { STAGE_NAMES, wordingsOf } from '../../../ingest/relate/statuses/wordings.ts'
import { linkedOf } from '../marked.ts'
import { relatedAsLearned } from './stated.ts'

const stages = (marked: string) => {
  const article = relatedAsLearned(marked)
  return article.statuses.map((s) =>
    `${article.entities[s.subject]!.name} ${s.status} ${s.date ?? ''}`.trim(),
  )
}

describe('the stage of a project, decided by what was learned', () => {
  it.each([
    ['[江北大桥|Project]5月12日正式通车。', ['江北大桥 in_operation 5月12日']],
    ['[云帆大厦|Project]、[远航大厦|Project]全部封顶。', ['云帆大厦 topped_out', '远航大厦 topped_out']],
    // in free words
    ['[云帆电池基地|Project]占地68亩,去年3月动了工。', ['云帆电池基地 started 去年3月']],
    ['眼下,[云帆电池基地|Project]正在安装设备。', ['云帆电池基地 under_construction']],
    ['[远航生物二期|Project]计划明年开工。', ['远航生物二期 planned 明年']],
    // what will be is not yet
    ['再过二十天,[云帆大厦|Project]就能封顶。', []],
    ['[云帆算力平台|Project]覆盖全城,运营中心定于3月投入运营。', []],
    // what is named without anything being said of a stage
    ['[甲光科技|Company]总部设在[临江区|Place],有员工2000人。', []],
  ])('%s', (marked, expected) => expect(stages(marked)).toEqual(expected))

  it('stands on words of the sentence that states it', () => {
    const article = relatedAsLearned(
      '临江区大干快上。[江北大桥|Project]全长2公里,去年6月开工,今年5月建成通车。',
    )
    expect(article.statuses.length).toBeGreaterThan(0)
    for (const { sentence, start, end } of article.statuses) {
      const line = article.sentences[sentence]!
      expect(start).toBeGreaterThanOrEqual(line.start)
      expect(end).toBeLessThanOrEqual(line.end)
    }
  })

  it('is stated once of each thing, and comes out the same each time', () => {
    const text = '[江北大桥|Project]去年6月开工。[云帆大厦|Project]全面封顶,[江北大桥|Project]建成通车。'
    const said = stages(text)
    expect(said.length).toBeGreaterThan(0)
    expect(new Set(said).size).toBe(said.length)
    expect(stages(text)).toEqual(said)
  })

  it('is refused where weights were learned for other stages or fields', () => {
    const file = {
      about: '',
      stages: ['begun'],
      fields: [...FIELDS],
      trees: [],
      bound: 0.3,
      step: 0.02,
      features: '',
      counts: '',
      cells: '',
      numbers: '',
    }
    expect(() => statusWeightsOf(file)).toThrow(/begun.*npm run train/)
    expect(() => statusWeightsOf({ ...file, stages: STAGE_NAMES, fields: ['size'] })).toThrow(
      /size.*npm run train/,
    )
  })
})

describe('what may be claimed of a thing beside others', () => {
  const seenAs = (marked: string) => {
    const scene = sceneOf(linkedOf(marked))
    const { seen, features } = seenIn(scene, [...readingsOf(scene)])
    const weighed = weighedOf(seen, features, () => {})
    const claims = claimsOf(weighed)
    return valuesOf(scene, weighed, claims, features, () => 0).map((values, i) => {
      const { of, stage } = claims[i]!
      const { name } = scene.article.entities[of.entity]!
      const value = (field: string) => values[FIELDS.indexOf(field)]
      return { name, stage: STAGE_NAMES[stage], value, count: values.length }
    })
  }

  it('is seen by as many numbers as there are fields, none of them open', () => {
    const all = seenAs('[江北大桥|Project]5月12日正式通车,[云帆大厦|Project]封顶。')
    expect(all.length).toBeGreaterThan(0)
    for (const { count, value } of all) {
      expect(count).toBe(FIELDS.length)
      for (const field of FIELDS) expect(value(field)).toSatisfy(Number.isFinite)
    }
  })

  it('is seen by parts that leave out nothing of what is seen', () => {
    const scene = sceneOf(
      linkedOf('[江北大桥|Project]5月12日正式通车。[云帆大厦|Project]去年封顶,明年启用。'),
    )
    const { seen, features } = seenIn(scene, [...readingsOf(scene)])
    const row = new TemplateRow()
    for (const all of seen.values()) for (const one of all) features.of(one, all, row)
    const made = new Set(row.templates.subarray(0, row.size))
    expect(made.size).toBeGreaterThan(20)
    expect([...made].filter((template) => !TEMPLATES.includes(template))).toEqual([])
  })

  it('sees what the others of its list are at, and which other stage speaks most', () => {
    const all = seenAs(
      '[云帆基地|Project]、[远航大厦|Project]、[望江中心|Project]开工。[江北大桥|Project]封顶。',
    )
    const listed = new Map(all.map(({ name, value }) => [name, value('listed')]))
    expect(Object.fromEntries(listed)).toEqual({ 云帆基地: 2, 远航大厦: 2, 望江中心: 2, 江北大桥: 0 })
  })

  it('knows which names begin with its own, and with which its own begins', () => {
    const all = seenAs('[云帆基地|Project]开工,[云帆基地二期|Project]投产,[远航大厦|Project]封顶。')
    const around = new Map(all.map(({ name, value }) => [name, [value('namesInside'), value('namesAround')]]))
    expect(around).toEqual(
      new Map([
        ['云帆基地', [0, 1]],
        ['云帆基地二期', [1, 0]],
        ['远航大厦', [0, 0]],
      ]),
    )
  })
})

it('says of all of a list what is said of half of it, where nothing else is said of one and it may be so', () => {
  const names = ['云帆基地', '远航大厦', '启明中心', '长风基地']
  const listed = `${names.map((name) => `[${name}|Project]`).join('、')}同日开工。`
  const scene = sceneOf(linkedOf(`${listed}[江北大桥|Project]也有进展。`))
  const { seen, features } = seenIn(scene, [...readingsOf(scene)])
  const claims = claimsOf(weighedOf(seen, features, () => {}))
  const statedAs = (shares: Record<string, number>) => {
    const keys = claims.map(
      ({ of, stage }) => `${scene.article.entities[of.entity]!.name} ${STAGE_NAMES[stage]}`,
    )
    const stated = statedOf(
      claims,
      keys.map((key) => shares[key] ?? 0),
      0.3,
    )
    return keys.filter((_, i) => stated[i])
  }
  const half = { '云帆基地 started': 0.8, '远航大厦 started': 0.4 }
  const told = Object.keys(half)
  const all = [...told, '启明中心 started', '长风基地 started']
  const others = { '启明中心 started': 0.2, '长风基地 started': 0.2, '江北大桥 started': 0.2 }
  expect(statedAs({ ...half, ...others })).toEqual(all)
  // hardly so
  expect(statedAs({ ...half, ...others, '长风基地 started': 0.05 })).toEqual(all.slice(0, 3))
  // it is at something else
  expect(statedAs({ ...half, ...others, '长风基地 completed': 0.9 })).toEqual([
    ...all.slice(0, 3),
    '长风基地 completed',
  ])
  // of less than half
  expect(statedAs({ ...others, '云帆基地 started': 0.8 })).toEqual(['云帆基地 started'])
})

it('takes the longest wording where several begin', () => {
  const words = (line: string) => wordingsOf(line).map(({ start, end }) => line.slice(start, end))
  expect(words('项目已开工建设')).toEqual(['已', '开工', '建设'])
  expect(words('即将试运行')).toEqual(['即将', '试运行'])
})

it('takes a line of stages in its stride', () => {
  const line = `[启明科技产业园|Park]${'项目已开工,设备正在安装,'.repeat(4000)}年底投产。`
  const { statuses } = relatedAsLearned(line)
  expect(statuses.length).toBeLessThanOrEqual(2)
})

it('takes thousands of names in its stride', () => {
  const line = Array.from({ length: 3000 }, (_, i) => `[云帆${i}基地|Project]投产`).join(',')
  const said = stages(`${line}。`)
  expect(new Set(said).size).toBe(said.length)
  expect(said).toContain('云帆0基地 in_operation')
})
