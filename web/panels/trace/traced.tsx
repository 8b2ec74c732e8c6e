import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { TraceEntity, TraceResponse } from '../../../model/api.ts'
import { ENTITY_TYPES, SERVES_LEVELS, STATUSES, servesLevels } from '../../../model/ontology.ts'
import { api } from '../../requests/api.ts'
import { GAPS } from '../../state/attended.ts'
import { useStore } from '../../state/state.ts'
import { type Language, say } from '../../words/words.ts'
import { Dot, Trouble } from '../parts.tsx'
import { Board, useWidth } from './board.tsx'
import { Chains, chosenOf } from './chains.tsx'
import { drawingOf, type Item, keyMarks } from './drawing.ts'
import { ExportMenu } from './export-menu.tsx'
import { ClearFilters, Filters, isWide } from './filters.tsx'
import { Key } from './key.tsx'
import { lanesOf } from './lanes.ts'
import { laneOfGap, layoutOf } from './layout.ts'
import type { Picture } from './picture.ts'

/** Gaps shown before they are asked for. */
const FEW = 6

export function Traced({ id }: { id: string }) {
  const { language, lens, set } = useStore()
  const trace = useQuery({
    queryKey: ['trace', id, { ...lens, group: '' }],
    queryFn: ({ signal }) => api.trace(id, lens, signal),
    placeholderData: keepPreviousData,
  })
  if (trace.isPending)
    return (
      <div className="notice" role="status">
        {say(language, 'loading')}
        <button type="button" onClick={() => set({ traced: '' })}>
          {say(language, 'cancel')}
        </button>
      </div>
    )
  if (trace.isError)
    return (
      <div className="page">
        <Trouble error={trace.error} retry={() => void trace.refetch()} />
        <button type="button" onClick={() => set({ traced: '' })}>
          {say(language, 'traceOther')}
        </button>
      </div>
    )
  return <TracePage trace={trace.data} stale={trace.isPlaceholderData} />
}

function TracePage({ trace, stale }: { trace: TraceResponse; stale: boolean }) {
  const { language, theme, lens, chosen, set } = useStore()
  const [allGaps, setAllGaps] = useState(false)
  const [holder, width] = useWidth<HTMLDivElement>()
  const gaps = useMemo(() => shownGaps(trace, allGaps), [trace, allGaps])
  const layout = useMemo(
    () =>
      layoutOf(
        trace,
        lanesOf(trace, lens.group, say(language, lens.group === 'industry' ? 'noIndustry' : 'noDistrict')),
        {
          width,
          notesOf: (entity) => notesOf(entity, language),
          gapHeading: say(language, 'gapsHere', { n: others(trace).length }),
          gaps,
        },
      ),
    [trace, lens.group, language, width, gaps],
  )
  const items = useMemo(
    () => drawingOf(layout, trace, chosen?.id ?? '', theme, language),
    [layout, trace, chosen, theme, language],
  )
  const choose = (target: NonNullable<Item['target']>) =>
    set({
      chosen: target.kind === 'box' ? { kind: 'node', id: target.id } : chosenOf(target.ribbon.link.step),
    })
  const hidden = others(trace).length - gaps.filter((gap) => gap.id !== trace.from.id).length
  return (
    <div className={`page trace${stale ? ' stale' : ''}`} aria-busy={stale}>
      <Head
        trace={trace}
        picture={{ items, width: layout.width, height: layout.height, key: keyMarks(theme, language) }}
      />
      <Filters
        facets={trace.facets}
        group={trace.from.type === 'Strategy'}
        emptied={trace.chains.length === 0}
      />
      {trace.chains.length === 0 && <NoChain trace={trace} />}
      <div className="board-holder" ref={holder}>
        <Board
          items={items}
          width={layout.width}
          height={layout.height}
          label={`${trace.from.name} · ${say(language, 'trace')}`}
          onChoose={choose}
        />
      </div>
      {(hidden > 0 || allGaps) && (
        <button type="button" className="quiet" data-testid="more-gaps" onClick={() => setAllGaps(!allGaps)}>
          {allGaps ? say(language, 'gapsFewer') : say(language, 'gapsHidden', { n: hidden })}
        </button>
      )}
      <Key />
      <Chains chains={trace.chains} />
      {trace.remaining > 0 && <p className="muted">{say(language, 'chainMore', { n: trace.remaining })}</p>}
    </div>
  )
}

const others = (trace: TraceResponse) => trace.gaps.filter(({ id }) => id !== trace.from.id)

/** Projects and parks first: that a company near by is tied to nothing says less. */
function shownGaps(trace: TraceResponse, all: boolean): TraceEntity[] {
  const entities = new Map(trace.entities.map((entity) => [entity.id, entity]))
  const gaps = [...others(trace)]
    .sort((a, b) => laneOfGap(b) - laneOfGap(a))
    .slice(0, all ? undefined : FEW)
    .flatMap(({ id }) => entities.get(id) ?? [])
  const self = trace.gaps.some(({ id }) => id === trace.from.id)
  return self ? [entities.get(trace.from.id)!, ...gaps] : gaps
}

const notesOf = ({ type, stage, districts }: TraceEntity, language: Language): string[] =>
  type === 'Project' || type === 'Park'
    ? [stage && STATUSES[stage][language], districts[0]?.name].flatMap((note) => note || [])
    : []

function Head({ trace, picture }: { trace: TraceResponse; picture: Picture }) {
  const { language, set } = useStore()
  const { from, chains, gaps, articles } = trace
  const serves = new Map(
    chains.flatMap((chain) => chain.steps).map((s) => [`${s.relation}${s.from.id}${s.to.id}`, s.level]),
  )
  const levels = servesLevels.flatMap((level) => {
    const n = [...serves.values()].filter((own) => own === level).length
    return n > 0 ? [{ n, said: `${SERVES_LEVELS[level][language]} ${n}` }] : []
  })
  return (
    <header className="trace-head">
      <div>
        <div className="kind">
          <Dot type={from.type} /> {ENTITY_TYPES[from.type][language]}
        </div>
        <h2>{from.name}</h2>
        <p className="muted" data-testid="trace-summary">
          {[
            say(language, 'chainCount', { n: chains.length }),
            ...(levels.length > 0
              ? [
                  say(language, 'servesCount', {
                    n: levels.reduce((sum, { n }) => sum + n, 0),
                    levels: levels.map(({ said }) => said).join(language === 'zh' ? '、' : ', '),
                  }),
                ]
              : []),
            ...(gaps.length > 0 ? [say(language, 'gapCount', { n: gaps.length })] : []),
            ...(articles.length > 0 ? [say(language, 'tracedArticles', { n: articles.length })] : []),
          ].join(' · ')}
        </p>
      </div>
      <div className="actions">
        <ExportMenu trace={trace} picture={picture} />
        <button type="button" onClick={() => set({ traced: GAPS })}>
          {say(language, 'allGaps')}
        </button>
        <button type="button" data-testid="trace-other" onClick={() => set({ traced: '', chosen: null })}>
          {say(language, 'traceOther')}
        </button>
      </div>
    </header>
  )
}

function NoChain({ trace }: { trace: TraceResponse }) {
  const { language, lens } = useStore()
  const filtered = !isWide(lens)
  const said = filtered ? 'noChainHere' : trace.from.type === 'Strategy' ? 'noCatchment' : 'noChain'
  return (
    <div className="empty" data-testid="no-chain">
      <p>{say(language, said, { type: ENTITY_TYPES[trace.from.type][language] })}</p>
      {filtered ? <ClearFilters /> : <p className="muted">{say(language, 'noChainHint')}</p>}
    </div>
  )
}
