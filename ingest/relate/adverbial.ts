/** Adverbials that may stand between the start of a clause and its subject: 截至去年底,目前,总投资12亿元的…. */

const FIXED =
  /[“‘”’\s]|目前|当前|如今|现在|眼下|其中|此外|另外|同时|随后|然后|近日|日前|当天|当日|会上|据了解|据介绍|据悉|据统计|首先|再看|不仅|而且|特别是|尤其是|而|仅|该|这个|首个|今年(?:以来)?|去年(?:以来)?|明年|前年|近年来|近[\d一二三四五两]+年来|到?20\d\d年(?:底|末|初|来|以来)?|上半年|下半年|[一二三四前]+季度|前?\d{1,2}个月|前?\d{1,2}(?:[-—至到]\d{1,2})?月份?(?:\d{1,2}日)?(?:上午|下午)?|年底|年内|全国|全省|全市|全县|全区|国内|新建的?|在建的?|投产的|运营的|规划|计划|预计/uy
/** What begins and ends so, with at least two and at most so many characters between that are no comma. */
const FRAMED: readonly [begins: string, most: number, ends: string][] = [
  ['作为', 16, '的'],
  ['截至', 12, ''],
  ['总投资', 12, '的'],
  ['位于', 16, '的'],
]

/**
 * How far into a text it is nothing but adverbials, one after another: every offset at which one may end, and 0. In
 * time that grows with the length of that part, whatever the text.
 */
export function adverbialEnds(text: string): ReadonlySet<number> {
  const ends = new Set([0])
  let far = 0
  const reach = (end: number) => {
    ends.add(end)
    far = Math.max(far, end)
  }
  for (let at = 0; at <= far && at < text.length; at++) {
    if (!ends.has(at)) continue
    FIXED.lastIndex = at
    if (FIXED.test(text)) reach(FIXED.lastIndex)
    for (const [begins, most, tail] of FRAMED) {
      if (!text.startsWith(begins, at)) continue
      let end = at + begins.length
      for (let n = 0; n <= most && end <= text.length; n++) {
        if (n >= 2 && text.startsWith(tail, end)) reach(end + tail.length)
        if (text[end] === ',' || text[end] === '，') break
        end += text.codePointAt(end)! > 0xffff ? 2 : 1
      }
    }
  }
  return ends
}

/** Whether a text is nothing but adverbials. */
export const isAdverbial = (text: string): boolean => text === '' || adverbialEnds(text).has(text.length)
