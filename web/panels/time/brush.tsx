import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import type { Bucket } from './months.ts'

/** First and last bucket that are chosen. */
export type Range = readonly [number, number]

const HEIGHT = 34

/** The histogram: drag over it to choose a stretch, drag an edge to change it; the edges move by arrow keys too. */
export function Brush({
  buckets,
  range,
  onRange,
}: {
  buckets: readonly Bucket[]
  range: Range | null
  /** @param goesOn the pointer was down already */
  onRange(range: Range, goesOn: boolean): void
}) {
  const language = useStore((s) => s.language)
  const holder = useRef<HTMLDivElement>(null)
  /** The bucket that stays while the other end is dragged. */
  const anchor = useRef<number | null>(null)
  const most = Math.max(...buckets.map(({ count }) => count), 1)
  const share = 100 / buckets.length
  const bucketAt = (clientX: number): number => {
    const box = holder.current!.getBoundingClientRect()
    const at = Math.floor(((clientX - box.left) / box.width) * buckets.length)
    return Math.max(0, Math.min(buckets.length - 1, at))
  }
  const ordered = (a: number, b: number): Range => (a <= b ? [a, b] : [b, a])
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = bucketAt(event.clientX)
    const edge = (event.target as Element).closest<HTMLElement>('[data-edge]')?.dataset.edge
    anchor.current = edge && range ? range[edge === 'from' ? 1 : 0] : at
    onRange(ordered(anchor.current, at), false)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (anchor.current !== null) onRange(ordered(anchor.current, bucketAt(event.clientX)), true)
  }
  const drop = () => {
    anchor.current = null
  }
  return (
    <div
      className="brush"
      ref={holder}
      data-testid="brush"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={drop}
      onPointerCancel={drop}
    >
      <svg viewBox={`0 0 ${buckets.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {buckets.map(({ from, count }, i) => (
          <rect
            key={from}
            x={i + 0.08}
            width={0.84}
            y={HEIGHT - bar(count, most)}
            height={bar(count, most)}
            className={!range || (i >= range[0] && i <= range[1]) ? 'in' : 'out'}
          />
        ))}
      </svg>
      {range && (
        <div
          className="chosen-time"
          style={{ left: `${range[0] * share}%`, width: `${(range[1] - range[0] + 1) * share}%` }}
        >
          {(['from', 'to'] as const).map((edge, i) => (
            <Edge
              key={edge}
              edge={edge}
              label={say(language, edge === 'from' ? 'since' : 'until')}
              at={range[i]!}
              most={buckets.length - 1}
              text={buckets[range[i]!]![edge]}
              onMove={(at) =>
                onRange(
                  edge === 'from' ? [Math.min(at, range[1]), range[1]] : [range[0], Math.max(at, range[0])],
                  false,
                )
              }
            />
          ))}
        </div>
      )}
    </div>
  )
}

/** What there is shows, however little. */
const bar = (count: number, most: number): number =>
  count === 0 ? 0 : 2 + Math.sqrt(count / most) * (HEIGHT - 2)

function Edge({
  edge,
  label,
  at,
  most,
  text,
  onMove,
}: {
  edge: 'from' | 'to'
  label: string
  at: number
  most: number
  text: string
  onMove(at: number): void
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    onMove(Math.max(0, Math.min(most, at + by)))
  }
  return (
    <div
      className={`edge ${edge}`}
      role="slider"
      tabIndex={0}
      data-edge={edge}
      data-testid={`edge-${edge}`}
      aria-label={label}
      aria-valuenow={at}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
    />
  )
}
