import type { UseQueryResult } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SavedQuery } from '../../../model/api.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Trouble } from '../parts.tsx'
import type { Marked } from './opened.ts'
import type { useOwnQueries } from './use-own-queries.ts'

/** Queries to start from: ours, and those that users saved on the server. @param marked the one that the text is or was */
export function Saved({
  text,
  marked,
  saved,
  queries: { own, save, remove },
}: {
  text: string
  marked: Marked | null
  saved: UseQueryResult<SavedQuery[]>
  queries: ReturnType<typeof useOwnQueries>
}) {
  const { language, set } = useStore()
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const savable = text.trim() !== '' && !save.isPending
  const keep = (as: string) =>
    save.mutate(
      { name: as, text },
      {
        onSuccess: () => {
          setTyped('')
          set({ openedQuery: { own: true, name: as } })
        },
      },
    )
  const over = marked?.own && marked.changed ? marked.name : ''
  return (
    <aside className="saved" aria-label={say(language, 'saved')}>
      <h3>{say(language, 'saved')}</h3>
      {saved.isError && <Trouble error={saved.error} retry={() => void saved.refetch()} />}
      <ul>
        {saved.data?.map((query) => (
          <li key={query.name}>
            <Open
              testid={`saved-${query.name}`}
              title={query.title[language]}
              query={query}
              own={false}
              marked={marked}
            />
          </li>
        ))}
      </ul>
      <h3>{say(language, 'myQueries')}</h3>
      {own.isError && <Trouble error={own.error} retry={() => void own.refetch()} />}
      <ul>
        {own.data?.map((query) => (
          <li key={query.name}>
            <Open testid="my-query" title={query.name} query={query} own={true} marked={marked} />
            <button
              type="button"
              aria-label={say(language, 'removeQuery', { name: query.name })}
              onClick={() => remove.mutate(query.name)}
            >
              <Trash2 size={13} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {over && (
        <button
          type="button"
          className="save-over"
          data-testid="save-over"
          disabled={!savable}
          onClick={() => keep(over)}
        >
          {say(language, 'saveChanges', { name: over })}
        </button>
      )}
      <form
        className="keep"
        onSubmit={(event) => {
          event.preventDefault()
          if (name !== '' && savable) keep(name)
        }}
      >
        <input
          data-testid="query-name"
          aria-label={say(language, 'queryName')}
          placeholder={say(language, marked?.changed ? 'saveAsNew' : 'queryName')}
          value={typed}
          maxLength={80}
          onChange={(e) => setTyped(e.target.value)}
        />
        <button type="submit" data-testid="save-query" disabled={name === '' || !savable}>
          {say(language, own.data?.some((query) => query.name === name) ? 'replaceQuery' : 'save')}
        </button>
      </form>
      {save.isError && <Trouble error={save.error} />}
      {remove.isError && <Trouble error={remove.error} />}
    </aside>
  )
}

/** Puts a query into the editor; says whether it is there, and whether it was changed. */
function Open({
  testid,
  title,
  query: { name, text },
  own,
  marked,
}: {
  testid: string
  title: string
  query: { name: string; text: string }
  own: boolean
  marked: Marked | null
}) {
  const { language, set } = useStore()
  const here = marked?.own === own && marked.name === name
  const changed = here && marked.changed
  return (
    <button
      type="button"
      data-testid={testid}
      aria-pressed={changed ? 'mixed' : here}
      onClick={() => set({ draft: text, openedQuery: { own, name } })}
    >
      {title}
      {changed && <small className="changed">{say(language, 'changedQuery')}</small>}
    </button>
  )
}
