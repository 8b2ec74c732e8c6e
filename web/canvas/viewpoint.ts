/** Where the camera looks, in the layout's pixels, and how it gets there. */
import type Sigma from 'sigma'
import { still } from '../browser/still.ts'
import type { Scene } from '../scene/scene.ts'
import type { Camera, Spot } from '../state/picture.ts'
import { boundsOf } from './bounds.ts'
import { covered, freeFit, LARGEST, NONE, type Rect } from './free-fit.ts'
import type { Panels } from './panels.ts'

/** Margins of the stage that lie under something that floats, in pixels. */
export interface Inset {
  top: number
  right: number
  bottom: number
  left: number
}

/** Pixels that stay free beside a panel at the right edge. */
const BESIDE = 60

/** Milliseconds that the camera takes. */
const JOURNEY = 600

/** How much nearer one step is. */
const ZOOM = 1.5
/** All of a picture makes room for a panel down to this share of its size; of a smaller one nothing could be read. */
const ENOUGH = 0.6
/** Pixels between a node and the panel that it keeps clear of. */
const CLEAR = 46

export class Viewpoint {
  /** What fit() showed last. */
  #fitted: Camera | null = null
  /** Where the camera is going to, until then. */
  #going: { to: Camera; until: number } | null = null
  /** Where the camera was before it made room for a panel, and where it went. */
  #roomMade: { from: Camera; to: Camera } | null = null
  /** Beside a panel at the right edge: that one is measured. */
  inset: Inset = { top: 84, right: 40, bottom: 40, left: 40 }
  readonly #sigma: Sigma
  readonly #scene: Scene
  readonly #panels: Panels
  constructor(sigma: Sigma, scene: Scene, panels: Panels) {
    this.#sigma = sigma
    this.#scene = scene
    this.#panels = panels
  }

