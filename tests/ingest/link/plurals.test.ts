import { describe, expect, it } from 'vitest'
import { readyOf } from '../marked.ts'

const meant = (source: string) => {
  const { text, anaphors, entities } = readyOf(source)
  return anaphors.map(
    (a) => `${text.slice(a.start, a.end)} → ${a.entities.map((e) => entities[e]!.name).join('、')}`,
  )
}
const WORKS = '[云桥大厦|Project]、[远山电池项目|Project]、[河湾码头|Project]'

describe('a phrase that stands for names', () => {
  it.each([
    [
      'so many as are counted',
      `${WORKS}开工。上述两个项目投资八亿元。`,
      ['上述两个项目 → 远山电池项目、河湾码头'],
    ],
    [
      'all of the sentence before',
      `${WORKS}开工。这批项目投资八亿元。`,
      ['这批项目 → 云桥大厦、远山电池项目、河湾码头'],
    ],
    [
      'what was counted exactly',
      `${WORKS}开工。三个项目都在江边。`,
      ['三个项目 → 云桥大厦、远山电池项目、河湾码头'],
    ],
    ['not another number that nothing points at', `${WORKS}开工。八个项目都在江边。`, []],
    ['not what the names stand beside', `${WORKS}三个项目开工。`, []],
    ['not a measure', `${WORKS}开工。亿元以上项目增加。`, []],
    ['not a word that goes on', `${WORKS}开工。这批项目建设很快。`, []],
    [
      'several, of which some are named again',
      `${WORKS}开工。[云桥大厦|Project]封顶。这批项目八亿元。`,
      ['这批项目 → 云桥大厦、远山电池项目、河湾码头'],
    ],
    [
      'the last sentence that names several',
      `${WORKS}开工。[青山隧道|Project]贯通。这批项目八亿元。`,
      ['这批项目 → 云桥大厦、远山电池项目、河湾码头'],
    ],
    ['one, where no more are named', '[远山科技|Company]来了。上述企业做电池。', ['上述企业 → 远山科技']],
    ['one event', '[青石会|Event]开幕。上述活动三天。', ['上述活动 → 青石会']],
    [
      'kinds of firms',
      '[远山集团|Company]、[青石集团|Company]来了。上述集团做电池。',
      ['上述集团 → 远山集团、青石集团'],
    ],
    ['not a part of a number', `${WORKS}开工。一百零三个项目在谈。`, []],
    ['not digits of a number', `${WORKS}开工。103个项目在谈。`, []],
    ['not an ordinal', `${WORKS}开工。第三个项目在谈。`, []],
    ['not others', `${WORKS}开工。另外三个项目在谈。`, []],
    [
      'not more than a phrase may mean',
      `[甲|Project]、[乙|Project]、[丙|Project]、[丁|Project]、[戊|Project]、[己|Project]、[庚|Project]、[辛|Project]、[壬|Project]开工。这批项目八亿元。`,
      [],
    ],
    ['not who works there', `${WORKS}开工。上述工程师很忙。`, []],
    ['not from two paragraphs before', `${WORKS}开工。\n\n天晴了。\n\n这批项目八亿元。`, []],
    [
      'the kind that was named last of what the noun may be',
      `${WORKS}开工。[东强行动|Strategy]、[西兴行动|Strategy]启动。上述两大工程八亿元。`,
      ['上述两大工程 → 东强行动、西兴行动'],
    ],
    ['two', '[云谷产业园|Park]和[青石产业园|Park]相邻。两者都在江边。', ['两者 → 云谷产业园、青石产业园']],
    [
      'institutes',
      '[河湾研究院|Institute]、[青石大学|Institute]来了。这两所高校都在江边。',
      ['这两所高校 → 河湾研究院、青石大学'],
    ],
    [
      'firms, behind another paragraph too',
      '[远山科技|Company]和[青石电子|Company]来了。\n\n两家企业都做电池。',
      ['两家企业 → 远山科技、青石电子'],
    ],
    [
      'the kind that was named last',
      '[云谷产业园|Park]迎来[远山科技|Company]和[青石电子|Company]。它们都做电池。',
      ['它们 → 远山科技、青石电子'],
    ],
    [
      'what a sentence began with',
      '[云谷产业园|Park]迎来[远山科技|Company]。它占地百亩。',
      ['它 → 云谷产业园'],
    ],
    [
      'what a sentence began with, though it names it again',
      '[云谷产业园|Park]迎来[远山科技|Company],[云谷产业园|Park]很大。它占地百亩。',
      ['它 → 云谷产业园'],
    ],
    [
      'also in the midst of a clause',
      '[云谷产业园|Park]开园。人们把它叫作谷,因为它一头连着山。',
      ['它 → 云谷产业园', '它 → 云谷产业园'],
    ],
    ['and behind a question', '为什么是[云谷产业园|Park]？它是主平台。', ['它 → 云谷产业园']],
    ['nothing for what is other', '[云谷产业园|Park]开园。其它也快了。', []],
    ['no strategy', '[东强行动|Strategy]启动。它有三年。', []],
    ['no person and no place', '[张三|Person]到了[青石市|Place]。它占地百亩。', []],
  ])('%s: %s', (_, source, wanted) => {
    expect(meant(source)).toEqual(wanted)
  })
})
