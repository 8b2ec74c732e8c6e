/** Where in a sentence names are looked for. */
import { describe, expect, it } from 'vitest'
import { stretchesOf } from './stretches.ts'

describe('stretches that may be names', () => {
  it.each([
    ['它在临港云科技城里租了两层。', '临港云科技城'],
    ['园区招商合作局局长彭湘介绍了园区。', '园区招商合作局'],
    ['产业带上有沈鼎电气,也有瀚飞。', '瀚飞'],
    ['剩下的由盛鼓出4000万元。', '盛鼓'],
    ['牵头的是中车株洲所。', '中车株洲所'],
    ['楼盘叫海丰里。', '海丰里'],
    ['县里办了青石湾历史文化街区更新。', '青石湾历史文化街区更新'],
    [
      '去年完工的是洪山河灌区续建配套与现代化节水改造提升示范工程。',
      '洪山河灌区续建配套与现代化节水改造提升示范工程',
    ],
  ])('%s holds %s', (text, name) => {
    expect(stretchesOf(text)).toContain(name)
  })

  it('do not run over the 的 between an owner and what it owns', () => {
    const found = stretchesOf('青湖锂电的正极材料项目投产。')
    expect(found).toContain('正极材料项目')
    expect(found.filter((f) => f.includes('的'))).toEqual([])
  })
})
