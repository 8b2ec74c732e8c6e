import { describe, expect, it } from 'vitest'
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { link } from '../../../ingest/link/link.ts'
import { recognize } from '../../../ingest/recognize/recognize.ts'
import { segment } from '../../../ingest/segment.ts'
import { openTagger } from '../../../ingest/tagger.ts'

const tagger = openTagger()
const linked = (text: string) => link(recognize(segment(cleanArticle({ file: 'a.txt', text }), tagger)))

describe('what stands for a name', () => {
  it.each([
    ['青石产业园今天开工。该园区占地二百亩。', ['该园区 → 青石产业园']],
    ['青石产业园今天开工。园区占地二百亩。', ['园区 → 青石产业园']],
    ['青石产业园今天开工。园区建设正在加快。', []],
    ['项目总投资五亿元。', []],
    ['青石医药产业集聚区今天开工。集聚区要聚焦新药。', ['集聚区 → 青石医药产业集聚区']],
    ['产业要成势,集聚区要聚焦新药。', []],
    ['云江县签下十个项目。最大的是青石科学城。这个项目占地二百亩。', ['这个项目 → 青石科学城']],
    ['云江工厂项目落户青石科学城。这个项目占地二百亩。', ['这个项目 → 云江工厂项目']],
    ['青石科学城今天揭牌。去年,这片土地还是农田。', ['这片土地 → 青石科学城']],
    ['青石智能制造产业园今天开工,项目总投资五亿元。', []],
  ])('%s', (text, wanted) => {
    const { text: clean, anaphors, entities } = linked(`一则消息\n${text}`)
    expect(
      anaphors.map(
        (a) => `${clean.slice(a.start, a.end)} → ${a.entities.map((e) => entities[e]!.name).join('、')}`,
      ),
    ).toEqual(wanted)
  })
})
