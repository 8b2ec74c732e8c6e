import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { ENTITY_TYPES, STATUSES } from '../../../model/ontology.ts'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { say } from '../../words/words.ts'
import { inTime } from '../inspector/stages.tsx'
import { Dot } from '../parts.tsx'
import type { entitiesIn } from './paragraphs.ts'

const PATIENCE = 250
const WIDTH = 300

interface Over {
  entity: string
  left: number
  /** Below the name, or above it where there is no room below. */
  top?: number
  bottom?: number
}

/** One card for all names of a text: who it is, as soon as a pointer rests on it or the keyboard comes to it. */
export function HoverCard({
  within,
  entities,
}: {
  within: RefObject<HTMLElement | null>
  entities: ReturnType<typeof entitiesIn>
}) {
  const [over, setOver] = useState<Over | null>(null)
  useEffect(() => {
    const root = within.current
    if (!root) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const show = (target: EventTarget | null, patience: number) => {
      clearTimeout(waiting)
      const name = target instanceof Element ? target.closest<HTMLElement>('[data-entity]') : null
      if (!name) return setOver(null)
      waiting = setTimeout(() => {
        // a name that breaks over two lines has two boxes
        const box = name.getClientRects()[0]
        if (!box) return
        const left = Math.max(8, Math.min(box.left, innerWidth - WIDTH - 8))
        setOver({
          entity: name.dataset.entity!,
          left,
          ...(box.bottom + 200 < innerHeight
            ? { top: box.bottom + 6 }
            : { bottom: innerHeight - box.top + 6 }),
        })
      }, patience)
    }
    const onOver = (event: Event) => show(event.target, PATIENCE)
    const onFocus = (event: Event) => show(event.target, 0)
    const hide = () => {
      clearTimeout(waiting)
      setOver(null)
    }
    root.addEventListener('pointerover', onOver)
    root.addEventListener('focusin', onFocus)
    root.addEventListener('pointerleave', hide)
    root.addEventListener('focusout', hide)
    root.addEventListener('click', hide)
    addEventListener('scroll', hide, true)
    return () => {
      hide()
      root.removeEventListener('pointerover', onOver)
      root.removeEventListener('focusin', onFocus)
      root.removeEventListener('pointerleave', hide)
      root.removeEventListener('focusout', hide)
      root.removeEventListener('click', hide)
      removeEventListener('scroll', hide, true)
    }
  }, [within])
  const here = over && entities.find(({ entity }) => entity === over.entity)
  if (!over || !here) return null
  const { entity: _, ...place } = over
  return (
    <div className="float card" role="tooltip" data-testid="hover-card" style={{ ...place, width: WIDTH }}>
      <Card {...here} times={here.starts.length} />
    </div>
  )
}

function Card({
  entity,
  name,
  type,
  times,
}: {
  entity: string
  name: string
  type: keyof typeof ENTITY_TYPES
  times: number
}) {
  const language = useStore((s) => s.language)
  const { data } = useQuery({ queryKey: ['entity', entity], queryFn: () => api.entity(entity) })
  const stage = data && inTime(data.statuses).at(-1)
  return (
    <>
      <div className="kind">
        <Dot type={type} /> {ENTITY_TYPES[type][language]}
        {stage && ` · ${STATUSES[stage.status][language]}`}
      </div>
      <strong lang="zh-CN">{name}</strong>
      <p className="muted">
        {say(language, 'times', { n: times })}
        {data && ` · ${say(language, 'articlesOf', { n: data.articleCount })}`}
      </p>
      {data && data.aliases.length > 0 && <p className="muted">{data.aliases.slice(0, 4).join('、')}</p>}
      {data && data.relationCounts.length > 0 && (
        <p className="muted">
          {data.relationCounts
            .slice(0, 4)
            .map((r) => `${r.direction === 'out' ? '→' : '←'} ${edgeWord(r.type, '', language)} ${r.count}`)
            .join(' · ')}
        </p>
      )}
    </>
  )
}
