import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvOf, xlsxOf } from '../../../../web/exchange/sheet.ts'
import { drawingOf, keyMarks } from '../../../../web/panels/trace/drawing.ts'
import { lanesOf } from '../../../../web/panels/trace/lanes.ts'
import { layoutOf } from '../../../../web/panels/trace/layout.ts'
import { svgOf } from '../../../../web/panels/trace/picture.ts'
import { reportOf } from '../../../../web/panels/trace/report.ts'
import { sheetsOf } from '../../../../web/panels/trace/tables.ts'
import { WIDE } from '../../../../web/state/lens.ts'
import { entities, trace } from './fixture.ts'

describe('a trace as a table', () => {
  const [chains, gaps] = sheetsOf(trace, 'zh')
  it('has a row for each sentence of each step', () => {
    expect(chains!.rows).toHaveLength(5)
    expect(chains!.rows[0]).toEqual([
      1,
      0.6,
      1,
      '星海机器人研发基地',
      '项目',
      '服务于',
      '明说',
      '云湖科创城',
      '战略',
      2,
      '开工',
      '云湖区',
      '',
      '基地服务科创城。',
      '云湖区加快建设云湖科创城',
      '云湖日报',
      '2023-05-01',
      2,
    ])
    expect(gaps!.rows).toEqual([['云湖大桥', '项目', '', '云湖区', '', 2]])
  })

  it('is CSV that Excel reads as UTF-8 and never runs', () => {
    const csv = csvOf(chains!)
    expect(csv.startsWith('\uFEFF链,强度,')).toBe(true)
    expect(csv).toContain('"\'=星海科技""投资""建设基地。"')
    expect(csv.trimEnd().split('\r\n')).toHaveLength(6)
  })

  it('is a workbook of two sheets with numbers as numbers', async () => {
    const blob = await xlsxOf(sheetsOf(trace, 'zh'))
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
    const all = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
    const workbook = all.find(([name]) => name.endsWith('workbook.xml'))![1]
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((m) => m[1])).toEqual(['链', '断链'])
    expect(all.find(([name]) => /sheet1\.xml$/.test(name))![1]).toContain('<v>0.6</v>')
    expect(all.map(([, text]) => text).join('')).toContain('星海机器人研发基地')
  })
})

describe('a trace as a report', () => {
  const report = reportOf(trace, { ...WIDE, stage: 'started', since: '2023' })
  it('says what is so, with the number of its source', () => {
    expect(report).toContain('星海机器人研发基地 —服务于 · 明说→ 云湖科创城[1]')
    expect(report).toContain('句 1：基地服务科创城。（第 2 段）[1]')
    expect(report.match(/基地服务科创城。/g)).toHaveLength(1)
    expect(report).toContain('[1] 云湖区加快建设云湖科创城[N]. 云湖日报, 2023-05-01.')
    expect(report).toContain('云湖大桥（项目，位于云湖区）：未见与战略相连的文本。')
    expect(report).toContain('筛选条件：阶段 开工；时间 2023 至 最近。')
  })

  it('numbers its sections', () => {
    expect(report.match(/^[一二三四五六]、/gm)).toEqual(['一、', '二、', '三、', '四、'])
  })

  it('cites nothing that it does not list', () => {
    const listed = new Set([...report.matchAll(/^\[(\d+)\] /gm)].map((m) => m[1]))
    for (const [, n] of report.matchAll(/\[(\d+)\]/g)) expect(listed.has(n)).toBe(true)
  })
})

describe('a trace as a picture', () => {
  it('is SVG that stands alone, with every name in it and nothing that runs', () => {
    const hostile = {
      ...trace,
      from: { ...trace.from, name: '<script>' },
      entities: trace.entities.map((e) => (e.id === 's' ? { ...e, name: '<script>' } : e)),
    }
    const options = { width: 1200, notesOf: () => [], gapHeading: '断链', gaps: [entities.gap] }
    const layout = layoutOf(hostile, lanesOf(hostile, '', ''), options)
    const items = drawingOf(layout, hostile, '', 'light', 'zh')
    const svg = svgOf(
      { items, width: layout.width, height: layout.height, key: keyMarks('light', 'zh') },
      '<b>&',
      '泉脉',
      'light',
    )
    expect(svg).not.toMatch(/<script|<b>|var\(/)
    expect(svg).toContain('星海科技')
    expect(svg).toContain('未见文本依据')
    expect(svg).toContain('服务于 · 为此')
    expect(svg).toContain('stroke-dasharray')
  })
})
