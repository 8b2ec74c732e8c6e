import type { Rect } from './free-fit.ts'

const FLOATING =
  '.main > .float:not(.working), .following > .float, .main > .inspector, .main > .time-strip, .app > .guide'
/** Milliseconds for which what was measured holds: a frame must not measure the page. */
const HOLDS = 400

/** What floats over this stage, in its pixels: measured anew when asked to, else now and then. */
export class Panels {
  /** Pixels at the top that the headings of lanes or years take. */
  headings = 0
  #rects: readonly Rect[] = []
  #width = 0
  #left = 0
  #measured = Number.NEGATIVE_INFINITY
  readonly #stage: HTMLElement
  readonly #watched = new WeakSet<Element>()
  readonly #sizes: ResizeObserver
  /** @param changed a panel was folded or unfolded: what stands under it is another */
  constructor(stage: HTMLElement, changed: () => void) {
    this.#stage = stage
    this.#sizes = new ResizeObserver(() => {
      this.#measured = Number.NEGATIVE_INFINITY
      changed()
    })
  }

  rects(anew = false): readonly Rect[] {
    const now = performance.now()
    if (!anew && now - this.#measured < HOLDS) return this.#rects
    this.#measured = now
    const { left, top, width: wide } = this.#stage.getBoundingClientRect()
    this.#width = wide
    this.#left = left
    const panels = [...document.querySelectorAll(FLOATING)]
    for (const panel of panels) {
      if (this.#watched.has(panel)) continue
      this.#watched.add(panel)
      this.#sizes.observe(panel)
    }
    this.#rects = panels
      .map((panel) => panel.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0)
      .map((box) => ({
        left: box.left - left,
        top: box.top - top,
        right: box.right - left,
        bottom: box.bottom - top,
      }))
    return this.#rects
  }

  /** Pixels at the right edge that a panel from top to bottom takes. */
  side(): number {
    this.rects(true)
    const tall = document.querySelector('.main > .inspector')?.getBoundingClientRect()
    return tall ? Math.max(0, this.#left + this.#width - tall.left) : 0
  }

  /** What nodes and names keep clear of: the panels, and the strip of the headings. */
  taken(anew = false): readonly Rect[] {
    const panels = this.rects(anew)
    if (this.headings === 0) return panels
    return [...panels, { left: 0, top: 0, right: this.#width, bottom: this.headings }]
  }

  end(): void {
    this.#sizes.disconnect()
  }
}
