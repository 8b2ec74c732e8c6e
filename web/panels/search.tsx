import { useQuery } from '@tanstack/react-query'
import { Search as SearchIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { SearchHit } from '../../model/api.ts'
import { ENTITY_TYPES } from '../../model/ontology.ts'
import { api } from '../api.ts'
import { useStore } from '../state.ts'
import { say } from '../words.ts'
import { Dot } from './parts.tsx'

export function Search() {
  const { language, view, set } = useStore()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const { data } = useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => api.search(text, signal),
    enabled: text.trim() !== '',
    placeholderData: (old) => old,
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        input.current?.focus()
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const hits = text.trim() === '' ? [] : (data?.hits ?? [])
  const pick = (hit: SearchHit | undefined) => {
    if (!hit) return
    setOpen(false)
    setText('')
    input.current?.blur()
    if (view === 'trace') set({ traced: hit.id })
    else set({ view: 'explore', chosen: { kind: 'node', id: hit.id } })
  }
  return (
    <search className="float search">
      <div className="box">
        <SearchIcon size={16} aria-hidden="true" />
        <input
          ref={input}
          data-testid="search-input"
          role="combobox"
          aria-expanded={open && hits.length > 0}
          aria-controls="hits"
          aria-label={say(language, 'search')}
          placeholder={say(language, 'search')}
          value={text}
          onFocus={() => setOpen(true)}
          onBlur={() => setTimeout(() => setOpen(false), 150)}
          onChange={(e) => {
            setText(e.target.value)
            setAt(0)
            setOpen(true)
          }}
          onKeyDown={(e) => {
            if (e.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1))
            if (e.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
            if (e.key === 'Enter') pick(hits[at])
            if (e.key === 'Escape') input.current?.blur()
          }}
        />
        <kbd>⌘K</kbd>
      </div>
      {open && text.trim() !== '' && data && (
        <div className="hits" id="hits" role="listbox" aria-label={say(language, 'searchShort')}>
          {hits.length === 0 && (
            <div className="hit muted" role="option" aria-selected="false" tabIndex={-1}>
              {say(language, 'noHits')}
            </div>
          )}
          {hits.map((hit, i) => (
            <button
              type="button"
              role="option"
              aria-selected={i === at}
              className="hit"
              data-testid="hit"
              key={hit.id}
              onMouseDown={(e) => e.preventDefault()}
              onClick={() => pick(hit)}
            >
              <Dot type={hit.type} />
              <span>{hit.name}</span>
              <span className="why">
                {hit.why.kind === 'name' ? ENTITY_TYPES[hit.type][language] : hit.why.text}
              </span>
            </button>
          ))}
        </div>
      )}
    </search>
  )
}
