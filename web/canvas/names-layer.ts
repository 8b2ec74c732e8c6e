/** Writes names, edges' words, guides and steps over the graph. */
import type Sigma from 'sigma'
import type { Guide } from '../layouts/layout.ts'
import type { Scene } from '../scene/scene.ts'
import { FONT, type Theme, TONES } from '../scene/tones.ts'
import type { Rect } from './free-fit.ts'
import type { Attention } from './looks.ts'
import { cutMiddle, HALO, LINE_HEIGHT, type Name, placeNames, type WrittenName } from './names.ts'
import { Neighbourhoods } from './neighbourhoods.ts'
import type { Panels } from './panels.ts'

/** Characters of a name that is not chosen. */
const MOST = 15
/** Pixels of a glyph. */
const SIZE = 12
const FULL_WIDTH = /^[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]+$/
/** Names tried in one frame. */
const TRIED = 420
/** More nodes than this are looked at by where they stand. */
const MANY = 3_000
/** Words on edges in one frame. */
const EDGE_WORDS = 30

export class NamesLayer {
  /** Nodes by importance: set when the scene changed. */
  #order: string[] = []
  #rank: ReadonlyMap<string, number> = new Map()
  /** In place of all of them, where there are too many to look at in a frame. */
  #places: Neighbourhoods | null = null
  readonly #widths = new Map<string, number>()
  readonly #cut = new Map<string, string>()
  written: WrittenName[] = []
  /** Of years or lanes, as written: their left and right in pixels of the stage. */
  headings: (readonly [left: number, right: number])[] = []
  /** Words that stand on edges, by the box of each in pixels of the stage. */
  said: { edge: string; box: Rect }[] = []
  /** Neighbours that are not drawn, by node. */
  remains: ReadonlyMap<string, number> = new Map()

  readonly #sigma: Sigma
  readonly #scene: Scene
  readonly #panels: Panels
  constructor(sigma: Sigma, scene: Scene, panels: Panels) {
    this.#sigma = sigma
    this.#scene = scene
    this.#panels = panels
  }

