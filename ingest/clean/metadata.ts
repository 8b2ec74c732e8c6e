/** What lines of a page say of the article: which are kept aside, and title, publisher, authors and date. */
import { isoDateOf } from './dates.ts'

const NAME = '[\\p{Script=Han}A-Za-z0-9·]{2,24}'
const PERSON = '[\\p{Script=Han}·]{2,5}'
const PEOPLE = `${PERSON}(?:(?:[\\s、,，/]+|\\s*(?:特约)?通讯员\\s*[:：]?\\s*)${PERSON})*`
const MEDIA =
  '(?:日报|晚报|时报|商报|早报|晨报|都市报|导报|周刊|杂志|网|在线|新闻|客户端|社|频道|电视台|广播|发布|人民政府)'

export interface LineFacts {
  aside: boolean
  date?: string
  /** A date in the page's frame, which may be the day it was saved. */
  weakDate?: string
  source?: string
  authors?: string[]
  editors?: string[]
}
type Said = Omit<LineFacts, 'aside'>

const peopleOf = (text: string): string[] =>
  text
    .replace(/(?:特约|本报|见习|首席|全媒体)?(?:通讯员|记者)\s*[:：]?/g, ' ')
    .split(/[\s、,，/]+/)
    .filter((name) => /^[\p{Script=Han}·]{2,5}$/u.test(name))

const ROLES = '(?:编辑|编审|校对|审核|审签|监制|美编|排版|签发|主编|初审|复审|终审|责编|审稿|统筹|策划)'
const EDITORS = new RegExp(
  `(?:编辑|责编|编审)\\s*[:：/／丨|]\\s*(${PERSON}?(?:[\\s、,，/]{1,2}${PERSON}(?!\\s*[:：/／丨|]))*)(?=[\\s、,，/)）\\]】|]|${ROLES}|$)`,
  'gu',
)
/** 责任编辑:某某 审核:某某 → the first of them. */
function editorsOf(line: string): string[] {
  if (!line.includes('编')) return []
  const names = [...line.matchAll(EDITORS)].flatMap((m) => m[1]!.split(/[\s、,，/]+/))
  return [...new Set(names.filter((name) => /^[\p{Script=Han}·]{2,5}$/u.test(name)))]
}

