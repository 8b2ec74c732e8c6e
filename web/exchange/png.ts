import { HALO } from '../canvas/names.ts'
import { FONT } from '../scene/tones.ts'
import type { Drawing } from './drawing.ts'

/** Most pixels of a side that browsers surely draw. */
const MOST = 8_000

/** The drawing at twice its size, or as much of that as a canvas can hold. */
export async function pngOf(drawing: Drawing): Promise<Blob> {
  const { width, height, paper, ink, lines, shapes, texts } = drawing
  const scale = Math.min(2, MOST / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')!
  context.scale(scale, scale)
  context.fillStyle = paper
  context.fillRect(0, 0, width, height)
  for (const { path, colour, width: thick, dashes, head } of lines) {
    context.strokeStyle = colour
    context.lineWidth = thick
    context.lineCap = dashes.length > 0 ? 'round' : 'butt'
    context.setLineDash(dashes)
    context.stroke(new Path2D(path))
    context.fillStyle = colour
    if (head) context.fill(new Path2D(head))
  }
  context.setLineDash([])
  for (const { x, y, path, colour } of shapes) {
    context.save()
    context.translate(x, y)
    const shape = new Path2D(path)
    context.strokeStyle = paper
    context.lineWidth = 3
    context.stroke(shape)
    context.fillStyle = colour
    context.fill(shape, 'evenodd')
    context.restore()
  }
  context.lineJoin = 'round'
  for (const { x, y, text, bold } of texts) {
    context.font = `${bold ? 600 : 500} 12px ${FONT}`
    context.lineWidth = HALO
    context.strokeStyle = paper
    context.strokeText(text, x, y)
    context.fillStyle = ink
    context.fillText(text, x, y)
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))),
      'image/png',
    ),
  )
}
