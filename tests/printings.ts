import { BODY, linesOf, NOISE, pageOf, TITLE } from './ingest/read/fixture.ts'

const plain = NOISE.none!

/** Files that hold one article: a page of the paper that wrote it, a copy two days later, a page with another title. */
export const printedThrice = (): Record<string, string> => ({
  'a.html': pageOf(plain).replace('<footer>', '<footer><p>责任编辑:林一舟</p><p>友情链接:示例网 另一网</p>'),
  'b.txt': linesOf({ ...plain, before: ['发布时间:2024-05-07', '来源:临江发布'] }).join('\n'),
  'c.html': pageOf({
    ...plain,
    title: '一园区迎来首批企业',
    body: BODY.slice(0, -1),
    before: ['发布时间:2024-05-08', '来源:转载网'],
  }).replace('<head>', '<head><link rel="canonical" href="https://news.example.cn/c.html">'),
})

export { TITLE }