  /** The camera that shows these places, or all nodes, clear of what floats over the stage. */
  fit(spots?: Iterable<Spot>, animated = true): void {
    const all = [...(spots ?? this.#scene.mapNodes((_, { x, y }) => ({ x: Number(x), y: Number(y) })))]
    if (all.length === 0) return
    const frame = this.#sigma.getDimensions()
    this.#fitted = freeFit(all, frame, this.#panels.taken(true)) ?? this.#within(all)
    this.look(this.#fitted, animated)
  }
  /** Whether nobody moved the camera since it was fitted. */
  get untouched(): boolean {
    return this.#stands(this.#fitted)
  }
  #stands(then: Camera | null): boolean {
    const now = this.#going && performance.now() < this.#going.until ? this.#going.to : this.camera
    if (!then) return false
    const off = Math.hypot(now.x - then.x, now.y - then.y) * then.scale
    return off < 2 && Math.abs(now.scale / then.scale - 1) < 0.01
  }
  /** The camera that shows these places between the margins, where panels leave no room for all of it. */
  #within(spots: readonly Spot[]): Camera {
    const [l, r, b, t] = boundsOf(spots)!
    const { width, height } = this.#sigma.getDimensions()
    const { top, right, bottom, left } = this.#margins()
    const [w, h] = [Math.max(120, width - left - right), Math.max(120, height - top - bottom)]
    const scale = Math.min(w / Math.max(1, r - l), h / Math.max(1, t - b), LARGEST)
    // the middle of the free area, not of the stage
    return {
      x: (l + r) / 2 - (left - right) / 2 / scale,
      y: (b + t) / 2 - (bottom - top) / 2 / scale,
      scale,
    }
  }
  #margins(): Inset {
    const side = this.#panels.side()
    return side > 0 ? { ...this.inset, right: side + BESIDE } : this.inset
  }
  /** Where the camera looks, in the layout's pixels. */
  get camera(): Camera {
    const { width, height } = this.#sigma.getDimensions()
    return {
      ...this.#sigma.viewportToGraph({ x: width / 2, y: height / 2 }),
      scale: this.#sigma.getGraphToViewportRatio(),
    }
  }
  look({ x, y, scale }: Camera, animated: boolean): void {
    const camera = this.#sigma.getCamera()
    const at = this.#sigma.viewportToFramedGraph(this.#sigma.graphToViewport({ x, y }))
    const state = { ...at, ratio: (camera.ratio * this.#sigma.getGraphToViewportRatio()) / scale, angle: 0 }
    if (animated && !still()) {
      this.#going = { to: { x, y, scale }, until: performance.now() + JOURNEY }
      void camera.animate(state, { duration: JOURNEY, easing: 'quadraticOut' })
    } else {
      this.#going = null
      camera.setState(state)
    }
  }
  /** Moves the camera so that a node stands in the middle of the free area. */
  centre(id: string): void {
    if (!this.#scene.hasNode(id)) return
    const { x, y } = this.#scene.getNodeAttributes(id)
    const scale = Math.max(this.camera.scale, 0.9)
    const { top, right, bottom, left } = this.#margins()
    this.look({ x: x - (left - right) / 2 / scale, y: y - (bottom - top) / 2 / scale, scale }, true)
  }
  /** Brings a node into the free area where it is not in it already. */
  reveal(id: string): void {
    if (!this.#scene.hasNode(id)) return
    const { x, y } = this.#sigma.graphToViewport(this.#scene.getNodeAttributes(id) as Spot)
    const { width, height } = this.#sigma.getDimensions()
    const { top, right, bottom, left } = this.#margins()
    if (x < left || y < top || x > width - right || y > height - bottom) this.centre(id)
  }
  /** Brings places into the free area where one of them is off the stage or under a panel: as near as the camera is, no nearer. */
  revealAll(spots: readonly Spot[]): void {
    const frame = this.#sigma.getDimensions()
    const panels = this.#panels.taken(true)
    if (this.#clear(spots, panels)) return
    this.look(
      freeFit(spots, frame, panels, Math.min(LARGEST, this.camera.scale)) ?? this.#within(spots),
      true,
    )
  }
  /** Places that join the picture should be seen: all of it where all of it was, else they alone. */
  welcome(spots: readonly Spot[]): void {
    if (!this.untouched) this.revealAll(spots)
    else if (!this.#clear(spots, this.#panels.taken(true))) this.fit()
  }
  /** Whether all of these places are on the stage and under no panel. */
  #clear(spots: readonly Spot[], panels: readonly Rect[]): boolean {
    const { width, height } = this.#sigma.getDimensions()
    return spots.every((spot) => {
      const { x, y } = this.#sigma.graphToViewport(spot)
      return x > 0 && y > 0 && x < width && y < height && !covered(x, y, panels)
    })
  }
  /** Milliseconds until the camera is where it is going. */
  get travels(): number {
    return this.#going ? Math.max(0, this.#going.until - performance.now()) : 0
  }
  /**
   * A panel came up at the right edge: what it covers is brought beside it. All of the picture where all of it was
   * shown, else these nodes and what they are tied to, by as little as it takes; nothing moves where none is covered.
   */
  makeRoom(ids: readonly string[]): void {
    const own = ids.filter((id) => this.#scene.hasNode(id))
    const { width, height } = this.#sigma.getDimensions()
    const free = width - this.#panels.side()
    if (own.length === 0 || free < width / 4) return
    const near = [...new Set([...own, ...own.flatMap((id) => this.#scene.neighbors(id))])]
    const seen = (id: string, right: number) => {
      const { x, y } = this.#shown(id)
      return x > 0 && y > 0 && x < right && y < height
    }
    // who is not on the stage at all is gone to, and nobody comes back from there
    if (!own.every((id) => seen(id, width))) {
      this.#roomMade = null
      if (own.length === 1) this.centre(own[0]!)
      else this.revealAll(own.map((id) => this.#spot(id)))
      return
    }
    const from = this.#roomMade && this.#stands(this.#roomMade.to) ? this.#roomMade.from : this.camera
    const to = this.untouched
      ? (this.#allBeside(free) ?? this.#beside(own, near, free))
      : this.#beside(own, near, free)
    if (!to) return
    this.#roomMade = { from, to }
    this.look(to, true)
  }
  /** The panel is gone: the camera goes back to where it was, unless somebody moved it since. */
  takeBack(): void {
    const [made, fitted] = [this.#roomMade, this.untouched]
    this.#roomMade = null
    if (fitted) this.fit()
    else if (made && this.#stands(made.to)) this.look(made.from, true)
  }
  /** @returns the camera that shows all nodes left of a panel; null where they are, or would be too small there */
  #allBeside(free: number): Camera | null {
    const all = this.#scene.nodes()
    if (all.every((id) => this.#shown(id).x < free - CLEAR)) return null
    const frame = this.#sigma.getDimensions()
    const camera = freeFit(
      all.map((id) => this.#spot(id)),
      frame,
      this.#panels.taken(true),
    )
    if (!camera || camera.scale < ENOUGH * this.camera.scale) return null
    this.#fitted = camera
    return camera
  }
  /** @returns the camera that shows these nodes left of a panel, with what is near them where there is room for it; null where they are */
  #beside(own: readonly string[], near: readonly string[], free: number): Camera | null {
    const [frame, panels] = [this.#sigma.getDimensions(), this.#panels.taken(true)]
    // what the legend lies over is covered as well, if not by the panel that came up
    const under = own.some((id) => covered(this.#shown(id).x, this.#shown(id).y, panels, NONE))
    if (!under && near.every((id) => this.#shown(id).x < free - CLEAR)) return null
    const { top, bottom, left } = this.#margins()
    const camera = this.camera
    for (const ids of [near, own]) {
      const [l, r, b, t] = boundsOf(ids.map((id) => this.#shown(id)))!
      if (r - l > free - CLEAR - left || t - b > frame.height - top - bottom) continue
      const by = {
        x: Math.min(0, free - CLEAR - r),
        y: Math.max(0, top - b) + Math.min(0, frame.height - bottom - t),
      }
      const clear = own.every((id) => {
        const { x, y } = this.#shown(id)
        return !covered(x + by.x, y + by.y, panels)
      })
      if (clear) return { ...camera, x: camera.x - by.x / camera.scale, y: camera.y + by.y / camera.scale }
    }
    return freeFit(
      own.map((id) => this.#spot(id)),
      frame,
      panels,
      Math.min(LARGEST, camera.scale),
    )
  }
  #spot(id: string): Spot {
    const { x, y } = this.#scene.getNodeAttributes(id)
    return { x: Number(x), y: Number(y) }
  }
  /** In pixels of the stage. */
  #shown(id: string): Spot {
    return this.#sigma.graphToViewport(this.#spot(id))
  }
  zoom(inwards: boolean): void {
    const camera = this.#sigma.getCamera()
    const ratio = camera.getBoundedRatio(camera.ratio * (inwards ? 1 / ZOOM : ZOOM))
    // sigma divides by the duration: by none, two steps within a millisecond would leave the camera nowhere
    if (still()) camera.setState({ ratio })
    else void camera.animate({ ratio }, { duration: 200 })
  }
}
