import { expect, test } from 'vitest'
import { withPhasesSpokenOf } from '../../../ingest/relate/spoken-phases.ts'
import { linkedOf } from '../marked.ts'

/** Names of the works of a text once its bare parts are called by what is spoken of. */
const worksOf = (marked: string): string[] => {
  const article = linkedOf(marked)
  return withPhasesSpokenOf(article, article.entities)
    .filter(({ type }) => type === 'Project')
    .map(({ name }) => name)
}

test.each([
  ['当年[青禾绿色建材产业园|Park]就在这里开工，年底[一期|Project]投产。', ['青禾绿色建材产业园一期']],
  [
    '[云江城际铁路一期|Project]已经通车。[二期|Project]也在谋划之中。',
    ['云江城际铁路一期', '云江城际铁路二期'],
  ],
  ['[启明石化|Company]的[二期项目|Project]本月投产。', ['启明石化二期项目']],
  ['[云江国际中心|Project]由两座楼组成，[B栋|Project]主体封顶。', ['云江国际中心', '云江国际中心B栋']],
])('a part goes by the work that is spoken of: %s', (marked, works) => expect(worksOf(marked)).toEqual(works))

test.each([
  // where a thing is
  '企业入驻[青禾临港产业园|Park]，2020年[一期项目|Project]投产。',
  // what another phase is made of
  '新城分两期，一期建设[青禾湿地公园|Park]，[二期|Project]发展物流。',
  // what the whole is, and not how it is called
  '它是全省首个[数能融合示范园|Park]，[一期|Project]用地百亩。',
  // of another paragraph, of another sentence that goes on to speak of something else
  '[青禾产业园|Park]开园。\n[一期|Project]已经建成。',
  '[青禾产业园|Park]开园。今年上半年企业还要启动[二期项目|Project]。',
])('and keeps its number where nothing tells of what it is one: %s', (marked) =>
  expect(worksOf(marked).at(-1)).toMatch(/^[一二]期(?:项目)?$/),
)

test('two works do not go by one name', () =>
  expect(
    worksOf(
      '[云江港二期工程|Project]和[云江港二期|Project]已建成，[青禾港|Project]开工，[二期工程|Project]也是。',
    ),
  ).toEqual(['云江港二期工程', '云江港二期', '青禾港', '青禾港二期工程']))
