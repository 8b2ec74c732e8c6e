/** Sigma and what it shows: hover dims the rest, chosen things stand out, names never collide. */
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { still } from '../browser/still.ts'
import type { Guide } from '../layouts/layout.ts'
import type { Scene } from '../scene/scene.ts'
import { type Theme, TONES } from '../scene/tones.ts'
import type { Chosen } from '../state/attended.ts'
import type { Places, Spot } from '../state/picture.ts'
import { boundsOf } from './bounds.ts'
import { listenToDrags } from './drags.ts'
import { edgeProgram, thinEdgeProgram } from './edge-program.ts'
import { type Attention, CALM, dimOf, edgeReducer, focusOf, nodeReducer, touched } from './looks.ts'
import { type Mood, unitColour } from './mood.ts'
import { NamesLayer } from './names-layer.ts'
import { markNear, onlyHovers } from './near-marks.ts'
import { nodeProgram } from './node-program.ts'
import { Panels } from './panels.ts'
import { Viewpoint } from './viewpoint.ts'

export interface StageEvents {
  choose(chosen: Chosen, more: boolean): void
  expand(id: string): void
  /** A node was dragged. */
  moved(id: string, at: Spot): void
  hovered?(id: string | null): void
  /** Whether no node is hovered: a finger would rest where it tapped last, and what is to be tapped next be dimmed. */
  hoverless?(): boolean
  /** The menu key or the right button on a node, in pixels of the page. */
  menu?(id: string, at: Spot): void
}
/** More pixels of the stage for each of the layout's than this, and edges show arrows and words. */
const CLOSE = 1.7
/** More nodes than this and every frame counts: no edge is hovered, names are fewer. */
const LARGE = 4_000

