import type { Path, PathStep } from '../../../model/api.ts'
import { edgeWord } from '../../edge-word.ts'
import { useStore } from '../../state.ts'
import { say } from '../../words.ts'
import { Dot, Trouble } from '../parts.tsx'
import { PathFilters } from './path-filters.tsx'
import { usePaths } from './use-paths.ts'

/** The paths that were found: each with its steps, each step opening its sentences. */
export function PathPanel() {
  const { language, paths, set } = useStore()
  const { failed, again } = usePaths()
  if (!paths) return null
  const { ends, filters, found, answered } = paths
  return (
    <section className="float path-panel" aria-label={say(language, 'paths')} data-testid="path-panel">
      <header>
        <h2>{say(language, ends.length > 2 ? 'connected' : 'paths')}</h2>
        <button type="button" className="plain" data-testid="clear-path" onClick={() => set({ paths: null })}>
          {say(language, 'clearPath')}
        </button>
      </header>
      <PathFilters
        filters={filters}
        change={(next) => set({ paths: { ...paths, filters: next, at: 0, answered: false } })}
        several={ends.length > 2}
      />
      {!answered && failed === null && (
        <p role="status" className="muted">
          {say(language, 'running')}
        </p>
      )}
      {failed !== null && <Trouble error={failed} retry={again} />}
      {answered && found.length === 0 && <p className="muted">{say(language, 'noPath')}</p>}
      <ol className="found">
        {found.map((path, i) => (
          <li key={path.nodes.map((n) => n.id).join()} aria-current={i === paths.at ? 'true' : undefined}>
            <button
              type="button"
              className="path-title"
              data-testid="path"
              aria-expanded={i === paths.at}
              onClick={() => set({ paths: { ...paths, at: i }, chosen: null })}
            >
              {say(language, 'pathNumber', { n: i + 1, steps: path.steps.length })}
              {i !== paths.at && <Via path={path} ends={ends} />}
            </button>
            {i === paths.at && <Steps path={path} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** By what a folded path differs from the others. */
function Via({ path, ends }: { path: Path; ends: readonly string[] }) {
  const language = useStore((s) => s.language)
  const names = path.nodes.filter(({ id }) => !ends.includes(id)).map(({ name }) => name)
  if (names.length === 0) return null
  return <small>{say(language, 'pathVia', { names: names.join(language === 'zh' ? '、' : ', ') })}</small>
}

function Steps({ path }: { path: Path }) {
  const { language, set, chosen } = useStore()
  const open = ({ edge, from, to, type }: PathStep) =>
    set({ chosen: { kind: 'edge', id: edge, from, to, type } })
  return (
    <ul className="steps">
      {path.nodes.map((node, i) => {
        const step = path.steps[i - 1]
        return (
          <li key={node.id}>
            {step && (
              <button
                type="button"
                className="step"
                data-testid="path-step"
                aria-pressed={chosen?.id === step.edge}
                onClick={() => open(step)}
              >
                <span className="number">{i}</span>
                {step.from === path.nodes[i - 1]!.id ? '↓' : '↑'} {edgeWord(step.type, step.level, language)}
              </button>
            )}
            <button
              type="button"
              className="stone"
              onClick={() => set({ chosen: { kind: 'node', id: node.id } })}
            >
              <Dot type={node.type} /> {node.name}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
