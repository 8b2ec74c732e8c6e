/** How far a long job is. */
export interface Progress {
  /** In this order; one that has nothing to do is not told of. */
  phase: 'mend' | 'read' | 'fold' | 'understand' | 'link' | 'write' | 'relate'
  done: number
  /** 0 where it is not known; `done` reaches it when all of the phase is done and written. */
  total: number
  label: string
}

/** Counts what is done of a phase; a call without a number ends it, when all is written. One of nothing is not told of. */
export function counting(
  phase: Progress['phase'],
  total: number,
  onProgress: (progress: Progress) => void,
): (more?: number, label?: string) => void {
  let done = 0
  let last = ''
  if (total > 0) onProgress({ phase, done, total, label: '' })
  return (more, label = last) => {
    last = label
    done = more === undefined ? total : done + more
    if (total > 0 && (done < total || more === undefined)) onProgress({ phase, done, total, label })
  }
}

const PHASES: Record<Progress['phase'], string> = {
  mend: 'comparing with the graph',
  read: 'reading',
  fold: 'finding reprints',
  understand: 'understanding',
  link: 'linking names',
  write: 'writing articles',
  relate: 'writing relationships',
}

/** @param now milliseconds: passed in, so that a test can say what time it is */
export function progressPrinter(
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  let phase = ''
  let began = 0
  let first = 0
  let said = Number.NEGATIVE_INFINITY
  let tenth = -1
  return ({ phase: current, done, total, label }) => {
    const time = now()
    if (current !== phase) {
      if (phase !== '' && stream.isTTY) stream.write('\n')
      phase = current
      began = time
      first = done
      tenth = -1
      said = Number.NEGATIVE_INFINITY
    }
    const last = total > 0 && done >= total
    const text = lineOf(current, done, total, (done - first) / ((time - began) / 1000))
    if (stream.isTTY) {
      if (!last && time - said < 100) return
      said = time
      stream.write(`\r\x1b[2K${barOf(done, total)}${text}  ${label.slice(-40)}${last ? '\n' : ''}`)
      if (last) phase = ''
    } else if (
      total > 0
        ? Math.floor((done / total) * 10) > tenth && (last || time - said >= 1_000)
        : time - said >= 10_000
    ) {
      tenth = total > 0 ? Math.floor((done / total) * 10) : tenth
      said = time
      stream.write(`${text}\n`)
    }
  }
}

const WIDTH = 24

function barOf(done: number, total: number): string {
  if (total === 0) return ''
  const filled = Math.round((done / total) * WIDTH)
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} `
}

/** understanding 1200/10000 · 85/s · 1 min 44 s left */
function lineOf(phase: Progress['phase'], done: number, total: number, rate: number): string {
  const parts = [`${PHASES[phase]} ${total > 0 ? `${done}/${total}` : done}`]
  if (Number.isFinite(rate) && rate > 0) {
    parts.push(`${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`)
    if (total > done) parts.push(`${spanOf((total - done) / rate)} left`)
  }
  return parts.join(' · ')
}

export function spanOf(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
