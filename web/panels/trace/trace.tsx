import { GAPS } from '../../state/attended.ts'
import { useStore } from '../../state/state.ts'
import { Gaps } from './gaps.tsx'
import { TraceStart } from './start.tsx'
import { Traced } from './traced.tsx'
import './trace.css'

/** The view the product is for: from whatever is chosen along chains to strategies, or all gaps. */
export function Trace() {
  const traced = useStore((s) => s.traced)
  if (!traced) return <TraceStart />
  return traced === GAPS ? <Gaps /> : <Traced key={traced} id={traced} />
}
