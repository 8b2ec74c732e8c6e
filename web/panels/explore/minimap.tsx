import { Maximize, Minus, Plus } from 'lucide-react'
import { type PointerEvent, useEffect, useRef } from 'react'
import type { Stage } from '../../canvas/stage.ts'
import { TONES } from '../../scene/tones.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'

const [WIDTH, HEIGHT, PAD] = [168, 112, 8]

/** The whole picture in small, with what the stage shows of it; click or drag to go there. */
export function Minimap({ stage }: { stage: Stage }) {
  const { language, theme } = useStore()
  const canvas = useRef<HTMLCanvasElement>(null)
  const scale = useRef({ k: 1, x: 0, y: 0 })
  useEffect(() => {
    const context = canvas.current!.getContext('2d')!
    const ratio = Math.min(2, devicePixelRatio)
    canvas.current!.width = WIDTH * ratio
    canvas.current!.height = HEIGHT * ratio
    const picture = new OffscreenCanvas(WIDTH * ratio, HEIGHT * ratio)
    let stale = true
    const paint = () => {
      stale = false
      const small = picture.getContext('2d')!
      small.setTransform(ratio, 0, 0, ratio, 0, 0)
      small.clearRect(0, 0, WIDTH, HEIGHT)
      const { x, y } = stage.sigma.getBBox()
      const k = Math.min(
        (WIDTH - 2 * PAD) / Math.max(1, x[1] - x[0]),
        (HEIGHT - 2 * PAD) / Math.max(1, y[1] - y[0]),
      )
      scale.current = { k, x: WIDTH / 2 - ((x[0] + x[1]) / 2) * k, y: HEIGHT / 2 + ((y[0] + y[1]) / 2) * k }
      const side = stage.scene.order > 2_000 ? 1 : 2.5
      stage.scene.forEachNode((id, { x: nx, y: ny }) => {
        const data = stage.sigma.getNodeDisplayData(id)
        if (!data || data.hidden) return
        small.fillStyle = data.color
        const [px, py] = [scale.current.x + nx * k, scale.current.y - ny * k]
        small.fillRect(px - side / 2, py - side / 2, side, side)
      })
    }
    const draw = () => {
      if (stale) paint()
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, WIDTH * ratio, HEIGHT * ratio)
      context.drawImage(picture, 0, 0)
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      const { width, height } = stage.sigma.getDimensions()
      const a = stage.sigma.viewportToGraph({ x: 0, y: 0 })
      const b = stage.sigma.viewportToGraph({ x: width, y: height })
      const { k, x, y } = scale.current
      context.strokeStyle = TONES[theme].accent
      context.lineWidth = 1.5
      // of a stage that shows more than there is, the map's own edge
      const [l, r] = [Math.max(1, x + a.x * k), Math.min(WIDTH - 1, x + b.x * k)]
      const [t, u] = [Math.max(1, y - a.y * k), Math.min(HEIGHT - 1, y - b.y * k)]
      if (l < r && t < u) context.strokeRect(l, t, r - l, u - t)
    }
    const process = () => {
      stale = true
    }
    stage.sigma.on('afterProcess', process)
    stage.sigma.on('afterRender', draw)
    if (stage.scene.order > 0) draw()
    return () => {
      stage.sigma.off('afterProcess', process)
      stage.sigma.off('afterRender', draw)
    }
  }, [stage, theme])

  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0) return
    const box = event.currentTarget.getBoundingClientRect()
    const { k, x, y } = scale.current
    stage.view.look(
      {
        x: (event.clientX - box.left - x) / k,
        y: (y - (event.clientY - box.top)) / k,
        scale: stage.view.camera.scale,
      },
      false,
    )
  }
  return (
    <div className="float minimap" data-testid="minimap">
      <canvas
        ref={canvas}
        style={{ width: WIDTH, height: HEIGHT }}
        role="img"
        aria-label={say(language, 'minimap')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          go(event)
        }}
        onPointerMove={go}
      />
      <div className="zoom">
        <button
          type="button"
          onClick={() => stage.view.zoom(true)}
          aria-label={say(language, 'zoomIn')}
          title={say(language, 'zoomIn')}
        >
          <Plus size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          onClick={() => stage.view.zoom(false)}
          aria-label={say(language, 'zoomOut')}
          title={say(language, 'zoomOut')}
        >
          <Minus size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          data-testid="fit"
          onClick={() => stage.view.fit()}
          aria-label={say(language, 'fit')}
          title={`${say(language, 'fit')} (F)`}
        >
          <Maximize size={15} aria-hidden="true" />
        </button>
      </div>
    </div>
  )
}
