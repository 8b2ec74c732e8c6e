/** Words of the segmenter that hold an end of a name and a word beside it: 城|里, 岛|归, 有|哈飞. */
import type { Unit } from '../view.ts'

/** Where something is, said behind its name. */
const SIDES = new Set('里上下内外边畔旁中侧岸')
/** Words of one character that stand behind a name, and before one. */
const BEHIND = new Set(
  '要则到说讲谈问答派排管建开关算有用来去原设造往出进归划正分落补做在种接合先满以经花可是倒试同离绕帮由得因随被为与和跟向从让使给把将已再又也都还才只就会能应须需想看带引起拿放走占含即指叫等',
)
const BEFORE = new Set(
  '有叫建做以指和即进离归看同到给成从含经可盖比讲说跨来管装标占设在为与及由向对被让将把并则但而又也都还才就会能是至往沿绕按据拟应须需请派带引拿用找靠借替帮供投造修拆租买卖运送接连通去好',
)

/** 招商局|局长, 产业科|科长: the office ends within the word. */
const OFFICE_AND_HEAD = /^([局处科部院所队])\1长$/

/** Whether a name may begin behind the first character of a word, and end before its last. */
export interface Glued {
  front: boolean
  back: boolean
}

const NEITHER: Glued = { front: false, back: false }
const FRONT: Glued = { front: true, back: false }
const BACK: Glued = { front: false, back: true }

export function gluedIn({ text, tag, listed }: Unit): Glued {
  const n = text.length
  if (listed || n < 2 || !isHan(text.charCodeAt(0)) || !isHan(text.charCodeAt(n - 1))) return NEITHER
  if (n === 3 && OFFICE_AND_HEAD.test(text)) return FRONT
  const last = text[n - 1]!
  // words that no dictionary holds
  if (tag === 'x')
    return { front: BEFORE.has(text[0]!), back: BEHIND.has(last) || SIDES.has(last) || last === '人' }
  if (tag === 'ns' || tag === 's') return SIDES.has(last) || (n > 2 && last === '人') ? BACK : NEITHER
  return tag === 'nr' && n > 2 && last === '人' ? BACK : NEITHER
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff
