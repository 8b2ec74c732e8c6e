import type { Article, Paragraph, Segmented, Sentence } from '../model/article.ts'
import type { Tagger } from './tagger.ts'
import { timeOf } from './time.ts'

const ENDS = /[。!?！？;；…]/
const OPENERS = '“‘《「『(（【〈'
const CLOSERS = '”’》」』)）】〉'

const LONGEST_HEADING = 40
/** 产业强县:园区提质,企业成林: what a section is about leads its heading in; not who wrote it, who says so or what follows. */
const LED_IN =
  /^(?![^：:]*(?:来源|时间|日期|作者|编辑|责编|校对|审核|记者|通讯员|供稿|供图|图片?|摄影?|电话|地址|网址|邮箱|链接|标签|说|表示|介绍|[问答附注])[：:])[^，。！？、：:\s]{2,12}[：:][^：:]{2,}$/

/** Paragraphs, sentences and tokens of a cleaned article; quotes and brackets do not break a sentence. */
export function segment(article: Article, tagger: Tagger): Segmented {
  const paragraphs: Paragraph[] = []
  const sentences: Sentence[] = []
  let start = 0
  for (const line of article.text.split('\n')) {
    const end = start + line.length
    if (line.trim() !== '') {
      const aside = article.asides.some((a) => a.start <= start && a.end >= end)
      const kind = aside
        ? 'aside'
        : paragraphs.length === 0 && !/[。；;]/.test(line)
          ? 'title'
          : /[。；;]/.test(line) ||
              (/[：:]/.test(line) && !LED_IN.test(line)) ||
              line.length > LONGEST_HEADING
            ? 'body'
            : 'heading'
      paragraphs.push({ index: paragraphs.length, start, end, kind })
      if (!aside) pushSentences(article, start, end, paragraphs.length - 1, sentences)
    }
    start = end + 1
  }
  return { ...article, paragraphs, sentences, tokens: tagger.tag(article.text) }
}

/** Brackets are often closed in the other width. */
const kindOf = (closer: string): string => (closer === '）' ? ')' : closer)

/** Beyond this an open quote no longer holds a sentence together. */
const REACH = 400

function pushSentences(
  { text, date }: Article,
  from: number,
  to: number,
  paragraph: number,
  into: Sentence[],
): void {
  let start = from
  let year = 0
  const open: { closer: string; at: number }[] = []
  // one that never closes, or not within reach, holds nothing together
  const closes = ({ closer, at }: { closer: string; at: number }, here: number) => {
    for (let i = here; i < Math.min(to, at + REACH); i++) if (kindOf(text[i]!) === closer) return true
    return false
  }
  const push = (end: number) => {
    let s = start
    while (s < end && /\s/.test(text[s]!)) s++
    if (s < end) {
      const said = timeOf(text.slice(s, end), { published: date, year })
      year = said.year
      into.push({ index: into.length, paragraph, start: s, end, time: said.time })
    }
    start = end
  }
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x4e00 && unit <= 0x9fff) continue
    const c = text[i]!
    const opener = OPENERS.indexOf(c)
    if (opener >= 0) open.push({ closer: kindOf(CLOSERS[opener]!), at: i })
    else if (CLOSERS.includes(c)) {
      const at = open.findLastIndex(({ closer }) => closer === kindOf(c))
      if (at >= 0) open.splice(at)
    } else if (ENDS.test(c) && (open.length === 0 || !closes(open[0]!, i))) {
      open.length = 0
      let end = i + 1
      while (end < to && (ENDS.test(text[end]!) || CLOSERS.includes(text[end]!))) end++
      push(end)
      i = end - 1
    }
  }
  push(to)
}
