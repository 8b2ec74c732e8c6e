import type Sigma from 'sigma'
import type { Scene } from '../scene/scene.ts'
import type { Spot } from '../state/picture.ts'

/** Pixels that a hand moves while it clicks. */
const TREMBLE = 4

/**
 * Lets nodes be moved by hand.
 * @param moved called when a node was put down elsewhere
 * @returns whether the button that came up last ended a drag: that is no click
 */
export function listenToDrags(
  sigma: Sigma,
  scene: Scene,
  moved: (id: string, at: Spot) => void,
): () => boolean {
  let node: string | null = null
  let from: Spot = { x: 0, y: 0 }
  let dragging = false
  sigma.on('downNode', ({ node: down, event }) => {
    // of another button sigma never says that it came up: the node would follow the pointer into its menu
    if ('button' in event.original && event.original.button !== 0) return
    node = down
    dragging = false
    from = { x: event.x, y: event.y }
  })
  sigma.on('moveBody', ({ event }) => {
    if (node === null) return
    event.preventSigmaDefault()
    event.original.preventDefault()
    dragging ||= Math.hypot(event.x - from.x, event.y - from.y) > TREMBLE
    if (dragging) scene.mergeNodeAttributes(node, sigma.viewportToGraph(event))
  })
  const drop = () => {
    if (node !== null && dragging) {
      const { x, y } = scene.getNodeAttributes(node)
      moved(node, { x, y })
    }
    node = null
  }
  sigma.on('upNode', drop)
  sigma.on('upStage', drop)
  sigma.on('upEdge', drop)
  return () => dragging
}
