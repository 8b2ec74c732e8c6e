/** What lines of a page say of the article: which are kept aside, and title, publisher, authors and date. */

const DATE = /(\d{4})\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})\s*日?)?/

/** 2021年1月11日, 2021-01-11, 2021.1 → ISO 8601 as exact as it says; '' where there is none. */
export function isoDateOf(text: string): string {
  const m = DATE.exec(text)
  if (!m) return ''
  const [year, month, day] = [Number(m[1]), Number(m[2]), m[3] ? Number(m[3]) : 0]
  if (year < 1949 || year > 2100 || month < 1 || month > 12 || day > 31) return ''
  const two = (n: number) => String(n).padStart(2, '0')
  return [String(year), two(month), ...(day ? [two(day)] : [])].join('-')
}

const NAME = '[\\p{Script=Han}A-Za-z0-9·]{2,20}'

export interface LineFacts {
  aside: boolean
  date?: string
  /** A date in the page's frame, which may be the day it was saved. */
  weakDate?: string
  source?: string
  authors?: string[]
}

const PEOPLE = /[\s、,，/]+/

const RULES: readonly [RegExp, (m: RegExpExecArray, line: string) => Omit<LineFacts, 'aside'>][] = [
  [
    /^(?:发布|发表|刊发|更新)?(?:日期|时间)\s*[:：]\s*(.+)$/u,
    (m) => ({ date: isoDateOf(m[1]!), ...sourceIn(m[1]!) }),
  ],
  [
    new RegExp(`^(?:信息|文章|稿件|新闻)?来源\\s*[:：]\\s*(${NAME})`, 'u'),
    (m, line) => ({ source: m[1]!, date: isoDateOf(line) }),
  ],
  [/^(?:责任)?(?:编辑|编审|校对|审核|监制|初审|复审|终审)\s*[:：]\s*\S{1,12}/u, () => ({})],
  [
    /^[(（[【]?(?:文[/／]?[片图]?|本报)?\s*(?:记者|通讯员|作者)\s*[:：]?\s*([\p{Script=Han}·]{2,4}(?:[\s、,，]+[\p{Script=Han}·]{2,4})*)[)）\]】]?$/u,
    (m) => ({ authors: m[1]!.split(PEOPLE).filter((name) => name && !/通讯员|记者/.test(name)) }),
  ],
  [/^文[/／]?[片图]\s+记者\s*(\S+)/u, (m) => ({ authors: [m[1]!] })],
  [
    new RegExp(
      `^据(?:网络转载的)?(${NAME}?(?:日报|晚报|时报|商报|早报|晨报|都市报|周刊|网|新闻|客户端|社|频道|电视台|人民政府)(?:·${NAME}?(?:新闻|客户端))?)(?:的)?(\\d{4}年[^。]{0,12})?(?:.{0,16})(?:改写|报道|公开的答复改写|讯|消息)$`,
      'u',
    ),
    (m) => ({ source: m[1]!, date: m[2] ? isoDateOf(m[2]) || yearOf(m[2]) : '' }),
  ],
  [/^据.{0,30}(?:改写|转载|整理)$/u, (_, line) => ({ date: isoDateOf(line) || yearOf(line) })],
  [
    /^\d{4}年\d{1,2}月\d{1,2}日(?:\s*星期[一二三四五六日天])?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/u,
    (_, line) => ({ weakDate: isoDateOf(line) }),
  ],
  [
    /^\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+来源\s*[:：]?\s*(\S{2,20}))?$/u,
    (m, line) => ({ date: isoDateOf(line), ...(m[1] ? { source: m[1] } : {}) }),
  ],
  [
    /^(?:友情链接|相关(?:链接|阅读|新闻)|上一篇|下一篇|首页|返回(?:首页|顶部)|分享到|扫一扫|打印本页|关闭窗口|字号|字体|网站地图|联系我们|当前位置|您(?:现在)?的位置|点击(?:进入|查看)|阅读原文|版权声明|免责声明|声明)[\s:：>《【].*$|^(?:友情链接|首页|返回顶部|打印|关闭|分享|更多)$/u,
    () => ({}),
  ],
  [
    /(?:版权(?:均属|归|所有)|未经(?:书面)?(?:授权|许可).{0,10}(?:不得|禁止|严禁)转载|ICP备|公网安备|copyright|all rights reserved|违者将依法|扫(?:描|码).{0,12}(?:下载|关注)|下载.{0,12}(?:APP|客户端)|长按识别)/iu,
    (_, line) => copyrightSource(line),
  ],
  [/^[?？.。·…\s]*$/u, () => ({})],
  [/^(?:图|图片|图为|图片说明|资料图|摄影)[:：\s/]/u, () => ({})],
]

const yearOf = (text: string): string => /(\d{4})年/.exec(text)?.[1] ?? ''
const sourceIn = (text: string): { source?: string } => {
  const m = new RegExp(`来源\\s*[:：]\\s*(${NAME})`, 'u').exec(text)
  return m ? { source: m[1]! } : {}
}
function copyrightSource(line: string): { source?: string } {
  const m = /^([\p{Script=Han}]{2,10}(?:日报|晚报|时报|网|社|新闻))所有/u.exec(line)
  return m ? { source: m[1]! } : {}
}

/** What one line says; `aside` where it is the page's and not the article's. */
export function factsOfLine(line: string): LineFacts {
  const trimmed = line.trim()
  if (trimmed.length > 160) return { aside: false }
  for (const [pattern, facts] of RULES) {
    const m = pattern.exec(trimmed)
    if (m) return { aside: true, ...facts(m, trimmed) }
  }
  return { aside: false }
}

/** A line near the top with no sentence end: what the article is called. */
export function looksLikeTitle(line: string): boolean {
  const text = line.trim()
  return text.length >= 4 && text.length <= 60 && !/[。；;]$/.test(text)
}
