import { describe, expect, test } from 'vitest'
import { classify, type Example } from '../../../bench/learn/classify.ts'
import { classifierFileOf, classifierOf } from '../../../ingest/learned/classifier.ts'
import { hashOf } from '../../../ingest/learned/hash.ts'

const CLASSES = ['started', 'completed']
const seen = (...words: string[]) => Int32Array.from(words, (w) => hashOf(w))
/** 开工 starts, 竣工 completes, neither where 尚未 stands before it. */
const examples: Example[] = Array.from({ length: 30 }, () => [
  { features: seen('项目', '开工'), label: 1 },
  { features: seen('项目', '竣工'), label: 2 },
  { features: seen('项目', '尚未', '开工'), label: 0 },
  { features: seen('项目', '参观'), label: 0 },
]).flat()

describe('a classifier', () => {
  const learned = classify(examples, CLASSES)
  const best = (shares: Float64Array) => shares.indexOf(Math.max(...shares))

  test.each(examples.slice(0, 4))('says of an example what it was told', ({ features, label }) => {
    expect(best(learned.shares(features, features.length))).toBe(label)
  })

  test('is none where it sees nothing that it knows', () => {
    const shares = learned.shares(seen('天气'), 1)
    expect([...shares]).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  test('says the same from its file, whose bytes are the same for the same examples', () => {
    const file = () => classifierFileOf('a test', CLASSES, classify(examples, CLASSES), 0)
    expect(JSON.stringify(file())).toBe(JSON.stringify(file()))
    const read = classifierOf(file(), 'a test', CLASSES)
    for (const { features, label } of examples.slice(0, 4)) {
      const shares = read.shares(features, features.length)
      expect(best(shares)).toBe(label)
      expect(shares[label]).toBeCloseTo(learned.shares(features, features.length)[label]!, 1)
    }
  })

  test('refuses a file that was learned for other classes', () => {
    const file = classifierFileOf('a test', CLASSES, learned, 0)
    expect(() => classifierOf(file, 'statuses.json', ['planned'])).toThrow(/statuses\.json.*npm run train/)
  })
})
