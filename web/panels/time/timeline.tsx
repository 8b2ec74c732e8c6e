import { useQuery } from '@tanstack/react-query'
import { CalendarRange, ChevronDown, Pause, Play, X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { TimelineResponse } from '../../../model/api.ts'
import { api } from '../../requests/api.ts'
import type { Period } from '../../state/period.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Trouble } from '../parts.tsx'
import { Brush, type Range } from './brush.tsx'
import { type Bucket, bucketsOf } from './months.ts'
import { NewSince } from './new-since.tsx'
import { type Shown, useOutside } from './use-outside.ts'
import './time.css'

/** Milliseconds that each step of playing is shown. */
const STEP = 700

/** The strip under the picture. */
export function PictureTimeline() {
  return <Timeline shown={useOutside()} />
}

/** The strip under a graph: folded until it is asked for, or the address names a period. */
export function Timeline({ shown }: { shown: Shown }) {
  const { language, timeOpen, sinceOpen, period, act, set } = useStore()
  const open = timeOpen || period !== null
  if (!open)
    return (
      <button
        type="button"
        className="float time-fold"
        data-testid="time-open"
        onClick={() => set({ timeOpen: true })}
      >
        <CalendarRange size={14} aria-hidden="true" /> {say(language, 'time')}
      </button>
    )
  return (
    <section className="time-strip" aria-label={say(language, 'time')} data-testid="timeline">
      <Strip shown={shown} />
      <button
        type="button"
        data-testid="since-open"
        aria-expanded={sinceOpen}
        onClick={() => set({ sinceOpen: !sinceOpen })}
      >
        {say(language, 'whatIsNew')}
      </button>
      <button
        type="button"
        className="fold"
        data-testid="time-close"
        aria-label={say(language, 'foldTime')}
        onClick={() => {
          act({ period: null })
          set({ timeOpen: false, sinceOpen: false })
        }}
      >
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      {sinceOpen && <NewSince />}
    </section>
  )
}

function Strip({ shown }: { shown: Shown }) {
  const { language } = useStore()
  const timeline = useQuery({ queryKey: ['timeline'], queryFn: () => api.timeline() })
  if (timeline.isPending) return <span role="status">{say(language, 'loading')}</span>
  if (timeline.isError) return <Trouble error={timeline.error} retry={() => void timeline.refetch()} />
  if (shown.error) return <Trouble error={shown.error} retry={shown.again} />
  return <Bars timeline={timeline.data} shown={shown} />
}

function Bars({ timeline, shown }: { timeline: TimelineResponse; shown: Shown }) {
  const { language, period, act, set } = useStore()
  const [wanted, setBy] = useState<Period['by']>(period?.by ?? 'published')
  const by = period?.by ?? wanted
  const buckets = useMemo(() => bucketsOf(timeline[by]), [timeline, by])
  const range = period && rangeOf(buckets, period)
  const choose = (next: Range, goesOn: boolean) => {
    const [from, to] = [buckets[next[0]]!.from, buckets[next[1]]!.to]
    // a drag within one bar chooses nothing else
    if (period?.from !== from || period.to !== to) act({ period: { by, from, to } }, goesOn)
  }
  const play = usePlay(buckets.length, range, choose)
  const turn = (next: Period['by']) => {
    setBy(next)
    play.stop()
    act({ period: null })
  }
  return (
    <>
      <fieldset className="segments">
        <legend>{say(language, 'timeOf')}</legend>
        {(['published', 'spoken'] as const).map((own) => (
          <button
            type="button"
            key={own}
            data-testid={`time-${own}`}
            aria-pressed={by === own}
            onClick={() => turn(own)}
          >
            {say(language, own)}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className="play"
        data-testid="play"
        disabled={buckets.length === 0}
        aria-label={say(language, play.playing ? 'pause' : 'play')}
        onClick={play.playing ? play.stop : play.start}
      >
        {play.playing ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
      </button>
      {buckets.length === 0 ? (
        <span className="muted brush-empty">{say(language, 'nothingDated')}</span>
      ) : (
        <div className="brush-holder">
          <Brush buckets={buckets} range={range} onRange={choose} />
          <div className="brush-ends">
            <span>{buckets[0]!.from}</span>
            <strong role="status" data-testid="period">
              {period
                ? `${period.from} – ${period.to} · ${say(language, shown.pending ? 'loading' : 'insideOf', { n: shown.inside.toLocaleString(), all: shown.all.toLocaleString() })}`
                : say(language, 'brushHint')}
            </strong>
            <span data-testid="time-end">
              {buckets.at(-1)!.to}
              {by === 'published' &&
                timeline.undated > 0 &&
                ` · ${say(language, 'undatedArticles', { n: timeline.undated.toLocaleString() })}`}
            </span>
          </div>
        </div>
      )}
      {period && (
        <button
          type="button"
          className="fold"
          data-testid="time-clear"
          aria-label={say(language, 'allTime')}
          title={say(language, 'allTime')}
          onClick={() => {
            play.stop()
            act({ period: null })
            set({ timeOpen: true })
          }}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </>
  )
}

/** The buckets that a period covers; the nearest ones where it lies outside of all. */
function rangeOf(buckets: readonly Bucket[], { from, to }: Period): Range | null {
  if (buckets.length === 0) return null
  const first = buckets.findIndex((bucket) => bucket.to >= from)
  const after = buckets.findIndex((bucket) => bucket.from > to)
  const last = (after < 0 ? buckets.length : after) - 1
  const start = first < 0 ? buckets.length - 1 : first
  return [start, Math.max(start, last)]
}

/** A window that moves on, bucket by bucket; without one it grows from the beginning. */
function usePlay(count: number, range: Range | null, choose: (range: Range, goesOn: boolean) => void) {
  const [playing, setPlaying] = useState<{ growing: boolean } | null>(null)
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => {
      if (!range || range[1] >= count - 1) setPlaying(null)
      else choose(playing.growing ? [range[0], range[1] + 1] : [range[0] + 1, range[1] + 1], true)
    }, STEP)
    return () => clearTimeout(timer)
  })
  return {
    playing: playing !== null,
    start: () => {
      const whole = !range || range[1] >= count - 1
      if (whole) choose([0, 0], false)
      setPlaying({ growing: whole })
    },
    stop: () => setPlaying(null),
  }
}
