import { expect, it } from 'vitest'
import { progressPrinter } from '../../ingest/progress.ts'

function shownOn(terminal: boolean, total: number): string {
  let shown = ''
  const stream = { isTTY: terminal, columns: 60, write: (part: string) => (shown += part) }
  const print = progressPrinter(stream as unknown as NodeJS.WriteStream)
  for (let done = 1; done <= total; done++) print({ done, total, label: `第${done}篇.txt` })
  return shown
}

it('draws a bar in place on a terminal and ends its line', () => {
  const shown = shownOn(true, 4)
  expect(shown.split('\r')).toHaveLength(5)
  expect(shown).toContain('████████████░░░░░░░░░░░░ 2/4 第2篇.txt')
  expect(shown.endsWith('████████████████████████ 4/4 第4篇.txt\n')).toBe(true)
  expect(shown.match(/\n/g)).toHaveLength(1)
})

it('says a plain line for every tenth elsewhere', () => {
  const shown = shownOn(false, 100)
  expect(shown).not.toMatch(/[\r\x1b]/)
  expect(shown.split('\n')).toEqual([
    '1/100 第1篇.txt',
    ...[10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((n) => `${n}/100 第${n}篇.txt`),
    '',
  ])
})
