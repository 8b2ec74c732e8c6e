import { expect, it } from 'vitest'
import { progressPrinter, spanOf } from '../../ingest/progress.ts'

/** What is shown while articles are understood, each in so many milliseconds. */
function shownOn(terminal: boolean, total: number, each = 1_000): string {
  let shown = ''
  let time = 0
  const stream = {
    isTTY: terminal,
    write: (part: string) => {
      shown += part
      return true
    },
  }
  const print = progressPrinter(stream as unknown as NodeJS.WriteStream, () => time)
  for (let done = 1; done <= 3; done++) print({ phase: 'read', done, total: 0, label: '一篇.txt' })
  for (let done = 1; done <= total; done++) {
    time += each
    print({ phase: 'understand', done, total, label: `第${done}篇.txt` })
  }
  return shown
}

it('draws a bar in place on a terminal, with rate and what remains, and ends its line', () => {
  const shown = shownOn(true, 4)
  expect(shown.split('\r').slice(-4)).toEqual([
    '\x1b[2K██████░░░░░░░░░░░░░░░░░░ understanding 1/4  第1篇.txt',
    '\x1b[2K████████████░░░░░░░░░░░░ understanding 2/4 · 1.0/s · 2 s left  第2篇.txt',
    '\x1b[2K██████████████████░░░░░░ understanding 3/4 · 1.0/s · 1 s left  第3篇.txt',
    '\x1b[2K████████████████████████ understanding 4/4 · 1.0/s  第4篇.txt\n',
  ])
  expect(shown.match(/\n/g)).toHaveLength(2)
})

it('says a plain line for every tenth elsewhere', () => {
  const shown = shownOn(false, 100)
  expect(shown).not.toMatch(/[\r\x1b]/)
  expect(shown.split('\n').slice(0, 4)).toEqual([
    'reading 1',
    'understanding 1/100',
    'understanding 10/100 · 1.0/s · 1 min 30 s left',
    'understanding 20/100 · 1.0/s · 1 min 20 s left',
  ])
  expect(shown.trim().split('\n')).toHaveLength(12)
})

it('says no more than a plain line a second, and always the last', () => {
  expect(shownOn(false, 100, 25).trim().split('\n').slice(1)).toEqual([
    'understanding 1/100',
    'understanding 41/100 · 40/s · 1 s left',
    'understanding 81/100 · 40/s · 0 s left',
    'understanding 100/100 · 40/s',
  ])
})

it.each([
  [4.4, '4 s'],
  [90, '1 min 30 s'],
  [4_000, '1 h 6 min'],
])('%d seconds are %s', (seconds, words) => {
  expect(spanOf(seconds)).toBe(words)
})
