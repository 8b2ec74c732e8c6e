/** The shapes of entity types: numbered for the shader, drawn as paths for the legend and for exported pictures. */
import { ENTITY_TYPES, type EntityType } from '../../model/ontology.ts'

export const SHAPES = [
  'circle',
  'ring',
  'diamond',
  'hexagon',
  'flat-hexagon',
  'hollow-circle',
  'square',
  'rounded-square',
  'triangle',
  'star',
  'small-circle',
] as const
export type Shape = (typeof SHAPES)[number]

export const shapeOf = (type: string): Shape =>
  (ENTITY_TYPES as Record<string, { shape: Shape }>)[type]?.shape ?? 'circle'

const codes = new Map(Object.keys(ENTITY_TYPES).map((type) => [type, SHAPES.indexOf(shapeOf(type))]))
/** The shader's number for a type's shape. */
export const shapeCodeOf = (type: string): number => codes.get(type as EntityType) ?? 0

const round = (x: number): number => Math.round(x * 100) / 100
const polygon = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`
const around = (count: number, radius: (i: number) => number, turn: number): string =>
  polygon(
    Array.from({ length: count }, (_, i) => {
      const angle = turn + (i * Math.PI * 2) / count
      return [radius(i) * Math.cos(angle), radius(i) * Math.sin(angle)] as const
    }),
  )
const circle = (r: number): string => {
  const a = round(r)
  return `M${a} 0A${a} ${a} 0 1 1 ${-a} 0A${a} ${a} 0 1 1 ${a} 0Z`
}
function box(half: number, corner: number): string {
  const [h, c] = [round(half), round(corner)]
  if (c === 0) return `M${-h} ${-h}H${h}V${h}H${-h}Z`
  const arc = (x: number, y: number) => `A${c} ${c} 0 0 1 ${round(x)} ${round(y)}`
  return `M${round(c - h)} ${-h}H${round(h - c)}${arc(h, c - h)}V${round(h - c)}${arc(h - c, h)}H${round(c - h)}${arc(-h, h - c)}V${round(c - h)}${arc(c - h, -h)}Z`
}

/** SVG path of a shape round 0,0; holes by the even-odd rule. @param r radius in pixels */
export function pathOf(shape: Shape, r: number): string {
  switch (shape) {
    case 'ring': {
      const band = Math.max(1.6, 0.17 * r)
      return circle(r) + circle(r - band) + circle(r - 2 * band)
    }
    case 'hollow-circle':
      return circle(r) + circle(0.46 * r)
    case 'diamond':
      return around(4, () => 1.16 * r, 0)
    case 'hexagon':
      return around(6, () => 1.06 * r, Math.PI / 6)
    case 'flat-hexagon':
      return around(6, () => 1.06 * r, 0) + circle(0.36 * r)
    case 'square':
      return box(0.86 * r, 0)
    case 'rounded-square':
      return box(0.88 * r, 0.34 * r)
    case 'triangle':
      return polygon([
        [0, -1.12 * r],
        [1.08 * r, 0.8 * r],
        [-1.08 * r, 0.8 * r],
      ])
    case 'star':
      return around(10, (i) => (i % 2 === 0 ? 1.25 : 0.56) * r, -Math.PI / 2)
    default:
      return circle(r)
  }
}
