/** Marks as a picture: SVG as text, PNG from a canvas. */
import { COLOURS, type Item, type Mark, type Theme } from './drawing.ts'

export interface Picture {
  items: readonly Item[]
  width: number
  height: number
  /** On one line under it: what its lines mean. */
  key: readonly Mark[]
}

const FONT =
  '"Inter Variable", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans SC Variable", "Noto Sans SC", sans-serif'
const MARGIN = 24
const CAPTION = 40
const KEY = 36
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

/** A picture that stands alone: paper behind it, a caption above, where it comes from below. */
function framed({ items, width, height, key }: Picture, caption: string, source: string, theme: Theme) {
  const colours = COLOURS[theme]
  const size = { width: width + MARGIN * 2, height: height + MARGIN * 2 + CAPTION + KEY + 20 }
  const text = (x: number, y: number, words: string, px: number, fill: string, weight: number): Mark => ({
    kind: 'text',
    x,
    y,
    text: words,
    size: px,
    weight,
    fill,
    anchor: 'start',
  })
  return {
    size,
    paper: colours.paper,
    frame: [
      text(MARGIN, MARGIN + 18, caption, 20, colours.text, 600),
      text(MARGIN, size.height - 16, source, 12, colours.muted, 400),
    ],
    marks: items.flatMap((item) => item.marks),
    key,
    keyAt: MARGIN + CAPTION + height + 18,
  }
}

export function svgOf(picture: Picture, caption: string, source: string, theme: Theme): string {
  const { size, paper, frame, marks, key, keyAt } = framed(picture, caption, source, theme)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${escaped(FONT)}"><title>${escaped(caption)}</title><rect width="100%" height="100%" fill="${paper}"/>${frame.map(element).join('')}<g transform="translate(${MARGIN} ${MARGIN + CAPTION})">${marks.map(element).join('')}</g><g transform="translate(${MARGIN} ${keyAt})">${key.map(element).join('')}</g></svg>\n`
}

function element(mark: Mark): string {
  const dash = 'dash' in mark && mark.dash.length > 0 ? ` stroke-dasharray="${mark.dash.join(' ')}"` : ''
  if (mark.kind === 'path') {
    const cap = isDotted(mark) ? ' stroke-linecap="round"' : ''
    return `<path d="${mark.d}" fill="none" stroke="${mark.stroke}" stroke-width="${mark.width}" stroke-opacity="${mark.opacity}"${dash}${cap}/>`
  }
  if (mark.kind === 'rect')
    return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" rx="${mark.radius}" fill="${mark.fill}" stroke="${mark.stroke}" stroke-width="${mark.strokeWidth}"${dash}/>`
  if (mark.kind === 'circle')
    return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.radius}" fill="${mark.fill}" stroke="${mark.stroke}" stroke-width="${mark.strokeWidth}"/>`
  if (mark.kind === 'shape')
    return `<path d="${mark.d}" transform="translate(${mark.x} ${mark.y})" fill="${mark.fill}" fill-rule="evenodd"/>`
  return `<text x="${mark.x}" y="${mark.y}" font-size="${mark.size}" font-weight="${mark.weight}" fill="${mark.fill}" text-anchor="${mark.anchor}">${escaped(mark.text)}</text>`
}

const isDotted = (mark: Mark & { kind: 'path' }): boolean => mark.dash.length > 0 && mark.dash[0]! < 2

/** The page's own fonts draw it, so Chinese comes out on machines without Chinese fonts. @throws where it is too large for a canvas */
export async function pngOf(picture: Picture, caption: string, source: string, theme: Theme): Promise<Blob> {
  const { size, paper, frame, marks, key, keyAt } = framed(picture, caption, source, theme)
  await document.fonts.ready
  const canvas = document.createElement('canvas')
  // browsers draw no more than about 16,384 pixels a side
  const scale = Math.min(2, 16_000 / Math.max(size.width, size.height))
  canvas.width = Math.round(size.width * scale)
  canvas.height = Math.round(size.height * scale)
  const context = canvas.getContext('2d')!
  context.scale(scale, scale)
  context.fillStyle = paper
  context.fillRect(0, 0, size.width, size.height)
  for (const mark of frame) draw(context, mark)
  context.translate(MARGIN, MARGIN + CAPTION)
  for (const mark of marks) draw(context, mark)
  context.translate(0, keyAt - MARGIN - CAPTION)
  for (const mark of key) draw(context, mark)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas'))), 'image/png'),
  )
}

function draw(context: CanvasRenderingContext2D, mark: Mark): void {
  if (mark.kind === 'text') {
    context.font = `${mark.weight} ${mark.size}px ${FONT}`
    context.textAlign = mark.anchor === 'middle' ? 'center' : 'left'
    context.fillStyle = mark.fill
    context.fillText(mark.text, mark.x, mark.y)
    return
  }
  if (mark.kind === 'shape') {
    context.save()
    context.translate(mark.x, mark.y)
    context.fillStyle = mark.fill
    context.fill(new Path2D(mark.d), 'evenodd')
    context.restore()
    return
  }
  const path = mark.kind === 'path' ? new Path2D(mark.d) : new Path2D()
  if (mark.kind === 'rect') path.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius)
  if (mark.kind === 'circle') path.arc(mark.x, mark.y, mark.radius, 0, Math.PI * 2)
  if ('fill' in mark) {
    context.fillStyle = mark.fill
    context.fill(path)
  }
  const width = mark.kind === 'path' ? mark.width : mark.strokeWidth
  if (width === 0) return
  context.save()
  context.strokeStyle = mark.stroke
  context.lineWidth = width
  context.setLineDash('dash' in mark ? [...mark.dash] : [])
  if (mark.kind === 'path') {
    context.globalAlpha = mark.opacity
    if (isDotted(mark)) context.lineCap = 'round'
  }
  context.stroke(path)
  context.restore()
}
