import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import type { EntityBrief, TraceChain, TraceStep } from '../../model/api.ts'
import type { EntityType } from '../../model/ontology.ts'
import { api } from '../api.ts'
import { edgeWord } from '../scene.ts'
import { useStore } from '../state.ts'
import { say, type Word } from '../words.ts'
import { Dot, Trouble } from './parts.tsx'

const LANES: readonly Word[] = ['laneCompanies', 'laneProjects', 'laneStrategies', 'laneLarger']
const laneOf = (type: EntityType): number =>
  type === 'Strategy' ? 2 : type === 'Project' || type === 'Park' ? 1 : 0

/** Entities by lane; a strategy that another strategy leads to stands in the last lane. */
function lanesOf(
  from: EntityBrief,
  chains: readonly TraceChain[],
  gaps: readonly EntityBrief[],
): EntityBrief[][] {
  const lanes: Map<string, EntityBrief>[] = LANES.map(() => new Map())
  const steps = chains.flatMap((c) => c.steps)
  const larger = new Set(
    steps.filter((s) => s.from.type === 'Strategy' && s.to.type === 'Strategy').map((s) => s.to.id),
  )
  for (const entity of [from, ...steps.flatMap((s) => [s.from, s.to]), ...gaps]) {
    const lane = larger.has(entity.id) ? 3 : laneOf(entity.type)
    lanes[lane]!.set(entity.id, entity)
  }
  return lanes.map((lane) => [...lane.values()].slice(0, 40))
}

interface Ribbon {
  key: string
  path: string
  width: number
  serves: boolean
  dash: string
}

export function Trace() {
  const { traced, language, set } = useStore()
  const trace = useQuery({
    queryKey: ['trace', traced],
    queryFn: () => api.trace(traced),
    enabled: traced !== '',
  })
  const start = useQuery({ queryKey: ['graph'], queryFn: () => api.graph() })
  if (!traced) {
    const offers = (start.data?.subgraph.nodes ?? [])
      .filter((n) => n.labels.some((l) => l === 'Project' || l === 'Park' || l === 'Strategy'))
      .slice(0, 24)
    return (
      <div className="page">
        <p className="muted">{say(language, 'traceHint')}</p>
        <div className="actions">
          {offers.map((n) => (
            <button type="button" key={n.id} data-testid="trace-offer" onClick={() => set({ traced: n.id })}>
              {String(n.properties.name)}
            </button>
          ))}
        </div>
      </div>
    )
  }
  if (trace.isPending)
    return (
      <div className="notice" role="status">
        {say(language, 'loading')}
      </div>
    )
  if (trace.isError)
    return (
      <div className="page">
        <Trouble error={trace.error} retry={() => void trace.refetch()} />
      </div>
    )
  return <Lanes from={trace.data.from} chains={trace.data.chains} gaps={trace.data.gaps} />
}

