import type { Rect } from './free-fit.ts'

const FLOATING = '.main > .float:not(.working), .main > .inspector, .main > .time-strip'
/** Milliseconds for which what was measured holds: a frame must not measure the page. */
const HOLDS = 400

/** What floats over this stage, in its pixels: measured anew when asked to, else now and then. */
export class Panels {
  #rects: readonly Rect[] = []
  #measured = Number.NEGATIVE_INFINITY
  readonly #stage: HTMLElement
  constructor(stage: HTMLElement) {
    this.#stage = stage
  }

  rects(anew = false): readonly Rect[] {
    const now = performance.now()
    if (!anew && now - this.#measured < HOLDS) return this.#rects
    this.#measured = now
    const { left, top } = this.#stage.getBoundingClientRect()
    this.#rects = [...document.querySelectorAll(FLOATING)]
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
}