export class Stage {
  readonly scene: Scene = new MultiDirectedGraph()
  readonly sigma: Sigma
  readonly names: NamesLayer
  readonly view: Viewpoint
  readonly panels: Panels
  readonly #large: boolean
  readonly #mood: Mood = {
    dim: 1,
    paper: unitColour(TONES.light.paper),
    accent: unitColour(TONES.light.accent),
  }
  #theme: Theme = 'light'
  #attention: Attention = CALM
  /** Whether sigma has drawn what it was last told of the scene. */
  #indexed = true
  #focus: ReadonlySet<string> = new Set()
  #onPath: ReadonlySet<string> = new Set()
  #guides: readonly Guide[] = []

  constructor(container: HTMLElement, events: StageEvents, { large = false }: { large?: boolean } = {}) {
    this.#large = large
    this.sigma = new Sigma(this.scene, container, {
      defaultNodeType: 'shape',
      nodeProgramClasses: { shape: nodeProgram(this.#mood) as never },
      defaultEdgeType: 'line',
      edgeProgramClasses: {
        line: edgeProgram(this.#mood) as never,
        thin: thinEdgeProgram(this.#mood) as never,
      },
      enableEdgeEvents: !large,
      renderLabels: false,
      renderEdgeLabels: false,
      // hovered nodes are drawn by the programs: sigma's own layer would draw them twice
      defaultDrawNodeHover: () => {},
      zIndex: false,
      minCameraRatio: 0.02,
      maxCameraRatio: 6,
      stagePadding: 0,
      doubleClickZoomingRatio: 1.8,
      zoomToSizeRatioFunction: (ratio) => Math.max(0.35, Math.sqrt(ratio)),
      nodeReducer: (node, data) => nodeReducer(this.#attention, this.#focus, node, data) as never,
      // half a million lines of which nothing is said are drawn as they are
      edgeReducer: (edge, data) =>
        (large && this.#plain()
          ? data
          : edgeReducer(
              this.#attention,
              this.#onPath,
              edge,
              this.scene.source(edge),
              this.scene.target(edge),
              data,
            )) as never,
    })
    this.panels = new Panels(container, () => this.sigma.scheduleRender())
    this.names = new NamesLayer(this.sigma, this.scene, this.panels)
    this.view = new Viewpoint(this.sigma, this.scene, this.panels)
    const changed = () => {
      this.#indexed = false
    }
    for (const event of ['nodeAdded', 'edgeAdded', 'nodeDropped', 'edgeDropped'] as const)
      this.scene.on(event, changed)
    this.sigma.on('afterProcess', () => {
      this.#indexed = true
    })
    // the camera's own event comes before what it shows is computed
    this.sigma.on('afterRender', () => this.#near())
    const first = () => {
      if (this.scene.order === 0) return
      performance.mark('stage-drawn')
      this.sigma.off('afterRender', first)
    }
    this.sigma.on('afterRender', first)
    this.sigma.on('afterRender', () =>
      this.names.draw(this.#attention, this.#focus, this.#theme, this.#guides),
    )
    document.fonts.addEventListener('loadingdone', this.#lettered)
    this.#listen(events)
  }

  /** Glyphs came after names were written: until now they stood there as boxes. */
  readonly #lettered = (): void => {
    this.names.forget()
    this.sigma.scheduleRender()
  }

  #plain(): boolean {
    const { hovered, chosen, path, hiddenRelations, outside } = this.#attention
    return hovered === null && chosen === null && path === null && hiddenRelations.size + outside.size === 0
  }

  #listen(events: StageEvents): void {
    const { sigma } = this
    sigma.on('enterNode', ({ node }) => {
      if (events.hoverless?.()) return
      this.attend({ hovered: node })
      events.hovered?.(node)
    })
    sigma.on('leaveNode', () => {
      this.attend({ hovered: null })
      events.hovered?.(null)
    })
    // sigma says nothing of coming back to the node that the pointer left the stage from
    sigma.on('enterStage', ({ event }) => {
      if (!events.hoverless?.()) this.attend({ hovered: this.nodeUnder(this.#onPage(event)) })
    })
    const more = (event: MouseEvent | TouchEvent) => event.shiftKey || event.metaKey || event.ctrlKey
    const dragged = listenToDrags(sigma, this.scene, events.moved)
    let last = ''
    const click = (node: string, original: MouseEvent | TouchEvent) => {
      if (dragged()) return
      last = node
      events.choose({ kind: 'node', id: node }, more(original))
    }
    sigma.on('clickNode', ({ node, event }) => click(node, event.original))
    sigma.on('rightClickNode', ({ node, event, preventSigmaDefault }) => {
      preventSigmaDefault()
      event.original.preventDefault()
      events.menu?.(node, this.#onPage(event))
    })
    sigma.on('doubleClickNode', ({ node, event, preventSigmaDefault }) => {
      preventSigmaDefault()
      // two quick clicks on two nodes are two clicks
      if (node !== last || more(event.original)) click(node, event.original)
      else events.expand(node)
    })
    sigma.on('clickEdge', ({ edge }) => {
      const [from, to] = this.scene.extremities(edge)
      const type = String(this.scene.getEdgeAttribute(edge, 'relation'))
      events.choose({ kind: 'edge', id: edge, from, to, type }, false)
    })
    const pointing = (over: boolean) => {
      sigma.getContainer().style.cursor = over ? 'pointer' : ''
    }
    sigma.on('enterNode', () => pointing(true))
    sigma.on('leaveNode', () => pointing(false))
    sigma.on('enterEdge', () => pointing(true))
    sigma.on('leaveEdge', () => pointing(false))
    sigma.on('clickStage', ({ event }) => !more(event.original) && events.choose(null, false))
  }

  /** The scene was changed: draw all of it. */
  shown(theme: Theme, guides: readonly Guide[] = this.#guides): void {
    this.#theme = theme
    this.#guides = guides
    this.#mood.paper = unitColour(TONES[theme].paper)
    this.#mood.accent = unitColour(TONES[theme].accent)
    this.#focus = focusOf(this.scene, this.#attention)
    this.names.sort()
    this.sigma.refresh()
  }

  /** How many neighbours of these nodes are not drawn. */
  remain(remains: ReadonlyMap<string, number>): void {
    this.names.remains = remains
    this.sigma.scheduleRender()
  }

  /** What is hovered, chosen, selected, hidden: only what this touches is drawn anew. */
  attend(patch: Partial<Attention>): void {
    const before = this.#attention
    const now = { ...before, ...patch }
    const keys = (Object.keys(patch) as (keyof Attention)[]).filter((key) => before[key] !== now[key])
    if (keys.length === 0) return
    if (this.#large && this.#indexed && onlyHovers(patch, before)) {
      this.#hover(before.hovered, now)
      return
    }
    const old = touched(this.scene, before)
    this.#attention = now
    this.#focus = focusOf(this.scene, now)
    this.#onPath = new Set(now.path?.edges ?? [])
    this.#mood.dim = dimOf(now)
    const all = keys.some((key) => key === 'close' || key.startsWith('hidden') || key === 'outside')
    // sigma can repaint only what it has indexed, and forgets its indices until a full refresh is drawn
    if (all || !this.#indexed) {
      this.#indexed = false
      this.sigma.refresh({ schedule: true })
    } else {
      const fresh = touched(this.scene, now)
      this.sigma.refresh({
        partialGraph: {
          nodes: [...new Set([...old.nodes, ...fresh.nodes])],
          edges: [...new Set([...old.edges, ...fresh.edges])],
        },
        skipIndexation: true,
        schedule: true,
      })
    }
  }
  #hover(before: string | null, now: Attention): void {
    if (before !== null) markNear(this.sigma, this.scene, this.#focus, before, false)
    this.#attention = now
    this.#focus = focusOf(this.scene, now)
    if (now.hovered !== null) markNear(this.sigma, this.scene, this.#focus, now.hovered, true)
    this.#mood.dim = dimOf(now)
    this.sigma.scheduleRender()
  }
  get attention(): Attention {
    return this.#attention
  }
  #near(): void {
    const close = this.sigma.getGraphToViewportRatio() > CLOSE && this.scene.size < 3_000
    if (close !== this.#attention.close) this.attend({ close })
  }

  /** Puts nodes at their places: over 600 ms where asked to, at once where motion is not wanted. */
  async place(places: Places, animated: boolean): Promise<void> {
    const targets = [...places].filter(([id]) => this.scene.hasNode(id))
    const put = (share: number) => {
      this.scene.updateEachNodeAttributes(
        (id, attributes) => {
          const move = moves.get(id)
          if (move) {
            attributes.x = move.from.x + (move.to.x - move.from.x) * share
            attributes.y = move.from.y + (move.to.y - move.from.y) * share
          }
          return attributes
        },
        { attributes: ['x', 'y'] },
      )
    }
    const moves = new Map(
      targets.map(([id, to]) => {
        const { x, y } = this.scene.getNodeAttributes(id)
        return [id, { from: { x: Number(x), y: Number(y) }, to }] as const
      }),
    )
    if (animated && !still() && targets.length < LARGE) {
      const began = performance.now()
      for (let share = 0; share < 1; ) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
        if (this.#ended) return
        share = Math.min(1, (now - began) / 600)
        put(1 - (1 - share) ** 3)
      }
    } else put(1)
  }

  /** Fixes what the camera's frame is, so that nodes that come later do not shift the picture. */
  frame(places: Iterable<Spot>): void {
    const bounds = boundsOf(places)
    if (!bounds) return
    const [l, r, b, t] = bounds
    const [cx, cy] = [(l + r) / 2, (b + t) / 2]
    // few nodes are not blown up to the whole stage; fit() says the rest
    const [w, h] = [Math.max(r - l, 700) / 2, Math.max(t - b, 420) / 2]
    this.sigma.setCustomBBox({ x: [cx - w, cx + w], y: [cy - h, cy + h] })
    this.sigma.refresh()
  }

  /** Where a node is drawn, in pixels of the page. */
  nodeAt(id: string): Spot | null {
    const at = this.sigma.getNodeDisplayData(id)
    return at ? this.#onPage(this.sigma.framedGraphToViewport(at)) : null
  }
  /** The middle of an edge, in pixels of the page. */
  edgeAt(id: string): Spot | null {
    const at = this.names.middleOf(id)
    return at ? this.#onPage(at) : null
  }
  /** The node at a point, in pixels of the page: whatever the pointer last entered. */
  nodeUnder({ x, y }: Spot): string | null {
    const box = this.sigma.getContainer().getBoundingClientRect()
    const [px, py] = [x - box.left, y - box.top]
    return (
      this.scene.findNode((id) => {
        const at = this.sigma.getNodeDisplayData(id)
        if (!at || at.hidden) return false
        const spot = this.sigma.framedGraphToViewport(at)
        return Math.hypot(spot.x - px, spot.y - py) <= this.sigma.scaleSize(at.size)
      }) ?? null
    )
  }
  /** Nodes that a shape on the stage holds; the shape in pixels of the stage. */
  within(inside: (x: number, y: number) => boolean): string[] {
    return this.scene.filterNodes((id) => {
      const at = this.sigma.getNodeDisplayData(id)
      if (!at || at.hidden) return false
      const { x, y } = this.sigma.framedGraphToViewport(at)
      return inside(x, y)
    })
  }
  #onPage({ x, y }: Spot): Spot {
    const box = this.sigma.getContainer().getBoundingClientRect()
    return { x: x + box.left, y: y + box.top }
  }

  #ended = false
  end(): void {
    this.#ended = true
    document.fonts.removeEventListener('loadingdone', this.#lettered)
    this.panels.end()
    this.sigma.kill()
  }
}
