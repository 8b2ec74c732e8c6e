/** The whole picture as lines, shapes and words: what SVG and PNG are made of. */
import { cutMiddle, type Name, placeNames } from '../canvas/names.ts'
import type { Scene } from '../scene/scene.ts'
import { pathOf, SHAPES } from '../scene/shapes.ts'
import { FONT, type Theme, TONES } from '../scene/tones.ts'

export interface DrawnLine {
  /** SVG path data. */
  path: string
  colour: string
  width: number
  /** Lengths of dashes and gaps; none where solid. */
  dashes: number[]
  /** SVG path data of the arrow's head; '' where there is none. */
  head: string
}
export interface DrawnShape {
  x: number
  y: number
  path: string
  colour: string
}
export interface DrawnText {
  x: number
  y: number
  text: string
  bold: boolean
}
export interface Drawing {
  width: number
  height: number
  paper: string
  ink: string
  lines: DrawnLine[]
  shapes: DrawnShape[]
  texts: DrawnText[]
}

const MARGIN = 80
const DASHES = [[], [7, 4], [0.1, 5]]
const fixed = (n: number): number => Math.round(n * 10) / 10

/** @param hidden ids of nodes and edges that are not shown */
export function drawingOf(
  scene: Scene,
  theme: Theme,
  hidden: (id: string) => boolean,
  measure: (text: string, bold: boolean) => number,
): Drawing {
  const nodes = scene.filterNodes((id) => !hidden(id))
  const at = new Map(nodes.map((id) => [id, scene.getNodeAttributes(id)]))
  const xs = [...at.values()].map((a) => Number(a.x))
  const ys = [...at.values()].map((a) => Number(a.y))
  const [left, top] = [Math.min(...xs) - MARGIN, Math.max(...ys) + MARGIN]
  const [width, height] = [Math.max(...xs) + MARGIN + 80 - left, top - (Math.min(...ys) - MARGIN)]
  const spot = (id: string) => ({
    x: fixed(Number(at.get(id)!.x) - left),
    y: fixed(top - Number(at.get(id)!.y)),
  })
  const lines = scene
    .filterEdges((id, _, from, to) => !hidden(id) && at.has(from) && at.has(to))
    .map((id) => {
      const [from, to] = scene.extremities(id)
      const [a, b] = [spot(from), spot(to)]
      const { curve, color, size, style, relation } = scene.getEdgeAttributes(id)
      const [cx, cy] = [
        (a.x + b.x) / 2 + (b.y - a.y) * Number(curve),
        (a.y + b.y) / 2 - (b.x - a.x) * Number(curve),
      ]
      return {
        path: `M${a.x} ${a.y}Q${fixed(cx)} ${fixed(cy)} ${b.x} ${b.y}`,
        colour: String(color),
        width: Number(size),
        dashes: DASHES[Number(style)] ?? [],
        head: relation === 'SERVES' ? headOf({ x: cx, y: cy }, b, Number(at.get(to)!.size) + 2) : '',
      }
    })
  const byWeight = [...nodes].sort(
    (a, b) => Number(at.get(b)!.weight) - Number(at.get(a)!.weight) || (a < b ? -1 : 1),
  )
  const names: Name[] = byWeight.map((id) => {
    const { label, size, entityType } = at.get(id)!
    const strategy = entityType === 'Strategy'
    return {
      id,
      text: cutMiddle(String(label), 18),
      ...spot(id),
      radius: Number(size),
      must: strategy,
      bold: strategy,
    }
  })
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    paper: TONES[theme].paper,
    ink: TONES[theme].ink,
    lines,
    shapes: byWeight.reverse().map((id) => {
      const { mark, size, color } = at.get(id)!
      return { ...spot(id), path: pathOf(SHAPES[Number(mark) % 16]!, Number(size)), colour: String(color) }
    }),
    texts: placeNames(names, measure, { width, height }).map((w) => ({
      x: fixed(w.left),
      y: fixed(w.base),
      text: w.text,
      bold: w.bold,
    })),
  }
}

/** An arrow's head that touches the rim of the node at `end`. */
function headOf(control: { x: number; y: number }, end: { x: number; y: number }, radius: number): string {
  const length = Math.hypot(end.x - control.x, end.y - control.y) || 1
  const [ux, uy] = [(end.x - control.x) / length, (end.y - control.y) / length]
  const [tx, ty] = [end.x - ux * radius, end.y - uy * radius]
  const [bx, by] = [tx - ux * 9, ty - uy * 9]
  return `M${fixed(tx)} ${fixed(ty)}L${fixed(bx - uy * 4)} ${fixed(by + ux * 4)}L${fixed(bx + uy * 4)} ${fixed(by - ux * 4)}Z`
}

/** Widths as the page's fonts give them. */
export function measurer(): (text: string, bold: boolean) => number {
  const context = document.createElement('canvas').getContext('2d')!
  return (text, bold) => {
    context.font = `${bold ? 600 : 500} 12px ${FONT}`
    return context.measureText(text).width
  }
}