function Lanes({ from, chains, gaps }: { from: EntityBrief; chains: TraceChain[]; gaps: EntityBrief[] }) {
  const { language, set } = useStore()
  const board = useRef<HTMLDivElement>(null)
  const [ribbons, setRibbons] = useState<Ribbon[]>([])
  const lanes = lanesOf(from, chains, gaps)
  const missing = new Set(gaps.map((g) => g.id))
  useLayoutEffect(() => {
    const draw = () => {
      const root = board.current
      if (!root) return
      const base = root.getBoundingClientRect()
      const box = (id: string) =>
        root.querySelector(`[data-entity="${CSS.escape(id)}"]`)?.getBoundingClientRect()
      const steps = new Map<string, { step: TraceStep; strength: number }>()
      for (const chain of chains)
        for (const step of chain.steps) {
          const key = `${step.relation}:${step.from.id}:${step.to.id}`
          if (!steps.has(key)) steps.set(key, { step, strength: chain.strength })
        }
      setRibbons(
        [...steps].flatMap(([key, { step, strength }]) => {
          const [a, b] = [box(step.from.id), box(step.to.id)]
          if (!a || !b) return []
          const forward = a.left <= b.left
          const [x1, x2] = [
            (forward ? a.right : a.left) - base.left,
            (forward ? b.left : b.right) - base.left,
          ]
          const [y1, y2] = [a.top + a.height / 2 - base.top, b.top + b.height / 2 - base.top]
          const bend = a.left === b.left ? 36 : (x2 - x1) / 2
          const path =
            a.left === b.left
              ? `M${a.right - base.left},${y1} C${a.right - base.left + bend},${y1} ${a.right - base.left + bend},${y2} ${a.right - base.left},${y2}`
              : `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`
          return [
            {
              key,
              path,
              width: 1.5 + strength * 6,
              serves: step.relation === 'SERVES',
              dash: step.level === 'purpose' ? '8 5' : step.level === 'section' ? '2 5' : '',
            },
          ]
        }),
      )
    }
    draw()
    addEventListener('resize', draw)
    return () => removeEventListener('resize', draw)
  }, [chains])
  const openStep = (s: TraceStep) =>
    set({
      chosen: {
        kind: 'edge',
        id: `${s.relation}:${s.from.id}:${s.to.id}`,
        from: s.from.id,
        to: s.to.id,
        type: s.relation,
      },
    })
  return (
    <div className="page">
      <div className="page-head">
        <Dot type={from.type} /> <h2>{from.name}</h2>
        <button type="button" onClick={() => set({ traced: '' })}>
          {say(language, 'back')}
        </button>
      </div>
      {chains.length === 0 && (
        <p data-testid="no-chain" className="muted">
          {say(language, 'noChain')}
        </p>
      )}
      <div style={{ overflowX: 'auto', paddingBottom: 16 }}>
        <div className="lanes" ref={board} data-testid="lanes">
          <svg aria-hidden="true">
            {ribbons.map((r) => (
              <path
                key={r.key}
                d={r.path}
                fill="none"
                stroke={r.serves ? 'var(--cinnabar)' : 'var(--muted)'}
                strokeOpacity={r.serves ? 0.7 : 0.4}
                strokeWidth={r.width}
                strokeDasharray={r.dash}
              />
            ))}
          </svg>
          {LANES.map((word) => (
            <h3 key={word}>{say(language, word)}</h3>
          ))}
          {lanes.map((lane, i) => (
            <div className="lane" key={LANES[i]}>
              {lane.map((entity) => (
                <button
                  type="button"
                  key={entity.id}
                  data-entity={entity.id}
                  title={missing.has(entity.id) ? say(language, 'gap') : entity.name}
                  className={`stone${entity.id === from.id ? ' start' : ''}${missing.has(entity.id) ? ' gap' : ''}`}
                  onClick={() => set({ chosen: { kind: 'node', id: entity.id } })}
                >
                  <Dot type={entity.type} /> {entity.name}
                </button>
              ))}
            </div>
          ))}
        </div>
      </div>
      <div className="chains">
        {chains.map((chain) => (
          <div
            className="chain"
            key={chain.steps.map((s) => s.relation + s.from.id + s.to.id).join()}
            data-testid="chain"
          >
            <div className="muted">
              {say(language, 'strength')} {chain.strength.toFixed(2)}
            </div>
            {chain.steps.map((step) => (
              <div key={step.relation + step.from.id + step.to.id} style={{ margin: '4px 0' }}>
                <button type="button" className="hit" data-testid="chain-step" onClick={() => openStep(step)}>
                  {step.from.name}{' '}
                  <span className="level">— {edgeWord(step.relation, step.level, language)} →</span>{' '}
                  {step.to.name}
                </button>
                {step.evidence.slice(0, 2).map((e) => (
                  <blockquote className="evidence" key={e.sentence} style={{ marginLeft: 16 }}>
                    <p>{e.text}</p>
                  </blockquote>
                ))}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