  sort(): void {
    const weights = new Map<string, number>()
    this.#scene.forEachNode((id, { weight, size }) => {
      // what much hangs on in this picture is worth a name, however seldom it is written about
      weights.set(id, Number(weight) + Number(size) + 2 * this.#scene.degree(id))
    })
    this.#order = [...weights.keys()].sort((a, b) => weights.get(b)! - weights.get(a)! || (a < b ? -1 : 1))
    this.#rank = new Map(this.#order.map((id, i) => [id, i]))
    this.#places = this.#order.length > MANY ? new Neighbourhoods(this.#scene, this.#order) : null
  }

  draw(attention: Attention, focus: ReadonlySet<string>, theme: Theme, guides: readonly Guide[]): void {
    const context = this.#sigma.getCanvases().labels?.getContext('2d')
    if (!context) return
    const frame = this.#sigma.getDimensions()
    const tones = TONES[theme]
    context.lineJoin = 'round'
    this.#drawGuides(context, guides, tones)
    // a name half under a panel says nothing: it stands on the other side of its node
    const taken = [...this.#drawSteps(context, attention, tones), ...this.#panels.taken()]
    const measure = (text: string, bold: boolean) => this.#width(context, text, bold)
    this.written = placeNames(this.#candidates(attention, focus, frame), measure, frame, taken)
    for (const { text, left, base, bold } of this.written) {
      context.font = `${bold ? 600 : 500} 12px ${FONT}`
      halo(context, text, left, base, tones.paper, tones.ink)
    }
    this.#drawEdgeWords(context, attention, tones, measure, taken)
    this.#drawRemains(context, attention, tones)
  }

  #width(context: CanvasRenderingContext2D, text: string, bold: boolean): number {
    // a Han glyph is as wide as it is high; measuring hundreds of names takes longer than a frame has
    if (FULL_WIDTH.test(text)) return text.length * SIZE
    const key = bold ? `*${text}` : text
    let width = this.#widths.get(key)
    if (width === undefined) {
      context.font = `${bold ? 600 : 500} 12px ${FONT}`
      width = context.measureText(text).width
      if (this.#widths.size > 20_000) this.#widths.clear()
      this.#widths.set(key, width)
    }
    return width
  }
  #short(name: string): string {
    let short = this.#cut.get(name)
    if (short === undefined) {
      short = cutMiddle(name, MOST)
      if (this.#cut.size > 20_000) this.#cut.clear()
      this.#cut.set(name, short)
    }
    return short
  }
  /** Fonts came: what was measured before is wrong. */
  forget(): void {
    this.#widths.clear()
  }

  #candidates(
    { chosen, selected, hovered, path }: Attention,
    focus: ReadonlySet<string>,
    { width, height }: { width: number; height: number },
  ): Name[] {
    const out: Name[] = []
    const first = new Set(
      [
        hovered,
        ...(chosen?.kind === 'node' ? [chosen.id] : chosen ? [chosen.from, chosen.to] : []),
        ...(path?.nodes ?? []),
        ...selected,
      ].filter((id): id is string => id !== null && id !== undefined),
    )
    const dimming = hovered !== null || path !== null
    const push = (id: string, always: boolean) => {
      const data = this.#sigma.getNodeDisplayData(id)
      if (!data || data.hidden || !data.label) return
      const { x, y } = this.#sigma.framedGraphToViewport(data)
      if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return
      const strategy = this.#scene.getNodeAttribute(id, 'entityType') === 'Strategy'
      out.push({
        id,
        text: always ? data.label : this.#short(data.label),
        x,
        y,
        radius: this.#sigma.scaleSize(data.size),
        must: always || strategy,
        near: dimming,
        bold: strategy || always,
      })
    }
    for (const id of first) push(id, true)
    if (dimming)
      for (const id of [...focus].sort(this.#moreFirst)) {
        if (out.length >= TRIED) break
        if (!first.has(id)) push(id, false)
      }
    else
      for (const id of this.#inSight(width, height)) {
        if (out.length >= TRIED) break
        if (!first.has(id)) push(id, false)
      }
    return out
  }

  readonly #moreFirst = (a: string, b: string): number =>
    (this.#rank.get(a) ?? this.#rank.size) - (this.#rank.get(b) ?? this.#rank.size)

  #inSight(width: number, height: number): readonly string[] {
    if (!this.#places) return this.#order
    const [a, b] = [
      this.#sigma.viewportToGraph({ x: 0, y: height }),
      this.#sigma.viewportToGraph({ x: width, y: 0 }),
    ]
    const near = this.#places.within(a.x, b.x, a.y, b.y, TRIED * 2)
    return near.sort(this.#moreFirst)
  }

  #drawGuides(
    context: CanvasRenderingContext2D,
    guides: readonly Guide[],
    { paper, muted, line }: (typeof TONES)[Theme],
  ): void {
    const { width, height } = this.#sigma.getDimensions()
    // lines lie under the nodes, their headings over everything
    const under = this.#sigma.getCanvases().edgeLabels?.getContext('2d') ?? context
    context.font = `500 12px ${FONT}`
    const over = this.#panels.rects().filter(({ top, bottom }) => top < 74 && bottom > 58)
    this.headings = []
    let end = Number.NEGATIVE_INFINITY
    for (const { at, label } of guides) {
      let { x } = this.#sigma.graphToViewport({ x: at, y: 0 })
      if (x < 0 || x > width) continue
      under.fillStyle = line
      under.fillRect(Math.round(x), 76, 1, height - 76)
      const wide = context.measureText(label).width
      // half under the toolbar it stands beside it
      const panel = over.find(({ left, right }) => x + wide / 2 > left && x - wide / 2 < right)
      if (panel && panel.right + wide / 2 - x > wide) continue
      if (panel) x = panel.right + wide / 2 + 4
      if (x - wide / 2 < end + 8) continue
      end = x + wide / 2
      halo(context, label, x - wide / 2, 70, paper, muted)
      this.headings.push([x - wide / 2, x + wide / 2])
    }
  }

  /** The middle of an edge's curve, in pixels of the stage. */
  middleOf(edge: string): { x: number; y: number } | null {
    if (!this.#scene.hasEdge(edge)) return null
    const [from, to] = this.#scene.extremities(edge)
    const [a, b] = [this.#sigma.getNodeDisplayData(from), this.#sigma.getNodeDisplayData(to)]
    if (!a || !b) return null
    const bend = Number(this.#scene.getEdgeAttribute(edge, 'curve') ?? 0) / 2
    return this.#sigma.framedGraphToViewport({
      x: (a.x + b.x) / 2 - (b.y - a.y) * bend,
      y: (a.y + b.y) / 2 + (b.x - a.x) * bend,
    })
  }

  #drawSteps(context: CanvasRenderingContext2D, { path }: Attention, tones: (typeof TONES)[Theme]): Rect[] {
    if (!path) return []
    return path.edges.flatMap((edge, i) => {
      const at = this.middleOf(edge)
      if (!at) return []
      context.beginPath()
      context.arc(at.x, at.y, 9, 0, Math.PI * 2)
      context.fillStyle = tones.accent
      context.fill()
      context.font = `600 11px ${FONT}`
      context.fillStyle = tones.paper
      context.textAlign = 'center'
      context.fillText(String(i + 1), at.x, at.y + 4)
      context.textAlign = 'left'
      return [{ left: at.x - 10, top: at.y - 10, right: at.x + 10, bottom: at.y + 10 }]
    })
  }

  /** +12 at the shoulder of what is hovered, chosen or near. */
  #drawRemains(
    context: CanvasRenderingContext2D,
    { hovered, chosen, path, close }: Attention,
    tones: (typeof TONES)[Theme],
  ): void {
    if (path) return
    const { width, height } = this.#sigma.getDimensions()
    const ids = close && hovered === null ? this.#order.slice(0, 200) : [hovered, chosen?.id]
    context.textAlign = 'center'
    context.font = `600 10px ${FONT}`
    for (const id of ids) {
      const more = id === null || id === undefined ? undefined : this.remains.get(id)
      const data = more === undefined ? undefined : this.#sigma.getNodeDisplayData(id)
      if (!data || data.hidden) continue
      const at = this.#sigma.framedGraphToViewport(data)
      if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue
      const reach = this.#sigma.scaleSize(data.size) * 0.72 + 5
      const [x, y] = [at.x + reach, at.y - reach]
      const text = `+${more}`
      const half = context.measureText(text).width / 2 + 4
      context.beginPath()
      context.roundRect(x - half, y - 7, half * 2, 14, 7)
      context.fillStyle = tones.paper
      context.fill()
      context.strokeStyle = tones.accent
      context.lineWidth = 1
      context.stroke()
      context.fillStyle = tones.accent
      context.fillText(text, x, y + 3.5)
    }
    context.textAlign = 'left'
  }

  /** Whether a box lies on a node or on the number at its shoulder. */
  #meets(box: Rect, id: string): boolean {
    const data = this.#sigma.getNodeDisplayData(id)
    if (!data || data.hidden) return false
    const { x, y } = this.#sigma.framedGraphToViewport(data)
    const reach = this.#sigma.scaleSize(data.size) + (this.remains.has(id) ? 12 : 0)
    return meet(box, { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach })
  }

  #drawEdgeWords(
    context: CanvasRenderingContext2D,
    { hovered, chosen, path, close }: Attention,
    tones: (typeof TONES)[Theme],
    measure: (text: string, bold: boolean) => number,
    taken: readonly Rect[],
  ): void {
    this.said = []
    if (path) return
    const centre = hovered ?? (chosen?.kind === 'node' ? chosen.id : null)
    const edges =
      centre !== null && this.#scene.hasNode(centre)
        ? this.#scene.edges(centre)
        : chosen?.kind === 'edge'
          ? [chosen.id]
          : close && this.#scene.size < 400
            ? this.#scene.edges()
            : []
    const { width, height } = this.#sigma.getDimensions()
    const boxes: Rect[] = [
      ...taken,
      ...this.written.map(({ left, base, width: w }) => ({
        left,
        top: base - 11,
        right: left + w,
        bottom: base + 3,
      })),
    ]
    for (const edge of edges) {
      if (this.said.length >= EDGE_WORDS) break
      const data = this.#sigma.getEdgeDisplayData(edge)
      const at = this.middleOf(edge)
      if (!data || data.hidden || !at || at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue
      const text = String(this.#scene.getEdgeAttribute(edge, 'label') ?? '')
      const w = measure(text, false) * (11 / 12)
      const box: Rect = {
        left: at.x - w / 2 - 2,
        top: at.y - LINE_HEIGHT / 2,
        right: at.x + w / 2 + 2,
        bottom: at.y + LINE_HEIGHT / 2,
      }
      if (boxes.some((own) => meet(own, box))) continue
      // on a line that is too short for it a word would lie on what the line joins
      if (this.#scene.extremities(edge).some((end) => this.#meets(box, end))) continue
      boxes.push(box)
      this.said.push({ edge, box })
      context.font = `500 11px ${FONT}`
      halo(context, text, at.x - w / 2, at.y + 4, tones.paper, tones.muted)
    }
  }
}

const meet = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

function halo(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  paper: string,
  ink: string,
): void {
  context.lineWidth = HALO
  context.strokeStyle = paper
  context.strokeText(text, x, y)
  context.fillStyle = ink
  context.fillText(text, x, y)
}
