/** Where everything in the lanes stands, in pixels. Pure: the page, the exported picture and the tests share it. */
import type { TraceEntity, TraceResponse } from '../../../model/api.ts'
import { LANES, type Lane, type Lanes, type Link } from './lanes.ts'
import { cutInMiddle, linesOf, widthOf } from './text.ts'

export interface Box {
  id: string
  lane: Lane
  x: number
  y: number
  width: number
  height: number
  lines: string[]
  /** Stage and district, in small: on one line where both fit. */
  notes: string[]
  gap: boolean
}
export interface Ribbon {
  link: Link
  d: string
  /** 2 to 11 px by strength. */
  width: number
  /** Where the stone lies that opens its sentences. */
  stone: { x: number; y: number }
}
export interface Heading {
  text: string
  x: number
  y: number
}
export interface Layout {
  width: number
  height: number
  laneX: Record<Lane, number>
  laneWidth: number
  boxes: Box[]
  ribbons: Ribbon[]
  headings: Heading[]
  /** Open ends: from a box to where the words stand. */
  gaps: { id: string; x1: number; x2: number; y: number }[]
}

export interface LayoutOptions {
  width: number
  notesOf(entity: TraceEntity): string[]
  /** Heading of the gaps. */
  gapHeading: string
  /** Which of the gaps are drawn. */
  gaps: readonly TraceEntity[]
}

const TOP = 44
const ROW_GAP = 12
export const LINE = 19
export const NOTE = { size: 11, line: 15 } as const
const PAD = 8
const HEADING = 34
const TEXT = 13
const INSET = 32
export const STONE = 9
export const SMALLEST = 860
/** How far down strategies begin at most. */
const MIDDLE = 220
/** From this height on a ribbon leaves and arrives level, so that its stone lies beside its box and not in the bundle. */
const STEEP = 40
const LEVEL = 26

function notesIn(notes: readonly string[], width: number): string[] {
  const all = notes.join(' · ')
  if (widthOf(all, NOTE.size) <= width) return all ? [all] : []
  return notes.map((note) => cutInMiddle(note, width, NOTE.size))
}

