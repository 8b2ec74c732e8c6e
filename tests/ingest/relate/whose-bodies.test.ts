import { expect, test } from 'vitest'
import { withBodiesNamed } from '../../../ingest/relate/whose-bodies.ts'
import { linkedOf } from '../marked.ts'

/** Bodies of a text, once they are called by whose they are, in an article about a district. */
const bodiesOf = (marked: string, district = ''): string[] => {
  const article = { ...linkedOf(marked), district }
  return withBodiesNamed(article, article.entities)
    .filter(({ type }) => type === 'Organization')
    .map(({ name }) => name)
}

test.each([
  ['[衡阳市委|Organization]、[市政府|Organization]提出目标。', '', ['衡阳市委', '衡阳市政府']],
  [
    '[湖南省发展改革委|Organization]、[省科技厅|Organization]联合发文。',
    '',
    ['湖南省发展改革委', '湖南省科技厅'],
  ],
  ['[市委|Organization]书记出席。', '湖南省/衡阳市', ['衡阳市委']],
  ['[省政府新闻办|Organization]举行发布会。', '湖南省/衡阳市', ['湖南省政府新闻办']],
  [
    '[青禾高新区|Park|云江青禾高新区]揭牌。\n[青禾高新区党工委|Organization]副书记、[管委会|Organization]主任李明说。',
    '',
    ['青禾高新区党工委', '云江青禾高新区管委会'],
  ],
  ['昨日[青禾新区|Park]开会，[党工委|Organization]书记李明讲话。', '', ['青禾新区党工委']],
])('%s (%s)', (marked, district, bodies) => expect(bodiesOf(marked, district)).toEqual(bodies))

test.each([
  // several of them
  ['苏州、嘉兴两[市政府|Organization]共同印发。', '江苏省/苏州市', ['市政府']],
  // a district is called so
  ['[市中区教育局|Organization]发布通知。', '山东省/济南市', ['市中区教育局']],
  // another word
  ['[市属实验学校|Organization]开学。', '山东省/济南市', ['市属实验学校']],
  ['[省科技厅|Organization]发文。', '', ['省科技厅']],
  // works have no committee
  ['[青禾科技园|Park]开工，[园区管委会|Organization]主任李明表示。', '', ['园区管委会']],
])('whose it is may not be told: %s (%s)', (marked, district, bodies) =>
  expect(bodiesOf(marked, district)).toEqual(bodies),
)
