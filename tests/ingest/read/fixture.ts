/** One article of our own in every format, with every kind of noise. */
import { zipSync } from 'fflate'

export const TITLE = '青石湾科创园首批企业入驻'
export const BODY = [
  '今天上午,青石湾科创园举行首批企业入驻仪式。园区位于云州市临江区,总投资约12.6亿元,由云州城发集团建设。',
  '青石湾科创园聚焦智能制造和新材料,服务“东优西进”战略。“项目从签约到投产只用了十四个月!”园区负责人周明远说。',
  '截至2024年4月底,园区已引进远航精密、海岳新材等23家企业,预计年产值超过30亿元。云州大学先进材料研究院将在园区设立中试基地。',
  '下一步,临江区将继续优化营商环境,推动更多重大项目落地见效。',
] as const
export const SOURCE = '云州日报'
export const DATE = '2024-05-06'
export const AUTHOR = '沈知行'

export interface Scrape {
  title: string
  /** Paragraphs. */
  body: readonly string[]
  /** Lines before and after, which belong to the page. */
  before: readonly string[]
  after: readonly string[]
}

const plain: Scrape = {
  title: TITLE,
  body: BODY,
  before: [`发布时间:${DATE}`, `来源:${SOURCE}`, `记者 ${AUTHOR}`],
  after: [],
}
const onBody = (change: (line: string) => string): Scrape => ({ ...plain, body: BODY.map(change) })

/** Traditional characters and their readings: what the glosses stand behind. */
const GLOSSED: readonly [string, string, string][] = [
  ['业', '業', 'yè'],
  ['资', '資', 'zī'],
  ['团', '團', 'tuán'],
  ['设', '設', 'shè'],
  ['项', '項', 'xiàng'],
  ['进', '進', 'jìn'],
]

/** What scraping leaves in a text; each must come out as if it had not been there. */
export const NOISE: Readonly<Record<string, Scrape>> = {
  none: plain,
  'pinyin glosses': onBody((line) =>
    GLOSSED.reduce((text, [simple, full, reading]) => text.replaceAll(simple, `${full}(${reading})`), line),
  ),
  'half-escaped glosses': onBody((line) => line.replace('负责人', '负?zé)?zé)人').replace('举行', '举行')),
  'full-width forms': onBody((line) =>
    line.replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  ),
  'invisible characters': onBody((line) =>
    line.replace(/园区/g, '园\u200b区').replace(/企业/g, '企\u00ad业').replace(/。/g, '。\ufeff'),
  ),
  'control characters': onBody((line) => line.replace(/项目/g, '项\u0007目').replace(/产/g, '\u0003产')),
  'HTML entities': onBody((line) =>
    line.replace(/“/g, '&ldquo;').replace(/”/g, '&rdquo;').replace(/亿/g, '&#20159;'),
  ),
  mojibake: { ...plain, body: [`${BODY[0]}科学`.replace('。科学', '??茖W'), ...BODY.slice(1)] },
  'wrapped lines': {
    ...plain,
    body: BODY.flatMap((line) => line.match(/.{1,30}/gu)!.map((part, i) => (i === 0 ? `  ${part}` : part))),
  },
  'the frame of a page': {
    ...plain,
    before: ['当前位置:首页 > 新闻中心 > 要闻', ...plain.before],
    after: [
      '责任编辑:林一舟',
      '版权声明:凡本网注明来源的作品,未经授权不得转载。',
      '扫描二维码下载云州新闻客户端',
      '友情链接:示例网 另一网',
      '上一篇:示例一',
    ],
  },
  'image captions': { ...plain, after: ['图为青石湾科创园鸟瞰。', '图片说明:入驻仪式现场'] },
}

export const linesOf = ({ title, before, body, after }: Scrape): string[] => [
  title,
  ...before,
  ...body,
  ...after,
]

const escaped = (text: string) =>
  text
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

export function pageOf({ title, before, body, after }: Scrape, charset = ''): string {
  const p = (line: string) => `<p>${escaped(line)}</p>`
  return `<!DOCTYPE html><html><head>${charset ? `<meta charset="${charset}">` : ''}<title>${title}_要闻_示例网</title></head>
<body><nav><a href="/">首页</a> <a href="/news">新闻</a></nav>
<h1>${title}</h1><div class="info">${before.map((line) => `<span>${escaped(line)}</span>`).join(' ')}</div>
<div class="content">${body.map(p).join('\n')}${after.map(p).join('\n')}</div>
<footer><a href="/about">关于我们</a></footer></body></html>`
}

export function mhtmlOf(scrape: Scrape): Buffer {
  const html = Buffer.from(pageOf(scrape)).toString('base64').replace(/.{76}/g, '$&\r\n')
  return Buffer.from(
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://news.example.cn/a/1.html',
      'Subject: saved',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="edge"',
      '',
      '--edge',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://news.example.cn/a/1.html',
      '',
      html,
      '--edge',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://news.example.cn/a/1.png',
      '',
      'iVBORw0KGgo=',
      '--edge--',
      '',
    ].join('\r\n'),
  )
}

export function docxOf(lines: readonly string[]): Uint8Array {
  const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`)
  const kept = (text: string) =>
    escaped(text.replaceAll('&', '&amp;').replace(/[\u0000-\u0008\u000b-\u001f]/g, ''))
  const p = (line: string) => `<w:p><w:r><w:t xml:space="preserve">${kept(line)}</w:t></w:r></w:p>`
  return zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': xml(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map(p).join('')}</w:body></w:document>`,
    ),
  })
}

/** A page of text in a font that is named but not embedded, as many Chinese PDFs are; with no lines, a page without text. */
export function pdfOf(lines: readonly string[]): Buffer {
  const rows = lines.flatMap((line) => [line.slice(0, 32), ...(line.slice(32).match(/.{1,34}/gu) ?? [])])
  const firsts = new Set(lines.map((line) => line.slice(0, 32)))
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
  const content = rows.length
    ? `BT /F1 14 Tf ${rows.map((row, i) => `1 0 0 1 ${firsts.has(row) ? 78 : 50} ${780 - 20 * i} Tm <${hex(row)}> Tj`).join('\n')} ET`
    : '0 0 100 100 re f'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
  let text = '%PDF-1.5\n'
  const offsets = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
