import type { Sentence } from '../../model/article.ts'
import { between, firstBehind, outerOf, type Scene } from './scene.ts'

/** The words of a sentence before an offset, so many characters at most, each name a □: 计划 in a name plans nothing. */
export function unnamed(scene: Scene, sentence: Sentence, to: number, most: number): string {
  let [out, at] = ['', Math.max(sentence.start, to - most)]
  const names = outerOf(scene.bySentence[sentence.index]!)
  for (let i = firstBehind(names, at); i < names.length && names[i]!.start < to; i++) {
    const { start, end } = names[i]!
    out += `${between(scene, at, start)}□`
    at = Math.min(end, to)
  }
  return out + between(scene, at, to)
}
