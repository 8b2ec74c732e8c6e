/** A list within quotes is read as one name, or member by member. */
import { describe, expect, it } from 'vitest'
import { recognizeLearned } from '../../../ingest/recognize/model/learned.ts'
import { articleOf } from './named.ts'
import { stretchesOf } from './stretches.ts'

const SLOGAN = '建好大港口、联通大通道、做强大产业、成就大都会'

describe('of a list within quotes', () => {
  const found = stretchesOf(`按照“${SLOGAN}”的思路,青湖市再出发。`)

  it('the whole may be a name, however long it is', () => {
    expect(found).toContain(SLOGAN)
    expect(found).toContain(`“${SLOGAN}”`)
  })

  it('a member may be one, and so may what is named in it', () => {
    expect(found).toContain('联通大通道')
    expect(found).toContain('大都会')
  })

  it.each(['建好大港口、联通大通道', '做强大产业、成就大都会', '大通道、做强大产业'])(
    'no part that runs over a mark may: %s',
    (part) => {
      expect(found).not.toContain(part)
    },
  )

  it('nor may a part of a chain', () => {
    const chain = stretchesOf('打通“基础研究—中试熟化—新兴产业”的链条。')
    expect(chain).toContain('基础研究—中试熟化—新兴产业')
    expect(chain).not.toContain('中试熟化—新兴产业')
    expect(chain).toContain('新兴产业')
  })
})

it.each([',', '，', '。'])('what holds a %s is speech and no list', (mark) => {
  expect(stretchesOf(`他说:“园区刚刚起步${mark}产业、人才都缺。”`)).toContain('产业、人才')
})

it('names that stand in a list of quotes are their own', () => {
  expect(stretchesOf('“青湖论坛”、“云谷峰会”相继举行。')).toContain('“青湖论坛”')
})

it('a slogan of four is read whole', () => {
  const names = recognizeLearned(articleOf(`青湖新区按照“${SLOGAN}”的发展战略,引进一批项目。`)).mentions
  expect(names.filter((m) => m.text.includes('、')).map((m) => m.text.replace(/[“”]/g, ''))).toEqual([SLOGAN])
})
