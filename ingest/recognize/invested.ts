/** A project that is told by the money or the ground it takes: 总投资约12亿元的X等一批重点项目. */

import { gated } from '../lexicon/gated.ts'
import type { Candidate } from './candidate.ts'
import { typeOfHead } from './heads.ts'
import type { View } from './view.ts'

const TOLD = gated(
  new RegExp(
    '(?:投资|投入|占地|面积)[^，。；、的]{0,16}(?:[亿万]元|亩|平方米|平方公里)[左右]{0,2}的' +
      '[“”"]?(?<name>[\\p{Script=Han}A-Za-z0-9·]{3,14}?)[”"]?' +
      '等(?:[\\p{Script=Han}\\d]{0,12}?)(?:项目|工程)',
    'gu',
  ),
)

export function investedCandidates({ line, sentence }: View): Candidate[] {
  return TOLD.in(line).flatMap((m): Candidate[] => {
    const name = m.groups!.name!
    if (/[的了是在]/.test(name) || typeOfHead(name) !== null) return []
    const start = sentence.start + m.index + m[0].lastIndexOf(name)
    return [{ start, end: start + name.length, type: 'Project', confidence: 0.78, rule: 'invested' }]
  })
}