export function layoutOf(trace: TraceResponse, lanes: Lanes, options: LayoutOptions): Layout {
  const width = Math.max(SMALLEST, options.width)
  const between = Math.max(84, Math.min(120, width * 0.08))
  const laneWidth = Math.min(260, (width - between * 3) / 4)
  const step = (width - laneWidth) / 3
  const laneX = Object.fromEntries(LANES.map((lane) => [lane, lane * step])) as Record<Lane, number>
  const entities = new Map(trace.entities.map((entity) => [entity.id, entity]))
  const boxes = new Map<string, Box>()
  const headings: Heading[] = []

  const boxAt = (id: string, lane: Lane, y: number, gap = false): Box => {
    const entity = entities.get(id)!
    const lines = linesOf(entity.name, laneWidth - INSET - 10, TEXT, 3)
    const notes = notesIn(options.notesOf(entity), laneWidth - INSET - 8)
    const height = PAD * 2 + lines.length * LINE + (notes.length > 0 ? notes.length * NOTE.line + 2 : 0)
    const box = { id, lane, x: laneX[lane], y, width: laneWidth, height, lines, notes, gap }
    boxes.set(id, box)
    return box
  }
  const stack = (ids: readonly string[], lane: Lane, from: number): number =>
    ids.reduce((y, id) => y + boxAt(id, lane, y).height + ROW_GAP, from)

  let y = TOP
  for (const group of lanes.groups) {
    if (group.name && group.rows.length > 0) {
      headings.push({ text: `${group.name} · ${group.rows.length}`, x: 0, y: y + 16 })
      y += HEADING
    }
    for (const row of group.rows) {
      const left = stack(row.left, 0, y) - y
      const middle = row.middle ? stack([row.middle], 1, y) - y : 0
      const height = Math.max(left, middle)
      for (const id of row.left) boxes.get(id)!.y += (height - left) / 2
      if (row.middle) boxes.get(row.middle)!.y += (height - middle) / 2
      y += height
    }
    if (group.name) y += 8
  }
  const catchment = y
  for (const lane of [2, 3] as const) {
    const ids = lane === 2 ? lanes.strategies : lanes.larger
    const placed = ordered(ids, lanes.links, boxes)
    const total = stack(placed, lane, 0) - ROW_GAP
    // in the middle of what leads to it, but where it is seen without scrolling
    const middle = TOP + Math.min(MIDDLE, (catchment - TOP - ROW_GAP - total) / 2)
    const at = Math.max(TOP, middle)
    for (const id of placed) boxes.get(id)!.y += at
    y = Math.max(y, at + total + ROW_GAP)
  }

  const gaps: Layout['gaps'] = []
  const open = options.gaps.filter(({ id }) => !boxes.has(id))
  if (open.length > 0) {
    y += 12
    headings.push({ text: options.gapHeading, x: 0, y: y + 16 })
    y += HEADING
    // projects and parks beside who could be behind them: the two lanes fill side by side
    const bottoms = ([0, 1] as const).map((lane) => {
      const own = open.filter((entity) => laneOfGap(entity) === lane)
      return own.reduce((at, { id }) => at + boxAt(id, lane, at, true).height + ROW_GAP, y)
    })
    y = Math.max(y, ...bottoms)
  }
  for (const entity of options.gaps) {
    const box = boxes.get(entity.id)
    if (!box || (!box.gap && entity.id !== trace.from.id)) continue
    const middle = box.y + box.height / 2
    const x1 = box.x + box.width
    gaps.push({ id: entity.id, x1, x2: x1 + between - 16, y: middle })
  }

  const list = [...boxes.values()]
  const ribbons = lanes.links.flatMap((link) => ribbonOf(link, boxes, list) ?? [])
  layStones(ribbons)
  return {
    width,
    height: y + 8,
    laneX,
    laneWidth,
    boxes: list,
    ribbons: ribbons.map(({ at: _, ...ribbon }) => ribbon),
    headings,
    gaps,
  }
}

export const laneOfGap = ({ type }: { type: TraceEntity['type'] }): 0 | 1 =>
  type === 'Project' || type === 'Park' ? 1 : 0

/** Strategies beside what leads to them, so that ribbons cross little. */
function ordered(ids: readonly string[], links: readonly Link[], boxes: ReadonlyMap<string, Box>): string[] {
  const pull = (id: string): number => {
    const ys = links.flatMap(({ from, to }) => (to === id ? (boxes.get(from)?.y ?? []) : []))
    return ys.length === 0 ? Number.POSITIVE_INFINITY : ys.reduce((a, b) => a + b, 0) / ys.length
  }
  return [...ids]
    .map((id, i) => ({ id, i, at: pull(id) }))
    .sort((a, b) => a.at - b.at || a.i - b.i)
    .map(({ id }) => id)
}

type Point = { x: number; y: number }
type Drawn = Ribbon & { /** The point at a share of its first curve. */ at(share: number): Point }

const SHARES = [0.3, 0.5, 0.68, 0.18, 0.82]

/** Lays each stone where no other one lies: near the end that fewer ribbons share. */
function layStones(ribbons: readonly Drawn[]): void {
  const ends = (pick: (link: Link) => string) => {
    const counts = new Map<string, number>()
    for (const { link } of ribbons) counts.set(pick(link), (counts.get(pick(link)) ?? 0) + 1)
    return counts
  }
  const [starts, stops] = [ends((link) => link.from), ends((link) => link.to)]
  const laid: Point[] = []
  for (const ribbon of ribbons) {
    const turned = starts.get(ribbon.link.from)! > stops.get(ribbon.link.to)!
    const places = SHARES.map((share) => ribbon.at(turned ? 1 - share : share))
    const room = (place: Point) =>
      Math.min(...laid.map(({ x, y }) => Math.hypot(x - place.x, y - place.y)), STONE * 2 + 3)
    const best = places.reduce((found, place) => (room(place) > room(found) ? place : found))
    ribbon.stone = best
    laid.push(best)
  }
}

