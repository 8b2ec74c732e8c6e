import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Item, Mark } from './drawing.ts'
import { STONE } from './layout.ts'

const FONT = 'var(--sans)'

/** The width that an element has for what is in it, followed while it changes. */
export function useWidth<T extends HTMLElement>(): [React.RefObject<T | null>, number] {
  const ref = useRef<T>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(element)
      setWidth(element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}

/** The lanes as SVG: boxes and stones can be chosen with pointer and keyboard. */
export function Board({
  items,
  width,
  height,
  label,
  onChoose,
}: {
  items: readonly Item[]
  width: number
  height: number
  label: string
  onChoose(target: NonNullable<Item['target']>): void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no element for a group
    <svg
      className="board"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
      data-testid="lanes"
    >
      {items.map((item) =>
        item.target ? (
          <Target key={item.key} item={item} target={item.target} onChoose={onChoose} />
        ) : (
          <g key={item.key} aria-hidden={item.key === 'headings' ? undefined : true}>
            {item.marks.map(shape)}
          </g>
        ),
      )}
    </svg>
  )
}

function Target({
  item,
  target,
  onChoose,
}: {
  item: Item
  target: NonNullable<Item['target']>
  onChoose(target: NonNullable<Item['target']>): void
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onChoose(target)
  }
  const stone = target.kind === 'stone' ? target.ribbon.stone : null
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no button
    <g
      className={target.kind}
      role="button"
      tabIndex={0}
      aria-label={item.label}
      data-testid={target.kind === 'box' ? 'trace-box' : 'stone'}
      data-entity={target.kind === 'box' ? target.id : undefined}
      onClick={() => onChoose(target)}
      onKeyDown={onKeyDown}
    >
      <title>{item.label}</title>
      {stone && <circle cx={stone.x} cy={stone.y} r={STONE + 4} fill="transparent" />}
      {item.marks.map(shape)}
    </g>
  )
}

function shape(mark: Mark, key: number) {
  if (mark.kind === 'path')
    return (
      <path
        key={key}
        d={mark.d}
        fill="none"
        stroke={mark.stroke}
        strokeWidth={mark.width}
        strokeOpacity={mark.opacity}
        strokeDasharray={mark.dash.join(' ')}
        strokeLinecap={mark.dash.length > 0 && mark.dash[0]! < 2 ? 'round' : 'butt'}
      />
    )
  if (mark.kind === 'rect')
    return (
      <rect
        key={key}
        x={mark.x}
        y={mark.y}
        width={mark.width}
        height={mark.height}
        rx={mark.radius}
        fill={mark.fill}
        stroke={mark.stroke}
        strokeWidth={mark.strokeWidth}
        strokeDasharray={mark.dash.join(' ')}
      />
    )
  if (mark.kind === 'circle')
    return (
      <circle
        key={key}
        cx={mark.x}
        cy={mark.y}
        r={mark.radius}
        fill={mark.fill}
        stroke={mark.stroke}
        strokeWidth={mark.strokeWidth}
      />
    )
  if (mark.kind === 'shape')
    return (
      <path
        key={key}
        d={mark.d}
        transform={`translate(${mark.x} ${mark.y})`}
        fill={mark.fill}
        fillRule="evenodd"
      />
    )
  return (
    <text
      key={key}
      x={mark.x}
      y={mark.y}
      fontFamily={FONT}
      fontSize={mark.size}
      fontWeight={mark.weight}
      fill={mark.fill}
      textAnchor={mark.anchor}
    >
      {mark.text}
    </text>
  )
}
