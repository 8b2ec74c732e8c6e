import { useMemo } from 'react'
import { type EntityType, entityTypes } from '../../../model/ontology.ts'
import { nameOf, typeOf } from '../../scene/scene.ts'
import { useStore } from '../../state/state.ts'
import { say, typeWord } from '../../words/words.ts'
import { PathPanel } from '../explore/path-panel.tsx'
import { useFirst } from '../explore/use-first.ts'
import { Dot, Trouble } from '../parts.tsx'
import { Waiting } from '../waiting.tsx'
import './phone.css'

interface Spring {
  id: string
  name: string
  /** Types of what gathers round it, with how many of each. */
  round: [EntityType, number][]
  total: number
}

/** The first view of a phone: strategies and what gathers round them, as a list; each leads to its page. */
export function Springs() {
  const { language, graph, set } = useStore()
  const first = useFirst()
  const springs = useMemo(() => springsOf(graph), [graph])
  if (first.isError && springs.length === 0)
    return (
      <div className="notice">
        <Trouble error={first.error} retry={() => void first.refetch()} />
      </div>
    )
  if (first.isPending && springs.length === 0) return <Waiting />
  if (springs.length === 0) return <div className="notice">{say(language, 'empty')}</div>
  return (
    <div className="page springs" data-testid="springs">
      <PathPanel />
      <h2>{say(language, 'springs')}</h2>
      <p className="muted">{say(language, 'springsText')}</p>
      <ul>
        {springs.map(({ id, name, round, total }) => (
          <li key={id}>
            <button type="button" data-testid="spring" onClick={() => set({ chosen: { kind: 'node', id } })}>
              <span className="title">
                <Dot type="Strategy" /> {name}
              </span>
              <span className="drops" aria-hidden="true">
                {round.flatMap(([type, count]) =>
                  Array.from({ length: Math.min(count, 6) }, (_, i) => `${type}${i}`).map((key) => (
                    <Dot key={key} type={type} />
                  )),
                )}
              </span>
              <span className="muted">
                {total === 0
                  ? say(language, 'nothingRound')
                  : round.map(([type, count]) => `${typeWord(type, language, count)} ${count}`).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function springsOf({ nodes, edges }: ReturnType<typeof useStore.getState>['graph']): Spring[] {
  const types = new Map(nodes.map((node) => [node.id, typeOf(node)]))
  const near = new Map<string, Set<string>>()
  for (const { from, to } of edges)
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const)
      if (types.get(a) === 'Strategy') near.set(a, (near.get(a) ?? new Set()).add(b))
  return nodes
    .filter((node) => typeOf(node) === 'Strategy')
    .map((node) => {
      const others = [...(near.get(node.id) ?? [])].map((id) => types.get(id))
      const round = entityTypes.flatMap((type): [EntityType, number][] => {
        const count = others.filter((other) => other === type).length
        return count > 0 ? [[type, count]] : []
      })
      return { id: node.id, name: nameOf(node), round, total: others.length }
    })
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1))
}