/** Pieces that a page's frame is made of; a line of nothing else is set aside. */
const PIECES: readonly [RegExp, (m: RegExpExecArray) => Said][] = [
  [
    /(?:发布|发表|刊发|更新|发文|成文|创建|录入|公开)?(?:日期|时间)\s*[:：]\s*(\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?)(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?/u,
    (m) => ({ date: isoDateOf(m[1]!) }),
  ],
  [
    /(?:信息|文章|稿件|新闻|消息|本文)?(?:来源|出处)\s*[:：]\s*([^\s|｜【】()（）,，。:：]{2,24}?)(?=\s|$|[|｜【】()（），,]|(?:作者|记者|编辑|责任编辑|发布时间|发布日期|时间|日期|浏览|点击|字号|字体)\s*[:：])/u,
    (m) => ({ source: m[1]! }),
  ],
  [
    new RegExp(
      `(?:责任|值班|执行|网络|本期|新媒体)?${ROLES}\\s*[:：/／丨|]\\s*(?:${PERSON})(?:[\\s、,，/]{1,2}${PERSON}(?!\\s*[:：]))*`,
      'u',
    ),
    () => ({}),
  ],
  [
    /\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?/u,
    (m) => ({ date: isoDateOf(m[0]) }),
  ],
  [/(?:浏览|阅读|点击|访问)(?:次数|量|数|人次)?\s*[:：]?\s*\d*\s*次?/u, () => ({})],
  [
    /(?:文字|字体|字号)(?:大小)?\s*[:：]?\s*[【[(]?\s*(?:特大|超大|标准|大|中|小)(?:[\s|/]*(?:大|中|小))*\s*[】\])]?|[【[]\s*(?:大|中|小)(?:\s+(?:中|小))*\s*[】\]]/u,
    () => ({}),
  ],
  [
    /打印(?:本页|本文)?|收藏|分享(?:到|至)?|微信|微博|朋友圈|QQ空间|关闭(?:窗口)?|复制链接|我要(?:纠错|评论)|星期[一二三四五六日天]|周[一二三四五六日]/u,
    () => ({}),
  ],
  [
    new RegExp(
      `(?:文[/／]?[片图]?\\s*)?(?:本报|本网|见习|首席|全媒体|融媒体)?(?:作者|记者|撰文|撰稿|供稿|文字)\\s*[:：/／\\s]\\s*(${PEOPLE})`,
      'u',
    ),
    (m) => ({ authors: peopleOf(m[1]!) }),
  ],
]

/** What the pieces of a line say, how many they are, and whether they are all of it. */
function piecesOf(line: string): { said: Said; found: number; whole: boolean } {
  let rest = line
  let found = 0
  const said: Said = {}
  for (const [pattern, facts] of PIECES) {
    const m = pattern.exec(rest)
    if (!m) continue
    found++
    rest = `${rest.slice(0, m.index)} ${rest.slice(m.index + m[0].length)}`
    const { date, source, authors } = facts(m)
    if (date) said.date ??= date
    if (source) said.source ??= source
    if (authors && authors.length > 0) said.authors ??= authors
  }
  return { said, found, whole: found > 0 && /^[\s|｜/\\·•\-—【】[\]()（）:：,，]*$/.test(rest) }
}

const RULES: readonly [RegExp, (m: RegExpExecArray, line: string) => Said][] = [
  [
    /^\d{4}年\d{1,2}月\d{1,2}日(?:\s*星期[一二三四五六日天])?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/u,
    (_, line) => ({ weakDate: isoDateOf(line) }),
  ],
  [
    /^(?:发布|发表|刊发|更新)?(?:日期|时间)\s*[:：]\s*(.+)$/u,
    (m) => ({ date: isoDateOf(m[1]!), ...sourceIn(m[1]!) }),
  ],
  [
    new RegExp(`^(?:信息|文章|稿件|新闻)?来源\\s*[:：]\\s*(${NAME})`, 'u'),
    (m, line) => ({ source: m[1]!, date: isoDateOf(line) }),
  ],
  [
    /^[(（[【]?(?:本文|本期)?(?:责任|值班|执行)?(?:编辑|编审|校对|审核|监制|初审|复审|终审|责编)\s*[:：/／丨|]\s*\S{1,12}/u,
    () => ({}),
  ],
  [
    new RegExp(
      `^[□■◎●▲(（[【]*\\s*(?:文[/／]?[片图]?|本报|本网|见习|全媒体|融媒体|首席)?\\s*(?:记者|通讯员|作者|撰文|撰稿)\\s*[:：/／]?\\s*(${PEOPLE})\\s*(?:报道|文[/／]图|摄影报道|摄|文)?[)）\\]】]?$`,
      'u',
    ),
    (m) => ({ authors: peopleOf(m[1]!) }),
  ],
  [/^文[/／]?[片图]\s*(?:记者\s*)?(\S+)/u, (m) => ({ authors: peopleOf(m[1]!) })],
  [
    new RegExp(
      `^据(?:网络转载的)?(${NAME}?${MEDIA}(?:·${NAME}?(?:新闻|客户端))?)(?:的)?(\\d{4}年[^。]{0,12})?(?:.{0,16})(?:改写|报道|公开的答复改写|讯|消息)$`,
      'u',
    ),
    (m) => ({ source: m[1]!, date: m[2] ? isoDateOf(m[2]) || yearOf(m[2]) : '' }),
  ],
  [/^据.{0,30}(?:改写|转载|整理)$/u, (_, line) => ({ date: isoDateOf(line) || yearOf(line) })],
  [
    /^\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+来源\s*[:：]?\s*(\S{2,20}))?$/u,
    (m, line) => ({ date: isoDateOf(line), ...(m[1] ? { source: m[1] } : {}) }),
  ],
  [
    /^[【[(（]?(?:友情链接|相关(?:链接|阅读|新闻|报道|推荐|文章|附件)|延伸阅读|推荐阅读|热点推荐|上一[篇条页]|下一[篇条页]|首页|返回(?:首页|顶部|列表)|分享(?:到|至)|扫一扫|打印本页|关闭窗口|字号|字体|网站地图|联系我们|关于我们|当前位置|您(?:现在|当前)?的?(?:所在)?位置|点击(?:进入|查看|下载)|阅读原文|版权声明|免责声明|声明|主办单位|承办单位|技术支持|网站标识码|备案号|举报电话|新闻热线|投稿邮箱|编者按语来源)[】\])）]?[\s:：>》《【|].*$|^(?:友情链接|首页|返回顶部|打印|关闭|分享|更多|相关阅读|延伸阅读|推荐阅读|正文|上一篇|下一篇)$/u,
    () => ({}),
  ],
  [
    /^(?:首页|[\p{Script=Han}]{2,8}网?)(?:\s*(?:>|》|»|›|->|＞)+\s*[\p{Script=Han}A-Za-z]{1,12})+$/u,
    () => ({}),
  ],
  [
    /^(?:首页|新闻|政务|要闻|专题|视频|图片|财经|体育|评论)(?:[\s|｜·/]+[\p{Script=Han}]{2,6}){2,}$/u,
    () => ({}),
  ],
  [
    /(?:版权(?:均属|归|所有)|未经(?:本[报网站]|书面)*(?:书面)?(?:授权|许可|允许).{0,12}(?:不得|禁止|严禁|请勿).{0,6}(?:转载|使用|复制)|ICP备|公网安备|copyright\b|all rights reserved|违者(?:将|必)|扫(?:描|码).{0,14}(?:下载|关注|二维码)|(?:下载|打开|安装|登录).{0,14}(?:APP|客户端|小程序)|长按.{0,6}(?:识别|二维码)|关注.{0,14}(?:公众号|微信号|视频号)|凡本[报网站](?:注明|转载)|仅供参考.{0,12}(?:不构成|不代表)|不代表本[报网站]|如有侵权|(?:联系|通知)(?:我们|本站)?(?:予以)?删除)/iu,
    (_, line) => copyrightSource(line),
  ],
  [/^[?？.。·…\-—*=_#\s]*$/u, () => ({})],
  // a caption of one sentence; one that goes on tells news of its own
  [
    /^(?!.*[。!?！？].{4})[▲△↑↓◆■●▼(（【[]*\s*(?:图(?:片(?:说明|来源)?|为|源|注)?|资料图片?|效果图|航拍图?|鸟瞰图|配图|示意图|视频截图)(?:[:：\s/／①-⑩\d)）】\]]|(?<=图为))/u,
    () => ({}),
  ],
  [
    new RegExp(
      `^(?!.*[。!?！？].+).{0,60}(?:[\\s(（。]|^)(?:本报|本网|新华社|见习)?(?:记者|通讯员)?\\s*${PERSON}(?:\\s*${PERSON})?\\s*(?:摄影报道|摄影|摄|供图|制图)\\s*[)）]?$`,
      'u',
    ),
    () => ({}),
  ],
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
  const facts = plainFactsOf(line.trim())
  const editors = facts.aside ? editorsOf(line) : []
  return editors.length > 0 ? { ...facts, editors } : facts
}

function plainFactsOf(trimmed: string): LineFacts {
  if (trimmed.length > 200) return { aside: false }
  const { said, found, whole } = piecesOf(trimmed)
  for (const [pattern, facts] of RULES) {
    const m = pattern.exec(trimmed)
    if (!m) continue
    const own = facts(m, trimmed)
    return { ...(!own.weakDate && (whole || found > 1) ? said : {}), ...own, aside: true }
  }
  return whole && trimmed.length <= 120 ? { ...said, aside: true } : { aside: false }
}

const AGENCY = '(?:新华社|人民日报|中新社|中新网|[\\p{Script=Han}]{2,6}(?:日报|晚报|网|客户端))'
const OPENING = new RegExp(
  `^\\s*(${AGENCY}|本报|本网)?[\\p{Script=Han}]{0,6}(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:讯|电|消息)\\s*[(（](?:[\\p{Script=Han}]{0,6}记者)\\s*([^)）]{2,30})[)）]`,
  'u',
)
const CLOSING = new RegExp(
  `[(（](?:[\\p{Script=Han}]{0,6}(?:记者|作者)|文)[:：\\s/]*(${PEOPLE})[)）]\\s*$`,
  'u',
)

/** What the first or the last paragraph says in passing: 新华社济南1月11日电(记者 某某), …。(记者 某某). */
export function factsOfParagraph(line: string): { source?: string; authors?: string[] } {
  const opening = OPENING.exec(line)
  const closing = opening ? null : CLOSING.exec(line)
  const authors = peopleOf(opening?.[2] ?? closing?.[1] ?? '')
  const source = opening?.[1]
  return {
    ...(source && !/^本/.test(source) ? { source } : {}),
    ...(authors.length > 0 ? { authors } : {}),
  }
}

/** A line near the top with no sentence end: what the article is called. */
export function looksLikeTitle(line: string): boolean {
  const text = line.trim()
  return text.length >= 4 && text.length <= 60 && !/[。；;]$/.test(text)
}
