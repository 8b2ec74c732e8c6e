/** Where the camera looks, in the layout's pixels, and how it gets there. */
import type Sigma from 'sigma'
import type { Camera, Places, Spot } from '../picture.ts'
import type { Scene } from '../scene.ts'
import { boundsOf } from './bounds.ts'
import { covered, freeFit, LARGEST } from './free-fit.ts'
import type { Panels } from './panels.ts'
import { still } from './still.ts'

/** Margins of the stage that lie under something that floats, in pixels. */
export interface Inset {
  top: number
  right: number
  bottom: number
  left: number
}

/** Pixels that stay free beside a panel at the right edge. */
const BESIDE = 60

/** How much nearer one step is. */
const ZOOM = 1.5

export class Viewpoint {
  /** What fit() showed last. */
  #fitted: Camera | null = null
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
    const [now, then] = [this.camera, this.#fitted]
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
    if (animated && !still()) void camera.animate(state, { duration: 600, easing: 'quadraticOut' })
    else camera.setState(state)
  }
  /** Moves the camera so that a node stands in the middle of the free area. */
  centre(id: string): void {
    if (!this.#scene.hasNode(id)) return
    const { x, y } = this.#scene.getNodeAttributes(id)
    const scale = Math.max(this.camera.scale, 0.9)
    const { top, right, bottom, left } = this.#margins()
    this.look({ x: x - (left - right) / 2 / scale, y: y - (bottom - top) / 2 / scale, scale }, true)
  }
  /** Whether all of these places are on the stage. */
  shows(places: Places, ids: readonly string[]): boolean {
    const { width, height } = this.#sigma.getDimensions()
    return ids.every((id) => {
      const place = places.get(id)
      if (!place) return true
      const { x, y } = this.#sigma.graphToViewport(place)
      return x > 0 && y > 0 && x < width && y < height
    })
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
    const seen = spots.every((spot) => {
      const { x, y } = this.#sigma.graphToViewport(spot)
      return x > 0 && y > 0 && x < frame.width && y < frame.height && !covered(x, y, panels)
    })
    if (seen) return
    this.look(
      freeFit(spots, frame, panels, Math.min(LARGEST, this.camera.scale)) ?? this.#within(spots),
      true,
    )
  }
  zoom(inwards: boolean): void {
    const camera = this.#sigma.getCamera()
    const ratio = camera.getBoundedRatio(camera.ratio * (inwards ? 1 / ZOOM : ZOOM))
    // sigma divides by the duration: by none, two steps within a millisecond would leave the camera nowhere
    if (still()) camera.setState({ ratio })
    else void camera.animate({ ratio }, { duration: 200 })
  }
}