function ribbonOf(link: Link, boxes: ReadonlyMap<string, Box>, all: readonly Box[]): Drawn | null {
  const [a, b] = [boxes.get(link.from), boxes.get(link.to)]
  if (!a || !b) return null
  const width = 2 + link.step.strength * 9
  const [ya, yb] = [a.y + a.height / 2, b.y + b.height / 2]
  if (a.lane === b.lane) {
    const x = a.x + a.width
    const bulge = Math.min(44, 16 + Math.abs(yb - ya) / 6)
    const d = `M${r(x)},${r(ya)} C${r(x + bulge)},${r(ya)} ${r(x + bulge)},${r(yb)} ${r(x)},${r(yb)}`
    const at = (share: number) => ({
      x: x + 3 * bulge * share * (1 - share),
      y: bezier(share, ya, ya, yb, yb),
    })
    return { link, d, width, stone: at(0.5), at }
  }
  const forward = a.lane < b.lane
  const [x1, x2] = forward ? [a.x + a.width, b.x] : [a.x, b.x + b.width]
  // lanes between are crossed where nothing stands
  let d = `M${r(x1)},${r(ya)}`
  let [x, y] = [x1, ya]
  let at: ((share: number) => Point) | null = null
  const curve = (toX: number, toY: number) => {
    const bend = (toX - x) / 2
    d += ` C${r(x + bend)},${r(y)} ${r(toX - bend)},${r(toY)} ${r(toX)},${r(toY)}`
    const [fromX, fromY] = [x, y]
    at ??= (share) => ({
      x: bezier(share, fromX, fromX + bend, toX - bend, toX),
      y: bezier(share, fromY, fromY, toY, toY),
    })
    ;[x, y] = [toX, toY]
  }
  for (let lane = a.lane + 1; forward && lane < b.lane; lane++) {
    const column = all.filter((box) => box.lane === lane)
    const left = column[0]?.x
    if (left === undefined) continue
    const free = freeAt(y, column)
    curve(left, free)
    d += ` L${r(left + a.width)},${r(free)}`
    x = left + a.width
  }
  if (forward && a.lane + 1 === b.lane && Math.abs(yb - ya) > STEEP)
    return steep(link, width, [x1, ya], [x2, yb])
  curve(x2, yb)
  return { link, d, width, stone: at!(0.3), at: at! }
}

function steep(link: Link, width: number, [x1, y1]: [number, number], [x2, y2]: [number, number]): Drawn {
  const [out, into] = [x1 + LEVEL, x2 - LEVEL]
  const bend = (into - out) / 2
  const d = `M${r(x1)},${r(y1)} L${r(out)},${r(y1)} C${r(out + bend)},${r(y1)} ${r(into - bend)},${r(y2)} ${r(into)},${r(y2)} L${r(x2)},${r(y2)}`
  const at = (share: number): Point =>
    share < 0.4
      ? { x: x1 + LEVEL / 2, y: y1 }
      : share > 0.6
        ? { x: x2 - LEVEL / 2, y: y2 }
        : { x: bezier(share, out, out + bend, into - bend, into), y: bezier(share, y1, y1, y2, y2) }
  return { link, d, width, stone: at(0.3), at }
}

const r = (value: number): number => Math.round(value * 10) / 10

const bezier = (t: number, p0: number, p1: number, p2: number, p3: number): number =>
  (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t ** 2 * p2 + t ** 3 * p3

/** The place nearest to y where no box of the column stands. */
function freeAt(y: number, column: readonly Box[]): number {
  const inside = column.find((box) => y > box.y - 5 && y < box.y + box.height + 5)
  if (!inside) return y
  const above = inside.y - ROW_GAP / 2
  const below = inside.y + inside.height + ROW_GAP / 2
  return y - above < below - y && above > TOP - ROW_GAP ? above : below
}
