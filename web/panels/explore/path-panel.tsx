import type { Path, PathStep } from '../../../model/api.ts'
import type { EntityType } from '../../../model/ontology.ts'
import { nameOf, typeOf } from '../../scene/scene.ts'
import type { Paths } from '../../state/paths.ts'
import { useStore } from '../../state/state.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { say } from '../../words/words.ts'
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
      {answered && <Untied paths={paths} />}
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

/** Ends that no path reaches, with what can be done about it. */
function Untied({ paths }: { paths: Paths }) {
  const { language, graph, set } = useStore()
  const { ends, filters, found } = paths
  const tied = new Set(found.flatMap(({ nodes }) => nodes.map(({ id }) => id)))
  const left = ends.filter((id) => !tied.has(id))
  if (left.length === 0) return null
  const { k, ...narrowing } = filters
  const narrowed = Object.values(narrowing).some((value) => (Array.isArray(value) ? value.length > 0 : value))
  const entities = left.flatMap((id) => graph.nodes.find((node) => node.id === id) ?? [])
  return (
    <section className="untied" role="status" data-testid="no-path">
      <p>{say(language, found.length === 0 ? 'noPath' : 'noPathTo')}</p>
      <ul className="steps">
        {entities.map((node) => (
          <li key={node.id}>
            <button
              type="button"
              className="stone"
              onClick={() => set({ chosen: { kind: 'node', id: node.id } })}
            >
              <Dot type={typeOf(node) as EntityType} /> {nameOf(node)}
            </button>
          </li>
        ))}
      </ul>
      <p className="muted">{say(language, narrowed ? 'noPathFiltered' : 'noPathAtAll')}</p>
      {narrowed && (
        <button
          type="button"
          data-testid="clear-filters"
          onClick={() => set({ paths: { ...paths, filters: k ? { k } : {}, at: 0, answered: false } })}
        >
          {say(language, 'clearFilters')}
        </button>
      )}
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
