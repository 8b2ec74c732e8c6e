import { Command } from 'cmdk'
import { Clock, FileText, SquareTerminal, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SearchHit, SearchResponse } from '../../../model/api.ts'
import { ENTITY_TYPES } from '../../../model/ontology.ts'
import { keysHere } from '../../browser/keys.ts'
import { api } from '../../requests/api.ts'
import { doing } from '../../requests/doing.ts'
import { useStore } from '../../state/state.ts'
import { type Language, say, type Word } from '../../words/words.ts'
import { Dot, Trouble } from '../parts.tsx'
import { type Action, actionsFor, actionsOf } from './actions.ts'
import { type Recent, recents, remember } from './recent.ts'

/** Actions shown before anything is typed. */
const FIRST: readonly Word[] = ['goTrace', 'goGaps', 'goRead', 'goTime']

export function Hits({
  text,
  found,
  pending,
  error,
  onRetry,
  onDone,
}: {
  text: string
  found: SearchResponse | undefined
  pending: boolean
  error: Error | null
  onRetry(): void
  onDone(): void
}) {
  const language = useStore((s) => s.language)
  const empty = text.trim() === ''
  const actions = shownActions(text)
  const go = (run: () => void) => () => {
    run()
    onDone()
  }
  if (error && !empty) return <Trouble error={error} retry={onRetry} />
  if (!empty && !found)
    return (
      <div className="hit muted" role="status">
        {say(language, 'searching')}
      </div>
    )
  const nothing = !empty && found && count(found) + actions.length === 0 && !pending
  return (
    <>
      {nothing && (
        <div className="hit muted" role="status" data-testid="no-hits">
          {say(language, 'noHits')}
        </div>
      )}
      {empty && <Recents onPick={(item) => go(() => openRecent(item))()} />}
      {found && found.hits.length > 0 && (
        <Command.Group heading={say(language, 'foundEntities')}>
          {found.hits.map((hit) => (
            <Command.Item
              key={hit.id}
              value={`entity ${hit.id}`}
              className="hit"
              data-testid="hit"
              onSelect={go(() => openEntity(hit))}
            >
              <Dot type={hit.type} />
              <Name text={hit.name} part={text} />
              <span className="why" title={whyOf(hit, language)}>
                {whyOf(hit, language)}
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {found && found.articles.length > 0 && (
        <Command.Group heading={say(language, 'read')}>
          {found.articles.slice(0, 6).map(({ id, title, date, source, by }) => (
            <Command.Item
              key={id}
              value={`article ${id}`}
              className="hit"
              data-testid="article-hit"
              onSelect={go(() => openRecent({ kind: 'article', id, name: title }))}
            >
              <FileText size={14} aria-hidden="true" />
              <Name text={title} part={text} />
              <span className="why">
                {[by !== 'title' && say(language, by), source, date].filter(Boolean).join(' · ')}
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {found && found.queries.length + found.ownQueries.length > 0 && (
        <Command.Group heading={say(language, 'saved')}>
          {found.ownQueries.map((name) => (
            <Command.Item
              key={`own ${name}`}
              value={`own-query ${name}`}
              className="hit"
              data-testid="own-query-hit"
              onSelect={go(() => void doing(() => openOwnQuery(name)))}
            >
              <SquareTerminal size={14} aria-hidden="true" />
              <Name text={name} part={text} />
              <span className="why">{say(language, 'myQueries')}</span>
            </Command.Item>
          ))}
          {found.queries.map(({ name, title }) => (
            <Command.Item
              key={name}
              value={`query ${name}`}
              className="hit"
              data-testid="query-hit"
              onSelect={go(() => void doing(() => openQuery(name)))}
            >
              <SquareTerminal size={14} aria-hidden="true" />
              <Name text={title[language]} part={text} />
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {actions.length > 0 && (
        <Command.Group heading={say(language, 'actions')}>
          {actions.map((action) => (
            <ActionItem key={action.word} action={action} onPick={go(action.run)} />
          ))}
        </Command.Group>
      )}
    </>
  )
}

const shownActions = (text: string): readonly Action[] =>
  text.trim() === '' ? actionsOf(FIRST) : actionsFor(text)

/** The item that Enter takes when nothing else was chosen. */
export function firstOf(text: string, found: SearchResponse | undefined): string {
  const [recent] = text.trim() === '' ? recents() : []
  if (recent) return `recent ${recent.kind} ${recent.id}`
  const [hit, article, query] = [found?.hits[0], found?.articles[0], found?.queries[0]]
  const own = found?.ownQueries[0]
  if (hit) return `entity ${hit.id}`
  if (article) return `article ${article.id}`
  if (own !== undefined) return `own-query ${own}`
  if (query) return `query ${query.name}`
  const [action] = shownActions(text)
  return action ? `action ${action.word}` : ''
}

const count = ({ hits, articles, queries, ownQueries }: SearchResponse) =>
  hits.length + articles.length + queries.length + ownQueries.length

function whyOf({ type, why, beside = '' }: SearchHit, language: Language): string {
  const found = why.kind === 'name' ? '' : `${say(language, why.kind)} ${why.text}`
  // where there is no room for all of it, the type stays
  return [ENTITY_TYPES[type][language], beside, found].filter(Boolean).join(' · ')
}

/** A name with the part that was typed set bold, where it stands there as typed. */
function Name({ text, part }: { text: string; part: string }): ReactNode {
  const at = text.toLowerCase().indexOf(part.trim().toLowerCase())
  if (part.trim() === '' || at < 0) return <span>{text}</span>
  const end = at + part.trim().length
  return (
    <span>
      {text.slice(0, at)}
      <strong>{text.slice(at, end)}</strong>
      {text.slice(end)}
    </span>
  )
}

function ActionItem({ action: { word, key }, onPick }: { action: Action; onPick(): void }) {
  const language = useStore((s) => s.language)
  return (
    <Command.Item value={`action ${word}`} className="hit" data-testid={`action-${word}`} onSelect={onPick}>
      <Zap size={14} aria-hidden="true" />
      <span>{say(language, word)}</span>
      {key && <kbd className="why">{keysHere(key)}</kbd>}
    </Command.Item>
  )
}

function Recents({ onPick }: { onPick(item: Recent): void }) {
  const language = useStore((s) => s.language)
  const items = recents()
  if (items.length === 0) return null
  return (
    <Command.Group heading={say(language, 'recent')}>
      {items.map((item) => (
        <Command.Item
          key={item.kind + item.id}
          value={`recent ${item.kind} ${item.id}`}
          className="hit"
          data-testid="recent"
          onSelect={() => onPick(item)}
        >
          {item.kind === 'entity' ? <Dot type={item.type} /> : <FileText size={14} aria-hidden="true" />}
          <span>{item.name}</span>
          <Clock className="why" size={12} aria-hidden="true" />
        </Command.Item>
      ))}
    </Command.Group>
  )
}

const openEntity = ({ id, name, type }: SearchHit) => openRecent({ kind: 'entity', id, name, type })

function openRecent(item: Recent): void {
  remember(item)
  const { view, set } = useStore.getState()
  if (item.kind === 'article') set({ view: 'read', article: item.id, sentence: '', chosen: null })
  else if (view === 'trace') set({ traced: item.id, chosen: null })
  else set({ view: 'explore', chosen: { kind: 'node', id: item.id } })
}

async function openQuery(name: string): Promise<void> {
  const query = (await api.queries()).find((own) => own.name === name)
  if (query) useStore.getState().set({ view: 'query', draft: query.text, openedQuery: { own: false, name } })
}

async function openOwnQuery(name: string): Promise<void> {
  const query = (await api.ownQueries()).find((own) => own.name === name)
  if (query) useStore.getState().set({ view: 'query', draft: query.text, openedQuery: { own: true, name } })
}
