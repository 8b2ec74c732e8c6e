import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useStore } from '../../state.ts'
import { say } from '../../words.ts'
import { Trouble } from '../parts.tsx'
import { useOwnQueries } from './use-own-queries.ts'

/** Queries to start from: ours, and those that users saved on the server. */
export function Saved({ text }: { text: string }) {
  const { language, savedQuery, set } = useStore()
  const { own, save, remove } = useOwnQueries()
  const [name, setName] = useState('')
  const saved = useQuery({ queryKey: ['queries'], queryFn: () => api.queries() })
  return (
    <aside className="saved" aria-label={say(language, 'saved')}>
      <h3>{say(language, 'saved')}</h3>
      {saved.isError && <Trouble error={saved.error} retry={() => void saved.refetch()} />}
      <ul>
        {saved.data?.map((query) => (
          <li key={query.name}>
            <button
              type="button"
              data-testid={`saved-${query.name}`}
              aria-pressed={savedQuery === query.name}
              onClick={() => set({ draft: query.text, savedQuery: query.name })}
            >
              {query.title[language]}
            </button>
          </li>
        ))}
      </ul>
      <h3>{say(language, 'myQueries')}</h3>
      {own.isError && <Trouble error={own.error} retry={() => void own.refetch()} />}
      <ul>
        {own.data?.map((query) => (
          <li key={query.name}>
            <button
              type="button"
              data-testid="my-query"
              onClick={() => set({ draft: query.text, savedQuery: '' })}
            >
              {query.name}
            </button>
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
      <form
        className="keep"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '' || text.trim() === '') return
          save.mutate({ name: name.trim(), text }, { onSuccess: () => setName('') })
        }}
      >
        <input
          data-testid="query-name"
          aria-label={say(language, 'queryName')}
          placeholder={say(language, 'queryName')}
          value={name}
          maxLength={80}
          onChange={(e) => setName(e.target.value)}
        />
        <button
          type="submit"
          data-testid="save-query"
          disabled={name.trim() === '' || text.trim() === '' || save.isPending}
        >
          {say(language, 'save')}
        </button>
      </form>
      {save.isError && <Trouble error={save.error} />}
      {remove.isError && <Trouble error={remove.error} />}
    </aside>
  )
}
